#pragma once

// What a verdict rests on, over all 2^k subsets of held statements at once (switches.h): the number of
// subsets in which a state is an equilibrium, and the smallest sets of statements it rests on.
//
//   it rests on B     it is an equilibrium in every subset that contains B, and no part of B is enough
//   dropping D turns  it is an equilibrium with all statements held and not without those of D (or the
//                     reverse), and no part of D does that
//
// The smallest sets it rests on are minimal hitting sets: B fails exactly if some subset S ⊇ B fails, so B
// must hit the complement of every failing S. Failing subsets are searched for one at a time and made as
// large as possible (the conflict sets of Reiter 1987); candidates are tried smallest first. It uses only set
// operations that every engine has. Cost: a few set operations for each candidate. Tested against
// tests/oracle/subsets.h.

#include "analysis/robust/switches.h"
#include "stability/solution.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

/// Positions among the beliefs, ascending.
using Beliefs = std::vector<std::size_t>;

struct Footing {
  bool asWritten = false;        ///< an equilibrium if every statement is held
  stability::Count held;         ///< subsets in which it is an equilibrium
  std::vector<Beliefs> restsOn;  ///< by size; only if it is an equilibrium as written
  bool restsOnMore = false;      ///< there are others
  std::vector<Beliefs> turnedBy; ///< what to drop, by size, up to `mostDropped` statements
  bool turnedByMore = false;
};

inline constexpr std::size_t mostDropped = 3;

struct FootingQuestion {
  std::vector<model::Concept> concepts;
  std::vector<model::Pattern> states; ///< of the conflict as written
  std::size_t limit = 8;              ///< sets of each kind listed
};

struct FootingAnswer {
  std::vector<model::Concept> concepts;
  std::vector<model::Pattern> states;
  std::vector<WrittenPreference> preferences; ///< what the beliefs refer to
  std::vector<Belief> beliefs;
  stability::Count subsets;
  std::vector<std::vector<std::optional<Footing>>> footing; ///< by state, by concept; absent: not reached
  std::optional<stability::Stopped> stopped;
};

/// `engine` is open on `switched.conflict`. Never throws LimitReached.
FootingAnswer footing(stability::Engine& engine, const Switched& switched,
                      const std::vector<WrittenPreference>& preferences, const FootingQuestion& question,
                      const stability::Errand& errand);

} // namespace stasis::analysis
