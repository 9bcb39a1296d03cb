#!/usr/bin/env bash
# Every preview in every form that can look different, pixel for pixel as somebody looked at it and kept it.
# UPDATE_GOLDENS=1 keeps what is there now. Fonts and libraries differ between distributions, so each has its own list; one
# without a list has nothing to compare with.
. "$(dirname "$0")/town.sh"
lang=$1
. /etc/os-release
golden=tests/golden/screens/$ID-$VERSION_ID/$lang.txt
[ -f "$golden" ] || [ -n "${UPDATE_GOLDENS:-}" ] || { echo "no list for $PRETTY_NAME"; exit 77; }
open_town
seen=$build_folder/goldens-seen/screens
mkdir -p "$seen"
look() { "$bin/screen_hashes" "$lang" --state "$state" --share "$share" --tree --clock 2026-11-23T13:00:00Z "$@"; }
if [ -n "${UPDATE_GOLDENS:-}" ]; then
  mkdir -p "$(dirname "$golden")"
  look | sort >"$golden"
  exit 0
fi
look --shots "$seen" <"$golden" | sort >"$seen/$lang.txt"
if diff "$golden" "$seen/$lang.txt" >"$seen/$lang.differences"; then
  echo "  $(wc -l <"$golden") pictures as they were"
  exit 0
fi
head -n 20 "$seen/$lang.differences"
fail "$(grep -c '^>' "$seen/$lang.differences") of $(wc -l <"$golden") pictures differ or are new; they stand in $seen"
