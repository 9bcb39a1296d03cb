#!/usr/bin/env bash
# Commands from afar, there and back: central, courier, screen, courier, central; the screen has no network in between.
. "$(dirname "$0")/town.sh"
open_town
town_serve; town_kiosk
node=$(courier status --json | sed -n 's/.*"kioskId": "\([0-9a-f-]*\)".*/\1/p')
outcome() { central orders list "$node" --json >"$town/orders.json"; grep -c "\"uitkomst\": \"$1\"" "$town/orders.json" || true; }
today=$(date +%F)

central orders give "$node" boodschap --text 'Morgen is er koffie.' --through "$today"
central orders give "$node" diagnose
picture=$(central orders give "$node" beeld | sed -n 's/^Order  *//p')
expect "open before the kiosk asked" 3 "$(outcome '')"
courier once
expect "done by the courier alone" 1 "$(outcome gedaan)"

printf 'wait 15s\nexpect "Morgen is er koffie."\n' >"$town/afar.journey"
kiosk --headless --journey "$town/afar.journey"
courier once
expect "done by the screen too" 3 "$(outcome gedaan)"
central orders fetch "$picture" --out "$town/scherm.png"
expect "the picture is" PNG "$(head -c 4 "$town/scherm.png" | tail -c 3)"
size=$(stat -c %s "$town/scherm.png")
[ "$size" -gt 4096 ] && [ "$size" -le 45056 ] || fail "the picture has $size bytes"
courier once
expect "nothing is done twice" 3 "$(outcome gedaan)"
