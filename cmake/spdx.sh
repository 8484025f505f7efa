#!/usr/bin/env bash
# spdx.sh: the lists of NOTICE as an SPDX 2.3 document (tag-value) on standard output. `cmake/spdx.sh > stasis.spdx` after a
# change of NOTICE; cmake/notices.sh checks that both say the same.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^project(stasis VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
awk -v version="$version" '
  function package(id, name, licence, copyright, relation) {
    printf "\nPackageName: %s\nSPDXID: SPDXRef-%s\nPackageDownloadLocation: NOASSERTION\nFilesAnalyzed: false\n", name, id
    printf "PackageLicenseConcluded: %s\nPackageLicenseDeclared: %s\nPackageCopyrightText: <text>%s</text>\n", licence, licence, copyright
    if (relation != "") printf "Relationship: SPDXRef-stasis %s SPDXRef-%s\n", relation, id
  }
  BEGIN {
    print "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: stasis-" version
    print "DocumentNamespace: https://spdx.org/spdxdocs/stasis-" version
    print "Creator: Organization: The Stasis maintainers\nCreated: 2026-11-29T00:00:00Z"
    package("stasis", "stasis", "Apache-2.0", "Copyright The Stasis maintainers", "")
    print "PackageVersion: " version "\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-stasis"
  }
  /^The MIT licence/ { exit }
  /^Linked/ { relation = "DYNAMIC_LINK" }
  /^Inside|^Data/ { relation = "CONTAINS" }
  /^  [^ ]/ {
    line = substr($0, 3); split(line, cell, /  +/)
    if (cell[2] == "") next
    copyright = line; if (!sub(/^.*Copyright/, "Copyright", copyright)) copyright = "NOASSERTION"
    gsub(/; /, " AND ", cell[2])
    name = cell[1]; sub(/ \(.*\)$/, "", name)
    id = name; gsub(/[^A-Za-z0-9.]+/, "-", id); sub(/^-/, "", id)
    package(id, name, cell[2], copyright, relation)
  }' NOTICE
