#include "stability/orbits/kind_stability.h"

#include <algorithm>

namespace stasis::stability {

using model::Judgement;
using model::Sanctions;

Highs highs(const OrbitRanks& ranks, const OwnChoices& choices) {
  const std::size_t width = choices.size();
  Highs highs{{}, choices.free()};
  highs.values.resize(highs.byRow ? ranks.rows() : ranks.codes.size());
  for (std::uint64_t row = 0; row < ranks.rows(); ++row) {
    const RankCode* codes = ranks.codes.data() + row * width;
    if (highs.byRow) {
      highs.values[row] = *std::max_element(codes, codes + width);
      continue;
    }
    for (std::size_t a = 0; a < width; ++a) {
      RankCode high = codes[a];
      for (std::size_t b = 0; b < width && codes[a] != 0; ++b)
        if (choices.leads(a, b))
          high = std::max(high, codes[b]);
      highs.values[row * width + a] = high;
    }
  }
  return highs;
}

namespace {

class Stable {
public:
  Stable(const OrbitRanks& ranks, const OwnChoices& choices, const LowsByRow& lows)
      : ranks_(ranks), choices_(choices), lows_(lows), bits_((ranks.codes.size() + 63) / 64),
        worth_(choices.size()) {}

  OrbitBits run() {
    const std::size_t width = choices_.size();
    for (std::uint64_t row = 0; row < ranks_.rows(); ++row) {
      const std::uint64_t first = row * width;
      const RankCode* codes = ranks_.codes.data() + first;
      std::copy(codes, codes + width, worth_.begin());
      if (!lows_.none()) {
        const RankCode* low = lows_.row(row);
        for (std::size_t a = 0; a < width; ++a)
          worth_[a] = std::min(worth_[a], low[a]);
      }
      if (choices_.free())
        freeRow(first, *std::ranges::max_element(worth_));
      else
        boundRow(first);
    }
    return std::move(bits_);
  }

private:
  void freeRow(std::uint64_t first, RankCode best) {
    putBits(bits_, first, worth_.size(),
            [&](std::size_t a) { return ranks_.codes[first + a] != 0 && ranks_.codes[first + a] >= best; });
  }

  void boundRow(std::uint64_t first) {
    putBits(bits_, first, worth_.size(), [&](std::size_t a) {
      RankCode best = 0;
      for (std::size_t b = 0; b < worth_.size(); ++b)
        if (choices_.leads(a, b))
          best = std::max(best, worth_[b]);
      return ranks_.codes[first + a] != 0 && ranks_.codes[first + a] >= best;
    });
  }

  const OrbitRanks& ranks_;
  const OwnChoices& choices_;
  const LowsByRow& lows_;
  OrbitBits bits_;
  std::vector<RankCode> worth_; ///< of the choices in a row: what changing to it comes to
};

template <class Word>
std::array<OrbitBits, model::conceptCount> bySanctions(AlikeConflict& alike, const RanksByKind& all,
                                                       std::size_t kind, Sanctions sanctions,
                                                       const Errand& errand) {
  const OrbitRanks& ranks = all[kind];
  const OwnChoices& choices = alike.kinds[kind].choices;
  std::optional<StepGraph<Word>> graph; // of improvements, the same for all their concepts
  if (sanctions == Sanctions::improvements)
    graph = improvementSteps<Word>(alike, all, kind, errand);
  std::array<OrbitBits, model::conceptCount> stable;
  for (const auto& concept_ : model::concepts) {
    if (concept_.sanctions() != sanctions)
      continue;
    Highs best;
    if (concept_.judgement() == Judgement::high)
      best = highs(ranks, choices);
    const OrbitValues values{concept_.judgement() == Judgement::high ? best.values : ranks.codes, best.byRow,
                             ranks.top};
    stable[concept_.id.index()] =
        stableOrbits(ranks, choices,
                     graph ? LowsByRow::by(*graph, values, errand)
                           : LowsByRow::byMoves<Word>(alike, all, kind, values, errand));
  }
  return stable;
}

} // namespace

OrbitBits stableOrbits(const OrbitRanks& ranks, const OwnChoices& choices, const LowsByRow& lows) {
  return Stable(ranks, choices, lows).run();
}

std::array<OrbitBits, model::conceptCount> stableOrbits(AlikeConflict& alike, const RanksByKind& ranks,
                                                        std::size_t kind, Sanctions sanctions,
                                                        const Errand& errand) {
  if (sanctions == Sanctions::none) {
    std::array<OrbitBits, model::conceptCount> stable;
    for (const auto& concept_ : model::concepts)
      if (concept_.sanctions() == Sanctions::none)
        stable[concept_.id.index()] = stableOrbits(ranks[kind], alike.kinds[kind].choices, LowsByRow());
    return stable;
  }
  switch (ranks[kind].shape.lanes) {
  case 8: return bySanctions<std::uint8_t>(alike, ranks, kind, sanctions, errand);
  case 16: return bySanctions<std::uint16_t>(alike, ranks, kind, sanctions, errand);
  case 32: return bySanctions<std::uint32_t>(alike, ranks, kind, sanctions, errand);
  default: return bySanctions<std::uint64_t>(alike, ranks, kind, sanctions, errand);
  }
}

} // namespace stasis::stability
