#include "stability/orbits/orbit_ranks.h"

#include "stability/strong_part.h"

#include <algorithm>
#include <array>
#include <set>

namespace stasis::stability {

using model::Expression;

namespace {

std::vector<const Expression*> jointConstraints(const AlikeConflict& alike) {
  std::vector<const Expression*> conditions;
  for (const std::size_t k : alike.jointConstraints)
    conditions.push_back(&alike.conflict.constraints[k].holds);
  return conditions;
}

/// Word by word of the rows, the places where all of these conditions hold; all places if there are none.
Places allOf(std::span<const Places* const> conditions) {
  Places all;
  all.fill(~std::uint64_t{0});
  for (const Places* places : conditions)
    for (std::size_t w = 0; w < all.size(); ++w)
      all[w] &= (*places)[w];
  return all;
}

std::vector<std::uint64_t> orbitsWhereAll(const OrbitSpace& space,
                                          const std::vector<const Expression*>& conditions,
                                          const Errand& errand) {
  std::vector<std::uint64_t> bits((space.size() + 63) / 64);
  InEveryOrbit(space, RowShape::single(), conditions)
      .visit(
          [&](std::uint64_t first, std::size_t count, std::span<const Places* const> places) {
            const Places all = allOf(places);
            for (std::size_t w = 0; w * 64 < count; ++w)
              bits[first / 64 + w] = all[w];
          },
          errand);
  if (space.size() % 64 != 0)
    bits.back() &= (std::uint64_t{1} << space.size() % 64) - 1;
  return bits;
}

std::vector<std::uint64_t> listedOrbits(const OrbitSpace& space) {
  std::vector<std::uint64_t> bits((space.size() + 63) / 64);
  for (const auto& line : space.alike().conflict.listed)
    if (const auto orbit = space.orbitOf(line.pattern))
      bits[*orbit / 64] |= std::uint64_t{1} << *orbit % 64;
  return bits;
}

} // namespace

std::vector<std::uint64_t> feasibleOrbits(const OrbitSpace& space, const Errand& errand) {
  return space.alike().conflict.listed.empty()
             ? orbitsWhereAll(space, jointConstraints(space.alike()), errand)
             : listedOrbits(space);
}

std::vector<std::uint64_t> orbitsWhere(const OrbitSpace& space, const Expression& condition,
                                       const Errand& errand) {
  return orbitsWhereAll(space, {&condition}, errand);
}

namespace {

/// Renumbers the values that occur from 1, in their order; 0 stays 0.
class Dense {
public:
  explicit Dense(std::uint64_t values) : seen_(values) {}
  void see(std::uint64_t value) { seen_[value] = 1; }
  /// The number of values. No value may be added after this.
  std::uint64_t close() {
    codes_.resize(seen_.size());
    std::uint64_t count = 0;
    for (std::uint64_t value = 1; value < seen_.size(); ++value)
      codes_[value] = static_cast<RankCode>(seen_[value] != 0 ? ++count : 0);
    return count;
  }
  RankCode code(std::uint64_t value) const { return codes_[value]; }

private:
  std::vector<std::uint8_t> seen_;
  std::vector<RankCode> codes_;
};

constexpr std::uint64_t mostKeys = std::uint64_t{1} << 28; // possible at once; few of them occur

using Keys = std::array<std::uint32_t, placesAtOnce>;

/// Adds one wherever the bit is set.
void addBits(Keys& keys, const Places& places) {
  static constexpr auto bitOf = [] {
    std::array<std::uint32_t, 32> bits{};
    for (std::size_t b = 0; b < bits.size(); ++b)
      bits[b] = std::uint32_t{1} << b;
    return bits;
  }();
  for (std::size_t half = 0; half < placesAtOnce / 32; ++half) {
    const auto word = static_cast<std::uint32_t>(places[half / 2] >> half % 2 * 32);
    for (std::size_t b = 0; b < bitOf.size(); ++b)
      keys[half * 32 + b] += (word & bitOf[b]) != 0 ? 1 : 0;
  }
}

class Ranking {
public:
  Ranking(AlikeConflict& alike, model::PartyId party, const Errand& errand)
      : alike_(alike), errand_(errand), made_{OrbitSpace::of(alike, party), {}, {}, 0, {}} {
    made_.shape = RowShape::ofOwn(made_.space);
    made_.codes.assign(made_.space.size(), 1);
    markInfeasible();
    made_.top = std::ranges::count(made_.codes, 1) > 0 ? 1 : 0;
  }

  bool rank(const model::Preference& preference, const StateNamed& stateNamed) {
    if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
      return byStatements(*tiers);
    if (const auto* weights = std::get_if<model::Weights>(&preference))
      return byWeights(*weights);
    if (const auto* ranking = std::get_if<model::Ranking>(&preference))
      return byClasses(*ranking, stateNamed);
    return true;
  }
  OrbitRanks made() { return std::move(made_); }

private:
  /// Calls `each(orbit, place)` for every orbit of these rows.
  template <class EachOrbit> void eachPlace(std::uint64_t first, std::size_t count, EachOrbit each) const {
    const RowShape& shape = made_.shape;
    if (shape.choices == shape.lanes * shape.words) {
      for (std::size_t place = 0; place < count * shape.lanes; ++place)
        each(first * shape.lanes + place, place);
      return;
    }
    for (std::size_t k = 0; k < count; ++k) {
      const std::uint64_t row = (first + k) / shape.words;
      const auto word = static_cast<std::size_t>((first + k) % shape.words);
      const std::uint64_t orbit = row * shape.choices + word * shape.lanes;
      for (std::size_t a = 0; a < shape.used(word); ++a)
        each(orbit + a, k * shape.lanes + a);
    }
  }

  void markInfeasible() {
    if (!alike_.conflict.listed.empty()) {
      const auto listed = listedOrbits(made_.space);
      for (std::uint64_t orbit = 0; orbit < made_.codes.size(); ++orbit)
        made_.codes[orbit] = static_cast<RankCode>(listed[orbit / 64] >> orbit % 64 & 1);
      return;
    }
    const auto constraints = jointConstraints(alike_);
    if (constraints.empty())
      return;
    InEveryOrbit(made_.space, made_.shape, constraints)
        .visit(
            [&](std::uint64_t first, std::size_t count, std::span<const Places* const> places) {
              const Places all = allOf(places);
              eachPlace(first, count, [&](std::uint64_t orbit, std::size_t place) {
                made_.codes[orbit] = static_cast<RankCode>(all[place / 64] >> place % 64 & 1);
              });
            },
            errand_);
  }

  using Tier = std::vector<model::Statement>;

  bool byStatements(const model::Prioritised& preference) {
    std::size_t next = 0;
    while (next < preference.tiers.size()) {
      std::uint64_t values = made_.top + std::uint64_t{1};
      const std::size_t begin = next;
      do
        values *= preference.tiers[next++].size() + 1;
      while (next < preference.tiers.size() && values * (preference.tiers[next].size() + 1) <= highestCode);
      if (!byTiers(std::span(preference.tiers).subspan(begin, next - begin), values))
        return false;
    }
    return true;
  }

  /// Among orbits that are equal so far, those in which more of the next tiers hold are better.
  bool byTiers(std::span<const Tier> tiers, std::uint64_t values) {
    if (values > mostKeys)
      return false;
    std::vector<const Expression*> wanted;
    for (const Tier& tier : tiers)
      for (const auto& statement : tier)
        wanted.push_back(&statement.wanted);
    const std::size_t firstRange = made_.statements.size();
    made_.statements.resize(firstRange + wanted.size());
    const auto ranges = std::span(made_.statements).subspan(firstRange);
    Dense dense(values);
    std::vector<std::uint32_t> wide(values > highestCode ? made_.codes.size() : 0); // keys beyond a code
    InEveryOrbit(made_.space, made_.shape, wanted)
        .visit(
            [&](std::uint64_t first, std::size_t count, std::span<const Places* const> places) {
              noteRanges(first, count, places, ranges);
              const std::uint32_t radix = addTiers(tiers, places);
              eachPlace(first, count, [&](std::uint64_t orbit, std::size_t place) {
                const std::uint32_t code = made_.codes[orbit];
                const std::uint32_t key = code == 0 ? 0 : code * radix + keys_[place];
                dense.see(key);
                if (wide.empty())
                  made_.codes[orbit] = static_cast<RankCode>(key);
                else
                  wide[orbit] = key;
              });
            },
            errand_);
    const std::uint64_t count = dense.close();
    if (count > highestCode)
      return false;
    for (std::uint64_t orbit = 0; orbit < made_.codes.size(); ++orbit)
      made_.codes[orbit] = dense.code(wide.empty() ? made_.codes[orbit] : wide[orbit]);
    made_.top = static_cast<RankCode>(count);
    return true;
  }

  /// Adds the keys of the tiers. Returns how many keys there may be.
  std::uint32_t addTiers(std::span<const Tier> tiers, std::span<const Places* const> places) {
    keys_.fill(0);
    std::uint32_t radix = 1;
    std::size_t statement = 0;
    for (const Tier& tier : tiers) {
      const auto more = static_cast<std::uint32_t>(tier.size() + 1);
      radix *= more;
      for (std::uint32_t& key : keys_)
        key = more == 2 ? key + key : key * more;
      for (std::size_t k = 0; k < tier.size(); ++k)
        addBits(keys_, *places[statement++]);
    }
    return radix;
  }

  void noteRanges(std::uint64_t first, std::size_t count, std::span<const Places* const> places,
                  std::span<StatementRange> ranges) const {
    if (std::ranges::all_of(ranges, [](const auto& r) { return r.holdsSomewhere && r.failsSomewhere; }))
      return;
    Places feasible{};
    eachPlace(first, count, [&](std::uint64_t orbit, std::size_t place) {
      feasible[place / 64] |= std::uint64_t{made_.codes[orbit] != 0} << place % 64;
    });
    noteRanges(places, feasible, ranges);
  }

  static void noteRanges(std::span<const Places* const> places, const Places& feasible,
                         std::span<StatementRange> ranges) {
    for (std::size_t k = 0; k < places.size(); ++k)
      for (std::size_t w = 0; w < feasible.size(); ++w) {
        ranges[k].holdsSomewhere |= ((*places[k])[w] & feasible[w]) != 0;
        ranges[k].failsSomewhere |= (~(*places[k])[w] & feasible[w]) != 0;
      }
  }

  /// The sum of an orbit's option weights. It is the same in all its states.
  class Sums {
  public:
    Sums(const OrbitSpace& space, const model::Weights& weights) : space_(space) {
      const auto& conflict = space.alike().conflict;
      std::vector<std::int64_t> ofOption(conflict.options.size());
      for (const auto& weight : weights.weights)
        if (const auto option = weight.option())
          ofOption[option->index()] += weight.units;
      for (const OrbitBlock& block : space.blocks()) {
        const auto& choices = space.alike().kinds[block.kind].choices;
        const auto& party = conflict.party(block.members.front());
        auto& sums = ofChoice_.emplace_back(choices.size());
        for (std::size_t c = 0; c < choices.size(); ++c)
          for (std::size_t k = 0; k < party.optionCount; ++k)
            if ((choices.mask(c) >> k & 1) != 0)
              sums[c] += ofOption[party.firstOption + k];
      }
    }
    std::int64_t operator()(std::uint64_t orbit) const {
      std::int64_t sum = 0;
      for (std::size_t b = 0; b < ofChoice_.size(); ++b) {
        const OrbitBlock& block = space_.blocks()[b];
        const Histogram histogram = block.histograms->at(block.digit(orbit));
        for (std::size_t c = 0; c < histogram.size(); ++c)
          sum += histogram[c] * ofChoice_[b][c];
      }
      return sum;
    }

  private:
    const OrbitSpace& space_;
    std::vector<std::vector<std::int64_t>> ofChoice_; ///< by block
  };

  /// The sums of the weights of other conditions, by orbit; empty if all weights are on options.
  std::vector<std::int64_t> sumsOfOthers(const model::Weights& weights) {
    std::vector<const Expression*> wanted;
    std::vector<std::int64_t> units;
    for (const auto& weight : weights.weights)
      if (!weight.option()) {
        wanted.push_back(&weight.wanted);
        units.push_back(weight.units);
      }
    if (wanted.empty())
      return {};
    std::vector<std::int64_t> sums(made_.codes.size(), 0);
    InEveryOrbit(made_.space, made_.shape, wanted)
        .visit(
            [&](std::uint64_t first, std::size_t count, std::span<const Places* const> places) {
              eachPlace(first, count, [&](std::uint64_t orbit, std::size_t place) {
                for (std::size_t k = 0; k < units.size(); ++k)
                  if (((*places[k])[place / 64] >> place % 64 & 1) != 0)
                    sums[orbit] += units[k];
              });
            },
            errand_);
    return sums;
  }

  bool byWeights(const model::Weights& weights) {
    const Sums ofOptions(made_.space, weights);
    const std::vector<std::int64_t> ofOthers = sumsOfOthers(weights);
    const auto sums = [&](std::uint64_t orbit) {
      return ofOptions(orbit) + (ofOthers.empty() ? 0 : ofOthers[orbit]);
    };
    std::set<std::int64_t> occurring;
    for (std::uint64_t orbit = 0; orbit < made_.codes.size(); ++orbit)
      if (made_.codes[orbit] != 0 && occurring.insert(sums(orbit)).second && occurring.size() > highestCode)
        return false;
    const std::vector<std::int64_t> order(occurring.begin(), occurring.end());
    for (std::uint64_t orbit = 0; orbit < made_.codes.size(); ++orbit)
      if (made_.codes[orbit] != 0)
        made_.codes[orbit] =
            static_cast<RankCode>(std::ranges::lower_bound(order, sums(orbit)) - order.begin() + 1);
    made_.top = static_cast<RankCode>(order.size());
    return true;
  }

  bool byClasses(const model::Ranking& ranking, const StateNamed& stateNamed) {
    if (ranking.classes.size() > highestCode)
      return false;
    for (std::size_t k = 0; k < ranking.classes.size(); ++k)
      for (const auto& reference : ranking.classes[k])
        if (const auto state = stateNamed(reference))
          if (const auto orbit = made_.space.orbitOf(*state); orbit && made_.codes[*orbit] != 0)
            made_.codes[*orbit] = static_cast<RankCode>(ranking.classes.size() - k);
    made_.top = static_cast<RankCode>(ranking.classes.size());
    return true;
  }

  AlikeConflict& alike_;
  const Errand& errand_;
  OrbitRanks made_;
  Keys keys_{};
};

} // namespace

namespace {

/// From the code and the strong class of every orbit.
std::vector<RankCode> beyond(const OrbitRanks& ranks, const OrbitRanks& strong) {
  std::vector<RankCode> best(strong.top + std::size_t{1}, 0); // by strong class
  std::vector<RankCode> classOf(ranks.top + std::size_t{1}, 0);
  for (std::uint64_t orbit = 0; orbit < ranks.codes.size(); ++orbit) {
    best[strong.codes[orbit]] = std::max(best[strong.codes[orbit]], ranks.codes[orbit]);
    classOf[ranks.codes[orbit]] = strong.codes[orbit];
  }
  std::vector<RankCode> beyond(classOf.size(), 0); // 0 stands for an orbit that is not feasible
  for (std::size_t code = 1; code < beyond.size(); ++code)
    beyond[code] =
        classOf[code] == strong.top ? noCodeBeyond : static_cast<RankCode>(best[classOf[code]] + 1);
  return beyond;
}

} // namespace

std::optional<OrbitRanks> ranksOf(AlikeConflict& alike, model::PartyId party, const StateNamed& stateNamed,
                                  const Errand& errand) {
  const auto& preference = alike.conflict.party(party).preference;
  Ranking ranking(alike, party, errand);
  if (!ranking.rank(preference, stateNamed))
    return std::nullopt;
  OrbitRanks made = ranking.made();
  if (model::hasStrong(preference)) {
    Ranking strong(alike, party, errand);
    strong.rank(strongPart(preference), stateNamed);
    made.beyond = beyond(made, strong.made());
  }
  return made;
}

} // namespace stasis::stability
