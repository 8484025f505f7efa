#pragma once

// What to suggest for a word that is no solution concept: the nearest key, or where the concepts are listed.
// One text for models and for the command line. O(concepts). Tested by tests/language and tests/cli.

#include <optional>
#include <string>
#include <string_view>

namespace stasis::language {

struct ConceptSuggestion {
  std::optional<std::string> nearest; ///< the key of a concept that was probably meant
  std::string help;
};
ConceptSuggestion suggestConcept(std::string_view word);

} // namespace stasis::language
