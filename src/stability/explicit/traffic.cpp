#include "stability/explicit/moves.h"

#include <algorithm>

namespace stasis::stability {

namespace {

/// Counting directed moves stops being worth it after this many steps.
constexpr std::uint64_t stepLimit = 2'000'000'000;

/// Adds up cells. A state's improvements are the members of better classes that it reaches.
class Tally {
public:
  explicit Tally(const Cells& cells) : cells_(cells) {}

  void add(std::size_t cell) {
    if (cells_.reversible())
      addTogether(cells_.membersOf(cell));
    else
      addDirected(cell);
  }

  std::uint64_t steps() const { return steps_; }
  Traffic total() const {
    return {Count(static_cast<unsigned long>(moves_)), Count(static_cast<unsigned long>(improvements_))};
  }

private:
  void addTogether(std::span<const Cells::Member> members) {
    std::uint64_t better = 0; // members of better classes than that of member k
    for (std::uint64_t k = 0; k < members.size(); ++k) {
      better = k > 0 && members[k].worse() ? k : better;
      improvements_ += better;
    }
    moves_ += members.size() * (members.size() - 1);
  }

  void addDirected(std::size_t cell) {
    const auto members = cells_.membersOf(cell);
    const auto advances = cells_.advancesOf(cell);
    before_.clear();
    for (std::size_t begin = 0, end = 0; begin < members.size(); begin = end) {
      for (end = begin + 1; end < members.size() && !members[end].worse();)
        ++end;
      for (std::size_t k = begin; k < end; ++k)
        improvements_ += reached(cell, k);
      for (std::size_t k = begin; k < end; ++k)
        ++countOf(advances[k], k);
    }
    for (std::size_t k = 0; k < members.size(); ++k)
      moves_ += reached(cell, k) - 1;
  }

  struct Group {
    std::uint32_t advance;
    std::size_t member; ///< a member with this advance
    std::uint64_t count;
  };

  /// Of the members counted so far, those that member k reaches.
  std::uint64_t reached(std::size_t cell, std::size_t k) {
    std::uint64_t sum = 0;
    for (const Group& group : before_)
      sum += cells_.reaches(cell, k, group.member) ? group.count : 0;
    steps_ += before_.size();
    return sum;
  }

  std::uint64_t& countOf(std::uint32_t advance, std::size_t member) {
    const auto found = std::ranges::lower_bound(before_, advance, {}, &Group::advance);
    if (found != before_.end() && found->advance == advance)
      return found->count;
    return before_.insert(found, {advance, member, 0})->count;
  }

  const Cells& cells_;
  std::vector<Group> before_;
  std::uint64_t moves_ = 0;
  std::uint64_t improvements_ = 0;
  std::uint64_t steps_ = 0;
};

} // namespace

std::optional<Traffic> countMoves(const Cells& cells, const Errand& errand) {
  Tally tally(cells);
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    if (cell % 64 == 0)
      errand.check();
    tally.add(cell);
    if (tally.steps() > stepLimit)
      return std::nullopt;
  }
  return tally.total();
}

} // namespace stasis::stability
