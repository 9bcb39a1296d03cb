#!/usr/bin/env bash
# No network anywhere: a kiosk enrols from a USB stick, gets its content from it, and an idea goes out, its receipt and its
# answer come back, all of it carried by hand.
. "$(dirname "$0")/town.sh"
town_publish >/dev/null
stick=$town/stick url=https://centraal.invalid/kiosk/v1
mkdir -p "$stick"
carry() { courier stick "$stick" --json >"$town/kiosk.json" 2>"$town/kiosk.txt" && echo 0 || echo $?; }
desk() { central stick "$stick" --json >"$town/central.json" 2>"$town/central.txt" && echo 0 || echo $?; }
field() { sed -n "s/^ *\"$2\": *\(.*[^,]\),\{0,1\}$/\1/p" "$town/$1.json" | head -n 1; }

expect "a kiosk that is not enrolled, and an empty stick" '2 "niet-aangemeld"' "$(carry) $(field kiosk uitkomst)"
"$bin/wijkvenster-central" kiosks add 'Wijkhuis Noord' --repo "$repo" --store "$store" --url "$url" --stick "$stick" >/dev/null
expect "the central fills the stick" 0 "$(desk)"
sed -e "s|@GEBIED@|$area|" -e "s|@NAAM@|Noord|" -e "s|@URL@|$url|" \
  -e "s|@WORTEL@|$("$bin/wijkvenster-central" root-sha256 --repo "$repo")|" \
  -e "s|@PIN@|$(printf '2580\n' | "$bin/wijkvenster" --hash-pin)|" config/demo.toml >"$state/instellingen.toml"

expect "first visit to the kiosk: it asks to be enrolled" '75 "aanmelding-onderweg"' "$(carry) $(field kiosk uitkomst)"
expect "the central answers" "0 1" "$(desk) $(field central aanmeldingen)"
expect "second visit: enrolled, with content" "0 true true" "$(carry) $(field kiosk aangemeld) $(field kiosk inhoud)"
[ ! -e "$stick/wijkvenster/aanmelden.txt" ] || fail "a spent invitation stays on the stick"

give_idea_with_contact
expect "the idea goes along" "0 1" "$(carry) $(field kiosk mee)"
for words in 'waterkraan' 'buurman' 'buur@voorbeeld.nl'; do
  ! grep -rqa "$words" "$stick" || fail "whoever finds the stick reads '$words'"
done
expect "the central takes it in" "0 1" "$(desk) $(field central nieuw)"
central ideas --json >"$town/ideas.json"
grep -q 'Een waterkraan op het plein' "$town/ideas.json" || fail "the idea did not arrive"
expect "the receipt comes back" "0 1 0" "$(carry) $(field kiosk bevestigd) $(field kiosk mee)"
expect "what was carried twice came once" "0 1" "$(desk) $(central ideas --json | grep -c '"ideeId"')"

central answer "$code" --status gepubliceerd --text 'Goed idee. De kraan komt er in mei.' >/dev/null
expect "the central puts the answer on the stick" 0 "$(desk)"
expect "and the kiosk shows it" "0 true" "$(carry) $(field kiosk inhoud)"
expect_answer "De kraan komt er in mei."

# The same by the process that runs all day: the screen asks, the courier does it.
"$bin/wijkvenster-sync" --state "$state" run --stick "$stick" >"$town/courier.log" 2>&1 &
town_pids+=($!)
for _ in $(seq 100); do [ -s "$town/courier.log" ] && break; sleep 0.1; done
before=$(stat -c %Y.%i "$stick/wijkvenster/kiosk-"*/ideeen.verzegeld)
printf '77' >"$state/stick-verzoek"
for _ in $(seq 200); do
  [ "$(stat -c %Y.%i "$stick/wijkvenster/kiosk-"*/ideeen.verzegeld)" != "$before" ] && break
  sleep 0.1
done
expect "asked for by the screen" changed "$([ "$(stat -c %Y.%i "$stick/wijkvenster/kiosk-"*/ideeen.verzegeld)" != "$before" ] && echo changed)"
town_close

# Bad sticks, each with its own word.
kiosk_folder=$(echo "$stick"/wijkvenster/kiosk-*)
ln -sf /etc/passwd "$kiosk_folder/ontvangst.ondertekend"
expect "a link that points out" '1 "stick-verwijzing"' "$(carry) $(field kiosk uitkomst)"
rm "$kiosk_folder/ontvangst.ondertekend"; mv "$kiosk_folder/ideeen.verzegeld" "$town/kept"; ln -s "$town/kept" "$kiosk_folder/ideeen.verzegeld"
expect "a link on the central" 1 "$(desk)"
grep -q 'is a link' "$town/central.txt" || fail "it is not said: $(cat "$town/central.txt")"
rm "$kiosk_folder/ideeen.verzegeld"; head -c 50 "$town/kept" >"$kiosk_folder/ideeen.verzegeld"
expect "half a file on the central" 1 "$(desk)"
grep -q 'cut off' "$town/central.txt" || fail "it is not said: $(cat "$town/central.txt")"
truncate -s 3G "$kiosk_folder/ideeen.verzegeld"
expect "an enormous file" 1 "$(desk)"
grep -q 'larger than' "$town/central.txt" || fail "it is not said: $(cat "$town/central.txt")"
expect "the kiosk mends it" 0 "$(carry)"
expect "and the central reads it" 0 "$(desk)"
printf 'nonsense' >"$kiosk_folder/ontvangst.ondertekend"
expect "garbage for receipts" '1 "stick-beschadigd"' "$(carry) $(field kiosk uitkomst)"
mkdir "$town/nothing"; stick=$town/nothing/here
expect "no stick at all" '74 "stick-ontbreekt"' "$(carry) $(field kiosk uitkomst)"
if [ "$(id -u)" = 0 ] && mkdir "$town/full" && mount -t tmpfs -o size=96k tmpfs "$town/full" 2>/dev/null; then
  trap 'umount "$town/full" 2>/dev/null; town_close; rm -rf "$town"' EXIT
  stick=$town/full
  expect "the central on a stick that is full" 74 "$(desk)"
  grep -q 'No space left' "$town/central.txt" || fail "it is not said: $(cat "$town/central.txt")"
  head -c 96k /dev/zero >"$town/full/rest" 2>/dev/null || true
  rm -rf "$town/full/wijkvenster"; head -c 96k /dev/zero >>"$town/full/rest" 2>/dev/null || true
  expect "the kiosk on a stick that is full" '74 "stick-vol"' "$(carry) $(field kiosk uitkomst)"
  rm "$town/full/rest"
  mount -o remount,ro "$town/full"
  expect "the kiosk on a stick that may only be read" '74 "stick-alleen-lezen"' "$(carry) $(field kiosk uitkomst)"
  expect "the central on a stick that may only be read" 74 "$(desk)"
fi
