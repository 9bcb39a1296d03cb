// jose reads everything a kiosk and a central sign or seal for each other, as it passes by on the wire.
// node jose_reads.mjs CENTRAL_URL STATE CODE ROOT_SHA256 CONTACT_KEY_PEM SYNC KEEP_IDEA
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import * as jose from "jose";

const [central, state, code, root, contactKey, sync, keepIdea] = process.argv.slice(2);
const seen = [];

// Stands between the two and writes down what it sees.
const proxy = http.createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  const target = new URL(request.url, central);
  const headers = { ...request.headers, host: target.host };
  const onward = http.request(target, { method: request.method, headers, agent: false }, async (answer) => {
    const answered = Buffer.concat(await answer.toArray());
    seen.push({ method: request.method, path: target.pathname, headers: request.headers, body, status: answer.statusCode, answered });
    delete answer.headers["transfer-encoding"];
    response.writeHead(answer.statusCode, { ...answer.headers, "content-length": answered.length }).end(answered);
  });
  onward.on("error", () => response.destroy());
  onward.end(body);
});
await new Promise((listening) => proxy.listen(0, "127.0.0.1", listening));
const url = `http://127.0.0.1:${proxy.address().port}/kiosk/v1`;

function run(program, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (data) => (out += data));
    child.on("close", (status) => (status === 0 ? resolve(out.trim()) : reject(new Error(`${program} ${args[2]}: exit ${status}`))));
  });
}
const json = (bytes) => JSON.parse(bytes.toString("utf8"));
const sha256 = (bytes, encoding) => createHash("sha256").update(bytes).digest(encoding);

await run(sync, "--state", state, "enrol", "--code", code, "--url", url, "--root-sha256", root);
await run(sync, "--state", state, "once");
const ideaId = await run(keepIdea, state, "Een bankje bij de speeltuin ☀ – met schaduw", "buur@voorbeeld.nl");
await run(sync, "--state", state, "once");
proxy.close();

const enrolment = seen.find((s) => s.path.endsWith("/aanmeldingen"));
const { kioskId } = json(enrolment.answered);
const device = await jose.importJWK({ kty: "OKP", crv: "Ed25519", x: json(enrolment.body).publiekeSleutel }, "EdDSA");

const signed = seen.filter((s) => s.headers.authorization);
assert.ok(signed.length >= 3, "an idea and two heartbeats carry tokens");
const tokens = new Set();
for (const { method, path, headers, body } of signed) {
  const token = headers.authorization.replace(/^Bearer /, "");
  const { payload, protectedHeader } = await jose.jwtVerify(token, device, {
    algorithms: ["EdDSA"], issuer: kioskId, audience: "wijkvenster-centraal", requiredClaims: ["iat", "exp", "jti"], typ: "JWT",
  });
  assert.equal(protectedHeader.kid, kioskId);
  assert.ok(payload.exp - payload.iat <= 300, "five minutes at most");
  assert.deepEqual([payload.htm, payload.htu, payload.bsh], [method, path, sha256(body, "base64url")]);
  tokens.add(payload.jti);
}
assert.equal(tokens.size, signed.length, "no token is used twice");
console.log(`jose verifies ${signed.length} device tokens`);

const keysFile = seen.find((s) => s.path.endsWith(".sleutels.json"));
const { ontvangstSleutel, contactSleutel } = json(keysFile.answered);
const put = seen.find((s) => s.method === "PUT" && s.path.endsWith(`/ideeen/${ideaId}`));
assert.equal(put.status, 201);
const receipt = json(put.answered);
const opened = await jose.compactVerify(receipt.handtekening, await jose.importJWK(ontvangstSleutel, "EdDSA"), { algorithms: ["EdDSA"] });
assert.equal(opened.protectedHeader.kid, ontvangstSleutel.kid);
const claims = json(Buffer.from(opened.payload));
const { handtekening, ...body } = receipt;
assert.deepEqual(claims, { ...body, kioskId });
assert.equal(claims.sha256, sha256(put.body, "hex"));
assert.equal(claims.ideeId, ideaId);
console.log("jose verifies the receipt");

const idea = json(put.body);
assert.ok(!put.body.includes("buur@voorbeeld.nl"), "contact data never travels in the clear");
const secret = await jose.importPKCS8(fs.readFileSync(contactKey, "utf8"), "RSA-OAEP-256");
const contact = await jose.compactDecrypt(idea.contactVersleuteld, secret, {
  keyManagementAlgorithms: ["RSA-OAEP-256"], contentEncryptionAlgorithms: ["A256GCM"],
});
assert.equal(contact.protectedHeader.kid, contactSleutel.kid);
assert.equal(await jose.calculateJwkThumbprint(contactSleutel), contactSleutel.kid, "kid is the RFC 7638 thumbprint");
assert.deepEqual(json(Buffer.from(contact.plaintext)), { kanaal: "email", waarde: "buur@voorbeeld.nl" });
console.log("jose opens the sealed contact data");
