// Comfort for who has JavaScript; every page does its work without it.
"use strict";

// Straight to what is wrong.
const summary = document.getElementById("fouten");
if (summary) summary.focus();

// A ready-made sentence goes into the answer, to be finished by hand.
for (const choice of document.querySelectorAll("[data-zin]")) {
  choice.hidden = false;
  choice.addEventListener("click", () => {
    const text = document.getElementById("tekst");
    text.value = (text.value ? text.value.trimEnd() + " " : "") + choice.dataset.zin;
    text.dispatchEvent(new Event("input"));
    text.focus();
  });
}

// How much room is left, said to everybody but not at every key.
for (const text of document.querySelectorAll("textarea[maxlength]")) {
  const left = document.createElement("p");
  left.className = "hint";
  left.setAttribute("role", "status");
  text.after(left);
  const most = Number(text.getAttribute("maxlength"));
  const tell = () => {
    const room = most - text.value.length;
    left.textContent = room < 200 ? "Nog " + room + " tekens" : "";
  };
  text.addEventListener("input", tell);
  tell();
}
