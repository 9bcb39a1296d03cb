#!/usr/bin/env bash
# The whole round: an idea is given, delivered, answered, and its answer is read on the same screen, without a network.
. "$(dirname "$0")/town.sh"
open_town
town_serve; town_kiosk

kiosk --headless --journey tests/journeys/gives-an-idea.journey
give_idea_with_contact
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
expect_answer "De kraan komt er in mei."
