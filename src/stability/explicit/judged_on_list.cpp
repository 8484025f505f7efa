#include "stability/explicit/judged_on_list.h"

#include "model/limited_moves.h"
#include "model/looking_ahead.h"
#include "model/simultaneous.h"
#include "stability/explicit/simultaneous_stability.h"
#include "stability/explicit/tree_stability.h"

#include <algorithm>
#include <set>

namespace stasis::stability {

using model::PartyId;

JudgedOnList::JudgedOnList(const StateSpace& space, const std::vector<Ranks>& ranks,
                           std::function<Moves&()> moves, std::uint64_t maxMemory, const Errand& errand)
    : space_(space), ranks_(ranks), moves_(std::move(moves)), maxMemory_(maxMemory), errand_(errand) {}

std::vector<JudgedOnList::Found> JudgedOnList::judge(const model::ConceptRow& asked, PartyId party) {
  if (asked.family == model::limitedFamily)
    return judgeLimited(asked);
  if (asked.family == model::simultaneousFamily)
    return {{asked.id, party, simultaneouslyStable(space_, ranks_, moves_(), party, errand_)}};
  std::vector<Found> found;
  const auto add = [&](std::vector<std::pair<model::Concept, Bits>> judged) {
    for (auto& [id, states] : judged)
      found.push_back({id, party, std::move(states)});
  };
  if (asked.family == model::treeFamily) {
    add(judgeTrees(moves_(), ranks_[party.index()].of, asked, party, errand_));
    return found;
  }
  if (!relational_)
    relational_.emplace(space_, ranks_, maxMemory_, errand_);
  add(relational_->judge(asked.family, party));
  return found;
}

std::vector<JudgedOnList::Found> JudgedOnList::judgeLimited(const model::ConceptRow& asked) {
  std::vector<Found> found;
  const auto add = [&](model::Concept id, const LimitedMoves::ByParty& stable) {
    for (std::size_t i = 0; i < stable.size(); ++i)
      found.push_back({id, PartyId(i), stable[i]});
  };
  if (!limitOf(asked.id)) {
    add(asked.id, cycle().always);
    return found;
  }
  std::set<model::Concept> all{asked.id};
  for (const auto& concept_ : model::conceptsOf(model::limitedFamily))
    if (limitOf(concept_.id))
      all.insert(concept_.id);
  std::size_t farthest = 0;
  for (const model::Concept id : all)
    farthest = std::max(farthest, *limitOf(id));
  const auto stable = limited().upTo(farthest);
  for (const model::Concept id : all)
    add(id, stable[*limitOf(id) - 1]);
  return found;
}

LimitedMoves& JudgedOnList::limited() {
  if (!limited_)
    limited_.emplace(space_, ranks_, moves_(), maxMemory_, errand_);
  return *limited_;
}

const LimitedMoves::Cycle& JudgedOnList::cycle() {
  if (!cycle_)
    cycle_ = limited().cycle();
  return *cycle_;
}

} // namespace stasis::stability
