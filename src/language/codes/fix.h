#pragma once

// The safe fixes of a list of problems, made: those that say for sure what the text means (`stasis check
// --fix`). Fixes that touch one another are made one at a time, the first in the file first; checking again
// finds the rest. O(bytes + fixes).
//
// Tested by tests/language/fix_test.cpp: every safe fix of every case leaves a text without that problem.

#include "language/codes/diagnostic.h"

#include <string>
#include <vector>

namespace stasis::language {

struct Fixed {
  std::string text;
  std::vector<const Diagnostic*> made; ///< of the list given
};

Fixed withSafeFixes(std::string_view text, const Diagnostics& diagnostics);

/// The text with these changes made; they must not overlap.
std::string edited(std::string_view text, std::vector<Edit> edits);

} // namespace stasis::language
