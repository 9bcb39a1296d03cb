#!/usr/bin/env bash
# Every C++ file is laid out as .clang-format says. Names the files that are not.
set -euo pipefail
cd "$(dirname "$0")/.."
files() { find kiosk sync tests \( -name '*.cpp' -o -name '*.h' \) -not -path '*/node_modules/*' -print0; }
said=$(files | xargs -0 -n 100 clang-format-19 --dry-run 2>&1)
wrong=$(sed -nE 's/^([^: ]+\.(cpp|h)):[0-9]+:.*/\1/p' <<<"$said" | sort -u)
[ -z "$said" ] || [ -n "$wrong" ] || wrong=$said  # a complaint of another kind
[ -z "$wrong" ] || {
  printf 'Not laid out as .clang-format says:\n%s\nMend them with: clang-format-19 -i %s\n' "$wrong" "$(tr '\n' ' ' <<<"$wrong")" >&2
  exit 1
}
printf '%s files, all laid out as .clang-format says\n' "$(files | tr -cd '\0' | wc -c)"
