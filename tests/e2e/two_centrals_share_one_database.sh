#!/usr/bin/env bash
# A central outgrows one machine: its archive moves from SQLite to PostgreSQL, two processes serve it behind nginx, and
# one of them is killed while ideas come in. Nothing is lost and nothing is double.
. "$(dirname "$0")/town.sh"
[ -n "${WV_POSTGRES:-}" ] || fail "WV_POSTGRES does not say where PostgreSQL is"
nginx=$(PATH=$PATH:/usr/sbin command -v nginx) || fail "nginx is not installed: apt-get install nginx-light"
open_town

database=town_$$_$(date +%s)
psql -q "$WV_POSTGRES" -c "CREATE DATABASE $database"
shared=${WV_POSTGRES/\/wijkvenster\?//$database?}
trap 'town_close; psql -q "$WV_POSTGRES" -c "DROP DATABASE IF EXISTS $database WITH (FORCE)"; rm -rf "$town"' EXIT

# Before the move: an idea that must come along.
town_serve; town_kiosk
"$bin/keep_idea" "$state" "Een idee van voor de verhuizing" >/dev/null
courier once
central backup "$town/kopie.db" --local
town_close
store=$shared
central restore "$town/kopie.db" | tee "$town/restore.log"
grep -q "stood there before" "$town/restore.log" && fail "an empty database held nothing that could be moved aside"

# Two processes, one database; each finds a port of its own.
upstreams=
for name in a b; do
  rm -f "$town/poort"
  town_serve
  upstreams+="server 127.0.0.1:$(cat "$town/poort") max_fails=1 fail_timeout=5s; "
done
cat >"$town/nginx.conf" <<CONF
daemon off; pid $town/nginx.pid; error_log $town/nginx-error.log; worker_processes 1;
events {}
http {
  access_log off; client_body_temp_path $town/nginx-body; proxy_temp_path $town/nginx-proxy;
  fastcgi_temp_path $town/nginx-a; uwsgi_temp_path $town/nginx-b; scgi_temp_path $town/nginx-c;
  upstream centrals { $upstreams }
  server {
    listen unix:$town/nginx.sock;
    listen 127.0.0.1:@PORT@;
    location / { proxy_pass http://centrals; proxy_next_upstream error timeout non_idempotent; }
  }
}
CONF
start_nginx() { # on the first port from here on that is free
  local port
  for port in $(seq $((20000 + $$ % 20000)) 7 60000); do
    sed "s/@PORT@/$port/" "$town/nginx.conf" >"$town/nginx-now.conf"
    rm -f "$town/nginx.sock"
    "$nginx" -e "$town/nginx-error.log" -c "$town/nginx-now.conf" &
    town_pids+=($!)
    for _ in $(seq 100); do
      curl -sf -o "$town/health" "http://127.0.0.1:$port/kiosk/v1/gezondheid" && { url=http://127.0.0.1:$port/kiosk/v1; return; }
      kill -0 $! 2>/dev/null || break
      sleep 0.05
    done
  done
  fail "nginx did not start: $(tail -n 2 "$town/nginx-error.log")"
}
start_nginx
town_kiosk

in_database() { psql -qAt "${shared}" -c "SELECT count(*) FROM wijkvenster.$1"; }
count=40
for i in $(seq $count); do "$bin/keep_idea" "$state" "Idee nummer $i" >/dev/null; done
courier once >"$town/once.log" 2>&1 &
delivering=$!
until [ "$(in_database idee)" -ge 5 ]; do kill -0 $delivering 2>/dev/null || break; done
kill -9 "${town_pids[0]}"  # the first of the two
wait $delivering || courier once
courier once
expect "ideas in the database" $((count + 1)) "$(in_database idee)"
expect "different numbers" $((count + 1)) "$(psql -qAt "$shared" -c "SELECT count(DISTINCT nummer) FROM wijkvenster.idee")"
courier status --json >"$town/status.json"
grep -q '"wachtend": *0' "$town/status.json" || fail "ideas still wait on the kiosk: $(cat "$town/status.json")"
# The copy reads every idea against its hash, and the log along its chain.
central backup "$town/daarna.db" | tee "$town/backup.log"
grep -q "Copied $((count + 1)) ideas" "$town/backup.log" || fail "the copy is not whole"
