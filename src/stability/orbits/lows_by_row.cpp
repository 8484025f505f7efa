#include "stability/orbits/lows_by_row.h"

#include <algorithm>

namespace stasis::stability {

namespace {

/// The least of those that are feasible; 0 stands for the others.
void lower(RankCode& least, RankCode value) {
  if (value != 0 && (least == 0 || value < least))
    least = value;
}

} // namespace

template <class Word>
LowsByRow LowsByRow::by(const StepGraph<Word>& graph, const OrbitValues& values, const Errand& errand) {
  LowsByRow made;
  made.choices_ = graph.shape.choices;
  made.lows_ = lows(graph, values, errand);
  return made;
}

template <class Word>
LowsByRow LowsByRow::byMoves(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                             const OrbitValues& values, const Errand& errand) {
  StepGraph<Word> graph = moveSteps<Word>(alike, ranks, kind);
  const auto& blocks = ranks[kind].space.blocks();
  LowsByRow made;
  made.every_ = false;
  std::uint64_t rows = 1;
  std::vector<BlockSteps<Word>> left;
  for (std::size_t b = graph.blocks.size(); b-- > 0;) {
    const AlikeKind& of = alike.kinds[blocks[b].kind];
    if (!of.joint && of.choices.free())
      continue;
    auto& block = graph.blocks[b];
    made.digits_.push_back(
        {static_cast<std::uint32_t>(block.stride), block.size, static_cast<std::uint32_t>(rows)});
    block.stride = rows;
    rows *= block.size;
    left.push_back(std::move(block));
  }
  if (left.size() == graph.blocks.size())
    return by(moveSteps<Word>(alike, ranks, kind), values, errand);
  const RowShape shape = graph.shape;
  const std::size_t width = values.byRow ? 1 : shape.choices;
  std::vector<RankCode> least(rows * width);
  std::vector<Word> feasible(rows * shape.words);
  for (std::uint64_t row = 0; row < graph.rows; ++row) {
    const std::uint64_t reduced = made.reduced(row);
    for (std::size_t a = 0; a < width; ++a)
      lower(least[reduced * width + a], values.values[row * width + a]);
    for (std::size_t part = 0; part < shape.words; ++part)
      feasible[reduced * shape.words + part] = static_cast<Word>(feasible[reduced * shape.words + part] |
                                                                 graph.feasible[row * shape.words + part]);
  }
  const StepGraph<Word> reduced{shape, rows, std::move(left), std::move(feasible)};
  made.choices_ = shape.choices;
  made.lows_ = lows(reduced, {least, values.byRow, values.top}, errand);
  return made;
}

template LowsByRow LowsByRow::by(const StepGraph<std::uint8_t>&, const OrbitValues&, const Errand&);
template LowsByRow LowsByRow::by(const StepGraph<std::uint16_t>&, const OrbitValues&, const Errand&);
template LowsByRow LowsByRow::by(const StepGraph<std::uint32_t>&, const OrbitValues&, const Errand&);
template LowsByRow LowsByRow::by(const StepGraph<std::uint64_t>&, const OrbitValues&, const Errand&);
template LowsByRow LowsByRow::byMoves<std::uint8_t>(AlikeConflict&, const RanksByKind&, std::size_t,
                                                    const OrbitValues&, const Errand&);
template LowsByRow LowsByRow::byMoves<std::uint16_t>(AlikeConflict&, const RanksByKind&, std::size_t,
                                                     const OrbitValues&, const Errand&);
template LowsByRow LowsByRow::byMoves<std::uint32_t>(AlikeConflict&, const RanksByKind&, std::size_t,
                                                     const OrbitValues&, const Errand&);
template LowsByRow LowsByRow::byMoves<std::uint64_t>(AlikeConflict&, const RanksByKind&, std::size_t,
                                                     const OrbitValues&, const Errand&);

} // namespace stasis::stability
