#pragma once

// Small models to start from, each with comments: textbook cases that solve as they stand and say by `expect`
// what they must give (`stasis new --template NAME`).
//
// Tested by tests/examples: each is read without a problem and meets its expectations.

#include <span>
#include <string_view>

namespace stasis::language {

struct Template {
  std::string_view name;    ///< `chicken`
  std::string_view summary; ///< a few words
  std::string_view title;   ///< of the conflict, where none is given
  std::string_view body;    ///< all lines but the title's
};

/// In the order of the table; the first is what `stasis new` writes unasked.
std::span<const Template> templates();
/// Null if there is none of this name.
const Template* findTemplate(std::string_view name);

} // namespace stasis::language
