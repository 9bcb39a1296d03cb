# Shared by kiosk/run and tests/run: says what happens, installs what is missing, builds. To be sourced.

say() { printf '%s\n' "$*"; }
step() { printf '\n==> %s\n' "$*"; }
give_up() { printf '\nCannot go on: %s\n' "$1" >&2; shift; for line in "$@"; do printf '  %s\n' "$line" >&2; done; exit 69; }

# The names in package lists, without comments.
packages_in() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"; }

# need_packages LIST…: installs what is missing with apt. Says nothing when all is there.
need_packages() {
  command -v dpkg-query >/dev/null || give_up "this is no Debian or Ubuntu system" \
    "Wijkvenster builds on Debian 12 or 13; the packages it needs are in kiosk/packages.txt and tests/packages.txt."
  local wanted missing
  wanted=$(packages_in "$@" | sort -u)
  missing=$(comm -23 <(printf '%s\n' "$wanted") \
    <(dpkg-query -W -f '${binary:Package} ${db:Status-Status}\n' 2>/dev/null | sed -n 's/:[a-z0-9]* installed$//p; s/ installed$//p' | sort -u))
  # A name that another package provides (nodejs from elsewhere, say) counts when its command is there.
  missing=$(for package in $missing; do
    case $package in
      nodejs) command -v node >/dev/null ;;
      npm) command -v npm >/dev/null ;;
      *) false ;;
    esac || printf '%s ' "$package"
  done)
  [ -z "$missing" ] && return 0
  step "Installing what is missing ($(wc -w <<<"$missing") packages): $missing"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || give_up "packages are missing, and this user may not install them" \
      "Ask an administrator to run: apt-get install --no-install-recommends $missing"
    as_root=(sudo)
  fi
  export DEBIAN_FRONTEND=noninteractive
  local log=${TMPDIR:-/tmp}/wijkvenster-apt.$$.log
  # A machine that keeps itself up to date may be installing something of its own just now: wait for it.
  local apt=("${as_root[@]}" apt-get -o DPkg::Lock::Timeout=600)
  if ! "${apt[@]}" install -y --no-install-recommends $missing >"$log" 2>&1; then
    say "    the package lists may be old: fetching new ones"
    "${apt[@]}" update >"$log" 2>&1 || { tail -n 3 "$log" >&2; give_up "the package lists could not be fetched" \
      "Is there a network, and does 'apt-get update' work on this machine? The whole story: $log"; }
    "${apt[@]}" install -y --no-install-recommends $missing >"$log" 2>&1 || { tail -n 5 "$log" >&2; give_up \
      "a package could not be installed" "The whole story: $log"; }
  fi
  rm -f "$log"
}

# build PRESET [TARGET…]: configures when needed and builds, with progress on a terminal and a log beside it.
build() {
  local preset=$1; shift
  local folder=build/$preset log=build/$preset/build.log
  mkdir -p "$folder"
  if [ ! -f "$folder/build.ninja" ]; then
    step "Preparing the build ($preset)"
    cmake --preset "$preset" >"$log" 2>&1 || { tail -n 25 "$log" >&2; give_up "the build could not be prepared" "The whole story: $log"; }
  fi
  step "Building ($preset)"
  if [ -t 1 ]; then
    ninja -C "$folder" "$@" || give_up "the build failed" "Run: ninja -C $folder $*"
  else
    ninja -C "$folder" "$@" >"$log" 2>&1 || { grep -E -A 12 'error|FAILED' "$log" | head -n 60 >&2; give_up "the build failed" "The whole story: $log"; }
    tail -n 1 "$log"
  fi
}
