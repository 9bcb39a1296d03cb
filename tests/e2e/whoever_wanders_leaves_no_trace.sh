#!/usr/bin/env bash
# Visitors without a plan, on the real wheel with the example content: no dead end, no assertion, no trace of a visit.
. "$(dirname "$0")/town.sh"
open_town
actions=1000
[ -n "${WV_LONG:-}" ] && actions=100000
wander() { # wander SEED [options of wijkvenster]
  local seed=$1; shift
  WV_SEED=$seed WV_ACTIONS=$actions "$bin/wanderer" --state "$state" --share "$share" --tree \
    --clock 2026-11-23T13:00:00Z "$@"
}
wander 1
wander 2 --size 1920x1080 --panel-mm 476x268
