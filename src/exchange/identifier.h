#pragma once

// Turns names from other programs' files into names of the language: Latin letters lose their accents,
// letters of other scripts (UAX #31) and digits stay, and a run of anything else becomes `_`. `Türkiye`
// becomes `Turkiye`, `Китай` stays, `2nd try` becomes `_2nd_try`. If nothing is left, the fallback is used.
//
// O(length). Tested against names in several scripts, words of the language and long names.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace stasis::exchange {

/// Longer names are cut at this many bytes, between letters.
inline constexpr std::size_t longestIdentifier = 48;

/// Never empty, never a word of the language.
std::string identifierFrom(std::string_view name, std::string_view fallback);

/// Names already in use. A second use of the same name becomes `name_2`. Names reserved from outside are not
/// given again.
class GivenNames {
public:
  explicit GivenNames(const GivenNames* outside = nullptr) : outside_(outside) {}

  std::string give(const std::string& wanted);
  bool has(const std::string& name) const {
    return given_.contains(name) || (outside_ != nullptr && outside_->has(name));
  }

private:
  const GivenNames* outside_;
  std::unordered_map<std::string, std::size_t> given_; ///< with the last number tried for it
};

} // namespace stasis::exchange
