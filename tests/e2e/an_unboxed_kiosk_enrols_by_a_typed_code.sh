#!/usr/bin/env bash
# From the box to its first content by what staff type on the screen: no keyboard, no terminal, and a code that is nowhere
# afterwards. The courier runs as its service does; the central is the real one.
. "$(dirname "$0")/town.sh"
town_publish >/dev/null
town_serve
root=$("$bin/wijkvenster-central" root-sha256 --repo "$repo")
printf '2580\n' | "$bin/wijkvenster" --hash-pin >"$town/pin"
# The settings of the municipality's package: whom to ask and what to trust, and nothing of this kiosk.
sed -e "s|@GEBIED@|$area|" -e "s|@NAAM@|Noord|" -e "s|@URL@|$url|" -e "s|@WORTEL@|$root|" -e "s|@PIN@|$(cat "$town/pin")|" \
  config/demo.toml >"$state/instellingen.toml"
code=$(central kiosks add 'Wijkhuis Noord' --code-only)
courier run 2>"$town/run.log" &
town_pids+=($!)
settled() { for _ in $(seq 600); do if eval "$1"; then return 0; fi; sleep 0.1; done; return 1; }

courier_knows_it() { courier status --json 2>/dev/null | grep -q '"kioskId": *"[0-9a-f]'; }

# type_code CODE: staff go in and type it; the screen program then waits in virtual time, so how it ends is asked of the courier.
type_code() {
  cat >"$town/enrol.journey" <<EOJ
expect "Deze kiosk is nog niet klaar"
finger down 540 900
finger up
hold "Wijkpunt Noord" 3s
type "2580"
tap "Openen"
expect-screen staff
tap "Aanmelden"
expect-screen staff-enrol
tap "Code intypen"
expect-screen staff-enrol-code
type "$1"
tap "Aanmelden"
expect-screen staff-enrol
EOJ
  kiosk --headless --journey "$town/enrol.journey"
}
ended() { settled "[ \"\$(grep -c '>enrolment:' '$town/run.log')\" -ge $1 ]" || fail "the courier did not hear of it: $(cat "$town/run.log")"; }

type_code 0000000000
ended 1
grep -q 'code-geweigerd' "$town/run.log" || fail "a wrong code is not refused: $(cat "$town/run.log")"
if courier_knows_it; then fail "a wrong code enrols a kiosk"; fi
expect "file of the code after a wrong one" gone "$([ -e "$state/aanmeld-verzoek" ] && echo there || echo gone)"
type_code "$code"
ended 2
courier_knows_it || fail "the code does not enrol: $(cat "$town/run.log")"

cat >"$town/after.journey" <<'EOJ'
finger down 540 900
finger up
expect-screen home
expect "Wijkagenda"
hold "Wijkpunt Noord" 3s
type "2580"
tap "Openen"
tap "Aanmelden"
expect "Deze kiosk is aangemeld."
tap "Opnieuw aanmelden"
expect "Let op: deze kiosk is al aangemeld."
EOJ
kiosk --headless --journey "$town/after.journey"
expect "alerts about it" 0 "$(central alerts >/dev/null 2>&1; echo $?)"
found=$(grep -rlaF "$code" "$state" "$town/run.log" "$town/centraal.log" || true)
[ -z "$found" ] || fail "the code stands in $found"
printf '  from the box to its first content, and the code is nowhere\n'
