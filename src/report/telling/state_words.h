#pragma once

// A state in the conflict's own words: its name if it has one, what each party does (options taken by label,
// members of a family counted together), and the defines that hold in it.

#include "model/conflict.h"
#include "model/joined.h"
#include "report/telling/look.h"
#include "report/telling/party_words.h"

#include <string>
#include <vector>

namespace stasis::report {

/// The name that identifies the state in the text, listed or given; empty if it has none.
std::string stateName(const model::Conflict& conflict, const model::Pattern& state);
/// Its label, else its name, else `status quo` if it is today's state; otherwise empty.
std::string stateTitle(const model::Conflict& conflict, const model::Pattern& state);

/// What is done in the state: one line for each party that does something, and for a family one for each set
/// of members that do the same: `Iraq: attack`, `12 of 26 Guarantors: ground, sea`, `all Guarantors but
/// France: air`. An option left open by a merged state reads `… or not`. Options have their labels; parties
/// do in running text, and their names where tables call them so.
std::vector<std::string> whatIsDone(const model::Conflict& conflict, const model::Pattern& state,
                                    Called called = Called::label);

/// The labels (else names) of the defines that hold, in order; in a merged state, those that hold in every
/// member.
std::vector<std::string> whatHolds(const model::Conflict& conflict, const model::Pattern& state);

/// The same as one phrase: `attack, escalate`; `nothing is done` if no option is taken.
std::string inWords(const model::Conflict& conflict, const model::Pattern& state,
                    Called called = Called::label);

/// Which concept judges whom: `SMR for Russia, SEQ for everyone else`. The concept of most parties comes
/// last.
std::string mixtureWords(const model::Conflict& conflict, const std::vector<model::Concept>& byParty);

using model::joined;

} // namespace stasis::report
