#!/usr/bin/env bash
# What `kiosk/run` shows without a display: its own two scripts, with an answer in between. They went out of date once while every
# test had scripts of its own.
. "$(dirname "$0")/town.sh"
open_town
town_examples
central publish-answers
town_serve; town_kiosk
courier once

mkdir "$town/shots"
kiosk --headless --journey kiosk/app/visit.journey --shots "$town/shots" --tree >"$town/tree.json"
code=$(code_in "$town/tree.json")
courier once
central answer "$code" --status 'in behandeling' --text 'Dank u wel.'
central publish-answers
courier once
sed "s/@CODE@/${code/-/}/" kiosk/app/follow.journey | kiosk --headless --journey - --shots "$town/shots"
expect "pictures, as many as the scripts ask for" "$(cat kiosk/app/visit.journey kiosk/app/follow.journey | grep -c '^shot ')" \
  "$(find "$town/shots" -name '*.png' | wc -l)"
