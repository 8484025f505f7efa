#include "stability/orbits/counted_stability.h"

#include <algorithm>
#include <limits>

namespace stasis::stability {

using model::Expression;
using model::PartyId;

namespace {

/// The conditions of a preference, and how often each counts.
struct Wants {
  std::vector<const Expression*> conditions;
  std::vector<std::size_t> ofTier; ///< for `prefer`: conditions in each tier
  std::vector<std::int64_t> units; ///< for `weigh`: by condition
};

/// None for a ranking.
std::optional<Wants> wantsOf(const model::Preference& preference) {
  if (std::holds_alternative<model::Ranking>(preference))
    return std::nullopt;
  Wants wants;
  if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
    for (const auto& tier : tiers->tiers) {
      wants.ofTier.push_back(tier.size());
      for (const auto& statement : tier)
        wants.conditions.push_back(&statement.wanted);
    }
  else if (const auto* weights = std::get_if<model::Weights>(&preference))
    for (const auto& weight : weights->weights) {
      wants.conditions.push_back(&weight.wanted);
      wants.units.push_back(weight.units);
    }
  return wants;
}

Parties apartFor(const CountedConflict& counted, PartyId party) {
  return counted.isMember(party) ? Parties{party} : Parties{};
}

/// Renumbers the values at these cells from 1, in their order. Returns how many there are.
std::uint32_t number(const std::vector<std::int64_t>& values, const std::vector<bool>& cells,
                     std::vector<std::uint32_t>& codes) {
  std::vector<std::int64_t> distinct;
  for (std::size_t cell = 0; cell < values.size(); ++cell)
    if (cells[cell])
      distinct.push_back(values[cell]);
  std::ranges::sort(distinct);
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  codes.assign(values.size(), 0);
  for (std::size_t cell = 0; cell < values.size(); ++cell)
    codes[cell] =
        static_cast<std::uint32_t>(std::ranges::upper_bound(distinct, values[cell]) - distinct.begin());
  return static_cast<std::uint32_t>(distinct.size());
}

} // namespace

std::optional<CountSpace> spaceOfRanks(const CountedConflict& counted, PartyId party) {
  const auto wants = wantsOf(counted.conflict().party(party).preference);
  if (!wants)
    return std::nullopt;
  const Parties apart = apartFor(counted, party);
  const auto conditions = CountedConditions::of(counted, apart, wants->conditions);
  if (!conditions)
    return std::nullopt;
  return CountSpace{apart, conditions->classes(), false};
}

CountedRanks rankCells(const CountedConflict& counted, const CountSets& sets, CountNumbers& numbers,
                       PartyId party, CountSpace space, const Errand& errand) {
  const Wants wants = *wantsOf(counted.conflict().party(party).preference);
  auto conditions = *CountedConditions::of(counted, space.apart, wants.conditions);
  const auto reached = numbers.reached(space.classes, counted.members().size() - space.apart.size());
  std::vector<Sums> sums;
  for (std::size_t k = 0; k < space.classes.size(); ++k)
    sums.push_back(conditions.classes().leastAs(k, space.classes));
  CountedRanks ranks;
  if (wants.units.empty())
    ranks.statements.resize(wants.conditions.size());
  // Tier by tier: values so far are renumbered before the next, so they stay small.
  const std::size_t cells = sets.cells(space);
  std::vector<std::vector<std::uint8_t>> holds(wants.conditions.size(), std::vector<std::uint8_t>(cells));
  std::vector<bool> occurs(cells);
  for (CellPlace place; place.together < counted.together().size(); ++place.together) {
    errand.check();
    for (place.apart = 0; place.apart < sets.apartChoices(space); ++place.apart) {
      std::vector<std::size_t> apart;
      for (std::size_t k = 0; k < space.apart.size(); ++k)
        apart.push_back(sets.choiceApart(space, place.apart, k));
      for (place.number = 0; place.number < sums.size(); ++place.number) {
        const std::size_t cell = sets.cellOf(space, place);
        occurs[cell] = reached[place.number];
        const auto values = conditions.evaluate(place.together, apart, sums[place.number]);
        for (std::size_t k = 0; k < values.size(); ++k) {
          holds[k][cell] = values[k];
          if (occurs[cell] && wants.units.empty())
            (values[k] != 0 ? ranks.statements[k].holdsSomewhere : ranks.statements[k].failsSomewhere) = true;
        }
      }
    }
  }
  std::vector<std::int64_t> values(cells);
  if (!wants.units.empty())
    for (std::size_t k = 0; k < wants.units.size(); ++k)
      for (std::size_t cell = 0; cell < cells; ++cell)
        values[cell] += holds[k][cell] != 0 ? wants.units[k] : 0;
  ranks.top = number(values, occurs, ranks.codes);
  std::size_t next = 0;
  for (const std::size_t conditionsInTier : wants.ofTier) {
    for (std::size_t cell = 0; cell < cells; ++cell) {
      values[cell] = static_cast<std::int64_t>(ranks.codes[cell] * (conditionsInTier + 1));
      for (std::size_t k = next; k < next + conditionsInTier; ++k)
        values[cell] += holds[k][cell];
    }
    next += conditionsInTier;
    ranks.top = number(values, occurs, ranks.codes);
  }
  ranks.space = std::move(space);
  return ranks;
}

namespace {

class Judging {
public:
  Judging(const CountedConflict& counted, const CountSets& sets, const CountedRanks& ranks, PartyId party)
      : counted_(counted), sets_(sets), ranks_(ranks), space_(ranks.space),
        own_(counted.alike().kind(party).choices), classes_(space_.classes.size()),
        isMember_(counted.isMember(party)), single_(isMember_ ? 0 : counted.singleOf(party)) {}

  RowWords run(const model::ConceptRow& concept_, CountNumbers& numbers, const Errand& errand) {
    const bool sanctioned = concept_.sanctions() != model::Sanctions::none;
    if (sanctioned) {
      const auto values = concept_.judgement() == model::Judgement::high ? highs() : ranks_.codes;
      findLows(values, numbers.reached(space_.classes, counted_.members().size() - space_.apart.size()),
               errand);
    }
    RowWords rows(ranks_.codes.size());
    for (std::size_t cell = 0; cell < rows.size(); ++cell) {
      bool stable = true;
      eachMove(cell, [&](std::size_t to) {
        stable = stable && !(ranks_.codes[to] > ranks_.codes[cell] &&
                             (!sanctioned || lows_[to / classes_] > ranks_.codes[cell]));
      });
      rows[cell] = stable ? ~std::uint64_t{0} : 0;
    }
    return rows;
  }

private:
  /// Calls `visit` for every cell that one move of the party leads to.
  template <class Visit> void eachMove(std::size_t cell, Visit visit) const {
    const std::size_t row = cell / classes_; // what the singles do, and the choice of a member apart
    if (isMember_) {
      const std::size_t choice = row % own_.size();
      for (std::size_t c = 0; c < own_.size(); ++c)
        if (own_.leads(choice, c))
          visit(cell + (c - choice) * classes_);
      return;
    }
    eachMoveOf(single_, row, [&](std::size_t to) { visit(to * classes_ + cell % classes_); });
  }

  template <class Visit> void eachMoveOf(std::size_t single, std::size_t together, Visit visit) const {
    const OwnChoices& choices = counted_.choicesOf(single);
    const std::size_t choice = counted_.together()[together][single];
    for (std::size_t c = 0; c < choices.size(); ++c)
      if (choices.leads(choice, c))
        if (const auto to = counted_.with(together, single, c))
          visit(*to);
  }

  std::vector<std::uint32_t> highs() const {
    std::vector<std::uint32_t> highs = ranks_.codes;
    for (std::size_t cell = 0; cell < highs.size(); ++cell)
      eachMove(cell, [&](std::size_t to) { highs[cell] = std::max(highs[cell], ranks_.codes[to]); });
    return highs;
  }

  /// By row: the least value that the others can bring about.
  void findLows(const std::vector<std::uint32_t>& values, const std::vector<bool>& reached,
                const Errand& errand) {
    lows_.assign(values.size() / classes_, std::numeric_limits<std::uint32_t>::max());
    for (std::size_t cell = 0; cell < values.size(); ++cell)
      if (reached[cell % classes_])
        lows_[cell / classes_] = std::min(lows_[cell / classes_], values[cell]);
    const std::size_t own = sets_.apartChoices(space_);
    for (bool again = true; again;) {
      again = false;
      errand.check();
      for (std::size_t single = 0; single < counted_.singles().size(); ++single)
        for (std::size_t together = 0; together < counted_.together().size(); ++together)
          if (isMember_ || single != single_)
            eachMoveOf(single, together, [&](std::size_t to) {
              for (std::size_t c = 0; c < own; ++c)
                if (lows_[to * own + c] < lows_[together * own + c]) {
                  lows_[together * own + c] = lows_[to * own + c];
                  again = true;
                }
            });
    }
  }

  const CountedConflict& counted_;
  const CountSets& sets_;
  const CountedRanks& ranks_;
  const CountSpace& space_;
  const OwnChoices& own_;
  std::size_t classes_;
  bool isMember_;
  std::size_t single_;
  std::vector<std::uint32_t> lows_;
};

} // namespace

RowWords stableCells(const CountedConflict& counted, const CountSets& sets, CountNumbers& numbers,
                     const CountedRanks& ranks, PartyId party, const model::ConceptRow& concept_,
                     const Errand& errand) {
  return Judging(counted, sets, ranks, party).run(concept_, numbers, errand);
}

} // namespace stasis::stability
