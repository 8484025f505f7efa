#pragma once

// Short names in the language, made from words of a report: the words that carry meaning, in their order. `we
// assume they will be legitimate targets for defeat` → `legitimate_targets_defeat`.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

/// The words that carry meaning, in lower case.
std::vector<std::string> contentWords(std::string_view words);

/// At most four of them joined: an identifier of the language.
std::string shortName(std::string_view words, std::string_view fallback);

/// How similar two texts are by the words that carry meaning: shared words over all words, from 0 to 1.
double likeness(std::string_view a, std::string_view b);

/// One line without markup, control characters and broken bytes, cut between words at about `most` bytes.
std::string labelOf(std::string_view words, std::size_t most = 90);

} // namespace stasis::drafting
