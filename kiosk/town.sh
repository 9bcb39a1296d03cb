# A whole small town on this machine: a central with the example content and an enrolled kiosk. Shared by kiosk/run and
# the tests. To be sourced after kiosk/prepare.sh; set `town` (a folder), `build_folder` and `area` first.

town_paths() {
  bin=$build_folder/bin
  share=$build_folder/share/wijkvenster
  content=$build_folder/content/tilburg
  repo=$town/centraal
  store=sqlite:$town/centraal/ideeen.db
  state=$town/kiosk-$area
}

# Everything that was started goes when the script goes, however it goes.
town_pids=() serve_options=()
town_close() {
  for pid in "${town_pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${town_pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  town_pids=()
}
trap town_close EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

central() { local command=$1; shift; "$bin/wijkvenster-central" "$command" "$@" --repo "$repo" --store "$store"; }
courier() { "$bin/wijkvenster-sync" --state "$state" "$@"; }
kiosk() { "$bin/wijkvenster" --state "$state" --share "$share" "$@"; }

town_publish() {
  mkdir -p "$repo" "$state"
  chmod 700 "$town" "$repo" "$state"
  if [ ! -d "$repo/sleutels" ]; then central init; fi
  local now
  now=$(find "$content" -type f -printf '%P %s %T@\n' | sort | sha256sum)
  if [ "$now" != "$(cat "$town/published" 2>/dev/null)" ]; then
    central publish "$content"
    printf '%s\n' "$now" >"$town/published"
  fi
}

# Invented ideas of neighbours, for who looks at a demonstration; tests begin without them.
town_examples() { central example-ideas assets/content/voorbeeldideeen.toml >/dev/null; }

# Sets `url`. The port is any free one, so two towns can stand side by side. `serve_options` may hold more.
town_serve() {
  rm -f "$town/poort"
  "$bin/wijkvenster-central" serve --repo "$repo" --store "$store" --listen "127.0.0.1:${1:-0}" \
    --port-file "$town/poort" "${serve_options[@]}" >>"$town/centraal.log" 2>&1 &
  town_pids+=($!)
  for _ in $(seq 200); do
    [ -s "$town/poort" ] && break
    kill -0 $! 2>/dev/null || break
    sleep 0.05
  done
  [ -s "$town/poort" ] || { tail -n 5 "$town/centraal.log" >&2; give_up "the central did not start" "Its log: $town/centraal.log"; }
  url=http://127.0.0.1:$(cat "$town/poort")/kiosk/v1
}

# Settings and identity of the kiosk; enrols once.
town_kiosk() {
  local root name
  root=$("$bin/wijkvenster-central" root-sha256 --repo "$repo")
  name=$(tr '-' ' ' <<<"$area" | sed -e 's/\b./\U&/g')
  [ -s "$town/pin" ] || printf '2580\n' | "$bin/wijkvenster" --hash-pin >"$town/pin"
  sed -e "s|@GEBIED@|$area|" -e "s|@NAAM@|$name|" -e "s|@URL@|$url|" -e "s|@WORTEL@|$root|" -e "s|@PIN@|$(cat "$town/pin")|" \
    config/demo.toml >"$state/instellingen.toml"
  if ! courier status --json 2>/dev/null | grep -q '"kioskId": *"[0-9a-f]'; then
    courier enrol --code "$(central kiosks add "Voorbeeldkiosk $name" --code-only)"
  fi
}

# The code on the thanks screen, from a tree printed by --tree.
code_in() { grep -oE '\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b' "$1" | head -n 1; }
