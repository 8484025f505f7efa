#!/usr/bin/env bash
# weights.sh OPTIONS: one party that weighs its options 1, 2, 3 and so on: benchmarks/weights.sh 160 | stasis solve -
# No two sums of few options need be alike, so sums take many values.
set -euo pipefail
options=${1:?how many options}
echo "conflict \"Weights from 1 to $options\""
echo
echo "party A"
seq -f '  option a%g' 1 "$options"
echo "weigh A"
for ((k = 1; k <= options; ++k)); do echo "  a$k $k"; done
