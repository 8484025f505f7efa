#pragma once

// Which lines of a conflict speak of an option or of a definition, directly: its constraints (none where
// states are listed, which then say what is feasible), what each party wants, and its definitions.
//
// O(size of the conflict). Tested in tests/stability/orbits/kinds_test.cpp.

#include "model/conflict.h"

namespace stasis::stability {

/// A condition, or all that a party wants.
struct Line {
  enum class Kind : std::uint8_t { constraint, wants, define };
  Kind kind;
  std::uint32_t index; ///< of the constraint, the party or the definition
};

class Mentions {
public:
  explicit Mentions(const model::Conflict& conflict);

  /// A line may come twice.
  const std::vector<Line>& of(model::OptionId option) const { return ofOption_[option.index()]; }
  const std::vector<Line>& of(model::DefineId define) const { return ofDefine_[define.index()]; }

private:
  void note(const model::Expression& condition, Line line);

  std::vector<std::vector<Line>> ofOption_;
  std::vector<std::vector<Line>> ofDefine_;
};

} // namespace stasis::stability
