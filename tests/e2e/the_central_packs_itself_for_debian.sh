#!/usr/bin/env bash
# The Debian package of the central: what is in it, what it depends on, units that systemd understands and holds tight, a
# user and a folder, and a program that runs where it was unpacked.
set -euo pipefail
cd "$(dirname "$0")/../.."
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-deb.XXXXXX")
trap 'rm -rf "$work"' EXIT

(cd "$work" && cpack --config "$BUILD_FOLDER/CPackConfig.cmake" -B "$work" >"$work/log" 2>&1) || { tail -n 5 "$work/log" >&2; fail "cpack"; }
deb=$(find "$work" -maxdepth 1 -name 'wijkvenster-central_*.deb')
[ -n "$deb" ] || fail "no package was made"
dpkg-deb -x "$deb" "$work/root"
dpkg-deb -e "$deb" "$work/control"

for file in usr/bin/wijkvenster-central lib/systemd/system/wijkvenster-central.service lib/systemd/system/wijkvenster-central-backup.service \
  lib/systemd/system/wijkvenster-central-backup.timer usr/lib/sysusers.d/wijkvenster-central.conf usr/lib/tmpfiles.d/wijkvenster-central.conf \
  usr/share/doc/wijkvenster-central/examples/nginx.conf usr/share/doc/wijkvenster-central/openapi.json usr/share/doc/wijkvenster-central/copyright \
  usr/share/man/man1/wijkvenster-central.1.gz; do
  [ -f "$work/root/$file" ] || fail "$file is missing"
done
[ "$(find "$work/root" -type f | wc -l)" = 11 ] || fail "something else is in it: $(cd "$work/root" && find . -type f)"
[ -z "$(find "$work/root" \( -perm -o+w -o -perm /6000 \) ! -type l)" ] || fail "rights that are too wide"
for library in libc6 libsodium23 libsqlite3-0 libpq5; do
  grep -q "^Depends:.*\b$library\b" "$work/control/control" || fail "it does not depend on $library: $(grep ^Depends "$work/control/control")"
done
"$work/root/usr/bin/wijkvenster-central" --version >"$work/version" || fail "the program does not run"
printf '  %s: %s\n' "$(basename "$deb")" "$(tr '\n' ' ' <"$work/version")"
for script in postinst prerm postrm; do sh -n "$work/control/$script" || fail "$script"; done
if command -v lintian >/dev/null; then
  lintian --fail-on error --suppress-tags unstripped-binary-or-object "$deb" >"$work/lintian" 2>&1 || { cat "$work/lintian" >&2; fail "lintian"; }
  printf '  lintian: no error\n'
fi
if command -v systemd-analyze >/dev/null; then
  units=$work/root/lib/systemd/system
  for unit in wijkvenster-central wijkvenster-central-backup; do
    exposure=$(systemd-analyze security --offline=yes --threshold=20 "$units/$unit.service" 2>&1 | tail -n 1) || fail "$unit: $exposure"
    printf '  %s\n' "${exposure#→ }"
  done
  sed -i "s|/usr/bin/wijkvenster-central|$work/root/usr/bin/wijkvenster-central|; /^Documentation=man/d" "$units"/*.service
  systemd-analyze verify "$units"/*.service "$units"/*.timer >"$work/verify" 2>&1 || { cat "$work/verify" >&2; fail "systemd does not understand a unit"; }
fi
