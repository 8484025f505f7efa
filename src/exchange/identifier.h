#pragma once

// Names of the language from whatever a file of another program calls its things: Latin letters without their
// accents, letters of other scripts as they are (UAX #31), digits, and `_` for a run of anything else.
// `Türkiye` is `Turkiye`, `Китай` stays, `2nd try` is `_2nd_try`, and a name of which nothing is left takes
// the fallback.
//
// O(length). Tested against names in several scripts, words of the language and long names.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace stasis::exchange {

/// Longer names are cut here, in bytes, between letters.
inline constexpr std::size_t longestIdentifier = 48;

/// Never empty, never a word of the language.
std::string identifierFrom(std::string_view name, std::string_view fallback);

/// Names already given; the second of the same name becomes `name_2`. What is given outside is not given
/// again.
class GivenNames {
public:
  explicit GivenNames(const GivenNames* outside = nullptr) : outside_(outside) {}

  std::string give(const std::string& wanted);
  bool has(const std::string& name) const {
    return given_.contains(name) || (outside_ != nullptr && outside_->has(name));
  }

private:
  const GivenNames* outside_;
  std::unordered_map<std::string, std::size_t> given_; ///< with the number last tried behind it
};

} // namespace stasis::exchange
