// The part of the expression parser that reads what is asked of stability: `equilibrium under nash, seq` and
// `stable for Russia, Guarantors under nash`. Its first words are no keywords: an option may be called so.
#include "language/parsing/expression_parser.h"

namespace stasis::language {

using syntax::ExpressionNode;

bool ExpressionParser::beginsStability() const {
  return (stream_.looksAt("equilibrium") && stream_.looksAt("under", 1)) ||
         ((stream_.looksAt("stable") || stream_.looksAt("unstable")) && stream_.looksAt("for", 1));
}

// `stable for A, B under nash`: the commas are its own up to `under`, and again after it.
ExpressionParser::Height ExpressionParser::stability() {
  const std::size_t begin = stream_.position();
  const Token first = stream_.next();
  syntax::Stability asked;
  if (stream_.text(first) == "unstable")
    stream_.error("S0302", first.range, "`unstable` is no word of this language").help =
        "write `not stable for PARTY under CONCEPT`";
  if (stream_.accept("for") && !names(asked.parties, "the name of a party or family"))
    return 0;
  if (!stream_.accept("under")) {
    stream_.expected("`under` and a solution concept").help = "for example `under nash, seq`";
    return 0;
  }
  if (!names(asked.concepts, "a solution concept"))
    return 0;
  const syntax::Words words = stream_.wordsFrom(begin);
  if (!asks_) {
    notAsked(first);
    return leaf({ExpressionNode::Kind::constant, Op::constant, 1, 0, words});
  }
  const auto index = static_cast<std::uint32_t>(result_.stabilities.size());
  result_.stabilities.push_back(std::move(asked));
  return leaf({ExpressionNode::Kind::stability, Op::constant, index, 0, words});
}

void ExpressionParser::notAsked(const Token& first) {
  stream_
      .error("S0317", first.range, "stability follows from what is written here, and cannot be a part of it")
      .help = "ask for it: `expect … where …` in the model, `--where` on the command line";
}

bool ExpressionParser::names(std::vector<syntax::Words>& list, const std::string& what) {
  do {
    const auto name = stream_.name(what);
    if (!name)
      return false;
    list.push_back(*name);
  } while (stream_.accept(Kind::comma));
  return true;
}

} // namespace stasis::language
