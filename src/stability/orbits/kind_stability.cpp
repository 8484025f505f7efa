#include "stability/orbits/kind_stability.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace stasis::stability {

using model::Judgement;
using model::Sanctions;

std::vector<RankCode> highs(const OrbitRanks& ranks, const OwnChoices& choices) {
  const std::size_t width = choices.size();
  std::vector<RankCode> highs(ranks.codes.size());
  for (std::uint64_t row = 0; row < ranks.rows(); ++row) {
    const RankCode* codes = ranks.codes.data() + row * width;
    RankCode* high = highs.data() + row * width;
    if (choices.free()) {
      const RankCode best = *std::max_element(codes, codes + width);
      for (std::size_t a = 0; a < width; ++a)
        high[a] = codes[a] == 0 ? RankCode{0} : best;
      continue;
    }
    for (std::size_t a = 0; a < width; ++a) {
      high[a] = codes[a];
      for (std::size_t b = 0; b < width && codes[a] != 0; ++b)
        if (choices.leads(a, b))
          high[a] = std::max(high[a], codes[b]);
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
    if (!choices_.free())
      boundRows();
    else if (choices_.size() == 8)
      freeRows<8>();
    else if (choices_.size() == 4)
      freeRows<4>();
    else
      freeRows<0>();
    return std::move(bits_);
  }

private:
  /// `Choices` is the length of a row if it is known at compile time; a row is then one vector.
  template <std::size_t Choices> void freeRows() {
    const std::size_t width = Choices != 0 ? Choices : choices_.size();
    for (std::uint64_t row = 0; row < ranks_.rows(); ++row) {
      const RankCode* codes = ranks_.codes.data() + row * width;
      const RankCode* low = lows_.none() ? codes : lows_.row(row);
      RankCode best = 0;
      for (std::size_t a = 0; a < width; ++a)
        best = std::max(best, std::min(codes[a], low[a]));
      putBits(bits_, row * width, width, [&](std::size_t a) { return codes[a] != 0 && codes[a] >= best; });
    }
  }

  void boundRows() {
    const std::size_t width = choices_.size();
    for (std::uint64_t row = 0; row < ranks_.rows(); ++row) {
      const RankCode* codes = ranks_.codes.data() + row * width;
      const RankCode* low = lows_.none() ? codes : lows_.row(row);
      for (std::size_t a = 0; a < width; ++a)
        worth_[a] = std::min(codes[a], low[a]);
      putBits(bits_, row * width, width, [&](std::size_t a) {
        RankCode best = 0;
        for (std::size_t b = 0; b < width; ++b)
          if (choices_.leads(a, b))
            best = std::max(best, worth_[b]);
        return codes[a] != 0 && codes[a] >= best;
      });
    }
  }

  const OrbitRanks& ranks_;
  const OwnChoices& choices_;
  const LowsByRow& lows_;
  OrbitBits bits_;
  std::vector<RankCode> worth_; ///< for each choice in a row, the value of changing to it
};

/// The concept of strength with the same sanctions and judgement.
model::Concept strongly(const model::ConceptRow& classical) {
  for (const auto& concept_ : model::conceptsOf(model::ConceptFamily::strength))
    if (concept_.sanctions() == classical.sanctions() && concept_.judgement() == classical.judgement())
      return concept_.id;
  throw std::logic_error("a concept without a strong form");
}

StableOrbits bySanctions(AlikeConflict& alike, const RanksByKind& all, std::size_t kind, Sanctions sanctions,
                         bool strong, const Errand& errand) {
  const OrbitRanks& ranks = all[kind];
  const OwnChoices& choices = alike.kinds[kind].choices;
  std::optional<StepGraph> graph; // of improvements: the same for all concepts that need them
  if (sanctions == Sanctions::improvements)
    graph = improvementSteps(alike, all, kind, errand);
  StableOrbits stable;
  for (const auto& concept_ : model::concepts) {
    if (concept_.sanctions() != sanctions)
      continue;
    const bool byHigh = concept_.judgement() == Judgement::high;
    const std::vector<RankCode> best = byHigh ? highs(ranks, choices) : std::vector<RankCode>();
    const std::span<const RankCode> values = byHigh ? best : ranks.codes;
    LowsByRow lows =
        graph ? LowsByRow::by(*graph, values, errand) : LowsByRow::byMoves(alike, all, kind, values, errand);
    stable.emplace_back(concept_.id, stableOrbits(ranks, choices, lows));
    if (!strong)
      continue;
    if (ranks.beyond.empty()) // nothing is much worse than anything
      lows = LowsByRow();
    else
      lows.put(ranks.beyond);
    stable.emplace_back(strongly(concept_), stableOrbits(ranks, choices, lows));
  }
  return stable;
}

} // namespace

OrbitBits stableOrbits(const OrbitRanks& ranks, const OwnChoices& choices, const LowsByRow& lows) {
  return Stable(ranks, choices, lows).run();
}

StableOrbits stableOrbits(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                          Sanctions sanctions, bool strong, const Errand& errand) {
  if (sanctions == Sanctions::none)
    return {{model::Concept::nash, stableOrbits(ranks[kind], alike.kinds[kind].choices, LowsByRow())}};
  return bySanctions(alike, ranks, kind, sanctions, strong, errand);
}

} // namespace stasis::stability
