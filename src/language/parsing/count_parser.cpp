// The part of the expression parser that reads counts: `at least K of a, P.b, Family.c, self.*, (x and y)`.
#include "language/codes/nearest.h"
#include "language/parsing/expression_parser.h"
#include "language/parsing/statement_words.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace stasis::language {

using syntax::ExpressionNode;

ExpressionParser::Height ExpressionParser::count(bool warnOfAnd) {
  const std::size_t begin = stream_.position();
  const Token first = stream_.next();
  if (open_ >= syntax::deepest)
    return tooDeep(first);
  ExpressionNode node{ExpressionNode::Kind::count, Op::exactly, 0, 0, {}};
  if (first.is(Word::any) || first.is(Word::all) || first.is(Word::none)) {
    if (first.is(Word::all))
      node.kind = ExpressionNode::Kind::countAll;
    node.op = first.is(Word::none) ? Op::atMost : Op::atLeast;
    node.k = first.is(Word::any) ? 1 : 0;
    return countOf(begin, node, warnOfAnd);
  }
  if (first.is(Word::at)) {
    const auto which = nearest(stream_.text(), {"least", "most"});
    if (!stream_.peek().is(Kind::name) || !which) {
      stream_.expected("`least` or `most`");
      return 0;
    }
    if (stream_.text() != *which)
      stream_
          .error("S0302", stream_.peek().range,
                 "expected `least` or `most`, found " + inMarks(stream_.text()))
          .propose(stream_.peek().range, std::string(*which))
          .help = "did you mean `at " + std::string(*which) + "`?";
    stream_.next();
    node.op = *which == "least" ? Op::atLeast : Op::atMost;
  }
  const auto k = countNumber();
  if (!k)
    return 0;
  node.k = *k;
  return countOf(begin, node, warnOfAnd);
}

std::optional<std::uint32_t> ExpressionParser::countNumber() {
  const Token& here = stream_.peek();
  const std::string_view text = stream_.text();
  if (const auto word = here.is(Kind::name) ? smallNumber(text) : std::nullopt) {
    stream_.next();
    return static_cast<std::uint32_t>(*word);
  }
  if (!here.is(Kind::number) || text.find('.') != std::string_view::npos) {
    stream_.expected("a whole number, or a word from `one` to `ten`");
    return std::nullopt;
  }
  std::uint32_t k = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), k).ec != std::errc())
    k = std::numeric_limits<std::uint32_t>::max();
  stream_.next();
  return k;
}

ExpressionParser::Height ExpressionParser::countOf(std::size_t begin, ExpressionNode node, bool warnOfAnd) {
  if (!stream_.accept(Word::of)) {
    const bool listFollows =
        stream_.atName() || stream_.peek().is(Kind::leftParen) || stream_.peek().is(Word::self);
    if (!listFollows) {
      stream_.expected("`of`");
      return 0;
    }
    // at the words of the count: what is wrong with the list itself has its own place
    auto& d = stream_.error("S0301", stream_.last().range,
                            "expected `of` after " + inMarks(stream_.wordsFrom(begin)));
    const std::size_t length = stream_.nameLength(0);
    d.help = "write " + inMarks(std::string(stream_.wordsFrom(begin)) + " of" +
                                (length > 0 ? ' ' + std::string(stream_.wordsBetween(0, length)) : ""));
    d.mend({stream_.last().range.end, stream_.last().range.end}, " of");
  }
  return listOf(begin, node, warnOfAnd);
}

ExpressionParser::Height ExpressionParser::listOf(std::size_t begin, ExpressionNode node, bool warnOfAnd) {
  ++open_;
  const Height height = list(node.operands);
  --open_;
  if (height == 0)
    return 0;
  if (height >= syntax::deepest)
    return tooDeep(stream_.last());
  node.words = stream_.wordsFrom(begin);
  result_.nodes.push_back(node);
  const Token& next = stream_.peek();
  if (warnOfAnd && (next.is(Word::and_) || next.is(Word::or_)))
    result_.openCounts.push_back(openCount(begin, node));
  return height + 1;
}

/// How many tokens a name, or a condition in parentheses, has so far ahead; 0 if neither stands there.
std::size_t ExpressionParser::itemLength(std::size_t ahead) const {
  if (!stream_.peek(ahead).is(Kind::leftParen))
    return stream_.nameLength(ahead);
  std::size_t open = 0;
  for (std::size_t length = 0; !stream_.atLineEnd(ahead + length); ++length) {
    open += stream_.peek(ahead + length).is(Kind::leftParen) ? 1 : 0;
    if (stream_.peek(ahead + length).is(Kind::rightParen) && --open == 0)
      return length + 1;
  }
  return 0;
}

// "exactly one of a, b and c" is how people speak, and not what it says here. Which names would belong to the
// list can be seen from the tokens ahead: names, or conditions in parentheses, joined by the same word.
syntax::OpenCount ExpressionParser::openCount(std::size_t begin, const ExpressionNode& node) const {
  const Token& first = stream_.peek();
  syntax::OpenCount open;
  open.count = node.words;
  open.connective = stream_.text(first);
  open.quantifier = node.kind == ExpressionNode::Kind::countAll || (node.op == Op::atLeast && node.k == 1);
  if (node.operands == 1 && result_.nodes[result_.nodes.size() - 2].kind == ExpressionNode::Kind::listItem)
    open.only = result_.references[result_.nodes[result_.nodes.size() - 2].k];
  std::size_t ahead = 0;
  while (stream_.peek(ahead).is(first.word)) {
    const std::size_t length = itemLength(ahead + 1);
    if (length == 0)
      return open;
    open.connectives.push_back(stream_.text(stream_.peek(ahead)));
    if (ahead == 0)
      open.after = stream_.wordsBetween(1, length);
    ahead += 1 + length;
  }
  const Token& next = stream_.peek(ahead);
  const bool mixed = next.is(Word::and_) || next.is(Word::or_) || next.is(Word::xor_) || next.is(Kind::comma);
  if (!mixed)
    open.whole = stream_.wordsFrom(begin, ahead);
  return open;
}

ExpressionParser::Height ExpressionParser::list(std::uint32_t& items) {
  Height highest = 0;
  const Token open = stream_.peek();
  const std::size_t first = open.is(Kind::leftParen) ? stream_.nameLength(1) : 0;
  const bool wrapped = first > 0 && stream_.peek(1 + first).is(Kind::comma);
  if (wrapped)
    stream_.next();
  do {
    const Height item = listItem();
    if (item == 0)
      return 0;
    highest = std::max(highest, item);
    ++items;
  } while (acceptComma());
  if (wrapped)
    closeList(open);
  return highest;
}

// `any of (a, b)`
void ExpressionParser::closeList(const Token& open) {
  const Token close = stream_.peek();
  auto& d = stream_.error("S0312", open.range, "the list of a count has no parentheses around it");
  d.help = "leave them out";
  const char before = open.range.begin > 0 ? stream_.source().text()[open.range.begin - 1] : ' ';
  if (stream_.accept(Kind::rightParen))
    d.mend(open.range, before == ' ' || before == '\t' ? "" : " ").mend(close.range, "");
}

// `exactly one of a b`: the next item stands beside the one before.
bool ExpressionParser::commaMissing() {
  const Token& next = stream_.peek();
  const std::size_t length = next.is(Kind::name) ? stream_.nameLength(0) : 0;
  if (length == 0 || !stream_.isDeclared(stream_.text(stream_.peek(length - 1))))
    return false;
  const std::size_t end = stream_.last().range.end;
  stream_.error("S0312", next.range, "the items of a list are separated by commas")
      .mend({end, end}, ",")
      .help = "write `,` before " + inMarks(stream_.wordsBetween(0, length));
  return true;
}

// `a, b, and c`: the comma says it already.
bool ExpressionParser::acceptComma() {
  if (commaMissing())
    return true;
  if (!stream_.accept(Kind::comma))
    return false;
  const Token& here = stream_.peek();
  if (!here.is(Word::and_) && !here.is(Word::or_))
    return true;
  auto& d = stream_.error("S0312", here.range, "the items of a list are separated by commas alone");
  d.help = "leave out " + inMarks(stream_.text(here));
  d.mend({stream_.last().range.end, here.range.end}, "");
  stream_.next();
  return true;
}

ExpressionParser::Height ExpressionParser::listItem() {
  const Token here = stream_.peek();
  if (beginsStability()) {
    stream_.error("S0301", here.range, "an item of a list is a name, or a condition in parentheses").help =
        "put `(` before " + inMarks(stream_.text(here)) + " and `)` after its concepts";
    return stability();
  }
  if (stream_.atName() || here.is(Word::self))
    return reference(ExpressionNode::Kind::listItem);
  if (here.is(Kind::leftParen))
    return parenthesised();
  if (here.is(Word::true_) || here.is(Word::false_))
    return primary();
  if (here.is(Word::not_) || beginsCount(here)) {
    stream_.error("S0301", here.range, "an item of a list is a name, or a condition in parentheses").help =
        "put `(` before " + inMarks(stream_.text(here)) + " and `)` after the condition";
    return here.is(Word::not_) ? unary() : 0;
  }
  stream_.expected("an option or a condition in parentheses");
  return 0;
}

// `one of a, b` and `2 of a, b`.
bool ExpressionParser::beginsInexactCount() const {
  const Token& here = stream_.peek();
  const bool word = here.is(Kind::name) && smallNumber(stream_.text());
  return (word || here.is(Kind::number)) && stream_.peek(1).is(Word::of);
}

ExpressionParser::Height ExpressionParser::missingExactly() {
  const std::size_t begin = stream_.position();
  const std::string number(stream_.text());
  stream_.error("S0301", stream_.peek().range, "a count says whether it is exact").help =
      "write `exactly " + number + " of`, `at least " + number + " of` or `at most " + number + " of`";
  const auto k = countNumber();
  if (!k)
    return 0;
  return countOf(begin, {ExpressionNode::Kind::count, Op::exactly, *k, 0, {}}, true);
}

} // namespace stasis::language
