#!/usr/bin/env bash
# Every preview, pixel for pixel as somebody looked at it and kept it; with WV_LONG in every language, size, theme and
# orientation that can differ. UPDATE_GOLDENS=1 keeps what is there now. Fonts and libraries differ between distributions, so each has
# its own list; one without a list has nothing to compare with.
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
  WV_LONG=1 look | sort >"$golden"
  exit 0
fi
look --shots "$seen" <"$golden" | sort >"$seen/$lang.txt"
# The short run sees a part of the list: what stands there for the forms that it did see has to be there, and no more.
awk -v long="${WV_LONG:-}" '
  { form = $2 " " $3 " " $4 " " $5; name = $1 " " form }
  NR == FNR { now[name] = $6; forms[form]; next }
  !(form in forms) { if (long != "") print "gone: " name; next }
  !(name in now) { print "gone: " name; next }
  now[name] != $6 { print "differs: " name }
  { kept[name] }
  END { for (name in now) if (!(name in kept)) print "new: " name }' "$seen/$lang.txt" "$golden" | sort >"$seen/$lang.differences"
[ -s "$seen/$lang.differences" ] || { echo "  $(wc -l <"$seen/$lang.txt") pictures as they were"; exit 0; }
head -n 20 "$seen/$lang.differences"
fail "$(wc -l <"$seen/$lang.differences") of $(wc -l <"$seen/$lang.txt") pictures are not as they were; those that differ stand in $seen"
