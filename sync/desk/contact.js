// Opens sealed contact data in this browser: the key file is read here and goes nowhere. The page's policy allows no
// connection at all, so nothing could leave if it wanted to.
"use strict";

const form = document.getElementById("contact-openen");
const outcome = document.getElementById("contact-uitkomst");

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const keyOf = async (pem) => {
  const inside = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(pem);
  if (!inside) throw new Error("no key");
  const der = bytesOf(inside[1].replace(/\s/g, ""));
  return crypto.subtle.importKey("pkcs8", der, { name: "RSA-OAEP", hash: "SHA-256" }, false, ["decrypt"]);
};

// Compact JWE (RFC 7516): RSA-OAEP-256 around the content key, A256GCM around the words.
const opened = async (sealed, privateKey) => {
  const [header, wrapped, nonce, text, tag] = sealed.split(".");
  const said = JSON.parse(new TextDecoder().decode(bytesOf(header)));
  if (said.alg !== "RSA-OAEP-256" || said.enc !== "A256GCM") throw new Error("another seal");
  const raw = await crypto.subtle.decrypt({ name: "RSA-OAEP" }, privateKey, bytesOf(wrapped));
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  const whole = new Uint8Array([...bytesOf(text), ...bytesOf(tag)]);
  const plain = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: bytesOf(nonce), additionalData: new TextEncoder().encode(header) }, key, whole);
  return JSON.parse(new TextDecoder().decode(plain));
};

const words = { email: "E-mail", telefoon: "Telefoon" };

if (form && globalThis.crypto?.subtle) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = document.getElementById("sleutelbestand").files[0];
    if (!file) {
      outcome.textContent = "Kies eerst het sleutelbestand.";
      return;
    }
    try {
      const contact = await opened(form.dataset.verzegeld, await keyOf(await file.text()));
      outcome.textContent = (words[contact.kanaal] ?? contact.kanaal) + ": " + contact.waarde;
    } catch {
      outcome.textContent = "Deze sleutel past niet op dit bericht. Kies het bestand contact.pem van uw gemeente.";
    }
    form.reset();
  });
}
