#!/usr/bin/env bash
# Ideas and answers reach two systems of others, through everything that can go wrong between here and there, once in
# effect; and what is erased here is erased there.
. "$(dirname "$0")/../support/courier_town.sh"
town_publish >/dev/null
town_examples
secret=whsec_$(openssl rand -base64 32)
token=$(openssl rand -hex 20)
printf '%s\n' "$token" >"$town/openklant.token"
printf '%s\n' "$secret" >"$town/haak.geheim"
node "$judges/other_systems.mjs" "$town/stub-port" "$token" "$secret" >"$town/stub.log" 2>&1 &
town_pids+=($!)
for _ in $(seq 200); do [ -s "$town/stub-port" ] && break; sleep 0.05; done
there=http://127.0.0.1:$(cat "$town/stub-port")
sed -e "s|https://openklant.voorbeeld.nl|$there|; s|https://gebiedsteam.voorbeeld.nl/haak|$there/hook|" \
  config/koppelingen.toml >"$town/koppelingen.toml"
grep -q "$there/hook" "$town/koppelingen.toml" || fail "config/koppelingen.toml names other places than this test thinks"

relay() { "$bin/wijkvenster-central" relay "$@" --repo "$repo" --store "$store"; }
# The pauses after a failure are for a real world; here their end comes at once.
no_pause() { sqlite3 "$repo/ideeen.db" "PRAGMA busy_timeout=5000; UPDATE overdracht SET volgende=0; UPDATE overdracht_beurt SET tot=0" >/dev/null; }
report() { curl -sf "$there/_report" >"$town/report.json"; node -p "const r = JSON.parse(require('fs').readFileSync('$town/report.json')); $1"; }
misfortunes() { curl -sf -d "$1" "$there/_misfortunes"; }
expect() { [ "$2" = "$3" ] || fail "$1: expected $2, got $3"; }

misfortunes '["500", "reset", "hang", "500", "401", "reset", "500", "reset"]'
rounds=0
until relay once --connections "$town/koppelingen.toml"; do
  rounds=$((rounds + 1))
  [ "$rounds" -lt 30 ] || fail "it never ends: $(relay status)"
  no_pause
done
expect "misfortunes that never came" 0 "$(report 'r.left')"
expect "violations of their contract" '' "$(report 'r.violations.join("\n")')"
expect "contacts" 14 "$(report 'r.contacts.length')"
expect "contacts for different ideas" 14 "$(report 'new Set(r.contacts.map((c) => c.metadata.ideeId)).size')"
expect "ideas that were told" 14 "$(report 'new Set(r.events.filter((e) => e.type === "idee.ontvangen").map((e) => e.data.ideeId)).size')"
expect "events that came twice under another id" 0 \
  "$(report 'r.events.length - new Set(r.events.map((e) => e.id)).size - r.events.filter((e, i) => r.events.findIndex((f) => f.id === e.id) < i).length')"
expect "texts in events" false "$(report 'r.events.some((e) => "tekst" in e.data || "antwoord" in e.data)')"
requests=$(report 'r.requests')
relay once --connections "$town/koppelingen.toml"
expect "requests when there is nothing to tell" "$requests" "$(report 'r.requests')"
printf '  %s requests in %s rounds with 8 misfortunes: 14 contacts, %s events\n' "$requests" "$rounds" "$(report 'r.events.length')"

# A running server does it by itself.
no_pause
serve_options=(--connections "$town/koppelingen.toml")
town_serve
central answer i1 --status 'in behandeling' --text 'Wij komen kijken op dinsdag.' >/dev/null
eventually() {
  for _ in $(seq 400); do
    [ "$(report "$2")" = true ] && return
    sleep 0.1
  done
  fail "$1 does not come: $(relay status)"
}
eventually "the reaction" 'r.contacts.some((c) => c.reactie === "Wij komen kijken op dinsdag.")'
eventually "the event of the answer" 'r.events.some((e) => e.type === "idee.beantwoord" && e.data.status === "in behandeling" && e.data.nummer === 1)'
idea=$(report 'r.contacts.find((c) => c.reactie === "Wij komen kijken op dinsdag.").metadata.ideeId')
central erase "$idea" --reason 'verzoek bewoner' >/dev/null
eventually "the erasure" "r.contacts.every((c) => c.metadata.ideeId !== '$idea')"
eventually "the event of the erasure" "r.events.some((e) => e.type === 'idee.gewist' && e.data.ideeId === '$idea')"
relay status
! grep -E "$token|whsec_|komen kijken" "$town/centraal.log" || fail "a secret or an answer stands in the log"
