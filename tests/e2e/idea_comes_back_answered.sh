#!/usr/bin/env bash
# The whole round: an idea is given, delivered, answered, and its answer is read on the same screen, without a network.
. "$(dirname "$0")/town.sh"
open_town
town_serve; town_kiosk

kiosk --headless --journey tests/journeys/gives-an-idea.journey
cat >"$town/contact.journey" <<'EOF'
finger down 540 900
finger up
tap "Geef uw idee"
type "Een waterkraan op het plein"
tap "Verder"
tap "Verder"
tap "E-mail"
type "buur@voorbeeld.nl"
tap "Verder"
tap "Versturen"
expect "Bewaard. Dank u wel."
EOF
kiosk --headless --journey "$town/contact.journey" --tree >"$town/tree.json"
code=$(code_in "$town/tree.json")
courier once
central ideas --json >"$town/ideas.json"
expect "ideas at the central" 2 "$(grep -c '"tekst"' "$town/ideas.json")"
grep -q 'Een waterkraan op het plein' "$town/ideas.json" || fail "the text did not arrive"
clear=$(grep -rl "buur@voorbeeld.nl" "$town" --exclude="*.journey" || true)
[ -z "$clear" ] || fail "contact data stands in the clear in $clear"

central answer "$code" --status gepubliceerd --text 'Goed idee. De kraan komt er in mei.'
central publish-answers
courier once
town_close  # from here on there is no central: the answer is on the kiosk
cat >"$town/follow.journey" <<EOF
finger down 540 900
finger up
tap "Volg uw idee"
type "${code/-/}"
tap "Zoek mijn idee"
expect-screen code-result
expect "De kraan komt er in mei."
EOF
kiosk --headless --journey "$town/follow.journey"
