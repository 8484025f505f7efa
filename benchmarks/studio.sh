#!/usr/bin/env bash
# How long the server of the studio takes, seen from a client on the same machine: the first byte of the page, and the answer
# to an edit (POST /api/run, a process of its own each time). Least and median of N runs, in ms.
#   benchmarks/studio.sh [N] [program]
set -euo pipefail
cd "$(dirname "$0")/.."
n=${1:-100} program=${2:-build/stasis}
folder=$(mktemp -d)
"$program" studio conflicts --no-browser >"$folder/address" &
studio=$!
trap 'kill $studio; rm -rf "$folder"' EXIT
until [ -s "$folder/address" ]; do sleep 0.05; done
base=$(sed 's|/?token=.*||' "$folder/address")
key=$(curl -s -c "$folder/cookies" -o /dev/null -D - "$(cat "$folder/address")" | sed -n 's/^[Ll]ocation: .*#key=\([0-9a-f]*\).*/\1/p')

measure() { # name, what curl is told
  local name=$1; shift
  for _ in $(seq "$n"); do
    curl -sf -o /dev/null -b "$folder/cookies" -H "Origin: $base" -H "Stasis-Key: $key" -H 'Content-Type: application/json' \
      -w '%{time_starttransfer}\n' "$@"
  done | sort -n | awk -v name="$name" '{ t[NR] = $1 * 1000 } END { printf "%s,%.1f,%.1f\n", name, t[1], t[int((NR + 1) / 2)] }'
}

body() { # verb, case
  python3 -c 'import json, sys; print(json.dumps({"verb": sys.argv[1], "text": open(sys.argv[2]).read(), "path": None, "args": []}))' "$1" "$2"
}

echo "what,least,median"
measure "the page" "$base/"
for case in syria-iraq/syria-iraq foreign-troops/foreign-troops; do
  for verb in check outline solve; do
    body $verb conflicts/$case.conflict >"$folder/body"
    measure "$verb ${case##*/}" --data-binary "@$folder/body" "$base/api/run"
  done
done
