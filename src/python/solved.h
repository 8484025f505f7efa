#pragma once

// A solved conflict as arrays that NumPy can view: one row for each feasible state, in the order of their
// numbers. They hold the options taken, each party's rank, and for whom the state is stable under which
// concept; and there are the moves between the states.
//
// O(states · (options + concepts · parties)) bytes and steps after the engine is done. `moves` needs O(states
// · parties) questions to the engine and O(moves) memory. Tested by tests/python against the program's
// tables.

#include "cli/console.h"
#include "cli/hosted.h"
#include "cli/model_file.h"
#include "stability/solution.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace stasis::python {

/// One row for each unilateral move, by source, then party, then target.
struct Moves {
  std::vector<std::uint32_t> from; ///< rows of states, from 0
  std::vector<std::uint32_t> to;
  std::vector<std::uint32_t> party;
  std::vector<std::uint8_t> improves; ///< 1: the mover likes the new state better
};

class Solved {
public:
  /// `words`: the operands and options of `stasis solve`. At most `most` states are held. If there is no
  /// result, the status is that of the program, and `said` gives the reason.
  static std::unique_ptr<Solved> open(const std::vector<std::string>& words, std::uint64_t most,
                                      std::unique_ptr<cli::Hosted> hosted, cli::Exit& status,
                                      std::string& said);

  std::size_t states() const { return patterns_.size(); }
  std::string engine() const { return std::string(model_->engine->name()); }
  std::vector<std::string> parties() const;
  /// The names that conditions use: `stop`, `Upper.stop`.
  std::vector<std::string> options() const;
  std::vector<std::string> concepts() const;
  std::vector<std::string> names() const; ///< of the states: `war`, or `s4` for a state without a name

  // Row by row; all values are 0 or 1, except in `taken`.
  const std::vector<std::uint8_t>& taken() const { return taken_; } ///< states × options; 2: either
  const std::vector<std::uint32_t>& ranks() const {
    return ranks_;
  } ///< states × parties, 1 the best; empty: unranked
  const std::vector<std::uint8_t>& stable() const { return stable_; }         ///< concepts × parties × states
  const std::vector<std::uint8_t>& equilibria() const { return equilibria_; } ///< concepts × states

  // Both functions throw LimitReached, and work for one thread at a time. The errand of `hosted` applies to
  // them too. This one: the states in which an expression of the language holds, 1 or 0 each; none if `said`
  // gives a reason.
  std::optional<std::vector<std::uint8_t>> where(const std::string& expression, std::string& said);
  Moves moves();

private:
  Solved() = default;
  bool read(const std::vector<std::string>& words, std::uint64_t most, cli::Exit& status);
  void fill(const stability::Solution& solution);
  std::vector<std::uint8_t> marks(stability::StateSet set);

  std::unique_ptr<cli::Hosted> hosted_;
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
