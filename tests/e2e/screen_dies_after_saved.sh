#!/usr/bin/env bash
# The screen is killed the moment it says "Bewaard": the idea is there, and reaches the central once.
. "$(dirname "$0")/town.sh"
open_town
town_serve; town_kiosk
{ sed '/tap "Klaar"/,$d' tests/journeys/gives-an-idea.journey; echo sync; } >"$town/until-saved.journey"
status=0
"$bin/play_then_die" --state "$state" --share "$share" --tree <"$town/until-saved.journey" || status=$?
expect "ended by SIGKILL" 137 "$status"
courier once
courier once
expect "ideas at the central" 1 "$(central ideas --json | grep -c '"tekst"')"
central ideas --json | grep -q 'Meer bloemen in de Vlashofstraat!' || fail "the text is not what was typed"
