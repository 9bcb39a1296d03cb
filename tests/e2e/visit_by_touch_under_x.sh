#!/usr/bin/env bash
# A whole visit at the real window of a real X server, with real touch: the server's own test driver is a panel of
# ten fingers, which SDL meets as it would any other. The idea then arrives at the central.
. "$(dirname "$0")/town.sh"
xorg=/usr/lib/xorg/Xorg
modules=/usr/lib/xorg/modules
if [ ! -x "$bin/touch_by_x" ] || [ ! -e "$modules/input/inputtest_drv.so" ] || [ ! -e "$modules/drivers/dummy_drv.so" ]; then
  say "skipped: no X server with the dummy and inputtest drivers (see tests/packages.txt)"
  exit 77
fi
open_town
town_serve; town_kiosk

# The screen is larger than the window, so that a finger's place on the one is not its place on the other.
cat >"$town/xorg.conf" <<EOF_X
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "InputDevice"
  Identifier "panel"
  Driver "inputtest"
  Option "DeviceType" "Touch"
  Option "TouchCount" "10"
  Option "SocketPath" "$town/touch"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "glass"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "1280x2048" 217.0 1280 1376 1512 1744 2048 2049 2052 2074
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "glass"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x2048"
    Virtual 1280 2048
  EndSubSection
EndSection
Section "ServerLayout"
  Identifier "kiosk"
  Screen "screen"
  InputDevice "panel"
EndSection
EOF_X

# The server takes a free number and says which once it listens.
mkfifo "$town/display"
exec 8<>"$town/display"
"$xorg" -config "$town/xorg.conf" -logfile "$town/xorg.log" -displayfd 8 -novtswitch -sharevts -nolisten tcp -noreset \
  >"$town/xorg.out" 2>&1 &
town_pids+=($!)
read -r -t 60 number <&8 || { tail -n 20 "$town/xorg.log" "$town/xorg.out" >&2; fail "the X server does not start"; }
export DISPLAY=:$number SDL_VIDEODRIVER=x11

cp -a "$state" "$town/in-memory"
SDL_EVENT_LOGGING=1 "$bin/wijkvenster" --state "$state" --share "$share" --size 1080x1920 >"$town/kiosk.log" 2>&1 &
screen=$!
town_pids+=("$screen")

cat >"$town/visit.journey" <<'EOF_J'
shot begin
finger down 540 900
finger up
tap "Geef uw idee"
type "Een bank bij de vijver, graag!"
shot typed
tap "Verder"
tap "Verder"
tap "Verder"
expect "Een bank bij de vijver, graag!"
shot check
tap "Versturen"
expect "Bewaard. Dank u wel."
shot saved
tap "Klaar"
expect-screen attract
EOF_J
shots=${SHOTS:-$town/shots}
mkdir -p "$shots"
TOUCH_SOCKET=$town/touch "$bin/touch_by_x" --state "$town/in-memory" --share "$share" --size 1080x1920 --headless \
  --journey "$town/visit.journey" --shots "$shots" >"$town/touches" || { tail -n 5 "$town/kiosk.log" >&2; fail "the visit did not succeed"; }
cat "$town/touches"

expect "ideas at the central before the round" 0 "$(central ideas --json | grep -c '"tekst"')"
courier once
central ideas --json >"$town/ideas.json"
expect "ideas at the central" 1 "$(grep -c '"tekst"' "$town/ideas.json")"
grep -q 'Een bank bij de vijver, graag!' "$town/ideas.json" || fail "the text is not what was typed"

kill "$screen"
status=0
wait "$screen" || status=$?
expect "the screen program ended with" 0 "$status"
# They came as fingers, none as the mouse that X makes of a finger for programs that know no better.
touches=$(grep -oE '^[0-9]+ touches' "$town/touches" | grep -oE '[0-9]+')
expect "fingers that SDL met" "$touches" "$(grep -c 'SDL EVENT: SDL_FINGERDOWN' "$town/kiosk.log")"
expect "presses of a mouse" 0 "$(grep -c 'SDL EVENT: SDL_MOUSEBUTTONDOWN' "$town/kiosk.log")"
! grep -v 'SDL EVENT: ' "$town/kiosk.log" >&2 || fail "the screen program complained"
