#!/usr/bin/env bash
# Whole runs of the program, as a user would start it: one CSV row a case with the least and the median wall-clock
# time of several runs and the largest memory. The least time is the one to read
# on a machine that does other work.
#   benchmarks/whole_program.sh [PROGRAM] [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build-bench/stasis}
runs=${2:-15}
[ -x "$program" ] || { echo "$program is not there: cmake --build --preset bench" >&2; exit 2; }

measure() { # name, arguments …
  local name=$1 times=() k begin end
  shift
  for ((k = 0; k < runs; ++k)); do
    begin=${EPOCHREALTIME/[.,]/}
    "$program" "$@" > /dev/null 2>&1
    end=${EPOCHREALTIME/[.,]/}
    times+=($((end - begin)))
  done
  mapfile -t times < <(printf '%s\n' "${times[@]}" | sort -n)
  local memory=""
  if [ -x /usr/bin/time ]; then
    memory=$(/usr/bin/time -f '%M' "$program" "$@" 2>&1 > /dev/null | tail -1)
  fi
  awk -v n="$name" -v c="$*" -v r="$runs" -v a="${times[0]}" -v b="${times[$((runs / 2))]}" -v m="$memory" \
    'BEGIN { printf "%s,%d,%.1f,%.1f,%s,\"stasis %s\"\n", n, r, a / 1000, b / 1000, m, c }'
}

echo "case,runs,least_ms,median_ms,memory_kib,command"
measure garrison-23-states solve conflicts/garrison/garrison-diversion.conflict
measure trade-138240-states solve conflicts/trade/uruguay-round.conflict
measure trade-json solve conflicts/trade/uruguay-round.conflict --format json
measure trade-explain explain conflicts/trade/uruguay-round.conflict --state following
measure trade-paths paths conflicts/trade/uruguay-round.conflict --from aloof
measure trade-robust robust conflicts/trade/uruguay-round.conflict
measure troops-robust-pairs robust conflicts/foreign-troops/foreign-troops.conflict --depth 2
