#!/usr/bin/env bash
# sbom.sh VERSION PROGRAM…: what is in these programs, as CycloneDX 1.5 on standard output: the Debian packages of the libraries that
# they load, and of what is compiled into them. The same programs on the same system give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$1; shift
. kiosk/prepare.sh
distribution=$(. /etc/os-release && printf '%s-%s' "$ID" "$VERSION_ID")

# Libraries are loaded from their package; the owner of a file may be known under the path before /usr was merged.
loaded() {
  ldd "$@" | awk '/=>/ { print $3 }' | xargs -r realpath | sort -u | while read -r file; do
    { dpkg-query -S "$file" || dpkg-query -S "${file#/usr}"; } 2>/dev/null | cut -d: -f1 || true
  done | sort -u
}
# Headers, static libraries, fonts and pictograms leave no trace in a program: what is built with counts.
compiled_in() { packages_in kiosk/packages.txt | grep -E -- '-dev$|^fonts-|^hyphen-' | sort -u; }

describe() {  # SCOPE, names on standard input
  while read -r package; do
    dpkg-query -W -f "\${binary:Package}\t\${Version}\t\${source:Package}\t\${Architecture}\t\${Homepage}\t$1\n" "$package" 2>/dev/null | head -n 1
  done
}
{ loaded "$@" | describe loaded; compiled_in | describe built-with; } | jq -R -s --arg version "$version" --arg distribution "$distribution" \
  --arg made "$(git log -1 --format=%cI 2>/dev/null || true)" '
  [split("\n")[] | select(. != "") | split("\t")
   | {name: (.[0] | split(":")[0]), version: .[1], source: .[2], arch: .[3], homepage: .[4], how: .[5]}]
  | map({type: "library", "bom-ref": ("pkg:deb/debian/" + .name + "@" + (.version | @uri) + "?arch=" + .arch + "&distro=" + $distribution),
         name, version, purl: ("pkg:deb/debian/" + .name + "@" + (.version | @uri) + "?arch=" + .arch + "&distro=" + $distribution),
         externalReferences: (if .homepage == "" then [] else [{type: "website", url: .homepage}] end),
         properties: [{name: "debian:source", value: .source}, {name: "wijkvenster:how", value: .how}]})
  | unique_by(."bom-ref") as $parts
  | {bomFormat: "CycloneDX", specVersion: "1.5", version: 1,
     metadata: ({component: {type: "application", "bom-ref": "wijkvenster", name: "wijkvenster", version: $version,
                             licenses: [{license: {id: "EUPL-1.2"}}]}}
                + (if $made == "" then {} else {timestamp: $made} end)),
     components: $parts,
     dependencies: [{ref: "wijkvenster", dependsOn: ($parts | map(."bom-ref"))}]}'
