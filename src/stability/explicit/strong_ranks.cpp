#include "stability/explicit/strong_ranks.h"

#include "stability/step.h"
#include "stability/strong_part.h"

#include <algorithm>

namespace stasis::stability {

std::vector<Rank> strongClasses(const StateSpace& space, model::PartyId party, const Errand& errand) {
  Step step(errand, "ranking by strong differences: " + space.conflict().party(party).name, 1);
  return rankStates(space, strongPart(space.conflict().party(party).preference), step.part(0)).of;
}

void Beyond::note(Rank rank, Rank strongClass) {
  if (top_.size() <= strongClass)
    top_.resize(strongClass + 1, 0);
  top_[strongClass] = std::max(top_[strongClass], rank);
  beyond_[rank] = strongClass;
}

std::vector<Rank> Beyond::take() {
  for (Rank& rank : beyond_)
    if (rank != noRankBeyond)
      rank = rank + 1 == top_.size() ? noRankBeyond : top_[rank] + 1;
  return std::move(beyond_);
}

} // namespace stasis::stability
