#pragma once

// What to call a state in a message: its listed or given name, else `sN`.

#include "stability/explicit/state_space.h"

#include <string>

namespace stasis::stability {

/// In marks: `s3`, `war`.
std::string nameOf(const StateSpace& space, StateIndex s);
/// As the text refers to it, in marks.
std::string nameOf(const model::Conflict& conflict, const model::StateRef& reference);
/// Several, at most five and then how many more.
std::string namesOf(const StateSpace& space, const std::vector<StateIndex>& states);

/// Text in the marks of a message.
inline std::string inMarks(std::string_view text) { return '`' + std::string(text) + '`'; }

} // namespace stasis::stability
