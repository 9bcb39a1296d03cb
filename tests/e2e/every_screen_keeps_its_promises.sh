#!/usr/bin/env bash
# The audit of one language: every screen in every size of letters and both orientations; every theme in the first one.
. "$(dirname "$0")/town.sh"
open_town
kiosk --audit --lang "$1" --clock 2026-11-23T13:00:00Z --out "$town/audit.json" || { cat "$town/audit.json"; fail "see above"; }
