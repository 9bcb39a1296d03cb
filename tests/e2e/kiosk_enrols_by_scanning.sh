#!/usr/bin/env bash
# A new kiosk: its invitation as a code to take along, typed by a hand scanner, and the list of what needs a look.
. "$(dirname "$0")/../support/courier_town.sh"
town_publish >/dev/null
town_serve
alerts() { local status=0; central alerts "$@" >"$town/alerts.txt" 2>/dev/null || status=$?; printf '%s' "$status"; }
expect() { [ "$2" = "$3" ] || fail "$1: wanted '$2', got '$3'"; printf '  %s: %s\n' "$1" "$3"; }

expect "alerts of a central without kiosks" 0 "$(alerts)"
said=$("$bin/wijkvenster-central" kiosks add 'Wijkhuis Noord' --repo "$repo" --store "$store" --url "$url" \
  --qr --qr-svg "$town/uitnodiging.svg" --qr-png "$town/uitnodiging.png")
invitation=$(sed -n 's/^In one *//p' <<<"$said")
[ -n "$invitation" ] || fail "no invitation is printed: $said"
grep -q '▀' <<<"$said" || fail "no code is drawn on the terminal"
expect "files of the invitation are for their owner only" "600 600" "$(stat -c %a "$town"/uitnodiging.{svg,png} | xargs)"
expect "picture" "PNG" "$(head -c 4 "$town/uitnodiging.png" | tail -c 3)"
expect "alerts before it enrolled" 0 "$(alerts)"

if printf 'niet dit\n' | courier enrol --scan 2>"$town/refused.txt"; then fail "nonsense enrols a kiosk"; fi
grep -q 'begins with' "$town/refused.txt" || fail "a wrong scan is not explained: $(cat "$town/refused.txt")"
printf '%s\r\n' "$invitation" | courier enrol --scan
expect "alerts before its first sync" 1 "$(alerts)"
grep -q 'Wijkhuis Noord: ' "$town/alerts.txt" || fail "the alert does not name the kiosk"
courier once
expect "alerts after its first sync" 0 "$(alerts)"
expect "alerts as JSON" '[]' "$(central alerts --json)"
if printf '%s\n' "$invitation" | "$bin/wijkvenster-sync" --state "$town/tweede-kiosk" enrol --scan 2>/dev/null; then
  fail "the code enrols a second kiosk"
fi
