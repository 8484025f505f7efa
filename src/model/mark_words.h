#pragma once

// The words of the language for marks and attitudes, for code that reads or writes text, JSON or pages.

#include "model/attitude.h"
#include "model/preference.h"

#include <optional>
#include <string_view>

namespace stasis::model {

/// `strongly`, `perhaps`; empty for none.
constexpr std::string_view markWord(Mark mark) {
  return mark == Mark::strongly ? "strongly" : mark == Mark::perhaps ? "perhaps" : "";
}

/// The mark and its odds, `perhaps 0.7`; empty for none.
inline std::string markText(Mark mark, std::optional<Odds> odds) {
  return std::string(markWord(mark)) + (odds ? ' ' + oddsText(*odds) : "");
}

/// The mark of this word; no mark for any other word.
constexpr Mark markOfWord(std::string_view word) {
  return word == "strongly" ? Mark::strongly : word == "perhaps" ? Mark::perhaps : Mark::none;
}

/// `for`, `against`, `neutral`.
constexpr std::string_view attitudeWord(Attitude attitude) {
  return attitude == Attitude::for_ ? "for" : attitude == Attitude::against ? "against" : "neutral";
}

constexpr std::optional<Attitude> attitudeOfWord(std::string_view word) {
  for (const auto one : {Attitude::for_, Attitude::against, Attitude::neutral})
    if (attitudeWord(one) == word)
      return one;
  return std::nullopt;
}

} // namespace stasis::model
