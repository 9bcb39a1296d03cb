#!/usr/bin/env bash
# jose, which knows nothing of our code, reads the tokens, the receipts and the sealed contact data.
. "$(dirname "$0")/../support/courier_town.sh"
town_publish >/dev/null
town_serve
town_invite
node "$judges/jose_reads.mjs" "$url" "$state" "$code" "$root" "$repo/sleutels/offline/contact.pem" \
  "$bin/wijkvenster-sync" "$bin/keep_idea"
