#!/usr/bin/env bash
# kill -9 at every named step of a sync, then one ordinary sync: the release is the new one, the idea arrived once.
. "$(dirname "$0")/../support/courier_town.sh"
courier_town >/dev/null
courier once >/dev/null
town_close

json_number() { grep -oE "\"$1\": *[0-9]+" <<<"$2" | head -n 1 | grep -oE '[0-9]+$'; }
dies() { # dies STEP COMMAND…
  local step=$1 status=0; shift
  WIJKVENSTER_STERF_BIJ=$step "$bin/wijkvenster-sync" --state "$state" "$@" >/dev/null 2>&1 || status=$?
  [ "$status" -eq 137 ] || fail "$step: exit $status instead of a kill"
}

# The town before: one release, one enrolled kiosk. After: a changed area, so every step of a sync is passed.
before=$(json_number versie "$(courier status --json)")
cp -a "$state" "$town/state.before"
changed=$town/content
cp -a "$content" "$changed"
area_file=$(ls "$changed"/gebieden/noord.toml)
sed -i '0,/^naam = .*/s//naam = "Noord (gewijzigd)"/' "$area_file"
sed -i 's/naam = "Noord"/naam = "Noord (gewijzigd)"/' "$changed/gemeente.toml"
central publish "$changed" >/dev/null
town_serve
settings() { printf '[centraal]\nurl = "%s"\nwortel_sha256 = "%s"\n' "$url" "$root" >"$state/instellingen.toml"; }

count=0
for step in after-trust blob-written release-written release-renamed before-activate after-activate before-put after-put \
  before-ack-commit after-ack-commit before-heartbeat after-heartbeat heartbeat-stored; do
  rm -rf "$state"
  cp -a "$town/state.before" "$state"
  settings
  # One kiosk, copied back in time for each step: its number and its ticket go on from where the central is.
  if [ -f "$town/ideeen.db" ]; then cp "$town/ideeen.db" "$state/ideeen.db"; fi
  if [ -f "$town/bon" ]; then sqlite3 "$state/sync.db" "INSERT OR REPLACE INTO apparaat VALUES('bon','$(cat "$town/bon")')"; fi
  id=$("$bin/keep_idea" "$state" "Idee bij $step")
  dies "$step" once
  now=$(json_number versie "$(courier status --json)")
  courier verify >/dev/null || fail "$step: a file is damaged"
  log=$(courier once 2>&1) || fail "$step: the next sync fails: $log"
  after=$(json_number versie "$(courier status --json)")
  [ "$after" -gt "$before" ] || fail "$step: still the old release after the next sync"
  [ "$now" = "$before" ] || [ "$now" = "$after" ] || fail "$step: release $now is neither old nor new"
  count=$((count + 1))
  arrived=$(central ideas --json | grep -oE "\"ideeId\": *\"$id\"" | wc -l)
  [ "$arrived" -eq 1 ] || fail "$step: the idea arrived $arrived times"
  left=$(find "$state" -name '*.nieuw*' -o -name '*.deel' | wc -l)
  [ "$left" -eq 0 ] || fail "$step: something is left lying about"
  courier status --json | grep -q '"uitkomst": *"goed"' || fail "$step: not well in the end"
  cp "$state/ideeen.db" "$town/ideeen.db"
  sqlite3 -readonly "$state/sync.db" "SELECT waarde FROM apparaat WHERE sleutel='bon'" >"$town/bon"
  printf '  %-18s %s release after the kill, idea arrived once\n' "$step" "$([ "$now" = "$before" ] && echo old || echo new)"
done
[ "$count" -eq 13 ] || fail "$count steps instead of 13"

for step in key-written enrolled enrolment-stored; do
  rm -rf "$state"
  mkdir -p "$state"
  code=$(central kiosks add "Proefkiosk $step" --code-only)
  dies "$step" enrol --code "$code" --url "$url" --root-sha256 "$root"
  courier enrol --code "$code" --url "$url" --root-sha256 "$root" >/dev/null || fail "$step: the same code does not enrol"
  courier once >/dev/null || fail "$step: no sync after the enrolment"
  printf '  %-18s enrolled with the same code\n' "$step"
done

# A second process in the same folder leaves it to the first, and says so.
exec 8>"$state/vergrendeling"
flock 8
courier once | grep -q 'Another wijkvenster-sync' || fail "the second process does not say that there is a first"
exec 8>&-
