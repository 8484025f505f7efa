#!/usr/bin/env bash
# The flagship with another number of guarantors, on standard output: benchmarks/guarantors.sh 60 | stasis solve -
# Its expectations, which are those of 26, are left out.
set -euo pipefail
count=${1:?how many guarantors}
members=France
for ((i = 2; i <= count; ++i)); do members+=", guarantor_$i"; done
awk -v members="$members" '
  /^parties Guarantors/ { print "parties Guarantors \"guarantors\" of " members; list = 1; next }
  /^expect/ { expecting = 1 }
  list && /^    guarantor_/ { next }
  expecting { next }
  { list = 0; print }
' "$(dirname "$0")/../conflicts/foreign-troops/full.conflict"
