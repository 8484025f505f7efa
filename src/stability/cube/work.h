#pragma once

// The interface of a cube to its engine, for lanes of any width. Sets of states are passed as words: one bit
// a number, 0 for holes.
//
// Stability by the one formula (docs/concepts.md): high is a fold over the party's own cells, low is closed
// along the others' moves (closing.h), and the verdict is one more fold. Values stand in two arrays of lanes,
// one for each way to judge a sanction. Memory: docs/engines.md. Tested against the oracle in
// tests/stability.

#include "stability/cube/densify.h"
#include "stability/cube/feasible.h"
#include "stability/engine.h"
#include "stability/reference_checks.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace stasis::stability::cube {

using SetWords = std::vector<std::uint64_t>;

class Work {
public:
  virtual ~Work() = default;

  /// The states that are stable if a sanction is judged by the rank of where it leads, and by the best that
  /// the party can still make of it (none if nobody may sanction).
  struct Verdicts {
    SetWords byRank;
    SetWords byHigh;
  };
  struct BothVerdicts {
    Verdicts plain;
    Verdicts strong; ///< none unless a sanction is asked to be strong
  };
  /// `beyond`, by rank: the first rank that is much better (explicit/strong_ranks.h). Empty: not asked for.
  virtual BothVerdicts judge(model::PartyId party, model::Sanctions sanctions,
                             std::span<const Rank> beyond) = 0;

  /// The states that are stable if the party looks 2 × `rounds` moves ahead, and one more, its own and the
  /// others' by turns (explicit/tree_stability.h); without `rounds`, as far ahead as makes a difference. Each
  /// round costs what `judge` does.
  struct TreeVerdicts {
    SetWords even;
    SetWords odd;
  };
  virtual TreeVerdicts judgeTree(model::PartyId party, model::Sanctions sanctions,
                                 std::optional<std::size_t> rounds) = 0;

  /// The states from which the party has a move into the set, or to which it has one from the set. Whether
  /// states of the set itself belong is not defined.
  enum class Way : std::uint8_t { into, from };
  virtual SetWords moved(const SetWords& set, model::PartyId party, model::Relation kind, Way way) = 0;

  /// How much the party likes a state: larger is better. Not every number need occur.
  virtual std::uint64_t rank(model::PartyId party, std::size_t number) const = 0;
  /// Every rank is below this; 1 if all states are equal to the party.
  virtual std::uint64_t bound(model::PartyId party) const = 0;
  /// A state of each rank, by its number; none where no state has the rank.
  virtual std::vector<std::optional<std::size_t>> stateOfEachRank(model::PartyId party) const = 0;
  virtual SetWords rankedAtMost(model::PartyId party, std::uint64_t rank) = 0;

  virtual std::uint64_t countMoves(model::PartyId party) const = 0;
  virtual std::uint64_t countImprovements(model::PartyId party) const = 0;

  virtual unsigned bitsOfRank() const = 0;
};

struct Begun {
  std::unique_ptr<Work> work;
  std::vector<std::vector<StatementRange>> statements; ///< for each party its statements of `prefer`
};

/// Ranks all states. Shape, feasible and errand must outlive the work.
Begun begin(const Shape& shape, const Feasible& feasible, const Errand& errand);

/// The feasible numbers.
SetWords wordsOf(const Shape& shape, const Feasible& feasible);

/// Bytes that ranking and solving hold at most, with ranks of so many bits.
std::uint64_t bytesNeeded(const Shape& shape, unsigned bitsOfRank);

} // namespace stasis::stability::cube
