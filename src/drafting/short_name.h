#pragma once

// Short names of the language made from words of a report: what carries meaning, in the order it stands
// there. `we assume they will be legitimate targets for defeat` → `legitimate_targets_defeat`.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

/// The words that carry meaning, lower case.
std::vector<std::string> contentWords(std::string_view words);

/// At most four of them joined, an identifier of the language.
std::string shortName(std::string_view words, std::string_view fallback);

/// How alike two texts are by what carries meaning: shared words over all, from 0 to 1.
double likeness(std::string_view a, std::string_view b);

/// Two wordings of one thing: alike, or one has all of the other's three words or more.
bool sameThing(std::string_view a, std::string_view b);

/// One line without markup, control characters and broken bytes, cut between words at about `most` bytes.
std::string labelOf(std::string_view words, std::size_t most = 90);

} // namespace stasis::drafting
