#include "stability/symbolic/group_moves.h"

#include <algorithm>
#include <functional>

namespace stasis::stability {

namespace {

/// One party's steps are transitive, so only what has come since it last looked leads to more. With
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

template <class Take>
Diagram GroupMoves::until(Diagram set, const Diagram* most, model::PartyId party, Take take) {
  std::size_t unchanged = 0; // parties in a row that have added nothing
  for (std::size_t k = 0; unchanged < upwards_.size(); ++k) {
    const std::size_t j = upwards_[k % upwards_.size()];
    ++unchanged;
    if (j == party.index())
      continue;
    if (most != nullptr && set == *most)
      break;
    step_(done_);
    Diagram more = take(j, set);
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
Diagram GroupMoves::byThreshold(const Diagram& target, model::PartyId party, const Into& into, Diagram& found,
                                double share) {
  if (!target.isConstant() && target.level() < thresholds_) {
    const Diagram below = byThreshold(target.without(), party, into, found, share / 2);
    const Diagram above = byThreshold(target.with(), party, into, found, share / 2);
    return choose(target.table().variable(target.level()), above, below);
  }
  const Diagram room = feasible_ - found;
  const Diagram fresh = room & target;
  if (!fresh.holdsNowhere())
    found |=
        until(fresh, &room, party,
              [&, seen = std::vector<Diagram>(moves_.size())](std::size_t j, const Diagram& set) mutable {
                const Diagram news = seen[j].holdsNowhere() ? set : simplified(set, !seen[j]);
                Diagram more = choose(into(j, news), room,
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
  if (sanctions == model::Sanctions::none)
    return target;
  return backwards(target, party, [this](std::size_t j, const Diagram& set) {
    return moves_[j].improvementsInto(set, ranked_[j]);
  });
}

Diagram GroupMoves::backwards(const Diagram& target, model::PartyId party, const Into& into) {
  Diagram found;
  return byThreshold(target, party, into, found, 1);
}

Diagram GroupMoves::byTurns(const Diagram& target, model::PartyId party, const std::vector<bool>& transitive,
                            const Into& into) {
  Diagram open = target & feasible_;
  Diagram begun; // from where one party at least can begin
  std::vector<Diagram> begunBy(moves_.size()), seen(moves_.size());
  std::size_t unchanged = 0;
  for (std::size_t j = 0; unchanged < moves_.size(); j = (j + 1) % moves_.size()) {
    ++unchanged;
    if (j == party.index() || moves_[j].none())
      continue;
    step_(done_);
    const Diagram set = open | (transitive[j] ? begun : begun - begunBy[j]);
    const Diagram news = seen[j].holdsNowhere() ? set : simplified(set, !seen[j]);
    const Diagram more = (into(j, news) & feasible_) - (open | begunBy[j]);
    seen[j] = set;
    if (more.holdsNowhere())
      continue;
    open |= transitive[j] ? more : more & begun;
    if (!transitive[j]) {
      begunBy[j] |= more;
      begun |= more;
    }
    unchanged = 1;
  }
  return open | begun;
}

} // namespace stasis::stability
