#!/usr/bin/env bash
# What hangs beside the kiosk: one page, readable by another program, with the number to call.
. "$(dirname "$0")/town.sh"
mkdir -p "$state"
printf '[plek]\nnaam = "Wijkcentrum Ñoord"\n[dienst]\nnaam = "Servicepunt"\ntelefoon = "013 555 01 23"\n' >"$state/instellingen.toml"
kiosk --help-sheet "$town/hulp.pdf"
pdfinfo "$town/hulp.pdf" >"$town/info"
expect "pages" 1 "$(sed -n 's/^Pages: *//p' "$town/info")"
expect "paper" "595 x 842 pts (A4)" "$(sed -n 's/^Page size: *//p' "$town/info" | sed 's/595\.[0-9]*/595/; s/84[12]\.[0-9]*/842/')"
pdftotext -q -layout "$town/hulp.pdf" "$town/hulp.txt"
for words in "Hulp bij een storing" "Wijkcentrum Ñoord" "013 555 01 23" "Servicepunt" "5. Iemand kan een idee niet versturen"; do
  grep -qF "$words" "$town/hulp.txt" || { cat "$town/hulp.txt"; fail "the sheet does not say: $words"; }
done
expect "fonts that are not in the file" 0 "$(pdffonts "$town/hulp.pdf" | tail -n +3 | awk '{print $(NF-4)}' | grep -vc yes || true)"
kiosk --help-sheet "$town/help.pdf" --lang en
pdftotext -q "$town/help.pdf" - | grep -qF "Help when something fails" || fail "no English"
status=0; kiosk --help-sheet /nergens/hulp.pdf 2>"$town/error" || status=$?
expect "a folder that is not there" 69 "$status"
