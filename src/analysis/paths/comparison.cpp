#include "analysis/paths/comparison.h"

#include "analysis/states/state_reference.h"

#include <algorithm>

namespace stasis::analysis {

using model::PartyId;
using model::Relation;

Comparison::Comparison(stability::Engine& engine, Exploration& exploration)
    : conflict_(engine.conflict()), exploration_(exploration), unsure_(conflict_.parties.size()) {
  for (std::size_t i = 0; i < unsure_.size(); ++i)
    for (const auto& pair : conflict_.parties[i].unsure) {
      const auto one = patternOf(engine, pair.one);
      const auto other = patternOf(engine, pair.other);
      if (one && other)
        unsure_[i].insert(std::minmax(exploration.at(*one), exploration.at(*other)));
    }
}

bool Comparison::holds(Relation relation, PartyId party, Place t, Place s) {
  switch (relation) {
  case Relation::never: return false;
  case Relation::always: return true;
  case Relation::better: return exploration_.prefers(party, t, s);
  case Relation::muchWorse: return muchWorse(party, t, s);
  case Relation::surelyBetter: return known(party, t, s) == Order::better;
  case Relation::perhapsBetter: return !holds(Relation::surelyNotBetter, party, t, s);
  case Relation::surelyNotBetter: {
    const Order order = known(party, t, s);
    return order == Order::same || order == Order::worse;
  }
  case Relation::liked: return liked(party, t, s);
  case Relation::notBetter:
  case Relation::notMuchWorse:
  case Relation::perhapsNotBetter:
  case Relation::notLiked: return !holds(contrary(relation), party, t, s);
  }
  return false;
}

bool Comparison::muchWorse(PartyId party, Place t, Place s) {
  const auto& preference = conflict_.party(party).preference;
  const Worth here = exploration_.worth(party, s);
  const Worth there = exploration_.worth(party, t);
  if (const auto* said = std::get_if<model::Prioritised>(&preference)) {
    const auto [a, b] = std::ranges::mismatch(here, there);
    return a != here.end() && *a > *b &&
           model::markOf(said->tiers[static_cast<std::size_t>(a - here.begin())]) == model::Mark::strongly;
  }
  if (const auto* ranking = std::get_if<model::Ranking>(&preference)) // worths are classes, best 0, negated
    return std::ranges::any_of(ranking->strongAfter, [&](std::size_t k) {
      const auto after = static_cast<std::int64_t>(k);
      return -here.front() <= after && after < -there.front();
    });
  return false;
}

Comparison::Order Comparison::known(PartyId party, Place t, Place s) {
  if (unsure_[party.index()].contains(std::minmax(t, s)))
    return Order::unknown;
  const Worth there = exploration_.worth(party, t);
  const Worth here = exploration_.worth(party, s);
  const auto* said = std::get_if<model::Prioritised>(&conflict_.party(party).preference);
  bool better = false;
  bool worse = false;
  for (std::size_t k = 0; k < here.size(); ++k) {
    (there[k] > here[k] ? better : worse) |= there[k] != here[k];
    if (there[k] != here[k] && !(said != nullptr && model::markOf(said->tiers[k]) == model::Mark::perhaps))
      return better == worse ? Order::unknown : better ? Order::better : Order::worse;
  }
  return better || worse ? Order::unknown : Order::same;
}

bool Comparison::liked(PartyId party, Place t, Place s) {
  if (t == s)
    return false;
  for (std::size_t j = 0; j < conflict_.parties.size(); ++j) {
    const model::Attitude attitude = conflict_.attitude(party, PartyId(j));
    if ((attitude == model::Attitude::for_ && exploration_.prefers(PartyId(j), s, t)) ||
        (attitude == model::Attitude::against && exploration_.prefers(PartyId(j), t, s)))
      return false;
  }
  return true;
}

} // namespace stasis::analysis
