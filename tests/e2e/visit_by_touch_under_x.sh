#!/usr/bin/env bash
# A whole visit at the real window of a real X server, with real touch: the server's own test driver is a panel of
# ten fingers, which SDL meets as it would any other. The idea then arrives at the central.
. "$(dirname "$0")/town.sh"
. "$(dirname "$0")/touch_screen.sh"
open_town
town_serve; town_kiosk
touch_screen

cat >"$town/visit.journey" <<'EOF_J'
shot begin
finger down 540 900
finger up
tap "Geef uw idee"
type "Een bank bij de vijver, graag!"
shot typed
tap "Verder"
tap "Verder"
tap "Verder"
expect "Een bank bij de vijver, graag!"
shot check
tap "Versturen"
expect "Bewaard. Dank u wel."
shot saved
tap "Klaar"
expect-screen attract
EOF_J
visit_by_touch "$town/visit.journey"

expect "ideas at the central before the round" 0 "$(central ideas --json | grep -c '"tekst"')"
courier once
central ideas --json >"$town/ideas.json"
expect "ideas at the central" 1 "$(grep -c '"tekst"' "$town/ideas.json")"
grep -q 'Een bank bij de vijver, graag!' "$town/ideas.json" || fail "the text is not what was typed"

kill "$screen"
status=0
wait "$screen" || status=$?
expect "the screen program ended with" 0 "$status"
# They came as fingers, none as the mouse that X makes of a finger for programs that know no better.
touches=$(grep -oE '^[0-9]+ touches' "$town/touches" | grep -oE '[0-9]+')
expect "fingers that SDL met" "$touches" "$(grep -c 'SDL EVENT: SDL_FINGERDOWN' "$town/kiosk.log")"
expect "presses of a mouse" 0 "$(grep -c 'SDL EVENT: SDL_MOUSEBUTTONDOWN' "$town/kiosk.log")"
! grep -v 'SDL EVENT: ' "$town/kiosk.log" >&2 || fail "the screen program complained"
