#pragma once

// The feasible states as far as a text can call them by name: each has a number, from 1. What to call a state
// in a message: its listed or given name, else `sN`.

#include "model/conflict.h"
#include "stability/engine.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::stability {

class NumberedStates {
public:
  virtual ~NumberedStates() = default;

  virtual const model::Conflict& conflict() const = 0;
  virtual Count size() const = 0;
  /// None where it is not feasible, or its number passes 2^64.
  virtual std::optional<StateNumber> number(const model::Pattern& state) const = 0;
  /// Whether the state is feasible.
  virtual bool contains(const model::Pattern& state) const { return number(state).has_value(); }

  std::optional<StateNumber> find(const model::StateRef& reference) const;
};

/// Text in the marks of a message.
inline std::string inMarks(std::string_view text) { return '`' + std::string(text) + '`'; }

/// In marks: `s3`, `war`.
std::string nameOf(const NumberedStates& states, StateNumber number);
/// As the text refers to it, in marks.
std::string nameOf(const model::Conflict& conflict, const model::StateRef& reference);
/// Some of `count` states, at most five and then how many more.
std::string namesOf(const NumberedStates& states, const std::vector<StateNumber>& first, const Count& count);

} // namespace stasis::stability
