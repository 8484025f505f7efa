#!/usr/bin/env bash
# one_by_one.sh PARTIES OPTIONS [if]: parties who each want their own options one by one, so that each tells 2^OPTIONS
# classes of states apart: benchmarks/one_by_one.sh 2 12 | stasis solve - --engine explicit
# With `if`, two wishes of three are for an option if the next party has taken another one.
set -euo pipefail
parties=${1:?how many parties}
options=${2:?how many options each}
kind=${3:-plain}
echo "conflict \"$parties parties with $options options each, wished for one by one\""
for ((p = 1; p <= parties; ++p)); do
  echo
  echo "party P$p"
  seq -f "  option o${p}_%g" 1 "$options"
done
for ((p = 1; p <= parties; ++p)); do
  next=$((p % parties + 1))
  echo
  echo "prefer P$p"
  for ((k = 1; k <= options; ++k)); do
    if [ "$kind" = if ] && ((k % 3 != 0)); then
      echo "  o${p}_$k if o${next}_$((k * 5 % options + 1))"
    elif ((k * (p + 2) % 5 < 2)); then
      echo "  not o${p}_$k"
    else
      echo "  o${p}_$k"
    fi
  done
done
