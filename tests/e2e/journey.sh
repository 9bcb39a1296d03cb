#!/usr/bin/env bash
# Plays one journey on a kiosk with the example content, offline.  journey.sh FILE [options of wijkvenster]
. "$(dirname "$0")/town.sh"
journey=$1; shift
open_town
kiosk --headless --journey "$journey" --clock 2026-11-23T13:00:00Z "$@"
