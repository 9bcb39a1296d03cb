// SheetJS opens the spreadsheet, and what it reads is what stands in the JSON and the CSV of the same ideas.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import assert from 'node:assert/strict';
import xlsx from 'xlsx';

const [odsFile, jsonFile, csvFile] = process.argv.slice(2);
const json = JSON.parse(readFileSync(jsonFile));
const metadata = JSON.parse(readFileSync(`${csvFile}-metadata.json`));
const workbook = xlsx.read(readFileSync(odsFile), { cellDates: true });
const [ideas, about] = workbook.SheetNames.map((name) => workbook.Sheets[name]);
const rows = xlsx.utils.sheet_to_json(ideas, { defval: null });
assert.equal(rows.length, json.aantal);

const kinds = Object.fromEntries(json.over.kolommen.map((c) => [c.naam, c.soort]));
rows.forEach((row, i) => {
  assert.deepEqual(Object.keys(row), Object.keys(json.rijen[i]));
  for (const [name, value] of Object.entries(json.rijen[i])) {
    const there = row[name];
    if (value === null || value === '') assert.equal(there, null, name);
    else if (kinds[name] === 'moment') assert.equal(there.toISOString(), new Date(value).toISOString(), name);
    else if (kinds[name] === 'dag') assert.equal(there.toISOString().slice(0, 10), value, name);
    else if (kinds[name] === 'stappen') assert.equal(there.split('\n').length, value.length, name);
    else assert.equal(there, value, name);
  }
});

// The checksum, by somebody else's SHA-256 and from the description in the file alone.
const lines = readFileSync(jsonFile, 'utf8').split('\n');
const of_rows = lines.slice(lines.indexOf('"rijen": [') + 1, lines.lastIndexOf('],')).map((line) => line.replace(/,$/, ''));
assert.equal(createHash('sha256').update(of_rows.map((line) => `${line}\n`).join('')).digest('hex'), json.sha256);
const told = Object.fromEntries(xlsx.utils.sheet_to_json(about, { header: 1 }).map((row) => row.slice(0, 2)));
assert.equal(told.sha256, json.sha256);
assert.equal(told.aantal, String(json.aantal));
assert.equal(metadata.notes[0].over.sha256, json.sha256);
assert.equal(metadata.notes[0].bestandSha256, createHash('sha256').update(readFileSync(csvFile)).digest('hex'));

// The CSV, read by its own metadata.
const sheet = xlsx.utils.sheet_to_json(xlsx.read(readFileSync(csvFile), { type: 'buffer', codepage: 65001, raw: true }).Sheets.Sheet1, { defval: '' });
assert.deepEqual(Object.keys(sheet[0]), metadata.tableSchema.columns.map((c) => c.name));
assert.deepEqual(sheet.map((row) => row.tekst), json.rijen.map((row) => row.tekst));
console.log(`  ${rows.length} ideas, ${workbook.SheetNames.length} sheets, the same three times`);
