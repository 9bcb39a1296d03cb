// Two systems that know nothing of our code: a register with the contract of Klantinteracties (Open Klant 0.9) that refuses
// whatever does not fit it, and a listener that checks signatures with the library of Standard Webhooks. Both write down what
// they got, and have misfortunes on request: POST /_misfortunes with a list of 500, reset, hang, 401, each for one change.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';

const [portFile, token, secret] = process.argv.slice(2);
const contacts = new Map(), violations = [], events = [];
let misfortunes = [], requests = 0;

// From the schema Klantcontact: what may be written, of which type, and how long it may be.
const fields = {
  referentienummer: ['string', 10], kanaal: ['string', 50], onderwerp: ['string', 200], inhoud: ['string', 1000],
  reactie: ['string', 4000], indicatieContactGelukt: ['boolean'], taal: ['string', 3], vertrouwelijk: ['boolean'],
  plaatsgevondenOp: ['string'], metadata: ['object'],
};
const required = ['kanaal', 'onderwerp', 'taal', 'vertrouwelijk'];

function wrong(body, whole) {
  const params = [];
  const say = (name, code) => params.push({ name, code, reason: code });
  for (const [name, value] of Object.entries(body)) {
    const [type, most] = fields[name] ?? [];
    if (!type) say(name, 'unknown');
    else if (typeof value !== type) say(name, 'invalid');
    else if (most && [...value].length > most) say(name, 'max_length');
  }
  if (whole) for (const name of required) if (body[name] === undefined || body[name] === '') say(name, 'required');
  if (body.referentienummer !== undefined && !/^\d{1,10}$/.test(body.referentienummer)) say('referentienummer', 'invalid');
  if (whole && [...contacts.values()].some((c) => c.referentienummer === body.referentienummer)) say('referentienummer', 'unique');
  if (body.taal !== undefined && !/^[a-z]{3}$/.test(body.taal)) say('taal', 'invalid');
  if (body.plaatsgevondenOp !== undefined && Number.isNaN(Date.parse(body.plaatsgevondenOp))) say('plaatsgevondenOp', 'invalid');
  if (Object.values(body.metadata ?? {}).some((v) => typeof v !== 'string')) say('metadata', 'invalid');
  return params;
}

function register(method, path, query, body) {
  if (method === 'GET' && path === '') {
    const results = [...contacts.values()].filter((c) => c.referentienummer === query.get('referentienummer'));
    return [200, { count: results.length, next: null, previous: null, results }];
  }
  if (method === 'POST' && path === '') {
    const params = wrong(body, true);
    if (params.length) return [400, { title: 'Invalid input.', status: 400, invalidParams: params }];
    const contact = { uuid: randomUUID(), ...body };
    contacts.set(contact.uuid, contact);
    return [201, contact];
  }
  const contact = contacts.get(path.slice(1));
  if (!contact) return [404, { title: 'Niet gevonden.', status: 404 }];
  if (method === 'DELETE') return contacts.delete(contact.uuid), [204];
  if (method !== 'PATCH') return [405, {}];
  const params = wrong(body, false);
  if (params.length) return [400, { invalidParams: params }];
  Object.assign(contact, body);
  return [200, contact];
}

function listener(headers, text) {
  try {
    new Webhook(secret).verify(text, headers);
  } catch (error) {
    violations.push(`signature: ${error.message}`);
    return [401, {}];
  }
  events.push({ id: headers['webhook-id'], ...JSON.parse(text) });
  return [204];
}

function judge(request, text) {
  const url = new URL(request.url, 'http://x');
  if (url.pathname === '/hook') return listener(request.headers, text);
  const base = '/klantinteracties/api/v1/klantcontacten';
  if (!url.pathname.startsWith(base)) return [404, {}];
  if (request.headers.authorization !== `Token ${token}`) return [401, {}];
  const answer = register(request.method, url.pathname.slice(base.length), url.searchParams, text ? JSON.parse(text) : {});
  if (answer[0] === 400) violations.push(`${request.method}: ${JSON.stringify(answer[1])}`);
  return answer;
}

function send(response, [status, body]) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'API-version': '0.9.0' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

createServer(async (request, response) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  if (request.url === '/_misfortunes') return (misfortunes = JSON.parse(text)), send(response, [204]);
  if (request.url === '/_report')
    return send(response, [200, { contacts: [...contacts.values()], events, violations, requests, left: misfortunes.length }]);
  requests += 1;
  const misfortune = request.method === 'GET' ? undefined : misfortunes.shift();
  if (misfortune === '500') return send(response, [500, {}]);
  if (misfortune === '401') return send(response, [401, {}]);
  if (misfortune === 'hang') return; // takes it in and never says a word
  const answer = judge(request, text);
  if (misfortune === 'reset') return request.socket.resetAndDestroy(); // after it was kept
  send(response, answer);
}).listen(0, '127.0.0.1', function () { writeFileSync(portFile, String(this.address().port)); });
