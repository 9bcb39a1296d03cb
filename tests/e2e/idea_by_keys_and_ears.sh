#!/usr/bin/env bash
# An idea handed in with six keys and headphones: what was said stands in a file that people can read, word for word.
. "$(dirname "$0")/town.sh"
open_town
name=gives-an-idea-without-seeing golden=tests/golden/speech
kiosk --headless --journey "tests/journeys/$name.journey" --clock 2026-11-23T13:00:00Z --transcript "$town/said.txt"
# The code and its words differ each time; how long the words are decides where the keys stand on that screen.
sed -E -e '/^Uw code\.$/{n;s/[^,. ]/X/g}' -e '/^of de woorden\.$/{n;s/.*/VIER WOORDEN/}' -e '/^Klaar, knop\.$/q' "$town/said.txt" >"$town/$name.txt"
if [ -n "${UPDATE_GOLDENS:-}" ]; then
  mkdir -p "$golden"
  cp "$town/$name.txt" "$golden/$name.txt"
fi
diff -u "$golden/$name.txt" "$town/$name.txt" || fail "something else is said; when it is better: UPDATE_GOLDENS=1"
grep -q 'Bomen' "$town/$name.txt" || fail "headphones do not say what was typed"
# Without headphones the same visit keeps the text to itself.
sed -e '/^headphones/d' -e '/^speak-expect "B/d' "tests/journeys/$name.journey" >"$town/aloud.journey"
kiosk --headless --journey "$town/aloud.journey" --transcript "$town/aloud.txt"
! grep -q 'Bomen' "$town/aloud.txt" || fail "a loudspeaker says what was typed"
