#pragma once

// The lists of words/ as they were compiled in.

#include <span>
#include <string_view>

namespace stasis::evidence {

struct TextWordFile {
  std::string_view name; ///< without the ending
  std::string_view text;
};

/// Every list, by name.
std::span<const TextWordFile> textWordFiles();

} // namespace stasis::evidence
