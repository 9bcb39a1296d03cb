# What any package of ours has to be: made, unpacked and looked at. To be sourced; `work` is a folder.

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# deb_make NAME: makes the packages of $BUILD_FOLDER and unpacks this one in $work/root and $work/control.
deb_make() {
  (cd "$work" && cpack --config "$BUILD_FOLDER/CPackConfig.cmake" -B "$work" >"$work/log" 2>&1) || { tail -n 5 "$work/log" >&2; fail "cpack"; }
  deb=$(find "$work" -maxdepth 1 -name "$1_*.deb")
  [ -n "$deb" ] || fail "no package was made"
  dpkg-deb -x "$deb" "$work/root"
  dpkg-deb -e "$deb" "$work/control"
}

# deb_holds FILE…: exactly these.
deb_holds() {
  local more
  more=$(comm -3 <(printf '%s\n' "$@" | sort) <(cd "$work/root" && find . -type f -printf '%P\n' | sort))
  [ -z "$more" ] || fail "missing, or (indented) not expected:"$'\n'"$more"
  [ -z "$(find "$work/root" \( -perm -o+w -o -perm /6000 \) ! -type l)" ] || fail "rights that are too wide"
}

deb_needs() {
  local package
  for package in "$@"; do
    grep -qE "^Depends:.*\b$package\b" "$work/control/control" || fail "it does not depend on $package: $(grep ^Depends "$work/control/control")"
  done
}

# What lintian knows of packages, and systemd of units. `deb_units PATTERN…`: exposure below 2.0 for each.
deb_judged() {
  local script
  for script in postinst prerm postrm; do sh -n "$work/control/$script" || fail "$script"; done
  command -v lintian >/dev/null || return 0
  lintian --fail-on error --suppress-tags unstripped-binary-or-object "$deb" >"$work/lintian" 2>&1 || { cat "$work/lintian" >&2; fail "lintian"; }
  printf '  lintian: no error\n'
}
deb_units() {
  command -v systemd-analyze >/dev/null || return 0
  local units=$work/root/lib/systemd/system unit exposure
  for unit in "$@"; do
    exposure=$(systemd-analyze security --offline=yes --threshold=20 "$units/$unit.service" 2>&1 | tail -n 1) || fail "$unit: $exposure"
    printf '  %s\n' "${exposure#→ }"
  done
  sed -i "s|/usr/bin/wijkvenster|$work/root/usr/bin/wijkvenster|g; s|/usr/lib/wijkvenster|$work/root/usr/lib/wijkvenster|g; /^Documentation=man/d" "$units"/*.service
  systemd-analyze verify "$units"/wijkvenster* >"$work/verify" 2>&1 || { cat "$work/verify" >&2; fail "systemd does not understand a unit"; }
}
