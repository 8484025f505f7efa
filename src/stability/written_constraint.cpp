#include "stability/written_constraint.h"

#include "language/words/expression_text.h"

namespace stasis::stability {

std::string written(const model::Constraint& constraint, const model::Conflict& conflict) {
  std::string text = language::text(constraint.holds, conflict);
  if (text.size() > 80)
    text = text.substr(0, 77) + "…";
  return text;
}

} // namespace stasis::stability
