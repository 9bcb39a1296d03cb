#!/usr/bin/env bash
# `run` sleeps, syncs when the screen asks for it and when an idea is kept, and ends at SIGTERM.
. "$(dirname "$0")/../support/courier_town.sh"
courier_town >/dev/null
courier once >/dev/null
settled() { for _ in $(seq 600); do if eval "$1"; then return 0; fi; sleep 0.1; done; return 1; }

"$bin/wijkvenster-sync" --state "$state" run 2>"$town/run.log" &
runner=$!
town_pids+=("$runner")
settled '[ "$(grep SigBlk "/proc/$runner/status" | cut -f2)" != 0000000000000000 ]' || fail "run does not start"
rounds() { grep -c 'round' "$town/run.log" || true; }
first=$(rounds)
printf '%s' "$(date +%s%3N)" >"$state/sync-verzoek"
settled '[ "$(rounds)" -gt "$first" ]' || fail "the wish of the screen is not heard: $(cat "$town/run.log")"
"$bin/keep_idea" "$state" "Een bankje" >/dev/null
settled 'central ideas --json | grep -q "Een bankje"' || fail "the idea does not go by itself: $(cat "$town/run.log")"
before=$(awk '{print $14 + $15}' "/proc/$runner/stat")
sleep 2
after=$(awk '{print $14 + $15}' "/proc/$runner/stat")
[ $((after - before)) -le 1 ] || fail "run is busy while there is nothing to do: $((after - before)) ticks in two seconds"
kill -TERM "$runner"
status=0
wait "$runner" || status=$?
[ "$status" -eq 0 ] || fail "SIGTERM ends run with $status"
if grep -q 'bankje' "$town/run.log"; then fail "what was typed stands in the log"; fi
printf '  run: heard the screen, delivered the idea, slept, ended\n'
