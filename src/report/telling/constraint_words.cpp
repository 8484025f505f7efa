#include "report/telling/constraint_words.h"

#include "language/words/expression_text.h"

namespace stasis::report {

std::string constraintWords(const model::Conflict& conflict, const model::Expression& holds) {
  using Op = model::Expression::Op;
  const Op op = holds.root().op;
  if (op == Op::negation)
    return "never " + language::text(model::Expression::copyOf(holds.operands().front()), conflict);
  const bool count =
      holds.root().operands > 0 && (op == Op::atLeast || op == Op::atMost || op == Op::exactly);
  return (count ? "" : "always ") + language::text(holds, conflict);
}

} // namespace stasis::report
