#pragma once

// True of words in which somebody speaks of himself: `I`, `we`, `my`, `us`, quotations aside. Linear. Tested
// through turns and posts.

#include <string_view>

namespace stasis::evidence {

bool isFirstPerson(std::string_view words);

} // namespace stasis::evidence
