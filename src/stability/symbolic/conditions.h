#pragma once

// Conditions and patterns of one conflict as sets of states. A count over n operands takes O(n k) steps and,
// over options, as many nodes. Defines are made once.

#include "model/conflict.h"
#include "stability/symbolic/diagram.h"
#include "stability/symbolic/diagram_table.h"
#include "stability/symbolic/levels.h"

#include <optional>
#include <span>
#include <vector>

namespace stasis::stability {

class Conditions {
public:
  Conditions(const model::Conflict& conflict, const Levels& levels, DiagramTable& table);

  Diagram where(const model::Expression& expression);
  Diagram matching(const model::Pattern& pattern) const;
  Diagram option(model::OptionId id) const { return table_.variable(levels_.option(id)); }
  /// held[k]: at least k of these hold, from 0 (everywhere) to all of them.
  static std::vector<Diagram> heldAtLeast(std::span<const Diagram> operands, std::size_t most);

private:
  Diagram define(model::DefineId id);
  struct Algebra;

  const model::Conflict& conflict_;
  const Levels& levels_;
  DiagramTable& table_;
  std::vector<std::optional<Diagram>> defines_;
};

} // namespace stasis::stability
