// English that says a condition otherwise than the language does. Each is one error that shows how it is
// written here, and is read as what it means, so that nothing else goes wrong with it.
#include "language/parsing/expression_parser.h"

#include <algorithm>
#include <utility>

namespace stasis::language {

namespace {

/// As an operand of `not`, `and` or `or`: in parentheses unless it is a single word.
std::string operand(std::string_view words) {
  const bool single = words.find(' ') == std::string_view::npos || words.front() == '(';
  return single ? std::string(words) : '(' + std::string(words) + ')';
}

std::string operandOfIf(std::string_view words) {
  const bool plain = words.find(" if ") == std::string_view::npos &&
                     words.find(" implies ") == std::string_view::npos &&
                     words.find(" iff ") == std::string_view::npos;
  return plain ? std::string(words) : '(' + std::string(words) + ')';
}

} // namespace

bool ExpressionParser::atEverydayPair() const {
  if (stream_.peek().is(Word::if_))
    return true;
  const bool operandFollows = !stream_.atLineEnd(1) && !standsBetween(stream_.peek(1)) &&
                              !stream_.peek(1).is(Kind::dot) && !stream_.peek(1).is(Kind::comma);
  return operandFollows && (stream_.looksAt("either") || stream_.looksAt("neither"));
}

ExpressionParser::Height ExpressionParser::everydayPair() {
  const auto before = std::exchange(pairWord_, {});
  const Height height = stream_.peek().is(Word::if_) ? ifThen()
                        : stream_.looksAt("either")  ? eitherOr()
                                                     : neitherNor();
  pairWord_ = before;
  return height;
}

bool ExpressionParser::endsAtPairWord(std::string_view word) const {
  return !pairWord_.empty() && word == pairWord_;
}

// if A then B; if A, B
ExpressionParser::Height ExpressionParser::ifThen() {
  const std::size_t begin = stream_.position();
  const Token word = stream_.next();
  pairWord_ = "then";
  const std::size_t first = stream_.position();
  const Height condition = chain(2);
  pairWord_ = {};
  if (condition == 0)
    return 0;
  const syntax::Words when = stream_.wordsFrom(first);
  if (!stream_.accept(Kind::comma) && !stream_.looksAt("then")) {
    stream_.error("S0318", word.range, "a condition does not begin with `if`").help =
        "write `A if B`, what holds before when it holds";
    return condition;
  }
  stream_.accept("then");
  const std::size_t second = stream_.position();
  const Height consequence = chain(2);
  if (consequence == 0)
    return 0;
  const std::string here = operandOfIf(stream_.wordsFrom(second)) + " if " + operandOfIf(when);
  auto& d = stream_.error("S0318", word.range, "`if … then …` is written the other way round");
  d.help = "write " + inMarks(here);
  d.mend({word.range.begin, stream_.last().range.end}, here);
  return join(Op::implies, 2, std::max(condition, consequence), begin);
}

// either A or B
ExpressionParser::Height ExpressionParser::eitherOr() {
  const Token word = stream_.next();
  auto& d = stream_.error("S0318", word.range, "`either` has no meaning here");
  d.help = "`A or B` holds where one does or both, `A xor B` where exactly one does";
  d.propose({word.range.begin, stream_.peek().range.begin}, "");
  return chain(2);
}

// neither A nor B
ExpressionParser::Height ExpressionParser::neitherNor() {
  const std::size_t begin = stream_.position();
  const Token word = stream_.next();
  std::string here;
  Height highest = 0;
  std::uint32_t operands = 0;
  do {
    pairWord_ = "nor";
    const std::size_t first = stream_.position();
    Height height = chain(1);
    pairWord_ = {};
    if (height == 0)
      return 0;
    here += (operands == 0 ? "not " : " and not ") + operand(stream_.wordsFrom(first));
    height = join(Op::negation, 1, height, first);
    highest = std::max(highest, height);
    ++operands;
  } while (highest != 0 && (stream_.accept("nor") || stream_.accept(Word::or_)));
  auto& d = stream_.error("S0318", word.range, "`neither … nor …` is written with `not`");
  d.help = "write " + inMarks(here);
  d.mend({word.range.begin, stream_.last().range.end}, here);
  return operands == 1 || highest == 0 ? highest : join(Op::conjunction, operands, highest, begin);
}

// A if and only if B
void ExpressionParser::everydayIff() {
  const bool whole =
      stream_.peek(1).is(Word::and_) && stream_.looksAt("only", 2) && stream_.peek(3).is(Word::if_);
  if (!whole)
    return;
  const model::Range range{stream_.peek().range.begin, stream_.peek(3).range.end};
  auto& d = stream_.error("S0318", range, "`if and only if` is one word here");
  d.help = "write `iff`";
  d.mend(range, "iff");
  for (int i = 0; i < 3; ++i)
    stream_.next();
  stream_.correct(Word::iff);
}

// A only if B
void ExpressionParser::onlyIf() {
  const model::Range range{stream_.peek().range.begin, stream_.peek(1).range.end};
  auto& d = stream_.error("S0318", range, "`A only if B` is written with `implies`");
  d.help = "write `implies`: `A implies B` says that there is no A without B";
  d.mend(range, "implies");
  stream_.next();
  stream_.correct(Word::implies);
}

// A = true, A = 1, A = yes
bool ExpressionParser::optionTaken() {
  const Token equals = stream_.peek();
  const Token value = stream_.peek(1);
  const std::string_view text = stream_.text(value);
  const bool yes = value.is(Word::true_) || text == "1" || text == "yes" || text == "Y" || text == "True";
  const bool no = value.is(Word::false_) || text == "0" || text == "no" || text == "N" || text == "False";
  if ((!yes && !no) || result_.references.empty())
    return false;
  const model::Range before = stream_.last().range;
  const syntax::Words name = result_.references.back().words;
  const auto begin = before.end - std::min(before.end, name.size());
  auto& d = stream_.error("S0104", equals.range, "an option alone says that it is taken");
  d.help = "write " + inMarks((yes ? "" : "not ") + std::string(name));
  if (no)
    d.mend({begin, begin}, "not ");
  d.mend({before.end, value.range.end}, "");
  stream_.next();
  stream_.next();
  return true;
}

} // namespace stasis::language
