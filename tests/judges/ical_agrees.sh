#!/usr/bin/env bash
# ical.js, which knows nothing of libical, says when the activities of a calendar take place, over two changes of the
# clock; what the import kept of it, expanded by ical.js as well, must give the same dates.
set -euo pipefail
place=$(mktemp -d "${TMPDIR:-/tmp}/wijkvenster-judges.XXXXXX")
trap 'rm -rf "$place"' EXIT
central=$BUILD_FOLDER/bin/wijkvenster-central
cp -r tests/support/content-mini "$place/content"
export TZ=Europe/Amsterdam
node "$JUDGES/ical_reads.mjs" write "$place/agenda.ics"
"$central" import ics "$place/agenda.ics" --into "$place/content" --area noord
"$central" init --repo "$place/repo" >/dev/null
"$central" publish "$place/content" --repo "$place/repo" >/dev/null
node "$JUDGES/ical_reads.mjs" judge "$place/agenda.ics" "$place"/repo/openbaar/mini/gebied/*.noord.json
