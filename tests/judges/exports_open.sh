#!/usr/bin/env bash
# A spreadsheet program of others opens our spreadsheet, and all forms of an export say the same.
. "$(dirname "$0")/../support/courier_town.sh"
town_publish >/dev/null
town_examples
for form in ods json csv; do central export ideas --format "$form" --out "$town/ideeen.$form"; done
node "$judges/exports_open.mjs" "$town/ideeen.ods" "$town/ideeen.json" "$town/ideeen.csv"
python3 - "$town/ideeen.ods" <<'EOF_PYTHON'
import sys, zipfile, xml.dom.minidom
with zipfile.ZipFile(sys.argv[1]) as ods:
    first = ods.infolist()[0]
    assert first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED, "mimetype must come first, unpressed"
    assert ods.testzip() is None
    for name in ("content.xml", "styles.xml", "META-INF/manifest.xml"):
        xml.dom.minidom.parseString(ods.read(name))
EOF_PYTHON
