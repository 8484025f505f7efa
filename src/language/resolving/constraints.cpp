#include "language/resolving/constraints.h"

namespace stasis::language {

std::vector<model::Citation> citationsOf(const syntax::Citations& written, const Names& names) {
  std::vector<model::Citation> because;
  for (const auto& c : written) {
    const auto source = names.source(c.source);
    if (c.text.find_first_not_of(" \t\n") == std::string::npos)
      names.error("S0504", c.textWords, "no words are cited here").help =
          "copy the words of the source that say it between the `\"` marks";
    else if (source)
      because.push_back({*source, c.text, names.rangeOf(c.words), names.rangeOf(c.textWords)});
  }
  return because;
}

std::vector<model::Constraint> constraintsOf(const std::vector<syntax::Constraint>& written,
                                             const Names& names, ExpressionResolver& expressions) {
  std::vector<model::Constraint> constraints;
  for (const auto& c : written) {
    auto holds = expressions.resolve(c.condition);
    auto because = citationsOf(c.because, names);
    if (holds)
      constraints.push_back({c.negated ? model::Expression::negation(std::move(*holds)) : std::move(*holds),
                             std::move(because), names.rangeOf(c.words)});
  }
  return constraints;
}

} // namespace stasis::language
