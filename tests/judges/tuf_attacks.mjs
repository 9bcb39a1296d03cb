// tuf-js judges each state that write_attacks made: it must trust "before", and accept or refuse "after" as we say we do.
// node tuf_attacks.mjs FOLDER
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { update } from "./tuf_updates.mjs";

const folder = process.argv[2];
const names = ["gemeente.json", "gebied/noord.json", "sleutels.json", "beeld/noord.png", "terugkoppeling/antwoorden.json", "ideeen/ideeen.json"];

let served = "";
const server = http.createServer((request, response) => {
  const file = path.join(served, decodeURIComponent(new URL(request.url, "http://x").pathname));
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200).end(fs.readFileSync(file));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const url = `http://127.0.0.1:${server.address().port}`;

let wrong = 0;
for (const name of fs.readdirSync(folder).sort()) {
  const state = path.join(folder, name);
  const cache = path.join(state, "cache");
  served = path.join(state, "before");
  await update(url, path.join(served, "1.root.json"), cache, names);
  served = path.join(state, "after");
  let verdict = "accept", reason = "";
  try {
    await update(url, path.join(served, "1.root.json"), cache, names);
  } catch (error) {
    verdict = "refuse";
    reason = ` (${error.message.split("\n")[0]})`;
  }
  const wanted = fs.readFileSync(path.join(state, "verdict"), "utf8").trim();
  if (verdict !== wanted) ++wrong;
  console.log(`${verdict === wanted ? "agrees" : "DIFFERS"}: ${name}: ${verdict}${reason}`);
}
server.close();
process.exit(wrong === 0 ? 0 : 1);
