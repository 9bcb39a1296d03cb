# A central with the example content and a courier that is enrolled there; no screen is needed.
# To be sourced with BUILD_FOLDER and JUDGES set; gives central, courier, fail.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. kiosk/prepare.sh
build_folder=$BUILD_FOLDER area=noord judges=${JUDGES:-}
town=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-judges.XXXXXX")
. kiosk/town.sh
town_paths
trap 'town_close; rm -rf "$town"' EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

town_invite() { code=$(central kiosks add "Proefkiosk" --code-only); root=$("$bin/wijkvenster-central" root-sha256 --repo "$repo"); }

courier_town() {
  town_publish >/dev/null
  town_serve
  town_invite
  courier enrol --code "$code" --url "$url" --root-sha256 "$root"
}
