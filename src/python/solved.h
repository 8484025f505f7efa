#pragma once

// A conflict solved, as arrays that NumPy looks into: a row a feasible state, in the order of their numbers.
// What is taken, how each party likes it, for whom it is stable under which concept. And the moves between
// the states.
//
// O(states · (options + concepts · parties)) bytes and steps after the engine is done; `moves` needs O(states
// · parties) questions to the engine and O(moves) room. Tested by tests/python against the program's tables.

#include "cli/console.h"
#include "cli/held.h"
#include "cli/model_file.h"
#include "stability/solution.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace stasis::python {

/// One unilateral move a row, by source, then party, then target.
struct Moves {
  std::vector<std::uint32_t> from; ///< rows of states, from 0
  std::vector<std::uint32_t> to;
  std::vector<std::uint32_t> party;
  std::vector<std::uint8_t> improves; ///< 1: to a state that the mover likes better
};

class Solved {
public:
  /// `words`: the operands and options of `stasis solve`. At most so many states are held. Where there is
  /// none, the status is that of the program, and `said` why.
  static std::unique_ptr<Solved> open(const std::vector<std::string>& words, std::uint64_t most,
                                      std::unique_ptr<cli::Held> held, cli::Exit& status, std::string& said);

  std::size_t states() const { return patterns_.size(); }
  std::string engine() const { return std::string(model_->engine->name()); }
  std::vector<std::string> parties() const;
  /// As conditions call them: `stop`, `Upper.stop`.
  std::vector<std::string> options() const;
  std::vector<std::string> concepts() const;
  std::vector<std::string> names() const; ///< of the states: `war`, and `s4` where one has none

  // Row by row; 0 and 1 but for `taken`.
  const std::vector<std::uint8_t>& taken() const { return taken_; } ///< states × options; 2: either
  const std::vector<std::uint32_t>& ranks() const {
    return ranks_;
  } ///< states × parties, 1 the best; empty: unranked
  const std::vector<std::uint8_t>& stable() const { return stable_; }         ///< concepts × parties × states
  const std::vector<std::uint8_t>& equilibria() const { return equilibria_; } ///< concepts × states

  // Each throws LimitReached; one thread at a time works. The errand of `held` holds for these, too.
  /// States in which an expression of the language holds, 1 or 0 each; none where `said` says why.
  std::optional<std::vector<std::uint8_t>> where(const std::string& expression, std::string& said);
  Moves moves();

private:
  Solved() = default;
  bool read(const std::vector<std::string>& words, std::uint64_t most, cli::Exit& status);
  void fill(const stability::Solution& solution);
  std::vector<std::uint8_t> marks(stability::StateSet set);

  std::unique_ptr<cli::Held> held_;
  std::unique_ptr<cli::Console> console_;
  std::optional<cli::OpenModel> model_;
  std::vector<model::Concept> concepts_;
  std::vector<model::Pattern> patterns_;
  std::vector<std::uint8_t> taken_;
  std::vector<std::uint32_t> ranks_;
  std::vector<std::uint8_t> stable_;
  std::vector<std::uint8_t> equilibria_;
  std::mutex working_;
};

} // namespace stasis::python
