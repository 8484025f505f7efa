#pragma once

// Whether somebody speaks about himself in the words: `I`, `we`, `my`, `us`, outside quotations. Linear.
// Tested through turns and posts.

#include <string_view>

namespace stasis::evidence {

bool isFirstPerson(std::string_view words);

} // namespace stasis::evidence
