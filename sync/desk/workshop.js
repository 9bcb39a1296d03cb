// A file that is chosen comes into the field, to be looked at before it is sent. The page works without this: one can paste.
"use strict";

const field = document.getElementById("inhoud");
if (field) {
  const label = document.createElement("label");
  label.textContent = "Kies een bestand van uw computer";
  const choice = document.createElement("input");
  choice.type = "file";
  choice.id = "bestand";
  choice.accept = ".ics,.xml,.rss,.atom,.json,.geojson";
  label.htmlFor = choice.id;
  field.before(label, choice);
  choice.addEventListener("change", async () => {
    if (!choice.files.length) return;
    field.value = await choice.files[0].text();
    const name = document.getElementById("bron");
    if (!name.value) name.value = choice.files[0].name.replace(/\.[^.]*$/, "");
    field.focus();
  });
}
