#!/usr/bin/env bash
# A PostgreSQL server of the tests' own: `postgres.sh start DIR` and `postgres.sh stop DIR`. It listens on a socket in DIR
# only, which everybody on this machine may use, and everything it holds goes when it stops.
set -euo pipefail
[ $# -eq 2 ] || { printf 'Usage: postgres.sh start|stop DIR\n' >&2; exit 2; }
folder=$2
programs=$(find /usr/lib/postgresql -maxdepth 3 -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)
[ -n "$programs" ] || { printf 'PostgreSQL is not installed: apt-get install postgresql\n' >&2; exit 69; }

# PostgreSQL refuses to run as root.
as_owner() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
stop() {
  [ -d "$folder" ] || return 0
  as_owner "$programs/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}

stop  # what an interrupted run left behind
[ "$1" = start ] || exit 0
mkdir -m 755 "$folder"
if [ "$(id -u)" -eq 0 ]; then chown postgres "$folder"; fi
cd "$folder"
as_owner "$programs/initdb" -D "$folder/data" --username=wijkvenster --auth=trust --encoding=UTF8 --locale=C >"$folder/initdb.log"
as_owner "$programs/pg_ctl" -D "$folder/data" -l "$folder/data/server.log" -w start \
  -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c unix_socket_permissions=0777 -c shared_buffers=32MB \
      -c max_connections=200" >/dev/null
as_owner "$programs/createdb" -h "$folder" -U wijkvenster wijkvenster
printf 'PostgreSQL %s listens in %s\n' "$("$programs/postgres" --version | grep -oE '[0-9]+\.[0-9]+' | head -n 1)" "$folder"
