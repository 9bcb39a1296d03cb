// A member of staff in a real Chromium: comes in, reads, answers, opens contact data, and is looked over by axe.
// desk_pages.mjs URL SHOTS CONTACT_KEY INVITATION... (beheerder, moderator, lezer; each NAME:CODE); exit 0 when all held.
import { createHmac } from "node:crypto";
import { mkdirSync } from "node:fs";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const [url, shots, contactKey, ...invitations] = process.argv.slice(2);
const password = "een lange zin om te onthouden";
mkdirSync(shots, { recursive: true });

// RFC 6238, written once more by somebody else.
const base32 = (text) => {
  let bits = "";
  for (const letter of text.replace(/=+$/, "")) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
};
const codeOf = (secret, step) => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", base32(secret)).update(counter).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
};
const stepNow = () => Math.floor(Date.now() / 30_000);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const troubles = [];
let audited = 0;

// Without motion: a colour that is still on its way from light to dark is no colour to judge.
const visitor = async (name, options = {}) => {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", reducedMotion: "reduce", viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) troubles.push(name + ": " + message.text());
  });
  page.on("pageerror", (error) => troubles.push(name + ": " + error));
  page.on("request", (request) => {
    if (!request.url().startsWith(url)) troubles.push(name + " asks elsewhere: " + request.url());
  });
  return page;
};

// axe runs in a world of its own (Runtime.evaluate), where the page's policy does not stop it.
const audit = async (page, where) => {
  const { readFileSync } = await import("node:fs");
  await page.evaluate(readFileSync(axePath, "utf8"));
  const found = await page.evaluate(async () => {
    const result = await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    if (result.passes.length < 10) return ["axe: only " + result.passes.length + " rules could be tried"];
    return result.violations.map((one) => one.id + ": " + one.help + " " + one.nodes.map((node) => node.html + " " + (node.failureSummary ?? "")).join(" | "));
  });
  for (const one of found) troubles.push(where + " axe " + one);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) troubles.push(where + " is " + wide + " pixels too wide");
  ++audited;
};

const look = async (page, path, name) => {
  for (const [kind, size, dark] of [["breed", { width: 1280, height: 900 }, false], ["telefoon", { width: 390, height: 844 }, false], ["donker", { width: 1280, height: 900 }, true],
    ["vergroot", { width: 640, height: 450 }, false]]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    if (path) await page.goto(url + path);
    await audit(page, name + " " + kind);
    await page.screenshot({ path: shots + "/" + name + "-" + kind + ".png", fullPage: kind !== "vergroot" });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
};

const setUp = async (page, name, invitation) => {
  await page.goto(url + "/beheer/instellen");
  await page.getByLabel("Account", { exact: true }).fill(name);
  await page.getByLabel("Code van de uitnodiging").fill(invitation);
  await page.getByRole("button", { name: "Verder" }).click();
  const secret = await page.locator("code.key").innerText();
  if (name.startsWith("beheerder")) await look(page, "", "telefoon-koppelen");
  await page.getByLabel("Nieuw wachtwoord").fill(password);
  await page.getByLabel("Code van uw telefoon").fill(codeOf(secret, stepNow()));
  await page.getByRole("button", { name: "Klaar" }).click();
  await page.getByText("Uw account is klaar").waitFor();
  return secret;
};
// The code of the next half minute is good already; the one of now has served.
const signIn = async (page, name, secret) => {
  await page.goto(url + "/beheer/aanmelden");
  await page.getByLabel("Account", { exact: true }).fill(name);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(password);
  await page.getByLabel("Code van uw telefoon").fill(codeOf(secret, stepNow() + 1));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Overzicht", level: 1 }).waitFor();
};
const accounts = Object.fromEntries(invitations.map((one) => [one.split("-")[0], one.split(":")]));

// 1. The administrator: every page, in every size, and the kiosks.
const [administrator, administratorCode] = accounts.beheerder;
const boss = await visitor("beheerder");
await look(boss, "/beheer/aanmelden", "aanmelden");
await boss.goto(url + "/beheer/ideeen");
assert.equal(new URL(boss.url()).pathname, "/beheer/aanmelden", "whoever is not let in sees the door");
await signIn(boss, administrator, await setUp(boss, administrator, administratorCode));
const kioskForm = boss.getByRole("heading", { name: "Kiosk toevoegen" });
await boss.goto(url + "/beheer/kiosken");
await kioskForm.waitFor();
await boss.getByLabel("Waar staat de kiosk?").fill("<img src=x onerror=alert(1)>");
await boss.getByRole("button", { name: "Maak een code" }).click();
assert.match(await boss.locator(".once").innerText(), /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
await look(boss, "", "kiosk-code");
for (const [path, name] of [["/beheer", "overzicht"], ["/beheer/ideeen?status=alle", "ideeen"], ["/beheer/kiosken", "kiosken"], ["/beheer/inhoud", "inhoud"],
  ["/beheer/steun", "steun"], ["/beheer/uitvoer", "uitvoer"], ["/beheer/gebruikers", "gebruikers"], ["/beheer/logboek?controle=1", "logboek"], ["/beheer/niet-hier", "niet-gevonden"]])
  await look(boss, path, name);
await boss.goto(url + "/beheer/logboek?controle=1");
await boss.getByText("Het logboek is heel").waitFor();

// A calendar of others: looked at first, taken in, published.
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
const calendar = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//buurthuis//NL", "BEGIN:VEVENT", "UID:borrel@buurthuis.example",
  "DTSTAMP:20260101T000000Z", "DTSTART:" + tomorrow + "T150000Z", "DTEND:" + tomorrow + "T170000Z", "SUMMARY:Borrel voor de buurt",
  "LOCATION:Buurthuis", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
await boss.goto(url + "/beheer/inhoud/werk");
await boss.getByLabel("Wat is het").selectOption("ics");
await boss.getByLabel("Voor welk gebied").selectOption("noord");
await boss.getByLabel("Naam van de bron").fill("buurthuis");
await boss.getByLabel("Inhoud van het bestand").fill(calendar);
await boss.getByRole("button", { name: "Bekijk eerst" }).click();
await boss.getByRole("heading", { name: "Kijk na wat u invoert" }).waitFor();
await look(boss, "", "invoer-nakijken");
await boss.getByRole("button", { name: "Neem dit over" }).click();
await boss.getByText("De invoer is bewaard.").waitFor();
await look(boss, "", "inhoud-werk");
await look(boss, "/beheer/inhoud/taal", "inhoud-taal");
await boss.goto(url + "/beheer/inhoud/werk");
await boss.getByLabel("Zo ziet een bewoner het, in").selectOption("noord");
await boss.getByRole("button", { name: "Maak een voorbeeld" }).click();
await boss.getByRole("heading", { name: "Voorbeeld van noord" }).waitFor({ timeout: 120_000 });
await boss.waitForFunction(() => document.querySelector(".preview img")?.naturalWidth > 0);
await look(boss, "", "inhoud-voorbeeld");
await boss.goto(url + "/beheer/inhoud/werk");
await boss.getByRole("button", { name: "Publiceer de inhoud" }).click();
await boss.getByText("De inhoud is gepubliceerd.").waitFor();

// 2. The moderator, without a mouse: from the list to the idea, refused without a reason, then answered.
const [moderator, moderatorCode] = accounts.moderator;
const staff = await visitor("moderator");
await signIn(staff, moderator, await setUp(staff, moderator, moderatorCode));
const tabTo = async (page, name) => {
  for (let i = 0; i < 80; ++i) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const here = document.activeElement;
      const style = getComputedStyle(here);
      return { name: (here.getAttribute("aria-label") ?? here.labels?.[0]?.innerText ?? here.innerText ?? "").trim(), visible: style.outlineStyle !== "none" && style.outlineWidth !== "0px" };
    });
    if (seen.name.includes(name)) {
      assert.ok(seen.visible, "focus on " + name + " can be seen");
      return;
    }
  }
  assert.fail("no key leads to " + name);
};
await tabTo(staff, "Naar de inhoud");
await staff.keyboard.press("Enter");
await tabTo(staff, "idee wacht op u");
await staff.keyboard.press("Enter");
await staff.waitForURL("**/beheer/ideeen");
await tabTo(staff, "Een waterkraan op het plein");
await staff.keyboard.press("Enter");
await staff.getByRole("heading", { name: /^Idee i/ }).waitFor();
const idea = new URL(staff.url()).pathname;
await tabTo(staff, "Nieuwe status");
await staff.keyboard.type("Niet get");
await tabTo(staff, "Bewaar en publiceer het antwoord");
await staff.keyboard.press("Enter");
await staff.getByRole("link", { name: "Zeg waarom. De bewoner leest dit." }).waitFor();
assert.equal(await staff.evaluate(() => document.activeElement.id), "fouten", "what is wrong is said first");
await look(staff, "", "antwoord-fout");
await staff.goto(url + idea);
await tabTo(staff, "Nieuwe status");
await staff.keyboard.type("Gepub");
await tabTo(staff, "Antwoord (niet verplicht)");
await staff.keyboard.type("Goed idee. De kraan komt er in mei.");
await tabTo(staff, "Bewaar en publiceer het antwoord");
await staff.keyboard.press("Enter");
await staff.getByText("Uw antwoord is bewaard.").waitFor();

// 3. Contact data opens here and nowhere else; a wrong key says so.
await staff.locator("#sleutelbestand").setInputFiles(contactKey.replace(/contact\.pem$/, "publicist.json"));
await staff.getByRole("button", { name: "Open in deze browser" }).click();
await staff.getByText("Deze sleutel past niet").waitFor();
await staff.locator("#sleutelbestand").setInputFiles(contactKey);
await staff.getByRole("button", { name: "Open in deze browser" }).click();
await staff.getByText("E-mail: buur@voorbeeld.nl").waitFor();
await look(staff, idea, "idee");

// 4. A reader without JavaScript: sees everything, may change nothing.
const [reader, readerCode] = accounts.lezer;
const plain = await visitor("lezer", { javaScriptEnabled: false });
await signIn(plain, reader, await setUp(plain, reader, readerCode));
await plain.goto(url + idea);
await plain.getByText("De kraan komt er in mei.").waitFor();
assert.equal(await plain.getByRole("button", { name: "Bewaar en publiceer het antwoord" }).count(), 0);
assert.equal((await plain.goto(url + "/beheer/logboek")).status(), 403);
await plain.getByRole("button", { name: "Afmelden" }).click();
await plain.getByRole("heading", { name: "Aanmelden" }).waitFor();
assert.equal((await plain.context().cookies()).length, 0, "nothing is left in the browser");

await browser.close();
for (const one of troubles) console.error(one);
assert.equal(troubles.length, 0, "axe, the policy and the network have nothing to say");
console.log("  " + audited + " pages looked over, 0 violations; screenshots in " + shots);
