#!/usr/bin/env bash
# thresholds.sh [MEMBERS]: the force of docs/full-resolution.md with several thresholds in every guarantor's mind: five on the
# ground are a force, once half have gone nobody wants to be seen at home, and nine who help from afar are enough.
set -euo pipefail
members=${1:-26}
names=$(seq -f 'guarantor_%g' -s ', ' 2 "$members")
cat <<END
conflict "Who goes when others have gone ($members guarantors)"

party Russia
  option accept "Accept a settlement" irrevocable
party Ukraine
  option accept "Accept a settlement"
  option invite "Ask for a guarantee force in the country"
parties Guarantors "guarantors" of France, $names
  option land    "Soldiers on the ground"
  option support "Ships or aircraft"

define force = at least 5 of Guarantors.land
define half = at least $(((members + 1) / 2)) of Guarantors.land
define covered = at least 9 of Guarantors.support
define settlement = Russia.accept and Ukraine.accept
define guarantee = settlement and invite and force and any of Guarantors.support

prefer Russia
  not half if settlement
  settlement
prefer Ukraine
  guarantee if settlement
  settlement
  invite
prefer each Guarantors
  settlement
  guarantee if settlement
  any of self.*
  self.land iff half
  not self.support if covered
  not self.land
END
