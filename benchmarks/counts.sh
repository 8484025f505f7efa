#!/usr/bin/env bash
# counts.sh MEMBERS [OPTIONS] [two]: a conflict in which every member of a family keeps four counts in view, beside what it
# does itself; three options each, or two. The engine of orbits counts such members, diagrams tell them apart
# (docs/engines.md). With `two`, everybody keeps two counts in view.
set -euo pipefail
members=${1:?members}
options=${2:-3}
names=$(seq -f 'G%g' -s ', ' 1 "$members")
kind=${3:-four}
last=$([ "$options" -ge 3 ] && echo air || echo sea)
share() { echo $(($1 > 1 ? $1 : 1)); }
cat <<END
conflict "A family of $members who keep four counts in view"

party Russia
  option target
  option accept_r
party Ukraine
  option invite
  option accept_u
parties Guarantors of $names
  option ground
  option sea
$([ "$options" -ge 3 ] && echo '  option air')

define half = at least $(share $(((members + 1) / 2))) of Guarantors.ground
define third = at least $(share $(((members + 2) / 3))) of Guarantors.sea
define few = at least $(share $((members / 4))) of Guarantors.$last
define most = at least $(share $((2 * members / 3))) of Guarantors.$last
define settlement = accept_r and accept_u

never settlement and target

END
if [ "$kind" = two ]; then cat <<END
prefer Russia
  not half
  settlement
  target
prefer Ukraine
  half
  settlement
  invite
prefer each Guarantors
  self.ground iff half
  self.sea if third and settlement
  settlement
  not self.$last if half
  not self.ground
  self.sea
END
else cat <<END
prefer Russia
  not half
  settlement if third
  target iff few
  settlement
prefer Ukraine
  half or third
  settlement iff few
  invite if most
  settlement
prefer each Guarantors
  self.ground iff half
  self.sea if third and settlement
  self.$last xor few
  settlement
  not self.$last if most
  not self.ground if settlement and not third
  self.sea
END
fi
