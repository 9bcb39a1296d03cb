#!/usr/bin/env bash
# Holds the product's sources against .clang-tidy, in the units in which they are compiled: nearly all of an analyser's
# time goes to headers, and eight files of a room share theirs. What was found clean is not read again until one of its
# files or headers changes.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'EOF_USAGE'
Usage: bash tests/tidy.sh [--build DIR] [ROOM…]

Runs clang-tidy over the rooms (kiosk/ui, sync/wire, …; default: all) and the headers they include. Needs a build folder
in which the rooms are built: the compile commands and the headers of each file come from there.

  --build DIR  the build folder (default: build/dev)
  -h, --help   this text

Exit: 0 clean, 1 there are findings or something is not built, 2 usage.
EOF_USAGE
}

build=build/dev rooms=()
while [ $# -gt 0 ]; do
  case $1 in
    --build) [ $# -gt 1 ] || { usage >&2; exit 2; }; build=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    kiosk/* | sync/*) rooms+=("${1%/}") ;;
    *) printf 'tests/tidy.sh: unknown option %s\n\n' "$1" >&2; usage >&2; exit 2 ;;
  esac
  shift
done
[ ${#rooms[@]} -gt 0 ] || mapfile -t rooms < <(printf '%s\n' kiosk/*/README.md sync/*/README.md | xargs -n 1 dirname)

tidy=clang-tidy-19
root=$PWD
build=$(cd "$build" && pwd)
memory=$build/tidy
mkdir -p "$memory/clean"
work=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-tidy.XXXXXX")
trap 'rm -rf "$work"' EXIT

# GCC's precompiled header is no use to clang; what it is made of is.
standard=$memory/standard.h
cmp -s "$build/CMakeFiles/wv_pch.dir/cmake_pch.hxx" "$standard" || cp "$build/CMakeFiles/wv_pch.dir/cmake_pch.hxx" "$standard"

# What ninja knows: "object<TAB>unit<TAB>compile command", and "object<TAB>file" for every file of the project in it.
flock "$memory" ninja -C "$build" -t commands >"$work/said"
sed -nE 's,.* -o ((kiosk|sync)/[^ ]+\.o) -c ([^ ]+)$,\1\t\3\t&,p' "$work/said" >"$work/units"
flock "$memory" ninja -C "$build" -t deps >"$work/said"
awk -v root="$root/" '
  /^[^ ].*: #deps/ { object = $1; sub(/:$/, "", object); next }
  NF == 1 {
    path = $1
    while (sub(/^\.\.\//, "", path)) continue
    if (index(path, root) == 1) path = substr(path, length(root) + 1)
    if (path ~ /^(kiosk|sync)\// && path !~ /\/CMakeFiles\//) print object "\t" path
  }' "$work/said" | sort -u >"$work/files"

# The flags with which clang can read what GCC compiles, one a line.
flags_in() { grep -oE -- ' (-D|-I|-isystem )[^ ]+' <<<"$1" | sed -e 's/^ //' -e 's/^-isystem /-isystem/' -e 's/\\//g'; }

# Reads one unit, unless its stamp says that it was clean as it is now.
check() {
  local object=$1 unit=$2 stamp options=(--quiet --config-file="$root/.clang-tidy" --header-filter="^$root/(sync|kiosk)/.*")
  flags_in "$3" >"$work/flags"
  awk -F '\t' -v object="$object" '$1 == object { print $2 }' "$work/files" >"$work/inside"
  [ -s "$work/inside" ] || { printf 'tests/tidy.sh: %s is not built in %s\n' "$object" "$build" >&2; return 1; }
  stamp=$memory/clean/$({ "$tidy" --version; cat .clang-tidy tests/tidy.sh "$work/flags" "$work/inside"; xargs cat <"$work/inside"; } |
    sha256sum | cut -c 1-40)
  [ ! -e "$stamp" ] || { touch "$stamp"; return 0; }
  case $unit in */Unity/*) options+=(--checks=-bugprone-suspicious-include) ;; esac  # including sources is all it does
  if xargs -d '\n' -a "$work/flags" "$tidy" "${options[@]}" "$unit" -- \
    -std=c++23 -Wno-everything -include "$standard" >"$work/findings" 2>"$work/counts"; then
    touch "$stamp"
  else
    cat "$work/findings"
    grep -v 'warnings generated\|warning generated' "$work/counts" >&2 || true
    return 1
  fi
}

find "$memory/clean" -type f -mtime +30 -delete
wrong=0
for room in "${rooms[@]}"; do
  units=0
  while IFS=$'\t' read -r object unit command; do
    [ "${object%%/CMakeFiles/*}" = "$room" ] || continue
    units=$((units + 1))
    check "$object" "$unit" "$command" || wrong=1
  done <"$work/units"
  [ "$units" -gt 0 ] || { printf 'tests/tidy.sh: there is nothing in %s\n' "$room" >&2; exit 2; }
  printf '%s: %d units read, or known to be clean\n' "$room" "$units"
done
exit "$wrong"
