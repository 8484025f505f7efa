#pragma once

// A condition as people say it, for readers who have not seen the file: labels in place of names and no line
// numbers. `talks if press` is “talks” if “Press for a meeting” (United States); options of `whose` need no
// owner beside them, and a definition without a label has its name with spaces for `_`. A list of one option
// of a whole family names the family. Long lists are cut, so it is not for programs.
//
// Tested by tests/telling/condition_in_words_test.cpp.

#include "model/conflict.h"

#include <optional>
#include <string>

namespace stasis::report {

/// How many items of one list are named.
inline constexpr std::size_t mostItemsNamed = 6;

std::string conditionInWords(const model::Conflict& conflict, const model::Expression& expression,
                             std::optional<model::PartyId> whose = std::nullopt);

/// What somebody wants, or wants not to happen.
struct WishInWords {
  bool against = false;
  std::string what; ///< `“talks” when “Press for a meeting” (United States) is chosen`
};

/// Nothing in it is nested (plain_facts.h): several ways are listed one after another, `one of these: “A” and
/// “B”; “C” without “A”`, as what is wanted or as what is not, whichever is shorter.
WishInWords wishOf(const model::Conflict& conflict, const model::Expression& wanted,
                   std::optional<model::PartyId> whose);

/// The same in a list of wishes: `for “talks”`, `against “troops”`.
std::string wishInWords(const model::Conflict& conflict, const model::Expression& wanted,
                        std::optional<model::PartyId> whose);

/// A constraint: `never “settlement” without “talks”`, `always …`.
std::string constraintInWords(const model::Conflict& conflict, const model::Expression& holds);

/// What would be so if it did not bind, after `if`: `it were possible to have “settlement” without “talks”`.
std::string withoutConstraintInWords(const model::Conflict& conflict, const model::Expression& holds);

} // namespace stasis::report
