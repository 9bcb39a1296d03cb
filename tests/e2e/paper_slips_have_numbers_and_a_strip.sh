#!/usr/bin/env bash
# Slips for who would rather write: two on a page, each number on the slip and once more on its strip.
. "$(dirname "$0")/town.sh"
mkdir -p "$state"
printf '[plek]\nnaam = "Wijkcentrum Ñoord"\n' >"$state/instellingen.toml"
kiosk --paper-slips "$town/briefjes.pdf" --numbers 41-45
expect "pages" 3 "$(pdfinfo "$town/briefjes.pdf" | sed -n 's/^Pages: *//p')"
pdftotext -q -layout "$town/briefjes.pdf" "$town/briefjes.txt"
for number in 41 42 43 44 45; do
  expect "slip $number" 2 "$(grep -c "Briefje $number\b" "$town/briefjes.txt")"
done
expect "slips that were not asked for" 0 "$(grep -cE 'Briefje (40|46)\b' "$town/briefjes.txt" || true)"
for words in "Mijn idee voor de buurt" "Wijkcentrum Ñoord" "Wat kan er beter, en waar?" "papierversnipperaar" "Bewaar deze strook."; do
  grep -qF "$words" "$town/briefjes.txt" || { cat "$town/briefjes.txt"; fail "a slip does not say: $words"; }
done
kiosk --paper-slips "$town/slips.pdf" --numbers 7-7 --lang en
pdftotext -q "$town/slips.pdf" - | grep -qF "Keep this strip." || fail "no English"
for numbers in 5-4 0-3 1-401 1 een-twee; do
  status=0; kiosk --paper-slips "$town/fout.pdf" --numbers "$numbers" 2>"$town/error" || status=$?
  expect "--numbers $numbers" 2 "$status"
  grep -qF "write them as 1-40" "$town/error" || fail "no word of how numbers are written: $(cat "$town/error")"
done
[ ! -e "$town/fout.pdf" ] || fail "a file for numbers that are none"
