#include "stability/explicit/lows.h"

#include "stability/explicit/radix_sort.h"

#include <bit>

namespace stasis::stability {

namespace {

using model::Sanctions;

/// One opponent's cells as lists that shrink while states are labelled.
class Remaining {
public:
  Remaining(const Cells& cells, const Ranks& ranks, Sanctions along)
      : cells_(cells), ranks_(ranks.of), improving_(along == Sanctions::improvements),
        cellOf_(cells.cellOfStates()), memberOf_(cellOf_.size()), stateOf_(cellOf_.size()),
        left_(cellOf_.size()), end_(cells.count()) {
    for (const Cells::Tile& tile : cells.tiles())
      for (std::uint32_t cell = tile.firstCell; cell < tile.endCell; ++cell) {
        std::uint32_t m = cells.beginOf(cell);
        for (const Cells::Member member : cells.membersOf(cell)) {
          stateOf_[m] = cells.statesOf(tile)[member.place()];
          memberOf_[stateOf_[m]] = m;
          left_[m] = m;
          ++m;
        }
        end_[cell] = m;
      }
  }

  /// Passes every unlabelled state that can move to (or improve to) `target` to `label`, and forgets it.
  template <class IsLabelled, class Label>
  void search(std::uint32_t target, IsLabelled isLabelled, Label label) {
    const std::uint32_t cell = cellOf_[target];
    const std::uint32_t begin = cells_.beginOf(cell);
    std::uint32_t from = begin;
    if (improving_) // the list is best first, so only its tail is worse than the target
      for (from = end_[cell]; from > begin && ranks_[stateOf_[left_[from - 1]]] < ranks_[target];)
        --from;
    std::uint32_t kept = from;
    for (std::uint32_t k = from; k < end_[cell]; ++k) {
      const std::uint32_t state = stateOf_[left_[k]];
      if (isLabelled(state))
        continue;
      if (cells_.reaches(cell, left_[k] - begin, memberOf_[target] - begin))
        label(state);
      else
        left_[kept++] = left_[k];
    }
    end_[cell] = kept;
  }

private:
  const Cells& cells_;
  const std::vector<Rank>& ranks_;
  bool improving_;
  std::vector<std::uint32_t> cellOf_;   ///< by state
  std::vector<std::uint32_t> memberOf_; ///< by state: its place cell by cell, best first
  std::vector<std::uint32_t> stateOf_;  ///< the inverse
  std::vector<std::uint32_t> left_;     ///< by cell, best first: members not known to be labelled
  std::vector<std::uint32_t> end_;      ///< by cell: end of that list
};

/// Label setting along one lane, least values first.
void searchLane(std::span<const Cells* const> opponents, std::span<const Ranks* const> ranks, Sanctions along,
                std::span<Lanes> values, std::uint32_t Lanes::* lane, const Errand& errand) {
  std::vector<Remaining> remaining;
  for (std::size_t j = 0; j < opponents.size(); ++j)
    remaining.emplace_back(*opponents[j], *ranks[j], along);
  std::vector<std::uint64_t> byValue(values.size()), scratch;
  std::uint64_t all = 0;
  for (std::size_t s = 0; s < values.size(); ++s) {
    byValue[s] = std::uint64_t{values[s].*lane} << 32 | s;
    all |= byValue[s];
  }
  radixSort(byValue, scratch, 32, static_cast<unsigned>(std::bit_width(all)));

  std::vector<bool> labelled(values.size(), false);
  std::vector<std::uint32_t> waiting;
  std::size_t steps = 0;
  for (const std::uint64_t word : byValue) {
    const auto value = static_cast<std::uint32_t>(word >> 32);
    const auto label = [&](std::uint32_t s) {
      labelled[s] = true;
      values[s].*lane = value;
      waiting.push_back(s);
    };
    if (const auto start = static_cast<std::uint32_t>(word); !labelled[start])
      label(start);
    while (!waiting.empty()) {
      if (++steps % 4096 == 0)
        errand.check();
      const std::uint32_t target = waiting.back();
      waiting.pop_back();
      for (Remaining& opponent : remaining)
        opponent.search(target, [&](std::uint32_t s) { return labelled[s]; }, label);
    }
  }
}

} // namespace

void lowerAlong(Sanctions sanctions, std::span<const Cells* const> opponents,
                std::span<const Ranks* const> ranks, std::span<Lanes> values, const Errand& errand,
                int sweeps) {
  const auto fold = sanctions == Sanctions::moves ? foldMoves : foldImprovements;
  std::size_t quiet = 0; // opponents in a row that changed nothing; one fold does all moves of one opponent
  for (int turn = 0; turn < sweeps; ++turn)
    for (const Cells* cells : opponents) {
      quiet = fold(*cells, values, errand) ? 1 : quiet + 1;
      if (quiet == opponents.size())
        return;
    }
  if (opponents.empty())
    return;
  searchLane(opponents, ranks, sanctions, values, &Lanes::first, errand);
  searchLane(opponents, ranks, sanctions, values, &Lanes::second, errand);
}

} // namespace stasis::stability
