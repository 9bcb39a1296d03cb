#!/usr/bin/env bash
# Durable PUTs a second: the central beside Fastify with better-sqlite3, in one run and in turns, as a JSON report.
set -euo pipefail
cd "$(dirname "$0")/../.."
. kiosk/prepare.sh

usage() {
  cat <<'EOF'
Usage: bash tests/bench/central_load.sh [--rounds N] [--seconds N] [--out FILE]

Builds the release, installs Fastify and better-sqlite3 (npm) in the build folder, and lets wrk send signed ideas over 64
connections to each in turn. Every answer comes after a commit with synchronous=FULL. "signed" rows verify the kiosk's
Ed25519 token and sign a receipt; "plain" rows do neither, on both sides; "plain-each" is our own store with one idea in a commit. "serverCpuUs" is processor time per
idea, which says more than "perSecond" on a machine that others use as well. The report (JSON) goes to stdout or FILE; medians.

Example: bash tests/bench/central_load.sh --rounds 3 --seconds 6 --out load.json
EOF
}

rounds=3 seconds=5 out=/dev/stdout connections=64 kiosks=128
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2; shift ;;
    --seconds) seconds=$2; shift ;;
    --out) out=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

need_packages kiosk/packages.txt tests/packages.txt >&2
build release bench >&2
bin=$PWD/build/release/bin peer=$PWD/build/bench-peer
mkdir -p "$peer"
cp -p tests/bench/fastify/* "$peer/"
[ "$peer/node_modules/.made" -nt "$peer/package-lock.json" ] || { (cd "$peer" && npm ci --no-audit --no-fund >&2) && touch "$peer/node_modules/.made"; }

pg=${TMPDIR:-/tmp}/wijkvenster-pg.$$  # its server runs as another user, who may not look into ours
work=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-load.XXXXXX")
server=
finish() { [ ! -d "$pg" ] || bash tests/support/postgres.sh stop "$pg" >&2 || true; [ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT
"$bin/wijkvenster-central" init --repo "$work/repo" >&2

wait_for_port() {
  for _ in $(seq 400); do [ -s "$work/port" ] && return; sleep 0.05; done
  give_up "a server did not start" "$(tail -n 5 "$work/log")"
}

# A database server of its own for each measurement, so that each begins empty.
postgres() { bash tests/support/postgres.sh "$1" "$pg" >"$work/postgres.log" 2>&1 || give_up "PostgreSQL: $1" "$(tail -n 3 "$work/postgres.log")"; }

# start KIND: a fresh store with the crowd in it, and the server on it.
start() {
  rm -f "$work"/store.db* "$work/port"
  local store=sqlite:$work/store.db
  case $1 in *-postgresql) postgres start; store="postgresql://wijkvenster@/wijkvenster?host=$pg" ;; esac
  "$bin/crowd" enrol "$store" "$work/keys" "$kiosks"
  case $1 in
    central*) "$bin/wijkvenster-central" serve --repo "$work/repo" --store "$store" --listen 127.0.0.1:0 \
      --port-file "$work/port" >"$work/log" 2>&1 & ;;
    plain-each) "$bin/plain_door" "$store" "$work/port" 1 >"$work/log" 2>&1 & ;;
    plain*) "$bin/plain_door" "$store" "$work/port" >"$work/log" 2>&1 & ;;
    fastify-*)
      rm -f "$work"/store.db*
      local how=${1#fastify-}
      node "$peer/server.mjs" "$work/store.db" "$work/keys" "$work/port" "${how%-*}" "${how#*-}" >"$work/log" 2>&1 & ;;
  esac
  server=$!
  wait_for_port
}

peak_of() { awk '/VmHWM/ { print int($2 / 102.4) / 10 }' "/proc/$1/status"; }
cpu_of() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

# measure KIND MOST: one line of JSON. MOST is how many requests are made ready.
measure() {
  start "$1"
  LENGTH=$("$bin/crowd" ideas "$work/keys" "$2" 1 2>&1 >"$work/requests") REQUESTS=$work/requests
  export LENGTH REQUESTS
  local report load
  local start_peak
  start_peak=$(peak_of "$server")
  echo 5 >"/proc/$server/clear_refs"  # the peak from here on: the desk hashes a password in 32 MiB when it opens
  TIMEFORMAT='%U %S'
  { load=$({ time wrk -t1 -c"$connections" -d"${seconds}s" -s tests/bench/put.lua "http://127.0.0.1:$(cat "$work/port")" \
    >"$work/wrk" 2>&1; } 2>&1); }
  report=$(tail -n 1 "$work/wrk")
  local ticks peak
  ticks=$(cpu_of "$server")
  peak=$(peak_of "$server")
  kill "$server"; wait "$server" 2>/dev/null || true
  server=
  case $1 in *-postgresql) postgres stop ;; esac
  jq -c --arg kind "$1" --arg load "$load" --argjson peak "$peak" --argjson opened "$start_peak" --argjson ticks "$ticks" \
    '. + {kind: $kind, peakMiB: $peak, openingPeakMiB: $opened, serverCpuSeconds: ($ticks / 100),
          loadCpuSeconds: ($load | split(" ") | map(tonumber) | add)}' <<<"$report"
}

for round in $(seq "$rounds"); do
  for kind in central fastify-batched-signed fastify-each-signed plain fastify-batched-plain fastify-each-plain plain-each \
    central-postgresql plain-postgresql; do
    case $kind in central* | plain* | *-plain) most=$((seconds * 30000)) ;; *) most=$((seconds * 12000)) ;; esac
    printf 'round %s: %s\n' "$round" "$kind" >&2
    measure "$kind" "$most" | tee -a "$work/rows" >&2
  done
done

jq -s --arg cores "$(nproc)" 'def median: sort | .[(length / 2) | floor];
  group_by(.kind) | map({key: .[0].kind, value: {
    perSecond: (map(.perSecond) | median), p50Ms: (map(.p50Ms) | median), p99Ms: (map(.p99Ms) | median),
    peakMiB: (map(.peakMiB) | max), openingPeakMiB: (map(.openingPeakMiB) | max), errors: (map(.errors) | add),
    serverCpuUs: (map(.serverCpuSeconds * 1e6 / .requests) | median | round), loadCpuSeconds: (map(.loadCpuSeconds) | median)}}) | from_entries
  | . as $of | {connections: 64, cores: ($cores | tonumber), results: .,
    signed: {overBatchedFastify: ($of.central.perSecond / $of["fastify-batched-signed"].perSecond * 100 | round / 100),
             overCommitPerRequest: ($of.central.perSecond / $of["fastify-each-signed"].perSecond * 100 | round / 100)},
    plain: {overBatchedFastify: ($of.plain.perSecond / $of["fastify-batched-plain"].perSecond * 100 | round / 100),
            overCommitPerRequest: ($of.plain.perSecond / $of["fastify-each-plain"].perSecond * 100 | round / 100),
            overOwnCommitPerRequest: ($of.plain.perSecond / $of["plain-each"].perSecond * 100 | round / 100)}}' \
  "$work/rows" >"$out"
