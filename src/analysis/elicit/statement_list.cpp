#include "analysis/elicit/statement_list.h"

#include "analysis/elicit/statement_columns.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>

namespace stasis::analysis {

namespace {

constexpr std::array powersOfWords{0.5, 1.0, 2.0}; ///< how much a longer statement has to settle more

/// What is known, a row of bits for each state.
class Known {
public:
  explicit Known(const KnownOrder& order)
      : size_(order.size()), width_((size_ + 63) / 64), notBelow_(size_ * width_), below_(size_ * width_) {
    for (Place a = 0; a < size_; ++a)
      for (Place b = 0; b < size_; ++b) {
        const std::uint64_t bit = std::uint64_t{1} << b % 64;
        if (order.atLeast(b, a))
          notBelow_[a * width_ + b / 64] |= bit;
        if (order.above(a, b))
          below_[a * width_ + b / 64] |= bit;
      }
  }

  std::size_t size() const { return size_; }
  std::size_t width() const { return width_; }
  /// Those known to be at least as good.
  std::uint64_t notBelow(Place place, std::size_t word) const { return notBelow_[place * width_ + word]; }
  /// Those known to be worse.
  std::uint64_t below(Place place, std::size_t word) const { return below_[place * width_ + word]; }

private:
  std::size_t size_, width_;
  std::vector<std::uint64_t> notBelow_, below_;
};

bool isIn(const PlaceBits& bits, Place place) { return (bits[place / 64] >> place % 64 & 1U) != 0; }

/// Groups of states that no statement has told apart yet, best first.
class Parting {
public:
  explicit Parting(const Known& known) : known_(&known), groupOf_(known.size(), 0), groups_(1, all(known)) {}

  /// What a condition would do to the groups.
  struct Effect {
    std::size_t settled = 0; ///< pairs of known order that it tells apart
    bool parts = false;      ///< it tells some states apart that are still together
  };
  /// None if it parts some group against what is known.
  std::optional<Effect> effect(const PlaceBits& holds) const {
    Effect effect;
    for (Place place = 0; place < known_->size(); ++place) {
      if (!isIn(holds, place))
        continue;
      const PlaceBits& group = groups_[groupOf_[place]];
      for (std::size_t i = 0; i < group.size(); ++i) {
        const std::uint64_t rest = group[i] & ~holds[i];
        if ((known_->notBelow(place, i) & rest) != 0)
          return std::nullopt;
        effect.parts = effect.parts || rest != 0;
        effect.settled += static_cast<std::size_t>(std::popcount(known_->below(place, i) & rest));
      }
    }
    return effect;
  }

  void part(const PlaceBits& holds) {
    std::vector<PlaceBits> parts;
    for (const PlaceBits& group : groups_) {
      PlaceBits in(group), out(group);
      for (std::size_t i = 0; i < group.size(); ++i) {
        in[i] &= holds[i];
        out[i] &= ~holds[i];
      }
      for (PlaceBits* half : {&in, &out})
        if (std::ranges::any_of(*half, [](std::uint64_t word) { return word != 0; }))
          parts.push_back(std::move(*half));
    }
    groups_ = std::move(parts);
    for (std::size_t g = 0; g < groups_.size(); ++g)
      for (Place place = 0; place < known_->size(); ++place)
        if (isIn(groups_[g], place))
          groupOf_[place] = g;
  }

  /// Whether no two states known to differ are still together.
  bool isDone() const {
    for (Place place = 0; place < known_->size(); ++place)
      for (std::size_t i = 0; i < known_->width(); ++i)
        if ((known_->below(place, i) & groups_[groupOf_[place]][i]) != 0)
          return false;
    return true;
  }

  std::vector<std::vector<Place>> classes() const {
    std::vector<std::vector<Place>> classes(groups_.size());
    for (Place place = 0; place < known_->size(); ++place)
      classes[groupOf_[place]].push_back(place);
    return classes;
  }

private:
  static PlaceBits all(const Known& known) {
    PlaceBits bits(known.width(), 0);
    for (Place place = 0; place < known.size(); ++place)
      bits[place / 64] |= std::uint64_t{1} << place % 64;
    return bits;
  }

  const Known* known_;
  std::vector<std::size_t> groupOf_; ///< by place
  std::vector<PlaceBits> groups_;
};

using Chosen = std::vector<const StatementColumn*>;

std::size_t wordsOf(const Chosen& chosen) {
  std::size_t words = 0;
  for (const auto* column : chosen)
    words += column->words + 1;
  return words;
}

/// The order that the list makes; none if it does not fit.
std::optional<Parting> parted(const Known& known, const Chosen& chosen) {
  Parting parting(known);
  for (const auto* column : chosen) {
    if (!parting.effect(column->holds))
      return std::nullopt;
    parting.part(column->holds);
  }
  return parting.isDone() ? std::optional(std::move(parting)) : std::nullopt;
}

/// What settles most for its words; if nothing settles anything, the shortest that parts some group, for that
/// can make room for another. Null if nothing is admissible.
const StatementColumn* bestOf(const std::vector<StatementColumn>& columns, const Parting& parting,
                              double power) {
  const StatementColumn* best = nullptr;
  double most = -1;
  for (const auto& column : columns) {
    const auto effect = parting.effect(column.holds);
    if (!effect || !effect->parts)
      continue;
    const double score = static_cast<double>(effect->settled) / std::pow(column.words, power);
    if (score > most) {
      most = score;
      best = &column;
    }
  }
  return best;
}

std::optional<Chosen> greedy(const Known& known, const std::vector<StatementColumn>& columns, double power) {
  Parting parting(known);
  Chosen chosen;
  while (!parting.isDone()) {
    const StatementColumn* best = bestOf(columns, parting, power);
    if (best == nullptr)
      return std::nullopt;
    chosen.push_back(best);
    parting.part(best->holds);
  }
  return chosen;
}

/// Without what is not needed: the wordiest first.
Chosen pruned(const Known& known, Chosen chosen) {
  Chosen byWords = chosen;
  std::ranges::stable_sort(byWords, std::greater<>(), &StatementColumn::words);
  for (const auto* column : byWords) {
    Chosen fewer = chosen;
    std::erase(fewer, column);
    if (parted(known, fewer))
      chosen = std::move(fewer);
  }
  return chosen;
}

} // namespace

std::optional<StatementList> statementList(const model::Conflict& conflict,
                                           const std::vector<model::Pattern>& states,
                                           const KnownOrder& order) {
  const Known known(order);
  if (Parting(known).isDone())
    return std::nullopt;
  for (const unsigned most : {2U, 3U}) {
    const auto columns = statementColumns(conflict, states, most);
    std::optional<Chosen> shortest;
    for (const double power : powersOfWords) {
      const auto found = greedy(known, columns, power);
      if (!found)
        break;
      Chosen list = pruned(known, *found);
      if (!shortest || wordsOf(list) < wordsOf(*shortest))
        shortest = std::move(list);
    }
    if (!shortest)
      continue;
    StatementList list{{}, parted(known, *shortest)->classes()};
    for (const auto* column : *shortest)
      list.statements.push_back(column->wanted);
    return list;
  }
  return std::nullopt;
}

} // namespace stasis::analysis
