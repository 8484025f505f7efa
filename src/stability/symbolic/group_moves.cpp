#include "stability/symbolic/group_moves.h"

namespace stasis::stability {

template <class Into>
Diagram GroupMoves::until(Diagram set, const Diagram* most, model::PartyId party, const Step& step,
                          Into into) {
  std::size_t steps = 0;
  std::size_t unchanged = 0; // parties in a row that have added nothing
  for (std::size_t j = 0; unchanged < moves_.size(); j = (j + 1) % moves_.size()) {
    ++unchanged;
    if (j == party.index() || moves_[j].none())
      continue;
    if (most != nullptr && set == *most)
      break;
    step(++steps);
    Diagram more = into(j, set);
    if (more == set)
      continue;
    set = std::move(more);
    unchanged = 1;
  }
  return set;
}

Diagram GroupMoves::backwards(const Diagram& target, model::PartyId party, model::Sanctions sanctions,
                              const Step& step) {
  if (sanctions == model::Sanctions::none)
    return target;
  if (sanctions == model::Sanctions::improvements)
    return until(target, nullptr, party, step, [&](std::size_t j, const Diagram& set) {
      return set | moves_[j].improvementsInto(set, ranked_[j]);
    });
  Diagram most = target & feasible_;
  for (std::size_t j = 0; j < moves_.size(); ++j)
    if (j != party.index())
      most = moves_[j].into(most);
  most &= feasible_;
  return until(target & feasible_, &most, party, step,
               [&](std::size_t j, const Diagram& set) { return moves_[j].into(set) & feasible_; });
}

} // namespace stasis::stability
