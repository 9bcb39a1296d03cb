# The example configuration of nginx, brought up on this machine: own certificate, own port, own folders. To be sourced
# with `work` (a folder), `repo` and `upstream` (127.0.0.1:PORT) set; gives nginx_up, nginx_down, https_port, ca.

nginx_program=$(PATH=$PATH:/usr/sbin command -v nginx) || { printf 'nginx is not installed: apt-get install nginx-light\n' >&2; exit 77; }
nginx_pid=

# A CA of our own, a certificate for localhost, and one for a kiosk.
nginx_certificates() {
  local tls=$work/tls name
  mkdir -p "$tls"
  ca=$tls/ca.pem
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=Proef-CA" -keyout "$tls/ca.key" -out "$ca" 2>/dev/null
  for name in localhost kiosk; do
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$name" -keyout "$tls/$name.key" -out "$tls/$name.csr" 2>/dev/null
    openssl x509 -req -in "$tls/$name.csr" -CA "$ca" -CAkey "$tls/ca.key" -CAcreateserial -days 2 \
      -extfile <(printf 'subjectAltName=DNS:%s,IP:127.0.0.1' "$name") -out "$tls/$name.pem" 2>/dev/null
  done
}

# nginx_up [SED…]: further changes to the example, as a person would make them. Sets https_port.
nginx_up() {
  [ -f "$work/tls/ca.pem" ] || nginx_certificates
  ca=$work/tls/ca.pem
  local port change=(-e '') attempt
  for one in "$@"; do change+=(-e "$one"); done
  for attempt in $(seq 20); do
    port=$((20000 + (RANDOM % 20000)))
    sed -e "s|listen 443|listen 127.0.0.1:$port|" -e "s|/etc/ssl/wijkvenster/centraal|$work/tls/localhost|" \
      -e "s|/etc/ssl/wijkvenster/kiosken-ca.pem|$ca|" -e "s|/srv/wijkvenster/openbaar|$repo/openbaar|" \
      -e "s|server 127.0.0.1:8080|server $upstream|" -e "s|/var/log/nginx/wijkvenster.log|$work/nginx-access.log|" "${change[@]}" \
      config/nginx/wijkvenster-central.conf >"$work/site.conf"
    cat >"$work/nginx.conf" <<CONF
daemon off; pid $work/nginx.pid; error_log $work/nginx-error.log; worker_processes auto; worker_rlimit_nofile 65536;
$([ "$(id -u)" = 0 ] && printf 'user root;')
events { worker_connections 20000; }
http {
  client_body_temp_path $work/nginx-body; proxy_temp_path $work/nginx-proxy;
  fastcgi_temp_path $work/nginx-a; uwsgi_temp_path $work/nginx-b; scgi_temp_path $work/nginx-c;
  include $work/site.conf;
}
CONF
    "$nginx_program" -t -q -e "$work/nginx-error.log" -c "$work/nginx.conf" 2>"$work/nginx-test" || { grep -q 'in use' "$work/nginx-test" && continue; cat "$work/nginx-test" >&2; return 1; }
    "$nginx_program" -e "$work/nginx-error.log" -c "$work/nginx.conf" 2>>"$work/nginx-error.log" &
    nginx_pid=$!
    for _ in $(seq 200); do
      kill -0 "$nginx_pid" 2>/dev/null || break
      curl -s --cacert "$ca" -o "$work/probe" "https://127.0.0.1:$port/" && { https_port=$port; return 0; }
      [ $? = 56 ] && { https_port=$port; return 0; }  # a certificate was asked for
      sleep 0.05
    done
    nginx_down
  done
  cat "$work/nginx-error.log" >&2
  return 1
}

nginx_down() {
  [ -z "$nginx_pid" ] || { kill "$nginx_pid" 2>/dev/null || true; wait "$nginx_pid" 2>/dev/null || true; }
  nginx_pid=
}
