// Holds a running central to the NLGov API Design Rules: its contract, and what it answers to requests of every kind.
// node adr_lint.mjs BASE_URL. First proves on seeded violations that each rule finds what it is for.
import { answerRules, documentRules } from './adr_rules.mjs';

const base = process.argv[2];
const contract = await (await fetch(`${base}/openapi.json`)).json();
const faults = [];

async function answer(method, path, body, headers = {}) {
  const response = await fetch(base + path, { method, body, headers });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return { at: `${method} ${path}`, path, status: response.status, headers: Object.fromEntries(response.headers),
    json: type.includes('json') && text ? JSON.parse(text) : undefined, content: path.startsWith('/inhoud/') && response.status < 400 };
}

const json = { 'Content-Type': 'application/json' };
const id = '019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f';
const answers = [];
for (const [path, item] of Object.entries(contract.paths)) {
  const real = path.replace('{kanaal}', 'tilburg').replace('{map}', 'gebied').replace('{bestand}', 'timestamp.json').replace(/\{\w+\}/g, id);
  for (const method of Object.keys(item)) {
    const sends = item[method].requestBody !== undefined;
    answers.push(await answer(method.toUpperCase(), real, sends ? '{}' : undefined, sends ? json : {}));
    if (sends) answers.push(await answer(method.toUpperCase(), real, 'x', { 'Content-Type': 'text/plain' }));
  }
  answers.push(await answer('DELETE', real), await answer('GET', `${real}/`));
}
answers.push(await answer('GET', '/nergens'), await answer('GET', '/inhoud/../x'), await answer('POST', '/tijdsverklaringen', '{"nonce":"0123456789abcdefghijkl"}', json),
  await answer('PUT', `/ideeen/${id}`, '{'.repeat(70_000), json));

for (const { rule, check, seed } of documentRules) {
  faults.push(...check(contract).map((what) => `${rule}: ${what}`));
  const spoiled = structuredClone(contract);
  seed(spoiled);
  if (check(spoiled).length <= check(contract).length) faults.push(`${rule}: its seeded violation was not found`);
}
for (const { rule, check, seed } of answerRules) {
  for (const one of answers) faults.push(...check(one, contract).map((what) => `${rule}: ${one.at} (${one.status}): ${what}`));
  const spoiled = structuredClone(answers.find((one) => one.path === '/gezondheid' && one.status === 200));
  seed(spoiled);
  if (check(spoiled, contract).length === 0) faults.push(`${rule}: its seeded violation was not found`);
}

for (const fault of faults) console.error(fault);
console.log(`NLGov API Design Rules: ${documentRules.length} of the document, ${answerRules.length} of ${answers.length} answers, ${faults.length} violations`);
process.exit(faults.length ? 1 : 0);
