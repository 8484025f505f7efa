#include "stability/explicit/preference_ranks.h"

#include "stability/explicit/statement_bits.h"

#include <algorithm>
#include <array>
#include <bit>

namespace stasis::stability {

namespace {

/// A tier's part in a word of statement bits: how many of these bits are set.
struct Digit {
  std::size_t firstStatement;
  std::size_t statements;
};

/// Ranks of `prefer`: tier after tier, as many at once as one digit has room for.
class TierRanks {
public:
  TierRanks(const StateSpace& space, const model::Prioritised& preference, const Errand& errand)
      : errand_(errand), tiers_(tiersOf(preference)), bits_(space, statementsOf(preference)),
        ranks_(space.size()), digits_(space.size()) {
    result_.statements.resize(statementsOf(preference).size());
  }

  Ranks take() {
    std::size_t next = 0;
    while (next < tiers_.size()) {
      next = tiers_[next].statements > 64 ? rankLongTier(next) : rankTiers(next);
      errand_.tell({"", next, tiers_.size()});
    }
    result_.classes = ranks_.distinct();
    result_.of = ranks_.take();
    return std::move(result_);
  }

private:
  static std::vector<Digit> tiersOf(const model::Prioritised& preference) {
    std::vector<Digit> tiers;
    std::size_t first = 0;
    for (const auto& tier : preference.tiers) {
      tiers.push_back({first, tier.size()});
      first += tier.size();
    }
    return tiers;
  }

  /// Ranks by tiers from `from` on, up to 64 statements and as many as there is room for. Returns the next
  /// tier.
  std::size_t rankTiers(std::size_t from) {
    const std::uint64_t room = ranks_.room();
    std::uint64_t radix = tiers_[from].statements + 1;
    std::size_t to = from + 1;
    std::size_t statements = tiers_[from].statements;
    while (to < tiers_.size() && statements + tiers_[to].statements <= 64 &&
           radix * (tiers_[to].statements + 1) <= room) {
      statements += tiers_[to].statements;
      radix *= tiers_[to].statements + 1;
      ++to;
    }
    const std::size_t first = tiers_[from].firstStatement;
    const bool single = statements == to - from; // every tier is one statement: the word is the number
    bits_.each(first, statements, rangesFrom(first), errand_, [&](std::size_t s, std::uint64_t word) {
      digits_[s] = single ? static_cast<std::uint32_t>(word) : numberOf(word, from, to);
    });
    ranks_.refine(digits_, radix);
    return to;
  }

  /// Counts per tier as one number in mixed radix.
  std::uint32_t numberOf(std::uint64_t word, std::size_t from, std::size_t to) const {
    std::uint64_t number = 0;
    for (std::size_t t = to, place = 1; t-- > from;) {
      const std::size_t count = tiers_[t].statements;
      const std::uint64_t mask = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
      number += place * static_cast<std::uint64_t>(std::popcount(word & mask));
      word = count == 64 ? 0 : word >> count;
      place *= count + 1;
    }
    return static_cast<std::uint32_t>(number);
  }

  std::size_t rankLongTier(std::size_t tier) {
    std::ranges::fill(digits_, 0U);
    const std::size_t end = tiers_[tier].firstStatement + tiers_[tier].statements;
    for (std::size_t first = tiers_[tier].firstStatement; first < end; first += 64)
      bits_.each(first, std::min<std::size_t>(64, end - first), rangesFrom(first), errand_,
                 [&](std::size_t s, std::uint64_t word) {
                   digits_[s] += static_cast<std::uint32_t>(std::popcount(word));
                 });
    ranks_.refine(digits_, tiers_[tier].statements + 1);
    return tier + 1;
  }

  std::span<StatementRange> rangesFrom(std::size_t first) {
    return std::span(result_.statements).subspan(first);
  }

  const Errand& errand_;
  std::vector<Digit> tiers_;
  StatementBits bits_;
  Densified ranks_;
  std::vector<std::uint32_t> digits_;
  Ranks result_;
};

/// A state's sum of weights, from tables of 256 sums: one for every eight options and one for every eight of
/// the other conditions, which are evaluated in all states before.
class Sums {
public:
  Sums(const StateSpace& space, const model::Weights& weights, const Errand& errand) : space_(space) {
    std::vector<std::int64_t> units;
    for (const auto& weight : weights.weights) {
      if (const auto option = weight.option()) {
        add(tables_, option->index(), weight.units);
      } else {
        others_.push_back({.wanted = weight.wanted});
        units.push_back(weight.units);
      }
      least_ += std::min<std::int64_t>(weight.units, 0);
      most_ += std::max<std::int64_t>(weight.units, 0);
    }
    if (!others_.empty())
      evaluateOthers(units, errand);
  }

  /// The state's sum above the least possible one.
  std::uint64_t above(std::size_t s) const {
    const std::uint64_t taken = space_.taken()[s];
    std::int64_t sum = ofOthers_.empty() ? 0 : ofOthers_[s];
    for (std::size_t t = 0; t < tables_.size(); ++t)
      sum += tables_[t][taken >> 8 * t & 255];
    return static_cast<std::uint64_t>(sum - least_);
  }
  unsigned bits() const {
    return static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(most_ - least_)));
  }

private:
  using Tables = std::array<std::array<std::int64_t, 256>, 8>;

  static void add(Tables& tables, std::size_t bit, std::int64_t units) {
    for (std::size_t choice = 0; choice < 256; ++choice)
      if ((choice >> bit % 8 & 1) != 0)
        tables[bit / 8][choice] += units;
  }

  void evaluateOthers(const std::vector<std::int64_t>& units, const Errand& errand) {
    std::vector<const model::Statement*> statements;
    for (const auto& other : others_)
      statements.push_back(&other);
    StatementBits bits(space_, statements);
    std::vector<StatementRange> ranges(statements.size());
    ofOthers_.assign(space_.size(), 0);
    for (std::size_t first = 0; first < statements.size(); first += 64) {
      const std::size_t count = std::min<std::size_t>(64, statements.size() - first);
      Tables tables{};
      for (std::size_t k = 0; k < count; ++k)
        add(tables, count - 1 - k, units[first + k]);
      bits.each(first, count, std::span(ranges).subspan(first), errand,
                [&](std::size_t s, std::uint64_t held) {
                  for (std::size_t t = 0; 8 * t < count; ++t)
                    ofOthers_[s] += tables[t][held >> 8 * t & 255];
                });
    }
  }

  const StateSpace& space_;
  std::vector<model::Statement> others_;
  std::vector<std::int64_t> ofOthers_; ///< by state; empty if there are no others
  Tables tables_{};
  std::int64_t least_ = 0;
  std::int64_t most_ = 0;
};

Ranks rankBySums(const StateSpace& space, const model::Weights& weights, const Errand& errand) {
  const Sums sums(space, weights, errand);
  Densified ranks(space.size());
  std::vector<std::uint32_t> digits(space.size());
  for (unsigned left = sums.bits(); left > 0 && !ranks.complete();) {
    const auto wide = static_cast<unsigned>(std::bit_width(ranks.room()) - 1);
    const unsigned width = std::min({left, wide, 31U});
    left -= width;
    for (std::size_t s = 0; s < space.size(); ++s) {
      if (s % 65536 == 0)
        errand.check();
      digits[s] = static_cast<std::uint32_t>(sums.above(s) >> left & ((std::uint64_t{1} << width) - 1));
    }
    ranks.refine(digits, std::uint64_t{1} << width);
    errand.tell({"", sums.bits() - left, sums.bits()});
  }
  const std::uint32_t classes = ranks.distinct();
  return {ranks.take(), classes, {}};
}

Ranks rankAsWritten(const StateSpace& space, const model::Ranking& ranking) {
  Ranks ranks;
  ranks.of.assign(space.size(), 0);
  ranks.classes = static_cast<std::uint32_t>(ranking.classes.size());
  for (std::size_t k = 0; k < ranking.classes.size(); ++k)
    for (const auto& reference : ranking.classes[k])
      if (const auto s = space.find(reference))
        ranks.of[s->index()] = static_cast<Rank>(ranking.classes.size() - 1 - k);
  return ranks;
}

} // namespace

Ranks rankStates(const StateSpace& space, model::PartyId party, const Errand& errand) {
  return rankStates(space, space.conflict().party(party).preference, errand);
}

Ranks rankStates(const StateSpace& space, const model::Preference& preference, const Errand& errand) {
  if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
    return TierRanks(space, *tiers, errand).take();
  if (const auto* weights = std::get_if<model::Weights>(&preference))
    return rankBySums(space, *weights, errand);
  if (const auto* ranking = std::get_if<model::Ranking>(&preference))
    return rankAsWritten(space, *ranking);
  return {std::vector<Rank>(space.size(), 0), 1, {}};
}

} // namespace stasis::stability
