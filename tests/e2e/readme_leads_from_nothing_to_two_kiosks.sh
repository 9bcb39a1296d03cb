#!/usr/bin/env bash
# The README's chapter "From nothing to two kiosks on one central", done to the letter; only folder and port are others.
set -euo pipefail
cd "$(dirname "$0")/../.."
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-readme.XXXXXX")
trap '[ ! -s "$work/pid" ] || kill "$(cat "$work/pid")" 2>/dev/null || true; rm -rf "$work"' EXIT
awk '/^## / { ours = /From nothing to two kiosks/ } ours && /^```sh/ { inside = 1; next } /^```/ { inside = 0 } ours && inside' README.md >"$work/steps"
[ -s "$work/steps" ] || fail "the chapter has no steps"
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
sed -i -e "s|/srv/wijkvenster|$work/srv|g" -e "s|8080|$port|g" -e "s|build/release|$BUILD_FOLDER|g" "$work/steps"
export PATH=$BUILD_FOLDER/bin:$PATH
(bash -eu <(cat "$work/steps"; printf 'printf "%%s" "$!" >%q\n' "$work/pid")) >"$work/out" 2>&1 || { cat "$work/out" >&2; fail "a step of the README fails"; }
wijkvenster-central kiosks list --json --repo "$work/srv" >"$work/kiosks"
node -e 'const kiosks = JSON.parse(require("fs").readFileSync(process.argv[1])).filter((one) => one.staat === "actief");
  console.log("  " + kiosks.map((one) => one.naam).join(", ")); process.exit(kiosks.length === 2 ? 0 : 1)' "$work/kiosks" || fail "there are no two kiosks: $(cat "$work/kiosks")"
