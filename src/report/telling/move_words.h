#pragma once

// A move in words: what its mover takes and drops, and short names for the states that it connects.

#include "stability/engine.h"

#include <string>

namespace stasis::report {

/// What changes, by the names of the options: `take attack`, `drop release, take escalate`. Options of other
/// parties have their full name. Empty if nothing definite changes (between merged states).
std::string moveWords(const model::Conflict& conflict, model::PartyId mover, const model::Pattern& from,
                      const model::Pattern& to);

/// A short reference to a state: its number if the engine gives one, else its name, else its letters.
std::string stateMark(stability::Engine& engine, const model::Pattern& state);
/// `4 attack`: the reference, and the title if that says more.
std::string markAndTitle(stability::Engine& engine, const model::Pattern& state);

} // namespace stasis::report
