#include "stability/orbits/lows_by_row.h"

namespace stasis::stability {

LowsByRow LowsByRow::by(const StepGraph& graph, std::span<const RankCode> values, const Errand& errand) {
  LowsByRow made;
  made.lows_ = lows(graph, values, errand);
  return made;
}

void LowsByRow::put(std::span<const RankCode> inPlaceOf) {
  for (RankCode& low : lows_.values)
    low = inPlaceOf[low];
}

namespace {

/// Lowers one row, choice by choice, to the lesser of the two rows' feasible values.
void lower(RankCode* least, const RankCode* values, std::size_t choices) {
  for (std::size_t a = 0; a < choices; ++a) { // the lesser, where 0 stands for no value
    const auto one = static_cast<RankCode>(least[a] - 1U);
    const auto other = static_cast<RankCode>(values[a] - 1U);
    least[a] = static_cast<RankCode>((one < other ? one : other) + 1U);
  }
}

} // namespace

LowsByRow LowsByRow::byMoves(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                             std::span<const RankCode> values, const Errand& errand) {
  StepGraph graph = moveSteps(alike, ranks, kind);
  const auto& blocks = ranks[kind].space.blocks();
  LowsByRow made;
  made.every_ = false;
  StepGraph reduced{graph.choices, 1, {}};
  for (std::size_t b = graph.blocks.size(); b-- > 0;) {
    const AlikeKind& of = alike.kinds[blocks[b].kind];
    if (!of.joint && of.choices.free())
      continue;
    BlockSteps block = graph.blocks[b];
    made.digits_.push_back(
        {Divisor(static_cast<std::uint32_t>(block.stride)), Divisor(block.size), reduced.rows});
    block.stride = reduced.rows;
    reduced.rows *= block.size;
    reduced.blocks.push_back(std::move(block));
  }
  if (reduced.blocks.size() == graph.blocks.size())
    return by(graph, values, errand);
  std::vector<RankCode> least(reduced.rows * graph.choices);
  for (std::uint64_t row = 0; row < graph.rows; ++row)
    lower(least.data() + made.reduced(row) * graph.choices, values.data() + row * graph.choices,
          graph.choices);
  made.lows_ = lows(reduced, least, errand);
  return made;
}

} // namespace stasis::stability
