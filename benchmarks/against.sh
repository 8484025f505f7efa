#!/usr/bin/env bash
# An earlier revision and today's side by side: both are built in temporary worktrees, with the same flags, and run the
# same cases in turn, so that other work on the machine slows both. One CSV row a case: processor time and peak memory
# of each, the least of some runs, and how many times more the earlier one took. Answers are compared, too.
#   benchmarks/against.sh REVISION [RUNS]
# BEFORE=PROGRAM and AFTER=PROGRAM are taken instead of building; LIMIT is the seconds one run may take (120); CASES is a
# pattern of the cases to run; GALLERY is the folder whose conflicts are solved (conflicts): an earlier program may not
# take what the language has learnt since, but takes the gallery of its own time.
set -euo pipefail
cd "$(dirname "$0")/.."
revision=${1:?which revision} runs=${2:-3} limit=${LIMIT:-120} cases=${CASES:-.}
gallery=$(realpath "${GALLERY:-conflicts}")
[ -x /usr/bin/time ] || { echo "/usr/bin/time is needed: apt-get install time" >&2; exit 2; }
here=$PWD
work=$(mktemp -d)
cleanup() {
  for tree in before after; do
    [ ! -d "$work/$tree" ] || git worktree remove --force "$work/$tree"
  done
  rm -rf "$work"
}
trap cleanup EXIT

build() { # name, revision: leaves the program in $work/NAME/build/stasis
  git worktree add --quiet --detach "$work/$1" "$2"
  cmake -S "$work/$1" -B "$work/$1/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSTASIS_TESTS=OFF -DSTASIS_STUDIO=OFF >"$work/$1.log"
  ninja -C "$work/$1/build" stasis >>"$work/$1.log" || { tail -20 "$work/$1.log" >&2; exit 1; }
}
before=${BEFORE:-} after=${AFTER:-}
[ -n "$before" ] || { build before "$revision"; before=$work/before/build/stasis; }
[ -n "$after" ] || { build after HEAD; after=$work/after/build/stasis; }

# Both are run under one name, which answers repeat.
mkdir "$work/as-before" "$work/as-after"
ln -s "$(realpath "$before")" "$work/as-before/stasis"
ln -s "$(realpath "$after")" "$work/as-after/stasis"

once() { # before or after, arguments …: prints seconds and KiB, or nothing where it does not end
  local which=$1
  shift
  PATH="$work/as-$which:$PATH" timeout -k 2 "$limit" /usr/bin/time -o "$work/measure" -f '%U %S %M' stasis "$@" \
    >"$work/answer.$which" 2>"$work/error" || return 0
  awk 'END { print $1 + $2, $3 }' "$work/measure"
}

least() { sort -n | head -1; }

measure() { # case, arguments …
  local name=$1 k
  shift
  [[ $name =~ $cases ]] || return 0
  : >"$work/times.before"; : >"$work/times.after"
  for ((k = 0; k < runs; ++k)); do
    once before "$@" >>"$work/times.before"
    once after "$@" >>"$work/times.after"
  done
  [ -s "$work/times.before" ] || [ -s "$work/times.after" ] || return 0 # neither takes it
  same=yes
  cmp -s "$work/answer.before" "$work/answer.after" || same=no
  awk -v name="$name" -v same="$same" -v a="$(least <"$work/times.before")" -v b="$(least <"$work/times.after")" '
    function told(x, form) { return x == "" ? "-" : sprintf(form, x) }
    BEGIN {
      split(a, before, " "); split(b, after, " ")
      both = a != "" && b != ""
      floor = 0.005 # what /usr/bin/time can tell
      printf "%s,%s,%s,%s,%s,%s,%s,%s\n", name, told(before[1], "%.2f"), told(after[1], "%.2f"),
        both ? sprintf("%.1f", (before[1] + floor) / (after[1] + floor)) : "-", told(before[2] / 1024, "%.0f"),
        told(after[2] / 1024, "%.0f"), both ? sprintf("%.1f", before[2] / after[2]) : "-", a == "" || b == "" ? "-" : same
    }'
}

made() { # name, command …: a conflict made by a script of this folder
  local name=$1
  shift
  "$@" >"$work/$name.conflict"
  echo "$work/$name.conflict"
}

echo "case,before_s,after_s,times_faster,before_MiB,after_MiB,times_smaller,same_answer"
full=$gallery/foreign-troops/full.conflict
measure full solve "$full"
for concept in nash gmr smr seq sseq; do
  measure "full-$concept" solve "$full" --concept "$concept"
done
measure guarantors-60 solve "$(made guarantors benchmarks/guarantors.sh 60)"
measure thresholds-26 solve "$(made thresholds benchmarks/thresholds.sh 26)" --concept nash
for members in 8 18; do
  options=$((members == 8 ? 3 : 2))
  measure "counts-$members-$options" solve "$(made "counts-$members" benchmarks/counts.sh $members $options)" --engine symbolic
done
measure counts-60-3-two solve "$(made counts-two benchmarks/counts.sh 60 3 two)" --engine symbolic
measure counts-60-3-smr solve "$(made counts-60 benchmarks/counts.sh 60 3)" --concept smr
for options in 12 16 20 24; do
  measure "free-$options" solve "$(made "free-$options" benchmarks/free.sh $options)" --engine explicit
done
measure one-by-one-2-12 solve "$(made one-by-one benchmarks/one_by_one.sh 2 12)" --engine explicit
measure weights-160 solve "$(made weights benchmarks/weights.sh 160)"
measure trade-symbolic solve "$gallery/trade/uruguay-round.conflict" --engine symbolic
measure trade-explicit solve "$gallery/trade/uruguay-round.conflict" --engine explicit
for file in "$gallery"/*/*.conflict; do
  measure "gallery-$(basename "$file" .conflict)" solve "$file" --engine symbolic
done
