#!/usr/bin/env bash
# limits.sh PROGRAM [MEMORY [TIME]]: whether every verb that computes stays within what it is told to use (64M and 10 s), on large
# conflicts of every kind. CSV: peak memory in MiB, seconds from start to end, exit status, and `over` where the peak is
# more than 1.3 times the memory, or the time more than half a second beyond the limit.
set -euo pipefail
program=$(realpath "${1:?the program}") memory=${2:-64M} time=${3:-10}
[ -x /usr/bin/time ] || { echo "/usr/bin/time is needed: apt-get install time" >&2; exit 2; }
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
benchmarks/free.sh 20 > "$work/free-20.conflict"
benchmarks/free.sh 24 > "$work/free-24.conflict"
benchmarks/free.sh 40 > "$work/free-40.conflict"
benchmarks/guarantors.sh 60 > "$work/guarantors-60.conflict"
benchmarks/one_by_one.sh 2 12 > "$work/one-by-one-2-12.conflict"
benchmarks/counts.sh 8 3 > "$work/counts-8-3.conflict"
benchmarks/weights.sh 160 > "$work/weights-160.conflict"
cp conflicts/foreign-troops/full.conflict conflicts/foreign-troops/report.txt conflicts/trade/uruguay-round.conflict "$work"
for file in "$work"/*.conflict; do
  grep -q '^status quo' "$file" || echo "status quo none" >> "$file"
done
cp "$work/free-20.conflict" "$work/other"

verbs=(check brief solve "solve --format json" states moves explain paths coalitions robust ask "invert --state s1"
       "diff $work/other" play "report --output $work/out.html --force" "export --format gmcr" "export --format nfg" test outline)
echo "conflict,verb,peak_MiB,seconds,exit,over"
for file in "$work"/*.conflict; do
  for verb in "${verbs[@]}"; do
    read -r -a words <<< "$verb"
    status=0
    /usr/bin/time -o "$work/measure" -f '%M %e' "$program" "${words[0]}" "$file" "${words[@]:1}" \
      --max-memory "$memory" --timeout "$time" > /dev/null 2>&1 < /dev/null || status=$?
    tail -1 "$work/measure" | awk -v file="$(basename "$file" .conflict)" -v verb="${verb//"$work/"/}" -v memory="${memory%M}" \
      -v time="$time" -v status="$status" '
      { printf "%s,%s,%.0f,%.1f,%d,%s\n", file, verb, $1 / 1024, $2, status,
          ($1 > 1.3 * 1024 * memory ? "memory" : ($2 > time + 0.5 ? "time" : "")) }'
  done
done
