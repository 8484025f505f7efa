// Counts in the signs of a formula: `a + b <= 1`, `sum(a, b) = 1`, `at_least(2, a, b)`. Each is one error
// that shows the count in words, and is read as it.
#include "language/parsing/expression_parser.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace stasis::language {

using syntax::ExpressionNode;

namespace {

struct Comparison {
  std::string_view sign;
  model::Expression::Op op;
  int more; ///< to be added to the number
};

constexpr std::array<Comparison, 8> comparisons{{{"=", model::Expression::Op::exactly, 0},
                                                 {"==", model::Expression::Op::exactly, 0},
                                                 {">=", model::Expression::Op::atLeast, 0},
                                                 {"≥", model::Expression::Op::atLeast, 0},
                                                 {"<=", model::Expression::Op::atMost, 0},
                                                 {"≤", model::Expression::Op::atMost, 0},
                                                 {">", model::Expression::Op::atLeast, 1},
                                                 {"<", model::Expression::Op::atMost, -1}}};

struct Call {
  std::string_view word;
  std::string_view sign;     ///< of the number within; empty: it is compared with one after
  std::string_view number{}; ///< where the word says it
};

constexpr std::array<Call, 12> calls{{{"exactly_one", "=", "1"},
                                      {"at_most_one", "<=", "1"},
                                      {"at_least_one", ">=", "1"},
                                      {"at_least", ">="},
                                      {"atleast", ">="},
                                      {"atLeast", ">="},
                                      {"at_most", "<="},
                                      {"atmost", "<="},
                                      {"atMost", "<="},
                                      {"count", ""},
                                      {"sum", ""},
                                      {"number", ""}}};

/// Sets what a comparison with a number says; false if it says nothing of a count.
bool compare(std::string_view sign, std::string_view number, model::Expression::Op& op, std::uint32_t& k) {
  const auto row = std::ranges::find(comparisons, sign, &Comparison::sign);
  int value = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
  if (row == comparisons.end() || read.ec != std::errc() || read.ptr != number.data() + number.size() ||
      value + row->more < 0)
    return false;
  op = row->op;
  k = static_cast<std::uint32_t>(value + row->more);
  return true;
}

std::string_view wordsOf(model::Expression::Op op) {
  return op == model::Expression::Op::exactly   ? "exactly "
         : op == model::Expression::Op::atLeast ? "at least "
                                                : "at most ";
}

} // namespace

/// The sign and number after what has been seen of a formula.
bool ExpressionParser::comparisonBehind(Formula& formula) const {
  const Token& sign = stream_.peek(formula.length);
  const Token& number = stream_.peek(formula.length + 1);
  const bool stands = (sign.is(Kind::equals) || sign.is(Kind::greater)) && number.is(Kind::number);
  if (!stands || !compare(stream_.text(sign), stream_.text(number), formula.op, formula.k))
    return false;
  formula.length += 2;
  return true;
}

// a + b + c <= 1
std::optional<ExpressionParser::Formula> ExpressionParser::sumAhead() const {
  Formula sum;
  for (;;) {
    const std::size_t name = stream_.nameLength(sum.length);
    if (name == 0)
      return std::nullopt;
    sum.items.push_back(sum.length);
    sum.length += name;
    if (!stream_.peek(sum.length).is(Kind::plus))
      break;
    ++sum.length;
  }
  return sum.items.size() > 1 && comparisonBehind(sum) ? std::optional(sum) : std::nullopt;
}

// at_least(2, a, b), count(a, b) >= 2
std::optional<ExpressionParser::Formula> ExpressionParser::callAhead() const {
  const auto call = std::ranges::find(calls, stream_.text(), &Call::word);
  if (call == calls.end() || !stream_.peek().is(Kind::name) || !stream_.peek(1).is(Kind::leftParen))
    return std::nullopt;
  Formula formula;
  formula.length = 2;
  if (!call->number.empty()) {
    compare(call->sign, call->number, formula.op, formula.k);
  } else if (!call->sign.empty()) {
    if (!stream_.peek(3).is(Kind::comma) ||
        !compare(call->sign, stream_.text(stream_.peek(2)), formula.op, formula.k))
      return std::nullopt;
    formula.length = 4;
  }
  for (;;) {
    const std::size_t name = stream_.nameLength(formula.length);
    if (name == 0)
      return std::nullopt;
    formula.items.push_back(formula.length);
    formula.length += name + 1;
    const Token& sign = stream_.peek(formula.length - 1);
    if (sign.is(Kind::rightParen))
      break;
    if (!sign.is(Kind::comma) && !sign.is(Kind::plus))
      return std::nullopt;
  }
  return !call->sign.empty() || comparisonBehind(formula) ? std::optional(formula) : std::nullopt;
}

std::optional<ExpressionParser::Formula> ExpressionParser::formulaAhead() const {
  if (numberEnds_ || !(stream_.peek().is(Kind::name) || stream_.peek().is(Word::self)))
    return std::nullopt;
  if (auto sum = sumAhead())
    return sum;
  return callAhead();
}

ExpressionParser::Height ExpressionParser::formula(const Formula& written) {
  const std::size_t begin = stream_.position();
  const model::Range range{stream_.peek().range.begin, stream_.peek(written.length - 1).range.end};
  std::string here = std::string(wordsOf(written.op)) + std::to_string(written.k) + " of ";
  Height highest = 0;
  std::size_t read = 0;
  for (const std::size_t item : written.items) {
    for (; read < item; ++read)
      stream_.next();
    const std::size_t from = stream_.position();
    highest = std::max(highest, reference(ExpressionNode::Kind::listItem));
    read += stream_.position() - from;
    here += (item == written.items.front() ? "" : ", ") + std::string(stream_.wordsFrom(from));
  }
  for (; read < written.length; ++read)
    stream_.next();
  stream_.error("S0104", range, "conditions are counted in words").mend(range, here).help =
      "write " + inMarks(here);
  ExpressionNode node{ExpressionNode::Kind::count, written.op, written.k,
                      static_cast<std::uint32_t>(written.items.size()), stream_.wordsFrom(begin)};
  result_.nodes.push_back(node);
  return highest + 1;
}

} // namespace stasis::language
