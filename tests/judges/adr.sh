#!/usr/bin/env bash
# The contract and the answers of the real central against the NLGov API Design Rules; each rule is proven by a violation.
. "$(dirname "$0")/../support/courier_town.sh"
town_publish >/dev/null
town_serve
node "$judges/adr_lint.mjs" "$url" || fail "the API Design Rules are not kept"
