#include "analysis/elicit/stakes.h"

#include <algorithm>
#include <unordered_map>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;

namespace {

std::vector<Pattern> allStates(stability::Engine& engine) {
  return engine.list(engine.feasible(), mostAskedAbout);
}

std::vector<PartyId> othersThan(PartyId party, const model::Conflict& conflict) {
  std::vector<PartyId> others;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    if (PartyId(i) != party)
      others.emplace_back(i);
  return others;
}

bool answersByImprovements(Concept id) { return row(id).sanctions() == model::Sanctions::improvements; }

} // namespace

Stakes::Stakes(stability::Engine& engine, const Rules& rules, PartyId party,
               const std::vector<Concept>& concepts, const stability::Errand& errand)
    : party_(party), states_(allStates(engine)), others_(rules, party, states_, errand) {
  std::unordered_map<std::string, Place> places;
  for (Place place = 0; place < states_.size(); ++place)
    places.emplace(states_[place].letters(), place);
  const auto others = othersThan(party, engine.conflict());
  for (const Concept id : concepts) {
    std::vector<stability::Judged> judged;
    for (const PartyId other : others)
      judged.push_back({other, id});
    const auto held = answersByImprovements(id) ? engine.feasible() : engine.stableForEach(judged);
    for (Place place = 0; place < states_.size(); ++place) {
      errand.check();
      if (!engine.contains(held, states_[place]))
        continue;
      const auto condition = stabilityCondition(engine, rules, states_[place], party, id, errand);
      Stake stake{id, place, {}};
      for (const auto& clause : condition->clauses) {
        auto& terms = stake.condition.emplace_back();
        for (const auto& term : clause.terms) {
          terms.emplace_back();
          for (const auto q : term)
            terms.back().push_back(places.at(condition->states[q].letters()));
        }
      }
      add(std::move(stake));
    }
  }
}

void Stakes::add(Stake stake) {
  const KnownOrder nothing(states_.size());
  if (answersByImprovements(stake.id)) {
    if (!others_.stay(stake.id, stake.state, nothing, Taken::asYes))
      return;
    stake.sways = !others_.stay(stake.id, stake.state, nothing, Taken::asNo);
  }
  for (const auto& clause : stake.condition)
    for (const auto& term : clause)
      for (const Place q : term)
        stake.pairs.emplace_back(std::min(stake.state, q), std::max(stake.state, q));
  if (stake.sways)
    stake.pairs.insert(stake.pairs.end(), others_.movesAsked().begin(), others_.movesAsked().end());
  std::ranges::sort(stake.pairs);
  stake.pairs.erase(std::ranges::unique(stake.pairs).begin(), stake.pairs.end());
  if (!stake.pairs.empty())
    stakes_.push_back(std::move(stake));
}

bool Stakes::stays(const Stake& stake, const KnownOrder& order, Taken taken) const {
  const auto noBetter = [&](Place q) {
    return taken == Taken::asNo ? order.atLeast(stake.state, q) : !order.above(q, stake.state);
  };
  return std::ranges::all_of(stake.condition, [&](const auto& terms) {
    return std::ranges::any_of(terms, [&](const auto& term) { return std::ranges::all_of(term, noBetter); });
  });
}

StakeVerdict Stakes::verdict(std::size_t index, const KnownOrder& order) const {
  const Stake& stake = stakes_[index];
  const auto holds = [&](Taken taken) {
    return stays(stake, order, taken) && (!stake.sways || others_.stay(stake.id, stake.state, order, taken));
  };
  if (!holds(Taken::asYes))
    return StakeVerdict::no;
  return holds(Taken::asNo) ? StakeVerdict::yes : StakeVerdict::open;
}

} // namespace stasis::analysis
