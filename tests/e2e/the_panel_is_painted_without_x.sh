#!/usr/bin/env bash
# A real Wayland compositor shows, bit for bit, what the kiosk painted, without an X server in between.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-wayland.XXXXXX")
trap 'rm -rf "$folder"' EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; cat "$folder/cage.log" >&2; exit 1; }
# cage does not run as root.
as_somebody=(); [ "$(id -u)" -ne 0 ] || { as_somebody=(setpriv --reuid nobody --regid nogroup --clear-groups); chown nobody "$folder"; }
chmod 700 "$folder"
cp "$BUILD_FOLDER/bin/paint_on_wayland" "$folder/"; chmod 755 "$folder/paint_on_wayland"
# -r: turned, as an upright panel is. And so that cage draws: our memory itself, handed to an output without graphics, grim cannot see.
env XDG_RUNTIME_DIR="$folder" HOME="$folder" WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman WLR_XWAYLAND=/bin/false \
  SDL_VIDEODRIVER=wayland ASAN_OPTIONS=detect_leaks=0 timeout 120 "${as_somebody[@]}" cage -d -r -- "$folder/paint_on_wayland" "$folder" >"$folder/cage.log" 2>&1 || true
[ -e "$folder/ended" ] || fail "it did not come to its end"
grep -qx 'wayland, shared memory' "$folder/described" || fail "another way of painting: $(cat "$folder/described")"
for i in 0 1 2 3 4; do
  cmp "$folder/$i.wanted.ppm" "$folder/$i.seen.ppm" || fail "frame $i is not what was painted"
done
printf '  5 frames on the panel, bit for bit: %s\n' "$(head -c 15 "$folder/4.seen.ppm" | tr '\n' ' ')"
