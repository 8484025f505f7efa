#pragma once

// A condition without anything nested in it: as the ways in which it can be so, each a plain list of what is
// chosen or there and what is not; or as what makes it so, or not so, in one state. `settlement and not
// (talks or press)` is one way; `a and b or not c` is two. Definitions and counts stand for themselves.
//
// The ways of a condition can be many, so there is a limit; what makes it so in a state is never longer than
// the condition. Tested by tests/telling/plain_facts_test.cpp against the definition of the connectives.

#include "model/conflict.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

/// That an option, a definition or a count is so, or is not.
struct Fact {
  model::Expression what;
  bool so = true;
  friend bool operator==(const Fact&, const Fact&) = default;
};
using Facts = std::vector<Fact>;

inline constexpr std::size_t mostWays = 6;

/// Together the ways say exactly when the condition has this value. None if there are more than `mostWays`,
/// or if it always or never has it.
std::optional<std::vector<Facts>> waysOf(const model::Expression& condition, bool value);

/// What makes the condition so in this state, or not so: whenever all of it is the case, the condition has
/// the same value. Where it can choose, it takes what is otherwise in the other state.
Facts factsIn(const model::Conflict& conflict, const model::Expression& condition, const model::State& state,
              const model::State& other);

enum class Tense : std::uint8_t { present, then };

/// `“A” and “B” (Ukraine) are chosen, “C” is not, and there is no “settlement”`; of what would be so then,
/// `there would be “settlement”`. Options of `whose` have no owner beside them.
std::string factsInWords(const model::Conflict& conflict, const Facts& facts,
                         std::optional<model::PartyId> whose, Tense tense = Tense::present);

/// As a thing that can be wanted: `“A” and “B” without “C” or “D”`, `neither “A” nor “B”`.
std::string factsAsThing(const model::Conflict& conflict, const Facts& facts,
                         std::optional<model::PartyId> whose);

} // namespace stasis::report
