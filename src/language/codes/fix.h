#pragma once

// The safe fixes of a list of problems, made: those that say for sure what the text means (`stasis check
// --fix`). Fixes that touch one another are made one at a time, the first in the file first; checking again
// finds the rest. O(bytes + fixes).
//
// Tested by tests/language/fix_test.cpp: every safe fix of every case leaves a text without that problem.

#include "language/codes/diagnostic.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

struct Fixed {
  std::string text;
  std::vector<const Diagnostic*> made; ///< of the list given
};

/// Takes the safety from each fix that would lose what `isName` knows: a word that its changes take away and
/// put nowhere, though the text does not say that it is denied (`not x`, `x: no`). O(bytes + words of fixes).
void keepNames(Diagnostics& diagnostics, std::string_view text,
               const std::function<bool(std::string_view)>& isName);

/// Takes the safety from each fix that writes `not`, `and` or `or` for other words where the line then groups
/// in a way that those words may not have meant: `avoid x or y` is no `not x or y`, `never x or y without z`
/// no `never x or y and not z`. O(bytes of the lines that fixes touch).
void keepGroups(Diagnostics& diagnostics, std::string_view text);

Fixed withSafeFixes(std::string_view text, const Diagnostics& diagnostics);

/// Lines of a text before and after a change.
struct ChangedLines {
  std::size_t line;   ///< the first of them, from 1
  std::string before; ///< without its line end; several joined by line ends
  std::string after;
};
/// By place, what these changes, which must not overlap, make of each line they touch. O(bytes + changes).
std::vector<ChangedLines> changedLines(std::string_view text, std::vector<Edit> edits);

/// The text with these changes made; they must not overlap.
std::string edited(std::string_view text, std::vector<Edit> edits);

} // namespace stasis::language
