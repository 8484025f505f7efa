#pragma once

// Which lines of a conflict speak of an option or of a definition, directly: its constraints (none where
// states are listed, which then say what is feasible), what each party wants, and its definitions.
//
// O(size of the conflict). Tested in tests/properties/kinds_test.cpp.

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

/// Calls `with` for every condition of a preference.
template <class With> void forEachCondition(const model::Preference& preference, With with) {
  if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
    for (const auto& tier : tiers->tiers)
      for (const auto& statement : tier)
        with(statement.wanted);
  else if (const auto* weights = std::get_if<model::Weights>(&preference))
    for (const auto& weight : weights->weights)
      with(weight.wanted);
}

} // namespace stasis::stability
