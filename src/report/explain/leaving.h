#pragma once

// Who would leave a state and for what, in a few words, and the first line of every page: whether today
// holds, and who would rather do what. Of the parties told of, each stands as the state does: it would leave
// a state that does not hold, and might leave one that holds by answers or by fear.
//
// Tested by tests/explain/leaving_test.cpp against the definitions.

#include "analysis/explain/explanation.h"
#include "stability/standing.h"

#include <string>
#include <vector>

namespace stasis::report {

/// Of a stance, and of a state by all of its stances; unknown if a concept or a party is missing.
stability::Standing standingOf(const analysis::Explanation& explanation, const analysis::Stance& stance);
stability::Standing standingOf(const model::Conflict& conflict, const analysis::Explanation& explanation);

/// The improvement that shows how a party stands: one that nothing deters, else one that no willing answer
/// deters, else any; of several one that changes the fewest options. `stance.told` must not be empty.
std::size_t showing(const analysis::Stance& stance, const model::Pattern& state);

struct Leaving {
  std::vector<model::PartyId> parties; ///< one, or members of a family
  std::string called;                  ///< `the countries that met in Paris`
  std::string does;                    ///< `might choose “A”`; `might, too`
  bool acts = false;                   ///< `does` tells its move, and not only that it would leave
  bool little = false; ///< what that brings is a place or so better, of many (`littleOf`); else not known
};

/// At most this part of all places is a little.
inline constexpr double littleOf = 0.05;

/// Whether the party gains only few of all places by this move; not asked where there are many outcomes.
bool gainsLittle(stability::Engine& engine, model::PartyId party, const model::Pattern& from,
                 const model::Pattern& to);

/// In the order of the conflict, those first whose move is known; nobody if it holds by itself. `standing`:
/// that of the state.
std::vector<Leaving> whoLeaves(stability::Engine& engine, const analysis::Explanation& explanation,
                               stability::Standing standing);

/// `Russia might choose “A” (a little better); Ukraine and the hosts might, too`; `nobody would gain by
/// acting alone`.
std::string leavingWords(const std::vector<Leaving>& leaving, stability::Standing standing);

/// `Today holds by fear: Russia would rather choose “A”; only the fear of what others could do prevents it.`
std::string todayInShort(const std::vector<Leaving>& leaving, stability::Standing standing);

} // namespace stasis::report
