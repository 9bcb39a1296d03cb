#!/usr/bin/env bash
# Visitors type at a real window: one throws it away, one searches, one sends; staff give up a paper slip. Then nothing of it stands
# in the memory of the program (what a core dump would hold), in its files, in its log, nor in what it leaves when it dies of a fault.
. "$(dirname "$0")/town.sh"
. "$(dirname "$0")/touch_screen.sh"
open_town
town_serve; town_kiosk
touch_screen
canaries=(zwaluwnest bramenjam kwikstaart7 48261937 boomkruiper 0687654321)

cat >"$town/visit.journey" <<'EOF_J'
finger down 540 900
finger up
tap "Geef uw idee"
type "zwaluwnest"
tap "Opnieuw"
tap "Stoppen en wissen"
expect-screen home
tap "Wijkagenda"
tap "Zoeken"
type "bramenjam"
tap "Opnieuw"
expect-screen home
hold "Wijkpunt Noord" 3s
expect-screen pin
type "48261937"
tap "Openen"
tap "Opnieuw"
expect-screen home
tap "Geef uw idee"
type "zwaluwnest"
tap "Verder"
tap "Verder"
tap "E-mail"
type "kwikstaart7@voorbeeld.nl"
tap "Verder"
tap "Versturen"
expect "Bewaard. Dank u wel."
tap "Klaar"
expect-screen attract
finger down 540 900
finger up
hold "Wijkpunt Noord" 3s
type "2580"
tap "Openen"
tap "Papieren briefjes"
tap "Briefje overtypen"
type "77"
tap "Verder"
type "77"
tap "Verder"
type "boomkruiper"
tap "Verder"
tap "Verder"
tap "Telefoon"
type "0687654321"
tap "Verder"
type "0687654321"
tap "Verder"
expect-screen idea-check
tap "Opnieuw"
tap "Stoppen en wissen"
expect-screen home
EOF_J
visit_by_touch "$town/visit.journey"
python3 tests/support/in_memory.py "$screen" "${canaries[@]}" || fail "what was typed stands in the memory of the program"
printf '  in the memory of the program: nothing\n'

kill -ABRT "$screen"
status=0
wait "$screen" || status=$?
expect "the screen program died of" 134 "$status"
left=$state/laatste-minuten.journey
expect "who may read what it left" 600 "$(stat -c %a "$left")"
expect "letters in what it left" 100 "$(grep -c '^letter$' "$left")"
# It can be done again up to where the words decide: no letters without meaning are an address for mail.
{ sed '/channels/,$d' "$left"; echo 'expect-screen idea-contact'; } >"$town/again.journey"
kiosk --headless --journey "$town/again.journey" || fail "what it left cannot be played again"

# Once the central has the idea for good, the kiosk has it no longer.
courier once
expect "ideas at the central" 1 "$(central ideas --json | grep -c '"tekst"')"
central backup "$town/copy.db" >/dev/null
courier once
printf 'touch\ntap "Opnieuw"\n' >"$town/next.journey"
kiosk --headless --journey "$town/next.journey"
for canary in "${canaries[@]}"; do
  found=$(grep -rlaF "$canary" "$state" "$town/kiosk.log" "$left" || true)
  [ -z "$found" ] || fail "'$canary' stands in $found"
done
printf '  in its files, its log and what it left: nothing\n'
