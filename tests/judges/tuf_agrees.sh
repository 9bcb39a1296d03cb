#!/usr/bin/env bash
# tuf-js and our own client update from what wijkvenster-central published; both take the same bytes, both refuse the same.
. "$(dirname "$0")/../support/courier_town.sh"
courier_town
channel=$(ls "$repo/openbaar")
public=$repo/openbaar/$channel
courier once

# Every target that the publisher and the central signed, as our release has it.
sqlite3 -readonly "file:$(ls "$state"/inhoud-*.db)?immutable=1" \
  "SELECT lower(hex(sha256)) || ' ' || naam FROM (SELECT * FROM document UNION ALL SELECT * FROM beeld) ORDER BY naam" >"$town/ours"
judge() { cut -d' ' -f2- "$town/ours" | node "$judges/tuf_updates.mjs" "$url/inhoud/$channel" "$public/1.root.json" "$town/tuf-js" >"$town/theirs"; }
both_refuse() {
  if judge 2>"$town/why"; then fail "tuf-js accepts $1"; fi
  printf '  tuf-js, %s: %s\n' "$1" "$(head -n 1 "$town/why")"
  if courier once >"$town/log" 2>&1; then fail "our client accepts $1"; fi
  printf '  ours,   %s: %s\n' "$1" "$(grep -v '^<' "$town/log" | head -n 1)"
}

judge
[ "$(wc -l <"$town/ours")" -ge 12 ] || fail "too few targets: $(cat "$town/ours")"
diff "$town/ours" <(sort -k2 "$town/theirs") || fail "tuf-js and our client have different bytes"
printf '  tuf-js and our client agree on %s targets\n' "$(wc -l <"$town/ours")"

cp "$public/timestamp.json" "$town/timestamp.old"
central publish "$content" >/dev/null
judge
courier once
cp "$public/timestamp.json" "$town/timestamp.new"
cp "$town/timestamp.old" "$public/timestamp.json"
both_refuse "a timestamp of an earlier night"

sed 's/"version":\([0-9]*\)/"version":9\1/' "$town/timestamp.new" >"$public/timestamp.json"
both_refuse "a timestamp with another version than was signed"
