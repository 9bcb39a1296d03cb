// Dates of a calendar by ical.js, and dates of what the central kept of it: one line each, and they must be equal.
// node ical_reads.mjs write FILE.ics | judge FILE.ics AREA.json      (with TZ=Europe/Amsterdam)
import assert from "node:assert/strict";
import fs from "node:fs";
import ICAL from "ical.js";

const [verb, calendarFile, areaFile] = process.argv.slice(2);
const day = (offset) => new Date(Date.now() + offset * 86400e3);
const stamp = (date) => date.toISOString().slice(0, 10).replaceAll("-", "");
const horizon = day(300);

// Far enough ahead that nothing of it is over, near enough that both changes of the clock lie within.
function write() {
  const first = stamp(day(3));
  const zone = (id, standard, daylight) =>
    ["BEGIN:VTIMEZONE", `TZID:${id}`, "BEGIN:STANDARD", "DTSTART:19701025T030000", `TZOFFSETFROM:${daylight}`, `TZOFFSETTO:${standard}`,
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:19700329T020000", `TZOFFSETFROM:${standard}`,
      `TZOFFSETTO:${daylight}`, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "END:VTIMEZONE"];
  const event = (name, ...lines) => ["BEGIN:VEVENT", `UID:${name}`, `SUMMARY:${name}`, "DURATION:PT1H", ...lines, "END:VEVENT"];
  const dutch = "DTSTART;TZID=Europe/Amsterdam";
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//NL", ...zone("Europe/Amsterdam", "+0100", "+0200"),
    ...event("wekelijks", `${dutch}:${first}T100000`, "RRULE:FREQ=WEEKLY;INTERVAL=2", `EXDATE;TZID=Europe/Amsterdam:${stamp(day(17))}T100000`),
    ...event("tot-in-utc", `${dutch}:${first}T003000`, `RRULE:FREQ=WEEKLY;UNTIL=${stamp(day(199))}T235959Z`),
    ...event("utc-wekelijks", `DTSTART:${first}T083000Z`, "RRULE:FREQ=WEEKLY", `EXDATE:${stamp(day(24))}T083000Z`),
    ...event("utc-rond-middernacht", `DTSTART:${first}T223000Z`, "RRULE:FREQ=WEEKLY;COUNT=40"),
    ...event("eerste-dinsdag", `${dutch}:20260106T193000`, "RRULE:FREQ=MONTHLY;BYDAY=1TU"),
    ...event("laatste-vrijdag", `${dutch}:20260130T193000`, "RRULE:FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"),
    ...event("elke-maand-de-31e", `${dutch}:20260131T120000`, "RRULE:FREQ=MONTHLY;BYMONTHDAY=31"),
    // ical.js counts DTSTART beside RDATE only when it is named there as well.
    ...event("nog-twee-dagen", `${dutch}:${first}T140000`, `RDATE;TZID=Europe/Amsterdam:${first}T140000,${stamp(day(30))}T140000,${stamp(day(200))}T150000`),
    ...event("eenmaal", `DTSTART:${stamp(day(100))}T180000Z`),
    "END:VCALENDAR", ""];
  fs.writeFileSync(calendarFile, lines.join("\r\n"));
}

// The wall clock in the Netherlands: "2026-03-02T10:00".
const local = (time) => {
  const at = time.toJSDate();
  const two = (n) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
};

function dates(component) {
  const event = new ICAL.Event(component);
  const iterator = event.iterator();
  const found = [];
  for (let next = iterator.next(); next && next.toJSDate() < horizon; next = iterator.next())
    if (next.toJSDate() > Date.now()) found.push(local(next));
  return found;
}

function judge() {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(calendarFile, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const theirs = {}, ours = {};
  for (const event of calendar.getAllSubcomponents("vevent")) theirs[event.getFirstPropertyValue("uid")] = dates(event);
  for (const activity of JSON.parse(fs.readFileSync(areaFile)).activiteiten) {
    const compact = (written) => written.replaceAll(/[-:]/g, "") + "00";
    const lines = ["BEGIN:VEVENT", "UID:x", `DTSTART:${compact(activity.begin)}`];
    if (activity.herhaling) lines.push(`RRULE:${activity.herhaling}`);
    for (const out of activity.vervalt ?? []) lines.push(`EXDATE:${compact(out)}`);
    const kept = dates(new ICAL.Component(ICAL.parse([...lines, "END:VEVENT"].join("\r\n"))));
    (ours[activity.titel.nl ?? activity.titel] ??= []).push(...kept);
  }
  for (const [name, wanted] of Object.entries(theirs)) {
    assert(wanted.length > 0, `${name} has no dates`);
    assert.deepEqual(ours[name]?.sort(), wanted.sort(), name);
    console.log(`  ${name}: ${wanted.length} dates, the same`);
  }
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
}

verb === "write" ? write() : judge();
