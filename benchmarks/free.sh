#!/usr/bin/env bash
# free.sh OPTIONS [PARTIES]: parties (4) who share that many options, without a constraint, so that every choice of theirs is
# a state; each has ten wishes over two options of anybody's: benchmarks/free.sh 20 | stasis solve - --engine explicit
set -euo pipefail
options=${1:?how many options in all}
parties=${2:-4}
each=$((options / parties))
((each > 0 && options == each * parties)) || { echo "free.sh: the options must be a multiple of the parties" >&2; exit 2; }
name() { echo "o$(($1 / each + 1))_$(($1 % each + 1))"; } # NUMBER, from 0
echo "conflict \"$options free options of $parties parties\""
for ((p = 1; p <= parties; ++p)); do
  echo
  echo "party P$p"
  seq -f "  option o${p}_%g" 1 "$each"
done
words=(and or iff)
for ((p = 1; p <= parties; ++p)); do
  echo
  echo "prefer P$p"
  for ((k = 1; k <= 10; ++k)); do
    one=$(((k * 7 + p * 3) % options))
    other=$(((one + 1 + (k * 5 + p) % (options - 1)) % options))
    echo "  $(name $one) ${words[(k + p) % 3]} $( ((k * p % 4 < 2)) || echo "not ")$(name $other)"
  done
done
