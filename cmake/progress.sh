#!/usr/bin/env bash
# progress.sh: reads what ninja prints and writes a line for every tenth of the work, with the time that is left, judged by
# the time taken so far. Failures are printed in full, and their exit status is kept.
set -euo pipefail
start=$SECONDS
tenth=0
said=
while IFS= read -r line; do
  [[ $line == *"] Re-checking "* || $line == *"] Re-running "* ]] && continue # ninja looks at its own files first
  if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
    done=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]}
    [[ $said ]] || { echo "building $all parts, some minutes on two cores; later builds take seconds" >&2; said=1; }
    now=$((done * 10 / all))
    if ((now > tenth)); then
      tenth=$now
      left=$(((SECONDS - start) * (all - done) / done))
      if ((left > 90)); then rest="about $(((left + 30) / 60)) min left"; elif ((now < 10)); then rest="less than $((left / 30 * 30 + 30)) s left"; else rest="done"; fi
      echo "  ${now}0 %  $rest" >&2
    fi
  else
    echo "$line" >&2
    [[ $line == "ninja: build stopped"* || $line == FAILED* ]] && failed=1
  fi
done
[[ -z ${failed-} ]]
