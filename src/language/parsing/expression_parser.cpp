#include "language/parsing/expression_parser.h"

#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stasis::language {

using syntax::ExpressionNode;

namespace {

struct Level {
  Word word;
  model::Expression::Op op;
};

// Tightest first.
constexpr std::array<Level, 3> levels{{{Word::and_, model::Expression::Op::conjunction},
                                       {Word::xor_, model::Expression::Op::exclusive},
                                       {Word::or_, model::Expression::Op::disjunction}}};

} // namespace

bool ExpressionParser::beginsOperand(const Token& token) {
  if (token.is(Kind::name) || token.is(Kind::leftParen) || token.is(Kind::malformed))
    return true;
  return token.is(Word::not_) || token.is(Word::true_) || token.is(Word::false_) || token.is(Word::self) ||
         beginsCount(token);
}

bool ExpressionParser::beginsCount(const Token& token) {
  return token.is(Kind::keyword) && token.word >= Word::exactly && token.word <= Word::none;
}

syntax::Expression ExpressionParser::parse() {
  const std::size_t begin = stream_.position();
  return finish(equivalence(), begin);
}

syntax::Expression ExpressionParser::parseCount() {
  const std::size_t begin = stream_.position();
  if (const auto written = formulaAhead())
    return finish(formula(*written), begin);
  const auto words = everydayCountAhead();
  return finish(words ? everydayCount(*words) : count(false), begin);
}

syntax::Expression ExpressionParser::finish(Height height, std::size_t begin) {
  if (height == 0)
    result_.nodes.clear();
  result_.words = stream_.wordsFrom(begin);
  return std::move(result_);
}

ExpressionParser::Height ExpressionParser::leaf(ExpressionNode node) {
  result_.nodes.push_back(node);
  return 1;
}

ExpressionParser::Height ExpressionParser::join(Op op, std::size_t operands, Height highest,
                                                std::size_t begin) {
  const syntax::Words words = stream_.wordsFrom(begin);
  if (highest >= syntax::deepest)
    return tooDeep(stream_.last());
  result_.nodes.push_back(
      {ExpressionNode::Kind::connective, op, 0, static_cast<std::uint32_t>(operands), words});
  return highest + 1;
}

ExpressionParser::Height ExpressionParser::tooDeep(const Token& place) {
  stream_
      .error("S0305", place.range,
             "this condition is nested more than " + std::to_string(syntax::deepest) + " deep")
      .help = "give parts of it names with `define`";
  return 0;
}

// A iff B iff C = (A iff B) iff C
ExpressionParser::Height ExpressionParser::equivalence() {
  const std::size_t begin = stream_.position();
  Height height = implication();
  while (height != 0 && connective() == Word::iff) {
    stream_.next();
    const Height right = implication();
    height = right == 0 ? 0 : join(Op::iff, 2, std::max(height, right), begin);
  }
  return height;
}

// A if B if C = (A if B) if C; A implies B implies C = A implies (B implies C)
ExpressionParser::Height ExpressionParser::implication() {
  const std::size_t begin = stream_.position();
  Height height = chain(2);
  const Word first = height == 0 ? Word::none_ : connective();
  if (first == Word::if_) {
    std::size_t conditions = 0;
    std::size_t second = begin;
    Token sign;
    while (height != 0 && connective() == Word::if_) {
      sign = stream_.next();
      second = stream_.position();
      ++conditions;
      const Height right = chain(2);
      height = right == 0 ? 0 : join(Op::whenever, 2, std::max(height, right), begin);
    }
    if (height != 0 && conditions == 1 && forbids_ && open_ == 0)
      neverIf(sign, begin, second);
  } else if (first == Word::implies) {
    std::vector<std::pair<std::size_t, Height>> operands{{begin, height}};
    while (height != 0 && connective() == Word::implies) {
      stream_.next();
      const std::size_t next = stream_.position();
      height = chain(2);
      operands.emplace_back(next, height);
    }
    for (std::size_t i = operands.size() - 1; height != 0 && i-- > 0;)
      height = join(Op::implies, 2, std::max(operands[i].second, height), operands[i].first);
  } else {
    return height;
  }
  const Word other = height == 0 ? Word::none_ : connective();
  if (other != Word::if_ && other != Word::implies)
    return height;
  stream_
      .error("S0306", stream_.peek().range,
             "`implies` and `if` stand side by side, which can be read in two ways")
      .help = "put one of the two in parentheses";
  return 0;
}

// `never A if B` says `always B and not A`, and people mean `never A and B`.
void ExpressionParser::neverIf(const Token& sign, std::size_t first, std::size_t second) {
  const std::string when(stream_.wordsFrom(second));
  const std::size_t begin = stream_.tokenAt(first).range.begin;
  const std::string what(stream_.source().text().substr(begin, sign.range.begin - begin));
  auto& d = stream_.warning("S0321", sign.range, "this forbids every state without " + inMarks(when));
  d.help = "if the two cannot be together write " + inMarks("never " + what + "and " + when);
  d.note = "`never A if B` is `always B and not A`";
  d.propose(sign.range, "and");
}

ExpressionParser::Height ExpressionParser::chain(int level) {
  if (level < 0)
    return unary();
  const auto [word, op] = levels[static_cast<std::size_t>(level)];
  const std::size_t begin = stream_.position();
  Height highest = chain(level - 1);
  std::size_t operands = 1;
  while (highest != 0 && connective() == word) {
    stream_.next();
    const Height next = chain(level - 1);
    highest = next == 0 ? 0 : std::max(highest, next);
    ++operands;
  }
  return highest == 0 || operands == 1 ? highest : join(op, operands, highest, begin);
}

ExpressionParser::Height ExpressionParser::unary() {
  const Token& here = stream_.peek();
  const bool capitals = here.is(Kind::name) && model::lowerCase(stream_.text(here)) == "not";
  const bool no = stream_.looksAt("no") && !stream_.isDeclared("no") && stream_.nameLength(1) > 0 &&
                  !everydayCountAhead();
  if ((capitals && beginsOperand(stream_.peek(1))) || no) {
    const std::size_t name = no ? stream_.nameLength(1) : 0;
    const bool several = name > 0 &&
                         (stream_.peek(1 + name).is(Word::or_) || stream_.peek(1 + name).is(Word::and_)) &&
                         stream_.nameLength(2 + name) > 0 && !stream_.looksAt("no", 2 + name);
    if (several) // `no A or B` denies both as a rule, and `not A or B` the first alone
      mend(Word::not_,
           "write `not A and not B` if neither may be, `not A or B` and `not A and B` if the first alone is "
           "denied",
           false);
    else
      mend(Word::not_, "write `not`");
  }
  if (here.is(Kind::tilde) && beginsOperand(stream_.peek(1))) {
    stream_.error("S0104", here.range, "`~` is not an operator of conditions")
        .mend({here.range.begin, stream_.peek(1).range.begin}, "not ")
        .help = "write `not`";
    stream_.correct(Word::not_);
  }
  std::vector<std::size_t> nots;
  while (everydayDenial() || stream_.peek().is(Word::not_)) {
    const Token denial = stream_.next();
    nots.push_back(stream_.position() - 1);
    const bool ends = stream_.peek().is(Word::not_) && stream_.source().lineAt(stream_.peek().range.begin) !=
                                                           stream_.source().lineAt(denial.range.begin);
    if (ends) { // else the two would deny one another across the lines
      stream_.error("S0301", denial.range, "a condition is missing after `not`").help =
          "write what is not, or leave `not` out: a line that ends in `not` goes on in the next";
      return 0;
    }
  }
  Height height = primary();
  for (auto begin = nots.rbegin(); height != 0 && begin != nots.rend(); ++begin)
    height = join(Op::negation, 1, height, *begin);
  return height;
}

ExpressionParser::Height ExpressionParser::primary() {
  dropArticle();
  const Token here = stream_.peek();
  if (atEverydayPair())
    return everydayPair();
  if (const auto words = everydayCountAhead())
    return everydayCount(*words);
  if (const auto written = formulaAhead())
    return formula(*written);
  if (beginsInexactCount())
    return missingExactly();
  if (beginsStability())
    return stability();
  if (asks_ && here.is(Word::status) && stream_.looksAt("quo", 1)) {
    const std::size_t begin = stream_.position();
    stream_.next();
    stream_.next();
    syntax::Reference today;
    today.words = stream_.wordsFrom(begin);
    today.first = today.words;
    result_.references.push_back(today);
    return leaf({ExpressionNode::Kind::reference, Op::constant,
                 static_cast<std::uint32_t>(result_.references.size() - 1), 0, today.words});
  }
  if (stream_.atName() || here.is(Word::self))
    return reference(ExpressionNode::Kind::reference);
  if (here.is(Kind::leftParen))
    return parenthesised();
  if (beginsCount(here))
    return count(true);
  if (here.is(Word::true_) || here.is(Word::false_)) {
    stream_.next();
    return leaf({ExpressionNode::Kind::constant, Op::constant, here.is(Word::true_) ? 1U : 0U, 0,
                 stream_.text(here)});
  }
  return missingOperand();
}

ExpressionParser::Height ExpressionParser::missingOperand() {
  const Token here = stream_.peek();
  if (here.is(Kind::string)) {
    stream_.error("S0301", here.range, "a text is no condition").help =
        "write the name of an option, without `\"` marks";
  } else if (!stream_.atLineEnd() && standsBetween(here) && continuesLine(stream_.last())) {
    stream_.error("S0301", here.range,
                  "between " + inMarks(stream_.text(stream_.last())) + " and " + inMarks(stream_.text(here)) +
                      " a condition is missing");
  } else {
    auto& d = stream_.expected("a condition");
    if (here.is(Word::status) || here.is(Word::state))
      d.help =
          "conditions are made of options: name what is taken, joined by `and`, and what is not, after `not`";
  }
  return 0;
}

ExpressionParser::Height ExpressionParser::parenthesised() {
  const std::size_t begin = stream_.position();
  const Token open = stream_.next();
  if (++open_ > syntax::deepest)
    return tooDeep(open);
  const bool bar = std::exchange(barEnds_, false);
  const Height height = equivalence();
  barEnds_ = bar;
  --open_;
  if (height == 0)
    return 0;
  if (stream_.accept(Kind::rightParen))
    return height;
  if (stream_.atLineEnd() || stream_.peek().is(Word::because))
    stream_.error("S0308", open.range, "this `(` is never closed")
        .propose({stream_.last().range.end, stream_.last().range.end}, ")")
        .help =
        "close it with `)` on the same line, as in " + inMarks(std::string(stream_.wordsFrom(begin)) + ")");
  else if (stream_.peek().is(Kind::comma))
    stream_.expected("`)` or an operator").help =
        "a list follows a count: `any of a, b`, `exactly one of a, b`";
  else
    stream_.expected("`)` or an operator");
  return 0;
}

ExpressionParser::Height ExpressionParser::reference(ExpressionNode::Kind kind) {
  const std::size_t begin = stream_.position();
  const Token first = stream_.next();
  syntax::Reference ref;
  const bool poisoned = first.is(Kind::malformed);
  if (!poisoned)
    ref.first = stream_.text(first);
  const bool ends = stream_.peek().is(Kind::dot) && stream_.atLineEnd(1); // `x.`
  if (!ends && stream_.accept(Kind::dot)) {
    if (stream_.accept(Kind::star)) {
      ref.kind = syntax::Reference::Kind::all;
    } else {
      ref.kind = syntax::Reference::Kind::member;
      const auto second = stream_.name("an option's name or `*`");
      if (!second)
        return 0;
      ref.second = *second;
      if (ref.second.empty())
        ref.first = {};
    }
  } else if (first.is(Word::self) && stream_.peek().is(Kind::name) && stream_.isDeclared(stream_.text())) {
    const Token option = stream_.next();
    const std::string here = "self." + std::string(stream_.text(option));
    stream_.error("S0318", {first.range.begin, option.range.end}, "an option of the member is `self.option`")
        .mend({first.range.end, option.range.begin}, ".")
        .help = "write " + inMarks(here);
    ref.kind = syntax::Reference::Kind::member;
    ref.second = stream_.text(option);
  } else if (first.is(Word::self)) {
    stream_.error("S0301", first.range, "`self` is the party itself and no condition").help =
        "name one of its options, `self.option`, or count over `self.*`";
    return 0;
  }
  ref.words = stream_.wordsFrom(begin);
  const auto index = static_cast<std::uint32_t>(result_.references.size());
  result_.references.push_back(ref);
  return leaf({kind, Op::constant, index, 0, ref.words});
}

} // namespace stasis::language
