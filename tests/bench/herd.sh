#!/usr/bin/env bash
# All kiosks of the country at once through TLS, then counted in the archive: nothing lost, nothing double. JSON report.
set -euo pipefail
cd "$(dirname "$0")/../.."
. kiosk/prepare.sh

usage() {
  cat <<'EOF'
Usage: bash tests/bench/herd.sh [--kiosks N] [--build FOLDER] [--out FILE]

Starts a central (release) behind nginx with the example configuration and TLS, enrols N kiosks (7000) past the codes, and
lets all of them come at the same moment: a question for news that is answered 304, two ideas, a heartbeat, each over a
connection of its own. Afterwards the archive is counted. --build uses the programs of a folder that is built already.

Example: bash tests/bench/herd.sh --kiosks 1000 --out herd.json
EOF
}

kiosks=7000 out=/dev/stdout folder=
while [ $# -gt 0 ]; do
  case $1 in
    --kiosks) kiosks=$2; shift ;;
    --build) folder=$2; shift ;;
    --out) out=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
if [ -z "$folder" ]; then
  need_packages kiosk/packages.txt tests/packages.txt >&2
  build release bench >&2
  folder=$PWD/build/release
fi
bin=$folder/bin
work=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-herd.XXXXXX") repo=
repo=$work/repo
central_pid=
. tests/support/nginx.sh
finish() { nginx_down; [ -z "$central_pid" ] || kill "$central_pid" 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
central() { "$bin/wijkvenster-central" "$@" --repo "$repo"; }

ulimit -n "$(ulimit -Hn)"
central init >&2
central publish tests/support/content-mini >&2
"$bin/crowd" enrol "sqlite:$repo/ideeen.db" "$work/keys" "$kiosks"
"$bin/wijkvenster-central" serve --repo "$repo" --listen 127.0.0.1:0 --port-file "$work/port" 2>"$work/log" &
central_pid=$!
for _ in $(seq 400); do [ -s "$work/port" ] && break; sleep 0.05; done
[ -s "$work/port" ] || fail "the central did not start: $(tail -n 3 "$work/log")"
upstream=127.0.0.1:$(cat "$work/port")
# All of them come from one address here, which the example would slow down.
nginx_up '/limit_conn /d' '/limit_req /d' >&2
news=/kiosk/v1/inhoud/mini/timestamp.json
etag=$(curl -s --cacert "$ca" -D - -o "$work/probe" "https://127.0.0.1:$https_port$news" | sed -n 's/^[Ee][Tt]ag: //p' | tr -d '\r')

"$bin/herd" "$https_port" "$ca" "$work/keys" "$news" "$etag" >"$work/report" || { cat "$work/report" >&2; tail -n 5 "$work/log" >&2; fail "not every kiosk finished"; }
central ideas --json | jq '{ideas: length, different: (map(.ideeId) | unique | length), kiosks: (map(.kioskId // .kiosk) | unique | length)}' >"$work/count"
beaten=$(central kiosks list --json | jq 'map(select(.laatstGezien != null)) | length')
jq -s --argjson beaten "$beaten" --argjson peak "$(awk '/VmHWM/ { print $2 }' "/proc/$central_pid/status")" \
  '.[0] + {kept: .[1], heartbeats: $beaten, peakMiB: ($peak / 1024 * 10 | round / 10)}' "$work/report" "$work/count" >"$out"
jq -e --argjson n "$kiosks" '.ideas == 2 * $n and .different == 2 * $n' "$work/count" >&2 || fail "lost or double: $(cat "$work/count")"
[ "$beaten" = "$kiosks" ] || fail "heartbeats of $beaten kiosks, not $kiosks"
