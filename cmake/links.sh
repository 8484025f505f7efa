#!/usr/bin/env bash
# Checks the links of the project's pages: every relative link of a Markdown page leads to a file that is there, and its
# part behind `#` to a heading of that page; docs/README.md leads to every page of docs/. Prints each link that does not;
# exits 1 then. Addresses on the web are not opened.
set -euo pipefail
cd "$(dirname "$0")/.."

prose() { awk '/^ *```/ { code = !code; next } !code' "$1"; }
links() { prose "$1" | grep -oE '\]\([^) ]+\)' | sed -E 's/^\]\((.*)\)$/\1/' | sort -u; }
anchors() { prose "$1" | sed -nE 's/^#+ +(.*)$/\1/p' | tr 'A-Z' 'a-z' | sed -E 's/[]`*().,:;?!"“”’/&=+[]//g; s/ /-/g'; }

status=0
tell() { echo "$1"; status=1; }
pages=$(git ls-files '*.md')
for page in $pages; do
  for link in $(links "$page" || true); do
    case $link in *://* | mailto:*) continue ;; esac
    path=${link%%#*} anchor=
    [ "$link" = "$path" ] || anchor=${link#*#}
    file=$page
    [ -z "$path" ] || file=$(dirname "$page")/$path
    if [ ! -e "$file" ]; then
      tell "$page: $link is not there"
    elif [ -n "$anchor" ] && ! anchors "$file" | grep -qxF -- "$anchor"; then
      tell "$page: $link, no such heading"
    fi
  done
done
for page in docs/*.md; do
  name=$(basename "$page")
  [ "$name" = README.md ] || links docs/README.md | grep -qxF "$name" || tell "docs/README.md does not lead to $name"
done
exit $status
