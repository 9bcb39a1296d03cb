// tuf-js brings itself up to date from URL, starting from ROOT, and fetches every target named on standard input.
// node tuf_updates.mjs URL ROOT CACHE; prints "sha256 target" for each. Exit 1: refused, with the reason.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Updater } from "tuf-js";

export async function update(url, root, cache, names) {
  const metadataDir = path.join(cache, "metadata");
  fs.mkdirSync(metadataDir, { recursive: true });
  const trusted = path.join(metadataDir, "root.json");
  if (!fs.existsSync(trusted)) fs.copyFileSync(root, trusted);
  const targetDir = fs.mkdtempSync(path.join(cache, "targets-"));  // nothing may come from an earlier round
  const updater = new Updater({
    metadataDir, targetDir, metadataBaseUrl: url, targetBaseUrl: url,
    config: { fetchRetries: 0, fetchTimeout: 20000 },
  });
  await updater.refresh();
  const found = [];
  for (const name of names) {
    const info = await updater.getTargetInfo(name);
    if (!info) throw new Error(`no role speaks about ${name}`);
    const file = await updater.downloadTarget(info);
    found.push([createHash("sha256").update(fs.readFileSync(file)).digest("hex"), name]);
  }
  return found;
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith("tuf_updates.mjs")) {
  const [url, root, cache] = process.argv.slice(2);
  const names = fs.readFileSync(0, "utf8").split("\n").filter(Boolean);
  try {
    for (const [sha256, name] of await update(url, root, cache, names)) console.log(`${sha256} ${name}`);
  } catch (error) {
    console.error(`refused: ${error.name}: ${error.message}`);
    process.exit(1);
  }
}
