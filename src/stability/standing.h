#pragma once

// How firmly a state holds, or a party stays at it, by the three concepts from which every answer in plain
// words is made:
//
//   byItself   Nash: nobody has a move by which it gains
//   byAnswers  SEQ, not Nash: every such move meets answers by which the others gain
//   byFear     GMR, not SEQ: every such move meets answers, but some of them do not pay those who give them
//   holdsNot   none of these
//   unknown    one of the three that decide it was not solved
//
// report/telling/standing_words.h has the words and marks. Tested by tests/explain/leaving_test.cpp.

#include "stability/solution.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace stasis::stability {

enum class Standing : std::uint8_t { byItself, byAnswers, byFear, holdsNot, unknown };

/// `holds`: whether it does under this concept; none if that was not solved.
Standing standingUnder(const std::function<std::optional<bool>(model::Concept)>& holds);

/// Of a state, for all parties together.
Standing standingOf(Engine& engine, const Solution& solution, const model::Pattern& state);

/// Of one party at a state.
Standing standingFor(Engine& engine, const Solution& solution, model::PartyId party,
                     const model::Pattern& state);

} // namespace stasis::stability
