#!/usr/bin/env bash
# npm ci into the build folder, once for each package-lock.json.
set -euo pipefail
cd "$JUDGES"
if [ -f node_modules/.made ] && [ node_modules/.made -nt package-lock.json ]; then exit 0; fi
npm ci --no-audit --no-fund --ignore-scripts
touch node_modules/.made
