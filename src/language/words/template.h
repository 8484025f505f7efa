#pragma once

// The file that `stasis new` writes: a small conflict that works as it stands, its comments saying what each
// line is for, to be changed into one's own.
//
// Tested against: it parses without a warning, `fmt` leaves it alone, and it has the equilibria it tells of.

#include <string>
#include <string_view>

namespace stasis::language {

std::string newConflict(std::string_view title);
/// The template of this name (templates.h); an empty title is its own. Empty if there is none.
std::string newConflict(std::string_view title, std::string_view name);

} // namespace stasis::language
