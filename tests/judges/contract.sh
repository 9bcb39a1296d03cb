#!/usr/bin/env bash
# The contract that the central hands out, judged by others: Redocly reads it, and Prism stands between a real kiosk and
# the real central and lets nothing pass that the contract does not say.
. "$(dirname "$0")/../support/courier_town.sh"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
town_publish >/dev/null
town_serve
curl -sf "$url/openapi.json" >"$town/openapi.json" || fail "the central hands out no contract"
"$judges/node_modules/.bin/redocly" lint --config tests/judges/redocly.yaml "$town/openapi.json" >"$town/lint" 2>&1 ||
  { cat "$town/lint" >&2; fail "Redocly refuses the contract"; }
printf '  Redocly: %s\n' "$(grep -i 'valid' "$town/lint" | tail -n 1)"

# Prism answers at the root; a kiosk's token names the whole path of its request.
node -e '
  const contract = JSON.parse(require("fs").readFileSync(process.argv[1]));
  contract.paths = Object.fromEntries(Object.entries(contract.paths).map(([path, item]) => ["/kiosk/v1" + path, item]));
  process.stdout.write(JSON.stringify(contract));' "$town/openapi.json" >"$town/whole-paths.json"
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
"$judges/node_modules/.bin/prism" proxy "$town/whole-paths.json" "${url%/kiosk/v1}" --errors --host 127.0.0.1 --port "$port" \
  >"$town/prism.log" 2>&1 &
town_pids+=($!)
through=http://127.0.0.1:$port/kiosk/v1
for _ in $(seq 200); do
  curl -sf -o "$town/health" "$through/gezondheid" && break
  sleep 0.1
done

# A kiosk's whole life: enrolment, content, an idea with contact data, answers, a round with nothing new. Only the first
# content goes past Prism, which takes a picture for text and spoils it.
goes() { printf '[centraal]\nurl = "%s"\n' "$1" >"$state/instellingen.toml"; }
town_invite
courier enrol --code "$code" --url "$through" --root-sha256 "$root"
goes "$url"
courier once
goes "$through"
"$bin/keep_idea" "$state" "Een bankje bij de vijver, graag!" "buur@voorbeeld.nl" >/dev/null
courier once
central ideas --json >"$town/ideas.json"
grep -q 'Een bankje bij de vijver, graag!' "$town/ideas.json" || fail "the idea did not arrive through Prism"
central answer i1 --status gepubliceerd --text 'Dank u wel.'
central publish-answers
printf '{"op":"2026-03-01T02:30:00Z","uitslag":"fout","fouten":["scherm-donker"]}' >"$state/zelftest.json"
courier once
kiosk=$(courier status --json | sed -n 's/.*"kioskId": "\([0-9a-f-]*\)".*/\1/p')
central orders give "$kiosk" diagnose
central orders give "$kiosk" boodschap --text 'Morgen is er koffie.' --through "$(date +%F)"
courier once
central orders list "$kiosk" --json | grep -q '"uitkomst": "gedaan"' || fail "no command was carried out through Prism"

# Refusals speak the contract as well.
expect_status() {
  local wanted=$1; shift
  local got
  got=$(curl -s -o "$town/body" -w '%{http_code} %{content_type}' "$@")
  [ "$got" = "$wanted application/problem+json" ] || fail "$*: wanted $wanted, got $got: $(cat "$town/body")"
  printf '  %s: %s\n' "$wanted" "$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1])).title' "$town/body")"
}
id=019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f
idea='{"tekst":"Een bankje","ingevoerdOp":"2026-03-01T09:00:00Z","klokZeker":true,"volgnummer":1}'
json=(-H 'Content-Type: application/json')
expect_status 404 "$through/inhoud/tilburg/9999.root.json"
expect_status 401 -X PUT "${json[@]}" -H 'Authorization: Bearer x.y.z' -d "$idea" "$through/ideeen/$id"
expect_status 403 -X POST "${json[@]}" -d "$(printf '{"code":"0000000000","publiekeSleutel":"%043d","softwareVersie":"1"}' 0)" "$through/aanmeldingen"

! grep -E 'VIOLATIONS|✖' "$town/prism.log" || fail "Prism saw what the contract does not say"
printf '  Prism: %s requests, no violation\n' "$(grep -c 'Request received' "$town/prism.log")"
