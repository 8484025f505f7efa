#pragma once

// Constraints and citations as written to those of the model, in the conflict and in its views. A constraint
// with a name that stands for nothing is left out (reported). Linear. Tested with the diagnostics.

#include "language/resolving/expression_resolver.h"

#include <vector>

namespace stasis::language {

/// Those whose source is declared and that cite words; others are reported.
std::vector<model::Citation> citationsOf(const syntax::Citations& written, const Names& names);

std::vector<model::Constraint> constraintsOf(const std::vector<syntax::Constraint>& written,
                                             const Names& names, ExpressionResolver& expressions);

} // namespace stasis::language
