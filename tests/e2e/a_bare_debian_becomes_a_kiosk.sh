#!/usr/bin/env bash
# Both packages in a bare Debian, started by a real systemd with every restriction of the units: the kiosk enrols, reaches its first
# content, comes back when it freezes or is killed, and shows the safe screen when it keeps failing. With --long: it installs a system.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -n "${WV_LONG:-}" ] || { echo "skipped: only with --long"; exit 77; }
[ "$(id -u)" = 0 ] || { echo "skipped: only root can start a system of its own"; exit 77; }
command -v debootstrap >/dev/null || { echo "skipped: debootstrap is not here"; exit 77; }
. kiosk/prepare.sh
. tests/support/bare_debian.sh
work=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-debian.XXXXXX")
trap 'tree_stop; rm -rf "$work"' EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; [ -z "${tree_init:-}" ] || tree_do journalctl --no-pager -n 30 >&2 || true; exit 1; }
kib_of() { du -skx "$tree"/usr "$tree"/lib "$tree"/etc "$tree"/var/lib/dpkg | awk '{ sum += $1 } END { print sum }'; }
since() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f", to - from }'; }

build release wv_packages wv_content >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log" >&2; fail "the release does not build"; }
(cd build/release && cpack --config CPackConfig.cmake -B "$work" >"$work/cpack.log" 2>&1) || fail "cpack"
tree_make "$work/tree" || fail "debootstrap: $(tail -n 3 "$work/tree.log")"
cp "$work"/*.deb "$tree/root/"
tree_run apt-get update -qq >"$work/apt.log" 2>&1 || fail "apt-get update: $(tail -n 3 "$work/apt.log")"
before=$(kib_of)
tree_run sh -c 'apt-get install -y --no-install-recommends /root/wijkvenster_*.deb </dev/null' >"$work/install.log" 2>&1 ||
  fail "the kiosk does not install: $(tail -n 12 "$work/install.log")"
grep -qE '^(Created symlink|Setting up wijkvenster )' "$work/install.log" || fail "nothing was set up"
printf '  the kiosk and all it needs: %s MB over a minimal system, of which its own package %s MB\n' "$((($(kib_of) - before) / 1024))" \
  "$(($(tree_run dpkg-query -W -f '${Installed-Size}' wijkvenster) / 1024))"
tree_run sh -c 'apt-get install -y --no-install-recommends /root/wijkvenster-central_*.deb </dev/null' >>"$work/install.log" 2>&1 || fail "the central does not install"
cp -a build/release/content/tilburg "$tree/srv/inhoud"
mkdir -p "$tree/etc/systemd/system/wijkvenster.service.d"
cat >"$tree/etc/systemd/system/wijkvenster.service.d/headless.conf" <<'UNIT'
# No graphics and no console here: cage draws into memory.
[Service]
PAMName=
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
StandardInput=null
Environment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1
UNIT

tree_boot "$tree" || fail "systemd does not start"
active() { [ "$(tree_do systemctl is-active "$1" 2>/dev/null)" = active ]; }
tree_until 60 active wijkvenster || fail "the screen does not start"
tree_until 30 active wijkvenster-sync || fail "the courier does not start"
for unit in wijkvenster wijkvenster-sync wijkvenster-safe-screen wijkvenster-central wijkvenster-central-backup; do
  exposure=$(tree_do systemd-analyze security --no-pager --threshold=20 "$unit.service" 2>&1 | tail -n 1) || fail "$unit: $exposure"
  printf '  %s\n' "${exposure#→ }"
done

central() { tree_do setpriv --reuid wijkvenster --regid wijkvenster --clear-groups wijkvenster-central "$@" --repo /srv/wijkvenster; }
courier() { tree_do setpriv --reuid wijkvenster-sync --regid wijkvenster-kiosk --clear-groups wijkvenster-sync --state /var/lib/wijkvenster "$@"; }
central init >"$work/init.log" 2>&1 || fail "init: $(tail -n 2 "$work/init.log")"
central publish /srv/inhoud >"$work/publish.log" 2>&1 || fail "publish: $(tail -n 2 "$work/publish.log")"
tree_do systemctl start wijkvenster-central || fail "the central does not start"
code=$(central kiosks add "Wijkpunt Noord" --code-only)
tree_do systemctl stop wijkvenster-sync
courier enrol --code "$code" --url http://127.0.0.1:8080/kiosk/v1 --root-sha256 "$(central root-sha256)" >"$work/enrol.log" 2>&1 || fail "enrol: $(cat "$work/enrol.log")"
tree_do systemctl start wijkvenster-sync
has_content() { courier status 2>/dev/null | grep -q '^ok.*inhoud: actueel'; }
tree_until 60 has_content || fail "no content came: $(courier status)"
cp -a "$tree/var/lib/wijkvenster" "$tree/root/copy"
tree_do wijkvenster --state /root/copy --headless --tree >"$work/tree.json" || fail "the kiosk shows nothing"
grep -q 'Wijk' "$work/tree.json" || fail "no agenda on the screen"
printf '  enrolled, and first content shown\n'

# What the screen writes for the courier can be read by it, and by nobody outside the group.
tree_do setpriv --reuid wijkvenster-sync --regid wijkvenster-kiosk --clear-groups cat /var/lib/wijkvenster/instellingen.goed.toml >"$work/settings" ||
  fail "the courier cannot read the settings of the screen"
[ -z "$(find "$tree/var/lib/wijkvenster" -type f -perm /007)" ] || fail "others can read: $(find "$tree/var/lib/wijkvenster" -type f -perm /007)"

main_pid() { tree_do systemctl show -p MainPID --value wijkvenster; }
another() { [ "$(main_pid)" != "$old" ] && active wijkvenster; }
for signal in STOP KILL; do
  old=$(main_pid) screen=$(tree_pid wijkvenster) start=$(date +%s.%N)
  [ -n "$screen" ] || fail "there is no screen to stop"
  kill -"$signal" "$screen"
  tree_until 60 another || fail "the screen did not come back after SIG$signal"
  printf '  after SIG%s the screen was there again in %s s\n' "$signal" "$(since "$start")"
done
tree_do sh -c '! ls /var/lib/systemd/coredump/* 2>/dev/null && ! ls /var/lib/wijkvenster/core* 2>/dev/null' || fail "a core was left"

# It keeps failing: five ends, and the safe screen is there.
for _ in 1 2 3 4 5 6; do
  screen=$(tree_pid wijkvenster); [ -z "$screen" ] || kill -KILL "$screen"
  tree_until 5 another || true; old=$(main_pid)
  if active wijkvenster-safe-screen; then break; fi
done
tree_until 20 active wijkvenster-safe-screen || fail "no safe screen"
tree_do systemctl stop wijkvenster-safe-screen
tree_until 60 active wijkvenster || fail "after the safe screen the screen does not come back"
printf '  it kept failing: the safe screen came, and after it the screen again\n'

# An update asks nothing and leaves settings and ideas alone; a removal leaves the ideas.
printf '\n# ours\n' >>"$tree/etc/wijkvenster/kiosk.toml"
tree_do sh -c 'DEBIAN_FRONTEND=noninteractive dpkg -i /root/wijkvenster_*.deb </dev/null' >"$work/update.log" 2>&1 || fail "the update: $(tail -n 5 "$work/update.log")"
grep -q '# ours' "$tree/etc/wijkvenster/kiosk.toml" || fail "the update changed the settings"
tree_until 60 active wijkvenster || fail "after the update the screen does not start"
tree_do dpkg --purge wijkvenster >"$work/remove.log" 2>&1 || fail "the removal: $(tail -n 5 "$work/remove.log")"
[ -s "$tree/var/lib/wijkvenster/ideeen.db" ] || fail "the removal took the ideas along"
printf '  updated and removed; nothing was asked, nothing lost\n'

# Staff switch the machine off: the exit status of the program gets through cage to systemd. The program is one that ends so at once.
tree_do sh -c 'dpkg -i /root/wijkvenster_*.deb </dev/null' >"$work/again.log" 2>&1 || fail "installing again: $(tail -n 5 "$work/again.log")"
tree_until 60 active wijkvenster || fail "installed again the screen does not start"
printf '#!/bin/sh\nsystemd-notify --ready\nexit 12\n' >"$tree/usr/local/bin/wijkvenster"
chmod +x "$tree/usr/local/bin/wijkvenster"
tree_do systemctl --no-block restart wijkvenster
is_off() { ! kill -0 "$tree_outer" 2>/dev/null; }
end=$(($(date +%s) + 60)); until is_off; do [ "$(date +%s)" -lt "$end" ] || fail "staff asked to switch off, and it is still on"; read -rt 0.2 <> <(:) || true; done
printf '  switched off, as staff asked\n'
