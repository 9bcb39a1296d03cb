// The peer: Fastify and better-sqlite3 doing what the central does with an idea, written as a good Node service would be.
// node server.mjs DATABASE KEYS PORT_FILE batched|each signed|plain
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import Fastify from 'fastify';

const [file, keys, portFile, commits, signatures] = process.argv.slice(2);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`CREATE TABLE kiosk(id TEXT PRIMARY KEY, sleutel TEXT NOT NULL) STRICT;
  CREATE TABLE idee(id TEXT PRIMARY KEY, kiosk TEXT NOT NULL, volgnummer INTEGER NOT NULL, sha256 BLOB NOT NULL,
    bytes BLOB NOT NULL, ontvangen_op INTEGER NOT NULL, UNIQUE(kiosk, volgnummer)) STRICT;
  CREATE TABLE logboek(seq INTEGER PRIMARY KEY, wie TEXT NOT NULL, wat TEXT NOT NULL, op INTEGER NOT NULL, keten BLOB NOT NULL) STRICT;`);
const addKiosk = db.prepare('INSERT INTO kiosk VALUES(?, ?)');
db.transaction(() => {
  for (const line of readFileSync(keys, 'utf8').trim().split('\n')) {
    const [id, , publicKey] = line.split(' ');
    addKiosk.run(id, publicKey);
  }
})();

const kiosk = db.prepare('SELECT sleutel FROM kiosk WHERE id = ?').pluck();
const insert = db.prepare('INSERT INTO idee VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
const log = db.prepare('INSERT INTO logboek(wie, wat, op, keten) VALUES(?, ?, ?, ?)');
const known = new Map();  // key objects: making one costs more than looking it up
let chain = Buffer.alloc(0);

function keyOf(id) {
  let key = known.get(id);
  if (key) return key;
  const x = kiosk.get(id);
  if (!x) return undefined;
  key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  known.set(id, key);
  return key;
}

// The kiosk that sent this, or undefined.
function sender(request) {
  const token = (request.headers.authorization ?? '').slice(7);
  const [head, claims, signature] = token.split('.');
  if (!signature) return undefined;
  const { kid, alg } = JSON.parse(Buffer.from(head, 'base64url'));
  const key = alg === 'EdDSA' ? keyOf(kid) : undefined;
  if (!key) return undefined;
  if (signatures === 'plain') return kid;
  if (!verify(null, Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))) return undefined;
  const said = JSON.parse(Buffer.from(claims, 'base64url'));
  const now = Date.now() / 1000;
  const fits = said.iss === kid && said.aud === 'wijkvenster-centraal' && said.htm === request.method && said.htu === request.url &&
    said.bsh === sha256(request.body).toString('base64url') && said.iat <= now + 60 && said.exp > now - 60;
  return fits ? kid : undefined;
}

const receiptKey = generateKeyPairSync('ed25519').privateKey;
const epoch = crypto.randomUUID();
const receiptHead = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: 'ontvangst' })).toString('base64url');
function receipt(idea) {
  const body = { ideeId: idea.id, sha256: idea.digest.toString('hex'), ontvangenOp: new Date(idea.at).toISOString(), epoch };
  if (signatures === 'plain') return { ...body, handtekening: '-' };
  const text = receiptHead + '.' + Buffer.from(JSON.stringify({ ...body, kioskId: idea.kiosk })).toString('base64url');
  return { ...body, handtekening: text + '.' + sign(null, Buffer.from(text), receiptKey).toString('base64url') };
}

function write(idea) {
  insert.run(idea.id, idea.kiosk, idea.number, idea.digest, idea.bytes, idea.at);
  chain = createHash('sha256').update(chain).update(`\n${idea.kiosk}\nidee-ontvangen ${idea.id}\n${idea.at}`).digest();
  log.run(idea.kiosk, `idee-ontvangen ${idea.id}`, idea.at, chain);
}
const writeAll = db.transaction((group) => { for (const { idea } of group) write(idea); });

let waiting = [];
function flush() {
  const group = waiting;
  waiting = [];
  writeAll(group);
  for (const { done } of group) done();
}
// One commit for all that came in this turn of the loop, or one for each.
function keep(idea) {
  if (commits === 'each') return writeAll([{ idea }]);
  return new Promise((done) => {
    waiting.push({ idea, done });
    if (waiting.length === 1) setImmediate(flush);
  });
}

const app = Fastify({ logger: false, bodyLimit: 65536 });
app.removeAllContentTypeParsers();
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => done(null, body));
app.put('/kiosk/v1/ideeen/:id', async (request, reply) => {
  const from = sender(request);
  if (!from) return reply.code(401).send();
  const said = JSON.parse(request.body);
  if (typeof said.tekst !== 'string' || said.tekst.length > 1000 || !Number.isSafeInteger(said.volgnummer)) return reply.code(400).send();
  const idea = { id: request.params.id, kiosk: from, number: said.volgnummer, bytes: request.body, digest: sha256(request.body), at: Date.now() };
  await keep(idea);
  return reply.code(201).header('API-Version', '1.0.0').send(receipt(idea));
});
await app.listen({ host: '127.0.0.1', port: 0 });
writeFileSync(portFile, `${app.server.address().port}\n`);
process.on('SIGTERM', () => process.exit(0));
