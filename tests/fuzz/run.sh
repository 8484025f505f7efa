#!/usr/bin/env bash
# Runs every fuzz target of a build folder for a number of seconds, two at a time, from the kept corpus. Findings stay in
# the folder that is named on failure. The third argument is the seed: with one, every run tries the same inputs in the
# same order.
set -euo pipefail
build=$(realpath "${1:?build folder}")
export seconds=${2:-30}
export seed=${3:-0}
cd "$(dirname "$0")"

fuzz() {
  target=$1
  name=$(basename "$target" | sed 's/^fuzz_//')
  found=$(mktemp -d)
  echo "fuzzing $name for $seconds s"
  "$target" -seed="$seed" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 \
    -artifact_prefix="$found/" "$found" "corpus/$name" >"$found.said" 2>&1 || {
    grep -v NEW_FUNC "$found.said" >&2
    echo "what it found is in $found" >&2
    exit 1
  }
  rm -rf "$found" "$found.said"
}
export -f fuzz

find "$build/tests/fuzz" -maxdepth 1 -name 'fuzz_*' -executable -type f -print0 | sort -z |
  xargs -0 -n 1 -P 2 bash -euo pipefail -c 'fuzz "$0"'
