#!/usr/bin/env bash
# Thousands of keys pressed at random, upright and lying: the focus is never lost, hidden or trapped.
. "$(dirname "$0")/town.sh"
open_town
for panel in "1080x1920 268x476" "1920x1080 476x268"; do
  set -- $panel
  "$build_folder/bin/walk_by_keys" 2500 --state "$state" --share "$share" --headless --tree --size "$1" --panel-mm "$2" \
    --clock 2026-11-23T13:00:00Z >"$town/met" || fail "at $panel"
  met=$(wc -l <"$town/met")
  [ "$met" -ge 8 ] || fail "only $met screens were met: $(tr '\n' ' ' <"$town/met")"
  printf '  %s: %s screens by keys alone\n' "$1" "$met"
done
