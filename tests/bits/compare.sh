#!/usr/bin/env bash
# compare.sh SHARE PROGRAM…: every program draws the same pictures, to the bit.
set -euo pipefail
share=$1; shift
first='' said=''
for program in "$@"; do
  name=$(basename "$program")
  if [ "$name" = bits_fastest ] && [ "$(uname -m)" = x86_64 ] && ! grep -qw avx2 /proc/cpuinfo; then
    printf '%s: left out, this processor has no AVX2\n' "$name"
    continue
  fi
  drawn=$("$program" "$share")
  if [ -z "$said" ]; then
    said=$drawn first=$name
    printf '%s\n' "$drawn"
  fi
  diff <(printf '%s\n' "$said") <(printf '%s\n' "$drawn") || { printf '%s draws other pixels than %s\n' "$name" "$first" >&2; exit 1; }
  printf '%s: the same\n' "$name"
done
