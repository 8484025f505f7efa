#include "stability/orbits/orbit_order.h"

#include <memory>

namespace stasis::stability {

using model::PartyId;
using model::Pattern;

namespace {

std::uint8_t sum(std::uint8_t a, std::uint8_t b) { return a | b; }
std::uint64_t sum(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t both = a + b;
  return both < a ? std::numeric_limits<std::uint64_t>::max() : both;
}

constexpr std::uint64_t beyond = std::numeric_limits<std::uint64_t>::max();

} // namespace

template <class Value>
OrbitOrder<Value>::OrbitOrder(AlikeConflict& alike, std::shared_ptr<const OrbitSpace> space,
                              const OrbitBits& bits, const Errand& errand)
    : alike_(alike), space_(std::move(space)), levels_(alike.conflict.parties.size() + 1) {
  const std::size_t parties = alike.conflict.parties.size();
  const auto& blocks = space_->blocks();
  std::vector<std::size_t> blockOf(parties), fixed(blocks.size());
  for (std::size_t b = 0; b < blocks.size(); ++b)
    for (const PartyId party : blocks[b].members)
      blockOf[party.index()] = b;
  for (std::size_t p = parties + 1; p-- > 0;) {
    Level& level = levels_[p];
    if (p < parties) {
      level.block = blockOf[p];
      level.more = &alike.tables.oneMore(fixed[level.block]++, choices(p).size());
    }
    std::uint64_t size = 1;
    level.strides.resize(blocks.size());
    for (std::size_t b = blocks.size(); b-- > 0;) {
      level.strides[b] = size;
      size *= histogramCount(fixed[b], blocks[b].histograms->choices());
    }
    level.values.resize(size);
  }
  for (std::uint64_t orbit = 0; orbit < space_->size(); ++orbit)
    levels_[0].values[orbit] = bitOf(bits, orbit) ? 1 : 0;
  for (std::size_t p = 0; p < parties; ++p)
    fill(p, errand);
}

template <class Value> const OwnChoices& OrbitOrder<Value>::choices(std::size_t party) const {
  return alike_.kind(PartyId(party)).choices;
}

/// Fills the level above party p's from the level of party p.
template <class Value> void OrbitOrder<Value>::fill(std::size_t party, const Errand& errand) {
  const Level& from = levels_[party];
  Level& to = levels_[party + 1];
  const std::size_t width = choices(party).size();
  const std::uint64_t stride = from.strides[from.block]; // in both levels: later blocks do not change
  const std::uint64_t toSize = from.more->up.size() / width;
  const std::uint64_t fromSize = from.more->down.size() / width;
  for (std::uint64_t k = 0; k < to.values.size(); ++k) {
    checkAt(k, errand);
    const std::uint64_t low = k % stride;
    const std::uint64_t digit = k / stride % toSize;
    const std::uint64_t high = k / stride / toSize;
    Value all = 0;
    for (std::size_t c = 0; c < width; ++c)
      all = sum(all, from.values[(high * fromSize + from.more->up[digit * width + c]) * stride + low]);
    to.values[k] = all;
  }
}

template <class Value> Value OrbitOrder<Value>::value(std::size_t party, const Digits& digits) const {
  const Level& level = levels_[party];
  std::uint64_t at = 0;
  for (std::size_t b = 0; b < digits.size(); ++b)
    at += digits[b] * level.strides[b];
  return level.values[at];
}

template <class Value>
typename OrbitOrder<Value>::Digits OrbitOrder<Value>::with(std::size_t party, const Digits& digits,
                                                           std::size_t choice) const {
  const Level& level = levels_[party];
  Digits more = digits;
  more[level.block] = level.more->up[digits[level.block] * choices(party).size() + choice];
  return more;
}

template <class Value>
void OrbitOrder<Value>::list(std::size_t parties, const Digits& digits, Listing& listing) const {
  if (parties == 0) {
    listing.states.push_back(listing.state);
    return;
  }
  const std::size_t party = parties - 1;
  std::size_t& least = listing.least[levels_[party].block];
  const std::size_t begin = least;
  for (std::size_t c = begin; c < choices(party).size() && listing.states.size() < listing.limit; ++c) {
    const Digits more = with(party, digits, c);
    if (value(party, more) == 0)
      continue;
    setOwn(alike_.conflict, PartyId(party), choices(party).mask(c), listing.state);
    least = listing.firstsOnly ? c : 0;
    list(party, more, listing);
  }
  least = begin;
}

template <class Value>
std::vector<Pattern> OrbitOrder<Value>::list(std::size_t limit, bool firstsOnly) const {
  const Digits none(space_->blocks().size());
  Listing listing{limit,
                  Pattern(alike_.conflict.options.size(), model::Choice::no),
                  {},
                  std::vector<std::size_t>(none.size()),
                  firstsOnly};
  const std::size_t parties = alike_.conflict.parties.size();
  if (limit > 0 && value(parties, none) != 0)
    list(parties, none, listing);
  return std::move(listing.states);
}

template <class Value> std::vector<Pattern> OrbitOrder<Value>::list(std::size_t limit) const {
  return list(limit, false);
}

template <class Value> std::vector<Pattern> OrbitOrder<Value>::listFirsts(std::size_t limit) const {
  return list(limit, true);
}

template <class Value> std::optional<std::uint64_t> OrbitOrder<Value>::before(const Pattern& state) const {
  std::uint64_t before = 0;
  Digits digits(space_->blocks().size());
  for (std::size_t party = alike_.conflict.parties.size(); party-- > 0;) {
    const auto made = alike_.choice(PartyId(party), state);
    if (!made)
      return std::nullopt;
    for (std::size_t c = 0; c < *made; ++c)
      before = sum(before, std::uint64_t{value(party, with(party, digits, c))});
    digits = with(party, digits, *made);
  }
  return before == beyond ? std::nullopt : std::optional(before);
}

template <class Value> std::optional<Pattern> OrbitOrder<Value>::at(std::uint64_t before) const {
  Digits digits(space_->blocks().size());
  Pattern state(alike_.conflict.options.size(), model::Choice::no);
  for (std::size_t party = alike_.conflict.parties.size(); party-- > 0;) {
    std::size_t c = 0;
    for (; c < choices(party).size(); ++c) {
      const std::uint64_t here = value(party, with(party, digits, c));
      if (before < here)
        break;
      before -= here;
    }
    if (c == choices(party).size())
      return std::nullopt;
    setOwn(alike_.conflict, PartyId(party), choices(party).mask(c), state);
    digits = with(party, digits, c);
  }
  return state;
}

template class OrbitOrder<std::uint8_t>;
template class OrbitOrder<std::uint64_t>;

} // namespace stasis::stability
