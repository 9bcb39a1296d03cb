# A real X server with a touch panel, and the kiosk in its window. To be sourced after town.sh; ends the test as skipped where
# there is no such server. Then `touch_screen`, and `visit_by_touch JOURNEY`; `screen` is the process of the kiosk.
xorg=/usr/lib/xorg/Xorg
modules=/usr/lib/xorg/modules
if [ ! -x "$bin/touch_by_x" ] || [ ! -e "$modules/input/inputtest_drv.so" ] || [ ! -e "$modules/drivers/dummy_drv.so" ]; then
  say "skipped: no X server with the dummy and inputtest drivers (see tests/packages.txt)"
  exit 77
fi

touch_screen() {
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
}

# Plays it with real touch; after each step both screens show the same pixels.
visit_by_touch() {
  shots=${SHOTS:-$town/shots}
  mkdir -p "$shots"
  TOUCH_SOCKET=$town/touch "$bin/touch_by_x" --state "$town/in-memory" --share "$share" --size 1080x1920 --headless \
    --journey "$1" --shots "$shots" >"$town/touches" || { tail -n 5 "$town/kiosk.log" >&2; fail "the visit did not succeed"; }
  cat "$town/touches"
}
