#!/usr/bin/env bash
# An idea becomes public: moderated, read by neighbours, backed at the screen and counted once. Withdrawn, it is gone.
. "$(dirname "$0")/town.sh"
open_town
town_serve; town_kiosk

ideas() { central ideas --json >"$town/ideas.json"; }
visit() { kiosk --headless --clock 2026-11-23T13:00:00Z --journey - "$@"; }

kiosk --headless --journey tests/journeys/gives-an-idea.journey
courier once
visit <<'EOF'
finger down 540 900
finger up
tap "Ideeën uit de buurt"
expect-screen ideas
expect "Hier staan nog geen ideeën"
expect-not "Meer bloemen"
EOF

central answer i1 --status gepubliceerd
central publish-answers
courier once
visit <<'EOF'
finger down 540 900
finger up
expect "1 idee"
tap "Ideeën uit de buurt"
expect-screen ideas
tap "Meer bloemen in de Vlashofstraat!"
expect-screen idea
tap "Steun dit idee"
expect "U steunt dit idee"
tap "Terug"
tap "Meer bloemen in de Vlashofstraat!"
expect "U steunt dit idee"
tap "Opnieuw"
tap "Geef uw idee"
type "Bloemen in de Vlashofstraat"
wait 1s
expect "Hier is al een idee over: Meer bloemen in de Vlashofstraat!"
tap "Hier is al een idee over"
expect-screen idea
tap "Terug"
expect-screen idea-write
expect "Bloemen in de Vlashofstraat"
EOF

# The first receipt gets lost: a copy of the kiosk from before the delivery delivers again.
cp -a "$state/sync.db" "$town/before.db"
courier once
cp -a "$town/before.db" "$state/sync.db"
courier once || true
ideas
expect "support that the central counts" 1 "$(grep -c '"steun": 1' "$town/ideas.json")"
central publish-answers
courier once
visit <<'EOF'
finger down 540 900
finger up
tap "Ideeën uit de buurt"
expect "1 keer gesteund"
EOF

central answer i1 --status ingetrokken
central publish-answers
courier once
visit <<'EOF'
finger down 540 900
finger up
tap "Ideeën uit de buurt"
expect "Hier staan nog geen ideeën"
expect-not "Meer bloemen"
EOF
