#pragma once

// A state told in the conflict's own words: its name where it has one, what each party does (taken options by
// label, members of a family counted together), and the defines that hold in it.

#include "model/conflict.h"
#include "report/telling/look.h"

#include <string>
#include <vector>

namespace stasis::report {

/// What identifies the state in the text: listed or given name; empty where it has none.
std::string stateName(const model::Conflict& conflict, const model::Pattern& state);
/// Its label, else its name, else `status quo` where it is that; empty where it is nothing special.
std::string stateTitle(const model::Conflict& conflict, const model::Pattern& state);

/// What is done in it, a line per party that does something, for a family one per set of members that do the
/// same: `Iraq: attack`, `12 of 26 Guarantors: ground, sea`, `all Guarantors but France: air`. An option left
/// open by a merged state is told as `… or not`.
std::vector<std::string> whatIsDone(const model::Conflict& conflict, const model::Pattern& state);

/// Labels (else names) of the defines that hold, in order; in a merged state those that hold in every member.
std::vector<std::string> whatHolds(const model::Conflict& conflict, const model::Pattern& state);

/// The same as one phrase: `attack, escalate`; `nothing is done` where no option is taken.
std::string inWords(const model::Conflict& conflict, const model::Pattern& state);

/// Who is judged by which concept: `SMR for Russia, SEQ for everyone else`; the concept of most parties comes
/// last.
std::string mixtureWords(const model::Conflict& conflict, const std::vector<model::Concept>& byParty);

std::string joined(const std::vector<std::string>& parts, std::string_view separator);

} // namespace stasis::report
