#pragma once

// A move told in words: what its mover takes and drops, and short names for the states between which it
// leads.

#include "stability/engine.h"

#include <string>

namespace stasis::report {

/// What changes, by the names of the options: `take attack`, `drop release, take escalate`; options that are
/// not the mover's by their full name. Empty where nothing definite changes (between merged states).
std::string moveWords(const model::Conflict& conflict, model::PartyId mover, const model::Pattern& from,
                      const model::Pattern& to);

/// How a state is pointed at: its number where the engine gives one, else its name, else its letters.
std::string stateMark(stability::Engine& engine, const model::Pattern& state);
/// `4 attack`: the mark and the title, where it has one that says more.
std::string markAndTitle(stability::Engine& engine, const model::Pattern& state);

} // namespace stasis::report
