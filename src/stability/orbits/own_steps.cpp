#include "stability/orbits/own_steps.h"

#include "stability/orbits/divisor.h"
#include "stability/orbits/orbit_counts.h"

#include <algorithm>
#include <bit>

namespace stasis::stability {

using model::PartyId;
using model::Pattern;

OrbitSet OwnSteps::across(const OrbitSet& set, PartyId party, model::Relation kind, Way way) const {
  if (set.isList())
    return acrossList(set, party, kind, way);
  const std::size_t own = alike_.kindOf[party.index()];
  const OwnChoices& choices = alike_.kinds[own].choices;
  const OrbitSpace mine = OrbitSpace::of(alike_, party);
  const auto space = sets_.apart(*set.space, party);
  const OrbitBits held = sets_.in(*space, set);
  OrbitBits bits(held.size());
  Projection to(*space, mine);
  for (std::uint64_t first = 0; first < space->size(); first += choices.size()) {
    checkAt(first / choices.size(), errand_);
    const RankCode* codes = ranks_[own].codes.data() + to.orbit();
    for (std::size_t a = 0; a < choices.size(); ++a, to.next())
      for (std::size_t b = 0; b < choices.size(); ++b)
        if (bitOf(held, first + a) &&
            (way == Way::into ? steps(choices, codes, b, a, kind) : steps(choices, codes, a, b, kind)))
          setBit(bits, first + b);
  }
  return OrbitSet::of(space, std::move(bits));
}

OrbitSet OwnSteps::acrossList(const OrbitSet& set, PartyId party, model::Relation kind, Way way) const {
  const std::size_t own = alike_.kindOf[party.index()];
  const OwnChoices& choices = alike_.kinds[own].choices;
  const OrbitSpace mine = OrbitSpace::of(alike_, party);
  std::vector<Pattern> states;
  std::uint64_t step = 0;
  for (const Pattern& state : set.states) {
    checkAt(step++, errand_);
    const std::size_t a = *alike_.choice(party, state);
    const RankCode* codes = ranks_[own].codes.data() + *mine.orbitOf(state) - a;
    for (std::size_t b = 0; b < choices.size(); ++b)
      if (way == Way::into ? steps(choices, codes, b, a, kind) : steps(choices, codes, a, b, kind)) {
        Pattern other = state;
        setOwn(alike_.conflict, party, choices.mask(b), other);
        states.push_back(std::move(other));
      }
  }
  return OrbitSet::listOf(std::move(states));
}

OrbitSet OwnSteps::stableForEach(const std::vector<Judged>& judged, const OrbitBits& feasible,
                                 const StableBits& stable) const {
  constexpr std::size_t mostConcepts = 32; // the rows of the table that orbits serve come first
  std::vector<std::uint32_t> asked(alike_.conflict.parties.size()); // by party: its concepts, as bits
  for (const Judged& one : judged)
    asked[one.party.index()] |= 1U << one.concept_.index();
  const auto all = std::make_shared<const OrbitSpace>(OrbitSpace::ofAll(alike_));
  std::vector<Parties> blocks;
  for (const AlikeKind& kind : alike_.kinds) {
    std::map<std::uint32_t, Parties> parts;
    for (const PartyId party : kind.members)
      parts[asked[party.index()]].push_back(party);
    for (auto& [concepts, members] : parts)
      blocks.push_back(std::move(members));
  }
  const bool whole = blocks.size() == alike_.kinds.size();
  const auto space = whole ? all : sets_.space(blocks);
  OrbitBits bits = whole ? feasible : sets_.in(*space, OrbitSet::of(all, feasible));
  for (const OrbitBlock& block : space->blocks())
    for (std::size_t c = 0; c < mostConcepts; ++c)
      if ((asked[block.members.front().index()] >> c & 1) != 0) {
        const auto own = stable(model::Concept(c), block.kind);
        if (whole)
          strike(bits, *all, block.kind, *own);
        else
          strike(bits, *space, block, *own);
      }
  return OrbitSet::of(space, std::move(bits));
}

namespace {

/// A word with this many of its lowest bits set; at most 64.
std::uint64_t lowest(std::size_t bits) {
  return bits == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
}

} // namespace

void OwnSteps::strike(OrbitBits& bits, const OrbitSpace& all, std::size_t kind,
                      const OrbitBits& stable) const {
  const OrbitSpace& mine = ranks_[kind].space;
  const std::size_t width = mine.own().size();
  const std::size_t others = alike_.kinds[kind].members.size() - 1;
  const OneMore& more = alike_.tables.oneMore(others, width);
  const OrbitBlock& block = all.blocks()[kind]; // a block for each kind, in their order
  // Rows of `mine` and orbits of `all` share the other kinds' digits, in the same order.
  const std::uint64_t stride = block.stride;
  const std::uint64_t rest = more.up.size() / width;          // histograms of the others of its kind
  const Divisor byStride(static_cast<std::uint32_t>(stride)); // rows have 32 bits
  const Divisor byRest(static_cast<std::uint32_t>(rest));
  for (std::uint64_t row = 0; row < mine.rows(); ++row) {
    checkAt(row, errand_);
    const std::uint32_t above = byStride.quotient(static_cast<std::uint32_t>(row));
    const std::uint64_t low = row - above * stride;
    const std::uint64_t high = byRest.quotient(above);
    const std::uint64_t g = above - high * rest;
    for (std::size_t begin = 0; begin < width; begin += 64) {
      const std::size_t taken = std::min<std::size_t>(64, width - begin);
      const std::uint64_t held = bitsFrom(stable, row * width + begin, taken);
      for (std::uint64_t left = ~held & lowest(taken); left != 0; left &= left - 1) {
        const std::size_t a = begin + static_cast<std::size_t>(std::countr_zero(left));
        const std::uint64_t orbit = (high * block.size() + more.up[g * width + a]) * stride + low;
        bits[orbit / 64] &= ~(std::uint64_t{1} << orbit % 64);
      }
    }
  }
}

void OwnSteps::strike(OrbitBits& bits, const OrbitSpace& space, const OrbitBlock& block,
                      const OrbitBits& stable) const {
  const std::size_t kind = block.kind;
  const OrbitSpace all = OrbitSpace::ofAll(alike_);
  const std::size_t width = alike_.kinds[kind].choices.size();
  const OneMore& more = alike_.tables.oneMore(alike_.kinds[kind].members.size() - 1, width);
  const std::uint64_t stride = all.blocks()[kind].stride;
  const std::uint64_t size = all.blocks()[kind].size();
  const std::uint64_t rest = more.up.size() / width;
  Projection to(space, all);
  for (std::uint64_t orbit = 0; orbit < space.size(); ++orbit, to.next()) {
    checkAt(orbit, errand_);
    if (!bitOf(bits, orbit))
      continue;
    const std::uint64_t low = to.orbit() % stride;
    const std::uint64_t g = to.orbit() / stride % size;
    const std::uint64_t high = to.orbit() / stride / size;
    const Histogram histogram = block.histograms->at(block.digit(orbit));
    for (std::size_t a = 0; a < width; ++a)
      if (histogram[a] != 0 &&
          !bitOf(stable, ((high * rest + more.down[g * width + a]) * stride + low) * width + a))
        bits[orbit / 64] &= ~(std::uint64_t{1} << orbit % 64);
  }
}

namespace {

/// Summed over the choices of a row: how many other choices are better. `Choices` is the length of the row if
/// it is known at compile time.
template <std::size_t Choices> std::uint64_t better(const RankCode* codes, std::size_t choices) {
  std::uint64_t count = 0;
  const std::size_t width = Choices != 0 ? Choices : choices;
  for (std::size_t b = 0; b < width; ++b) {
    RankCode worse = 0;
    for (std::size_t a = 0; a < width; ++a)
      worse = static_cast<RankCode>(worse + (((codes[a] != 0) & (codes[a] < codes[b])) ? 1U : 0U));
    count += worse;
  }
  return count;
}

/// For a row in which every choice can be changed to every other.
std::uint64_t stepsInFreeRow(const RankCode* codes, std::size_t choices, model::Relation kind) {
  if (kind == model::Relation::better)
    return choices == 8   ? better<8>(codes, choices)
           : choices == 4 ? better<4>(codes, choices)
                          : better<0>(codes, choices);
  const auto feasible = static_cast<std::uint64_t>(
      std::count_if(codes, codes + choices, [](RankCode code) { return code != 0; }));
  return feasible * (feasible - 1);
}

} // namespace

std::uint64_t OwnSteps::stepsInRow(const OwnChoices& choices, const RankCode* codes,
                                   model::Relation kind) const {
  if (choices.free())
    return stepsInFreeRow(codes, choices.size(), kind);
  std::uint64_t count = 0;
  for (std::size_t a = 0; a < choices.size(); ++a)
    for (std::size_t b = 0; b < choices.size(); ++b)
      count += steps(choices, codes, a, b, kind) ? 1 : 0;
  return count;
}

Traffic OwnSteps::traffic() const {
  Traffic all;
  for (std::size_t kind = 0; kind < ranks_.size(); ++kind) {
    const OrbitRanks& ranks = ranks_[kind];
    const OwnChoices& choices = alike_.kinds[kind].choices;
    const auto members = static_cast<unsigned long>(alike_.kinds[kind].members.size());
    const auto counted = [&](model::Relation moves) {
      return Count(members * sumOverRows(ranks.space, [&](std::uint64_t row) {
                     checkAt(row, errand_);
                     return stepsInRow(choices, ranks.codes.data() + row * choices.size(), moves);
                   }));
    };
    all.moves += counted(model::Relation::always);
    all.improvements += counted(model::Relation::better);
  }
  return all;
}

} // namespace stasis::stability
