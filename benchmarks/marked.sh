#!/usr/bin/env bash
# marked.sh strongly|perhaps: prints the full flagship with the first three statements of every party marked, without
# what it cites.
awk -v mark="$1" '
  /because|^source/ { next }
  /^expect/ { exit }
  /^prefer/ { left = 3 }
  /^  / && left > 0 { sub(/^  /, "  " mark " "); left-- }
  { print }' "$(dirname "$0")"/../conflicts/foreign-troops/full.conflict
