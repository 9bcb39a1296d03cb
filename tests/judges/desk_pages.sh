#!/usr/bin/env bash
# Staff at their own desk: a resident's idea is answered in a real browser, and the answer is read on a real kiosk.
export AREA=noord
. "$(dirname "$0")/../e2e/town.sh"
open_town
town_examples
cp -r "$content" "$town/inhoud"
serve_options=(--content "$town/inhoud")
town_serve; town_kiosk

give_idea_with_contact
courier once

invited() { central users add "$1" --role "$2" | sed -n 's/^Code *\([0-9A-Z-]*\).*/\1/p'; }
shots=$BUILD_FOLDER/desk-shots
rm -rf "$shots"
node "$JUDGES/desk_pages.mjs" "${url%/kiosk/v1}" "$shots" "$repo/sleutels/offline/contact.pem" \
  "beheerder-demo:$(invited beheerder-demo beheerder)" "moderator-noord:$(invited moderator-noord moderator)" \
  "lezer-balie:$(invited lezer-balie lezer)"

! grep -rl "buur@voorbeeld.nl" "$town" --exclude="*.journey" || fail "contact data stands in the clear"
! grep -l "een lange zin om te onthouden" "$town/centraal.log" || fail "a password stands in the log"
central users list
central publish-answers
courier once
grep -aq 'Borrel voor de buurt' "$(ls -t "$state"/inhoud-*.db | head -n 1)" ||
  fail "what was published at the desk is not on the kiosk"
town_close  # from here on there is no central: the answer is on the kiosk
expect_answer "De kraan komt er in mei."
