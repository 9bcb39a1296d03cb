#!/usr/bin/env bash
# The Debian package of the kiosk: what is in it and what it depends on, units that hold tight, the picture that stands in for a
# broken program, what the end of the screen leads to, and a list of everything inside.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/deb.sh
work=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-deb.XXXXXX")
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT

deb_make wijkvenster
mapfile -t share < <(cd "$BUILD_FOLDER" && find share/wijkvenster -type f -printf 'usr/%p\n')
mapfile -t examples < <(cd config && find gebieden plekken gemeente.toml kiosk.toml alle-sleutels.toml instellingen.schema.json -type f \
  -printf 'usr/share/doc/wijkvenster/examples/%p\n')
deb_holds "${share[@]}" "${examples[@]}" usr/share/doc/wijkvenster/examples/xorg.conf usr/bin/wijkvenster usr/bin/wijkvenster-sync usr/share/wijkvenster/kiosk.toml \
  usr/lib/wijkvenster/{screen,after-screen,safe-screen} etc/pam.d/wijkvenster lib/udev/rules.d/75-wijkvenster.rules \
  lib/udev/rules.d/76-wijkvenster-stick.rules lib/systemd/system/run-wijkvenster-stick.mount \
  lib/systemd/system/wijkvenster.service lib/systemd/system/wijkvenster-sync.service lib/systemd/system/wijkvenster-safe-screen.service \
  usr/lib/sysctl.d/60-wijkvenster.conf usr/lib/sysusers.d/wijkvenster.conf usr/lib/tmpfiles.d/wijkvenster.conf \
  usr/lib/systemd/{logind,journald,system}.conf.d/wijkvenster.conf usr/share/man/man1/wijkvenster{,-sync}.1.gz \
  usr/share/doc/wijkvenster/{copyright,changelog.gz,sbom.cdx.json}
deb_needs cage xwayland libsdl2-2.0-0 libsqlite3-0 libsystemd0
for program in wijkvenster wijkvenster-sync; do
  "$work/root/usr/bin/$program" --version >>"$work/version" || fail "$program does not run where it was unpacked"
done
! ldd "$work/root/usr/bin/wijkvenster" | grep -q libcurl || fail "the screen can speak to a network"
deb_judged

# Even geduld: what the program leaves behind reaches the framebuffer byte for byte, and words stand in where it does not fit.
sys=$work/sys/class/graphics/fb0
mkdir -p "$work/state" "$sys"
printf '1024,768\n' >"$sys/virtual_size"; printf '32\n' >"$sys/bits_per_pixel"; printf '4224\n' >"$sys/stride"
cp "$work/root/usr/share/wijkvenster/kiosk.toml" "$work/state/instellingen.toml"
sed -i '1i telefoon_hulp = "14 013"' "$work/state/instellingen.toml"
"$work/root/usr/bin/wijkvenster" --state "$work/state" --safe-screen --framebuffer "$sys" || fail "--safe-screen"
[ "$(stat -c %s "$work/state/noodscherm.raw")" = $((4224 * 768)) ] || fail "the picture has another size than the framebuffer"
safe_screen() { SYS=$work/sys sh "$work/root/usr/lib/wijkvenster/safe-screen" "$work/state/noodscherm" "$1" "$2" & }
shown() { for _ in $(seq 200); do if "$@"; then return 0; fi; read -rt 0.05 <> <(:) || true; done; return 1; }
: >"$work/fb0"; : >"$work/console"
safe_screen "$work/fb0" "$work/console"
shown cmp -s "$work/state/noodscherm.raw" "$work/fb0" || fail "the picture did not reach the framebuffer"
printf '1920,1080\n' >"$sys/virtual_size"; : >"$work/fb0"
safe_screen "$work/fb0" "$work/console"
shown grep -q 'Bel 14 013' "$work/console" || fail "another screen, and no words on the console"
[ ! -s "$work/fb0" ] || fail "a picture went to a framebuffer of another shape"
printf '  even geduld: picture and words\n'

# What staff asked for gets past cage, which tells nothing; what is no file of ours is not looked into.
lib=$work/root/usr/lib/wijkvenster
mkdir "$work/bin"; printf '#!/bin/sh\necho "$*" >>%s/asked\n' "$work" >"$work/bin/systemctl"
printf '#!/bin/sh\n[ -z "${WATCHDOG_PID:-}" ] && [ "$1" = --state ] && exit "$ENDS"\nexit 99\n' >"$work/bin/wijkvenster"
chmod +x "$work/bin"/*
for ends in 0 1 10 11 12 69 137; do
  status=0
  ENDS=$ends WATCHDOG_PID=1 XDG_RUNTIME_DIR=$work PATH=$work/bin:$PATH sh "$lib/screen" --state DIR || status=$?
  [ "$status" = "$ends" ] || fail "screen: ended with $status, not $ends"
  PATH=$work/bin:$PATH sh "$lib/after-screen" "$work/ended" || fail "after-screen: $ends"
done
echo 11 >"$work/elsewhere"; ln -sf "$work/elsewhere" "$work/ended"
PATH=$work/bin:$PATH sh "$lib/after-screen" "$work/ended" || fail "after-screen: a link"
[ "$(tr '\n' ' ' <"$work/asked")" = 'reset-failed wijkvenster.service --no-block reboot --no-block poweroff ' ] || fail "after the screen: $(cat "$work/asked")"

# The list of what is inside names every library that the programs load.
sbom=$work/root/usr/share/doc/wijkvenster/sbom.cdx.json
jq -e '.bomFormat == "CycloneDX" and .specVersion == "1.5" and (.components | length) > 60
       and ([.components[]."bom-ref"] | length == (unique | length)) and all(.components[]; .purl and .version)' "$sbom" >/dev/null || fail "the list of what is inside"
for part in libsdl2-2.0-0 libsqlite3-0 libcurl4 libsodium23 libimgui-dev nlohmann-json3-dev fonts-noto-core; do
  # Debian 13 calls libcurl4 libcurl4t64, since its times have 64 bits.
  jq -e --arg name "$part" 'any(.components[]; .name == $name or .name == $name + "t64")' "$sbom" >/dev/null || fail "$part is inside and not in the list"
done
printf '  %s parts in the list of what is inside\n' "$(jq '.components | length' "$sbom")"
deb_units wijkvenster wijkvenster-sync wijkvenster-safe-screen
