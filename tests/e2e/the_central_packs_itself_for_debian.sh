#!/usr/bin/env bash
# The Debian package of the central: what is in it, what it depends on, units that systemd understands and holds tight, a
# user and a folder, and a program that runs where it was unpacked.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/deb.sh
work=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-deb.XXXXXX")
trap 'rm -rf "$work"' EXIT

deb_make wijkvenster-central
deb_holds usr/bin/wijkvenster-central lib/systemd/system/wijkvenster-central.service \
  lib/systemd/system/wijkvenster-central-backup.service lib/systemd/system/wijkvenster-central-backup.timer \
  usr/lib/sysusers.d/wijkvenster-central.conf usr/lib/tmpfiles.d/wijkvenster-central.conf \
  usr/share/doc/wijkvenster-central/examples/{nginx.conf,security.txt} usr/share/doc/wijkvenster-central/openapi.json \
  usr/share/doc/wijkvenster-central/copyright usr/share/doc/wijkvenster-central/changelog.gz usr/share/man/man1/wijkvenster-central.1.gz
deb_needs libc6 libsodium23 libsqlite3-0 libpq5
"$work/root/usr/bin/wijkvenster-central" --version >"$work/version" || fail "the program does not run"
printf '  %s: %s\n' "$(basename "$deb")" "$(tr '\n' ' ' <"$work/version")"
deb_judged
deb_units wijkvenster-central wijkvenster-central-backup
