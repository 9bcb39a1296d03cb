#!/usr/bin/env bash
# kill -9 of the central at every named step: whatever was acknowledged is there once, whatever is published is one whole
# release, and what was erased stays erased; also after a copy was put back and kiosks offered everything again.
. "$(dirname "$0")/../support/courier_town.sh"
ledger=$repo/ideeen.db.wislijst
courier_town >/dev/null
courier once >/dev/null

keep() { "$bin/keep_idea" "$state" "$@"; }
stop_central() { town_close; }
# serve_until STEP: a server that will be killed there.
serve_until() { stop_central; WIJKVENSTER_STERF_BIJ=$1 town_serve; kiosk_knows; }
serve() { stop_central; town_serve; kiosk_knows; }
kiosk_knows() { printf '[centraal]\nurl = "%s"\nwortel_sha256 = "%s"\n' "$url" "$root" >"$state/instellingen.toml"; }
was_killed() { # was_killed STEP
  local status=0
  wait "${town_pids[-1]}" || status=$?
  [ "$status" -eq 137 ] || fail "$1: the server ended with $status instead of a kill"
  town_pids=()
}
dies() { # dies STEP VERB …
  local step=$1 status=0; shift
  WIJKVENSTER_STERF_BIJ=$step central "$@" >/dev/null 2>&1 || status=$?
  [ "$status" -eq 137 ] || fail "$step: $1 ended with $status instead of a kill"
}
arrived() { central ideas --json | grep -oE "\"ideeId\": *\"$1\"" | wc -l; }
once_each() { # once_each WHEN ID…
  local when=$1 id; shift
  for id in "$@"; do [ "$(arrived "$id")" -eq 1 ] || fail "$when: idea $id is there $(arrived "$id") times"; done
}
told() { printf '  %-20s %s\n' "$1" "$2"; }

ids=()
for step in idea-received before-commit after-commit; do
  serve_until "$step"
  ids+=("$(keep "Idee bij $step")")
  courier once >/dev/null 2>&1 || true
  was_killed "$step"
  serve
  # It would try again by itself after a while; this test has no while.
  sqlite3 "$state/sync.db" "UPDATE levering SET volgende_poging=0"
  courier once >/dev/null || fail "$step: no sync after the server is back"
  once_each "$step" "${ids[@]}"
  told "$step" "the idea is there once"
done

# Each publication changes the same name, so each has something to write.
changed=$town/content
cp -a "$content" "$changed"
publish_another() { sed -i "s/^opmerking = .*/opmerking = \"Voorbeeldinhoud $1\"/" "$changed/gemeente.toml"; }
# The municipality's own version: answers are published in between, whenever there are any.
version() { courier status --json | grep -oE '"targetsVersie": *"[0-9]+' | grep -oE '[0-9]+$'; }
for step in blob-written targets-written snapshot-written timestamp-written; do
  before=$(version)
  publish_another "$step"
  dies "$step" publish "$changed"
  courier once >/dev/null || fail "$step: the kiosk cannot use what is published"
  courier verify >/dev/null || fail "$step: a file is damaged"
  half=$(version)
  [ "$step" = timestamp-written ] || [ "$half" = "$before" ] || fail "$step: a release that was not finished is shown"
  central publish "$changed" >/dev/null || fail "$step: publishing does not go on"
  courier once >/dev/null || fail "$step: no sync after the publication"
  [ "$(version)" -gt "$before" ] || fail "$step: the kiosk does not get the new release"
  told "$step" "$([ "$half" = "$before" ] && echo old || echo new) release in between, then the new one"
done

copies=$town/elders
mkdir -p "$copies"
for step in copy-made copy-verified copy-named; do
  dies "$step" backup "$copies/$step.db"
  if [ "$step" = copy-named ]; then [ -f "$copies/$step.db" ]; else [ ! -f "$copies/$step.db" ]; fi ||
    fail "$step: a copy has its name before it was read back"
  if [ "$step" = copy-named ]; then central durable "$copies/$step.db" >/dev/null; else central backup "$copies/$step.db" >/dev/null; fi ||
    fail "$step: no copy the next time"
  told "$step" "a whole copy the next time"
done

# An erasure that was begun is finished, and what goes on later in this town never brings it back.
stop_central
erased=()
for step in erasure-noted erased; do
  serve
  id=$(keep "Weg bij $step")
  courier once >/dev/null
  once_each "$step" "$id"
  stop_central
  dies "$step" erase "$id" --reason "verzoek bewoner"
  serve
  [ "$(arrived "$id")" -eq 0 ] || fail "$step: the idea is still there"
  erased+=("$id")
  told "$step" "erased for good"
done

# The day it goes wrong: a copy, ideas acknowledged after it, one erased that the copy has and one that it has not.
serve
in_copy=$(keep "Staat in de kopie")
courier once >/dev/null
central backup "$copies/dag.db" --local >/dev/null
for text in een twee drie; do ids+=("$(keep "Na de kopie: $text")"); done
after_copy=$(keep "Na de kopie en gewist")
courier once >/dev/null
central erase "$in_copy" --reason "verzoek bewoner" >/dev/null
central erase "$after_copy" --reason "verzoek bewoner" >/dev/null
erased+=("$in_copy" "$after_copy")
epoch() { courier status --json | grep -oE '"epoch": *"[^"]*"'; }
all_is_well() { # all_is_well WHEN
  once_each "$1" "${ids[@]}"
  for id in "${erased[@]}"; do [ "$(arrived "$id")" -eq 0 ] || fail "$1: erased idea $id is back"; done
}
for step in restore-prepared store-kept-aside restored; do
  stop_central
  old=$(epoch)
  dies "$step" restore "$copies/dag.db"
  serve
  courier once >/dev/null || fail "$step: no sync after the kill"
  all_is_well "$step"
  if [ "$step" = restored ]; then [ "$(epoch)" != "$old" ]; else [ "$(epoch)" = "$old" ]; fi ||
    fail "$step: the store is neither the old one nor the restored one"
  told "$step" "every acknowledged idea once, the erased ones gone"
done

# And once more onto an empty machine: only the copy, the keys and the ledger are left.
stop_central
old=$(epoch)
rm -f "$repo"/ideeen.db "$repo"/ideeen.db-* "$repo"/ideeen.db.voor-herstel-* "$repo"/ideeen.db.herstel
[ -s "$ledger" ] || fail "there is no erasure ledger beside the store"
central restore "$copies/dag.db" >/dev/null
serve
courier once >/dev/null || fail "empty machine: no sync"
all_is_well "empty machine"
[ "$(epoch)" != "$old" ] || fail "empty machine: the epoch did not change"
if grep -q "bewoner\|kopie" "$ledger"; then fail "the ledger holds words"; fi
told "empty machine" "every acknowledged idea once, the erased ones gone"
