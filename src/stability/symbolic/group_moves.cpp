#include "stability/symbolic/group_moves.h"

#include <algorithm>
#include <functional>

namespace stasis::stability {

namespace {

/// One party's improvements are transitive, so only what has come since it last looked leads to more. With
/// few parties that is little, and smaller; with more it is nearly everything, and finding it costs a
/// quarter.
constexpr std::size_t fewParties = 6;

} // namespace

GroupMoves::GroupMoves(const Diagram& feasible, std::vector<OwnMoves>& moves,
                       const std::vector<Ranked>& ranked, std::size_t thresholds, Step step)
    : feasible_(feasible), moves_(moves), ranked_(ranked), thresholds_(thresholds), step_(std::move(step)) {
  for (std::size_t j = 0; j < moves.size(); ++j)
    if (!moves[j].none())
      upwards_.push_back(j);
  std::ranges::sort(upwards_, std::greater<>(), [&](std::size_t j) { return moves[j].level(); });
}

template <class Into>
Diagram GroupMoves::until(Diagram set, const Diagram* most, model::PartyId party, Into into) {
  std::size_t unchanged = 0; // parties in a row that have added nothing
  for (std::size_t k = 0; unchanged < upwards_.size(); ++k) {
    const std::size_t j = upwards_[k % upwards_.size()];
    ++unchanged;
    if (j == party.index())
      continue;
    if (most != nullptr && set == *most)
      break;
    step_(done_);
    Diagram more = into(j, set);
    if (more == set)
      continue;
    set = std::move(more);
    unchanged = 1;
  }
  return set;
}

Diagram GroupMoves::byMoves(const Diagram& target, model::PartyId party) {
  Diagram most = target & feasible_;
  for (std::size_t j = 0; j < moves_.size(); ++j)
    if (j != party.index())
      most = moves_[j].into(most);
  most &= feasible_;
  double asked = 0;
  return until(target & feasible_, &most, party, [&](std::size_t j, const Diagram& set) {
    done_ = std::min(1.0, ++asked / static_cast<double>(upwards_.size()));
    return moves_[j].into(set) & feasible_;
  });
}

/// `found`: the states that belong by lower thresholds, with all that can come into them. `share`: this
/// threshold's share of all.
Diagram GroupMoves::byImprovements(const Diagram& target, model::PartyId party, Diagram& found,
                                   double share) {
  if (!target.isConstant() && target.level() < thresholds_) {
    const Diagram below = byImprovements(target.without(), party, found, share / 2);
    const Diagram above = byImprovements(target.with(), party, found, share / 2);
    return choose(target.table().variable(target.level()), above, below);
  }
  const Diagram room = feasible_ - found;
  const Diagram fresh = room & target;
  if (!fresh.holdsNowhere())
    found |=
        until(fresh, &room, party,
              [&, seen = std::vector<Diagram>(moves_.size())](std::size_t j, const Diagram& set) mutable {
                const Diagram news = seen[j].holdsNowhere() ? set : simplified(set, !seen[j]);
                Diagram more = choose(moves_[j].improvementsInto(news, ranked_[j]), room,
                                      set); // the set lies in the room
                if (moves_.size() <= fewParties)
                  seen[j] = more;
                return more;
              });
  done_ += share;
  return found;
}

Diagram GroupMoves::backwards(const Diagram& target, model::PartyId party, model::Sanctions sanctions) {
  if (sanctions == model::Sanctions::moves)
    return byMoves(target, party);
  Diagram found;
  return sanctions == model::Sanctions::improvements ? byImprovements(target, party, found, 1) : target;
}

} // namespace stasis::stability
