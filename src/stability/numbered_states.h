#pragma once

// The feasible states by number, from 1, as a text can refer to them. In a message a state has its listed or
// given name, else `sN`.

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
  /// None if it is not feasible, or its number exceeds 2^64.
  virtual std::optional<StateNumber> number(const model::Pattern& state) const = 0;
  /// Whether the state is feasible.
  virtual bool contains(const model::Pattern& state) const { return number(state).has_value(); }

  std::optional<StateNumber> find(const model::StateRef& reference) const;
};

/// Text in backquotes, as messages quote it.
inline std::string inMarks(std::string_view text) { return '`' + std::string(text) + '`'; }

/// Quoted: `s3`, `war`.
std::string nameOf(const NumberedStates& states, StateNumber number);
/// As the text refers to it, quoted.
std::string nameOf(const model::Conflict& conflict, const model::StateRef& reference);
/// At most five of `count` states, then how many more there are.
std::string namesOf(const NumberedStates& states, const std::vector<StateNumber>& first, const Count& count);

} // namespace stasis::stability
