# A bare Debian of its own, in which packages are installed and systemd is started as process 1, in namespaces of its own. To be
# sourced; needs root. `tree` names the folder; nothing outside it is touched.

tree_suite=${WV_DEBIAN_SUITE:-bookworm}

# tree_make DIR: a minimal Debian with systemd, made once and copied from then on. Needs the network.
tree_make() {
  local cache=${XDG_CACHE_HOME:-$HOME/.cache}/wijkvenster/$tree_suite
  if [ ! -e "$cache/made" ]; then
    rm -rf "$cache"; mkdir -p "$(dirname "$cache")"
    debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,ca-certificates,gpgv "$tree_suite" "$cache" >"$1.log" 2>&1 || return 1
    # Where packages come from here they come from there, if it is the same release.
    local same=(); ! grep -q "^VERSION_CODENAME=$tree_suite$" /etc/os-release || same=(/etc/apt/sources.list.d/*.sources)
    for file in "${same[@]}" /etc/apt/apt.conf.d/*proxy*; do [ -e "$file" ] && cp "$file" "$cache$(dirname "$file")/"; done
    # What is trusted here, a mirror behind a certificate of its own for one, is trusted there.
    if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then
      cp /usr/local/share/ca-certificates/*.crt "$cache/usr/local/share/ca-certificates/"
      chroot "$cache" update-ca-certificates >>"$1.log" 2>&1 || return 1
    fi
    touch "$cache/made"
  fi
  cp -a "$cache" "$1"
  tree=$1
}

# Device files of its own in TREE/dev, also the console: systemd changes the owner of what it takes for one, and none of them may
# be this machine's.
tree_devices() {
  local device
  mount -t tmpfs -o mode=755 tmpfs "$1/dev"
  for device in "null 1 3" "zero 1 5" "full 1 7" "random 1 8" "urandom 1 9" "tty 5 0" "console 1 3"; do mknod -m 666 "$1/dev/${device%% *}" c ${device#* }; done
  mkdir "$1/dev/pts" "$1/dev/shm"; mount -t devpts -o newinstance,ptmxmode=0666 devpts "$1/dev/pts"
  ln -s pts/ptmx "$1/dev/ptmx"; mount -t tmpfs tmpfs "$1/dev/shm"
  ln -s /proc/self/fd "$1/dev/fd"
}
export -f tree_devices

# In the tree, without starting anything: for installing.
tree_run() {
  unshare --fork --kill-child=KILL --pid --mount --propagation private bash -c '
    tree=$1; shift
    mount -t proc proc "$tree/proc"; mount -t sysfs sysfs "$tree/sys"
    tree_devices "$tree"
    exec chroot "$tree" env DEBIAN_FRONTEND=noninteractive LC_ALL=C "$@"' _ "$tree" "$@"
}

# Starts systemd in the tree as process 1. It has a network of its own with nothing but loopback.
tree_boot() {
  unshare --fork --kill-child=KILL --pid --mount --uts --ipc --cgroup --net --propagation private bash -c '
    tree=$1
    mount --bind "$tree" "$tree"
    mount -t proc proc "$tree/proc"; mount -t sysfs sysfs "$tree/sys"
    mount -t tmpfs tmpfs "$tree/run"; mount -t tmpfs tmpfs "$tree/tmp"
    if [ -d /sys/fs/cgroup/systemd ]; then
      mount -t tmpfs -o mode=755 tmpfs "$tree/sys/fs/cgroup"
      mkdir "$tree/sys/fs/cgroup/systemd" "$tree/sys/fs/cgroup/unified"
      mount -t cgroup -o none,name=systemd cgroup "$tree/sys/fs/cgroup/systemd"
      mount -t cgroup2 cgroup2 "$tree/sys/fs/cgroup/unified"
    else
      mount -t cgroup2 cgroup2 "$tree/sys/fs/cgroup"
    fi
    tree_devices "$tree"
    ip link set lo up 2>/dev/null
    hostname kiosk
    cd "$tree"; mkdir -p .old; pivot_root . .old; umount -l /.old
    exec env -i container=wijkvenster PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --log-target=journal' _ "$tree" >"$tree.boot.log" 2>&1 &
  tree_outer=$!
  tree_init=
  for _ in $(seq 200); do
    tree_init=$(pgrep -P "$tree_outer" -f '^/lib/systemd/systemd' || true)
    [ -n "$tree_init" ] && [ -S "/proc/$tree_init/root/run/systemd/private" ] && return 0
    kill -0 "$tree_outer" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}

# In the tree that was started. A minute is enough for everything.
tree_do() { timeout 60 nsenter -t "$tree_init" -a "$@"; }

# tree_until SECONDS COMMAND…: until the command says yes.
tree_until() {
  local end=$(($(date +%s) + $1)); shift
  until "$@"; do [ "$(date +%s)" -lt "$end" ] || return 1; kill -0 "$tree_outer" 2>/dev/null || return 1; sleep 0.1; done
}

# The process of this name in the tree, as this machine numbers it.
tree_pid() { pgrep -x --ns "$tree_init" --nslist pid "$1" | head -n 1; }

tree_stop() {
  [ -z "${tree_outer:-}" ] || { kill -KILL "$tree_outer" 2>/dev/null; wait "$tree_outer" 2>/dev/null; } || true
  tree_outer=
}
