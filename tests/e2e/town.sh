# Opens a town for a test: a fresh folder, a central with the example content, an enrolled kiosk with its first content.
# To be sourced with BUILD_FOLDER set; gives central, courier, kiosk (see kiosk/town.sh) and `fail`, `expect`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. kiosk/prepare.sh
build_folder=$BUILD_FOLDER area=${AREA:-noord}
town=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-town.XXXXXX")
. kiosk/town.sh
town_paths
trap 'town_close; rm -rf "$town"' EXIT

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
# expect WHAT WANTED GOT
expect() { [ "$2" = "$3" ] || fail "$1: wanted '$2', got '$3'"; printf '  %s: %s\n' "$1" "$3"; }

# Publishing signs and hashes some dozens of files; one town is made and copied for every test that needs one.
open_town() {
  local model=$build_folder/town-model lock=$build_folder/town-model.lock
  exec 9>"$lock"
  flock 9
  if [ ! -f "$model/ready" ] || [ -n "$(find "$content" "$bin/wijkvenster-central" "$bin/wijkvenster-sync" -newer "$model/ready" -print -quit)" ]; then
    rm -rf "$model"
    local mine=$town
    town=$model; town_paths
    town_publish; town_serve; town_kiosk; courier once; town_close
    touch "$model/ready"
    town=$mine; town_paths
  fi
  flock -u 9
  cp -a "$model/." "$town/"
}

# A visit that leaves an e-mail address. Sets `code`.
give_idea_with_contact() {
  cat >"$town/contact.journey" <<'EOJ'
finger down 540 900
finger up
tap "Geef uw idee"
type "Een waterkraan op het plein"
tap "Verder"
tap "Verder"
tap "E-mail"
type "buur@voorbeeld.nl"
tap "Verder"
tap "Versturen"
expect "Bewaard. Dank u wel."
EOJ
  kiosk --headless --journey "$town/contact.journey" --tree >"$town/tree.json"
  code=$(code_in "$town/tree.json")
}

# A visit that follows the idea with this `code` and reads TEXT.
expect_answer() {
  cat >"$town/follow.journey" <<EOJ
finger down 540 900
finger up
tap "Volg uw idee"
type "${code/-/}"
tap "Zoek mijn idee"
expect-screen code-result
expect "$1"
EOJ
  kiosk --headless --journey "$town/follow.journey"
}
