#!/usr/bin/env bash
# Pictures of content before it is published: made by the real kiosk, of every screen, and nothing stays behind.
set -euo pipefail
cd "$(dirname "$0")/../.."
place=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-preview.XXXXXX")
trap 'rm -rf "$place"' EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
central=$BUILD_FOLDER/bin/wijkvenster-central
mkdir "$place/tmp"
export TMPDIR=$place/tmp

"$central" preview "$BUILD_FOLDER/content/tilburg" --area noord --shots "$place/shots" >"$place/said"
for name in begin agenda visie plannen activiteiten nieuws team kaart; do
  picture=$(ls "$place/shots" | grep -E "^[0-9]+-$name\.png$") || fail "no picture of $name"
  [ "$(head -c 8 "$place/shots/$picture" | od -An -tx1 | tr -d ' \n')" = 89504e470d0a1a0a ] || fail "$picture is no PNG"
done
[ "$(ls "$place/shots" | grep -c 'opgave-')" -ge 3 ] || fail "too few challenges were shown"
[ "$(sha256sum "$place/shots"/*.png | cut -d ' ' -f 1 | sort -u | wc -l)" = "$(ls "$place/shots" | wc -l)" ] ||
  fail "two screens look the same"

status=0
"$central" preview "$BUILD_FOLDER/content/tilburg" --area nergens --shots "$place/none" 2>"$place/why" || status=$?
[ "$status" = 1 ] && grep -q 'no area "nergens"' "$place/why" || fail "a wrong area: $status $(cat "$place/why")"
cp -r "$BUILD_FOLDER/content/tilburg" "$place/wrong"
printf 'onzin = 1\n' >>"$place/wrong/gemeente.toml"
"$central" preview "$place/wrong" --shots "$place/none" 2>"$place/why" && fail "content with mistakes was shown"
grep -q 'gemeente.toml' "$place/why" || fail "the mistake is not named: $(cat "$place/why")"

[ -z "$(ls -A "$place/tmp")" ] || fail "this stayed behind: $(ls -A "$place/tmp")"
! pgrep -f "$place/tmp" >/dev/null || fail "a program of the preview still runs"
printf '  %s pictures\n' "$(ls "$place/shots" | wc -l)"
