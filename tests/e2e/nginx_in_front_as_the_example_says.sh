#!/usr/bin/env bash
# The nginx configuration that we give away, with a real nginx: content from the disk, parts and validators, refusals in
# words, several addresses told apart, certificates asked for when that is wanted.
. "$(dirname "$0")/../support/courier_town.sh"
work=$town
. tests/support/nginx.sh
trap 'nginx_down; town_close; rm -rf "$town"' EXIT
town_publish >/dev/null
town_serve
upstream=${url#http://}; upstream=${upstream%/kiosk/v1}
nginx_up
base=https://127.0.0.1:$https_port/kiosk/v1

# ask WANTED-STATUS CURL-ARGUMENTS…: the head of the answer is in $town/head, the body in $town/body.
ask() {
  local wanted=$1 got; shift
  got=$(curl -s --cacert "$ca" -D "$town/head" -o "$town/body" -w '%{http_code}' "$@") || true
  [ "$got" = "$wanted" ] || fail "$*: wanted $wanted, got $got: $(head -c 300 "$town/body")"
}
refused() {
  local got
  got=$(curl -s --cacert "$ca" -D "$town/head" -o "$town/body" -w '%{http_code}' "$@")
  [ "$got" = 404 ] || [ "$got" = 400 ] || fail "$*: a way out of what is published: $got"
  is_problem
}
has() { grep -qi "^$1" "$town/head" || fail "no '$1' in the answer: $(cat "$town/head")"; }
is_problem() { has 'content-type: application/problem+json'; has 'api-version: 1.0.0'; node -e 'const p = JSON.parse(require("fs").readFileSync(process.argv[1])); if (!p.status || !p.title || !p.detail) process.exit(1)' "$town/body" || fail "no problem: $(cat "$town/body")"; }

# Content comes from the disk (the central would have given another ETag) with the same promises as from the central.
ask 200 "$base/inhoud/tilburg/timestamp.json"
cmp -s "$town/body" "$repo/openbaar/tilburg/timestamp.json" || fail "nginx gave other bytes"
for header in 'cache-control: no-cache' 'api-version: 1.0.0' 'strict-transport-security: max-age=' 'x-content-type-options: nosniff' \
  'x-frame-options: DENY' "content-security-policy: default-src 'none'" 'content-type: application/octet-stream'; do has "$header"; done
etag=$(sed -n 's/^[Ee][Tt]ag: //p' "$town/head" | tr -d '\r')
ask 304 -H "If-None-Match: $etag" "$base/inhoud/tilburg/timestamp.json"
blob=$(cd "$repo/openbaar/tilburg" && find . -name '*.png' | sed 's|^\./||' | head -n 1)
ask 200 "$base/inhoud/tilburg/$blob"
has 'cache-control: public, max-age=31536000, immutable'
etag=$(sed -n 's/^[Ee][Tt]ag: //p' "$town/head" | tr -d '\r')
ask 206 -H 'Range: bytes=100-' -H "If-Range: $etag" "$base/inhoud/tilburg/$blob"
cmp -s "$town/body" <(tail -c +101 "$repo/openbaar/tilburg/$blob") || fail "a part is not that part"
ask 200 -H 'Range: bytes=100-' -H 'If-Range: "0-0"' "$base/inhoud/tilburg/$blob"
ask 416 -H 'Range: bytes=99999999-' "$base/inhoud/tilburg/$blob"
printf '  content: whole, in parts, 304, If-Range, from the disk\n'

# What is not there, and what must not be, is told in words by the central.
ask 404 "$base/inhoud/tilburg/9999.root.json"; is_problem
refused "$base/inhoud/tilburg/"
for path in inhoud/../../sleutels/x inhoud/%2e%2e/%2e%2e/sleutels inhoud/tilburg/..%2f..%2fsleutels; do
  refused --path-as-is "$base/$path"
done
ln -s "$repo/sleutels" "$repo/openbaar/tilburg/leuk"
refused "$base/inhoud/tilburg/leuk/online/timestamp.key"
rm "$repo/openbaar/tilburg/leuk"
ask 413 -X POST -H 'Content-Type: application/json' --data-binary "@$(find "$repo/openbaar" -size +80k -type f | head -n 1)" "$base/tijdsverklaringen"; is_problem
ask 404 "${base%/kiosk/v1}/.well-known/security.txt"
cp config/security.txt "$repo/openbaar/security.txt"
ask 200 "${base%/kiosk/v1}/.well-known/security.txt"; has 'content-type: text/plain'
ask 200 "$base/gezondheid"
ask 200 "$base/openapi.json"; has 'access-control-allow-origin: \*'
[ "$(grep -ci '^strict-transport-security' "$town/head")" = 1 ] || fail "HSTS is said twice"
printf '  refusals: in words, and no way out of what is published\n'

# A whole kiosk through it: enrolment, content, an idea.
town_invite
printf '[centraal]\nca_bestand = "%s"\n' "$ca" >"$state/instellingen.toml"
courier enrol --code "$code" --url "$base" --root-sha256 "$root" || fail "no enrolment through nginx"
courier once || fail "no round through nginx"
printf '  a courier: enrolled, content fetched\n'

# Who guesses is counted by its own address, not by what it writes in a header.
guess() { curl -s --cacert "$ca" -o "$town/body" -w '%{http_code} ' -H 'Content-Type: application/json' -H "X-Forwarded-For: 198.51.100.$1" \
  -d "$(printf '{"code":"000000000%s","publiekeSleutel":"%043d"}' "$1" 0)" "$base/aanmeldingen"; }
got=$(for i in 1 2 3 4 5 6; do guess "$i"; done)
[ "$got" = "403 403 403 403 403 429 " ] || fail "six guesses with invented addresses: $got"
printf '  guesses: counted by the real address\n'

# The central gone: 503 in words; content goes on.
town_close
ask 503 "$base/gezondheid"; is_problem; has 'retry-after: 30'
ask 200 "$base/inhoud/tilburg/timestamp.json"
printf '  without the central: content goes on, the rest hears 503\n'

# mTLS, when the hash signs are taken away.
nginx_down
nginx_up 's|# ssl_client_certificate|ssl_client_certificate|' 's|# ssl_verify_client|ssl_verify_client|'
base=https://127.0.0.1:$https_port/kiosk/v1
ask 400 "$base/inhoud/tilburg/timestamp.json"
ask 200 --cert "$town/tls/kiosk.pem" --key "$town/tls/kiosk.key" "$base/inhoud/tilburg/timestamp.json"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=vreemd -keyout "$town/f.key" -out "$town/f.pem" 2>/dev/null
ask 400 --cert "$town/f.pem" --key "$town/f.key" "$base/inhoud/tilburg/timestamp.json"
printf '  mTLS: without a certificate or with a strange one 400, with ours 200\n'
