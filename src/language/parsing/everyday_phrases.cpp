// Several words of English for one of the language: connectives such as `as long as`, and counts such as
// `more than two of`. Each is one error that shows how it is written here, and is read as what it means.
#include "language/parsing/expression_parser.h"
#include "language/parsing/statement_words.h"

#include <algorithm>
#include <array>

namespace stasis::language {

using syntax::ExpressionNode;

namespace {

struct Phrase {
  std::array<std::string_view, 4> words; ///< empty ones at the end
  Word word;
  bool denies = false; ///< what follows is denied
  bool likely = false; ///< it can also mean something else
};

// Longer ones before those they begin with.
constexpr std::array<Phrase, 43> phrases{{
    {{"as", "long", "as"}, Word::if_},
    {{"so", "long", "as"}, Word::if_},
    {{"as", "soon", "as"}, Word::if_},
    {{"as", "well", "as"}, Word::and_},
    {{"on", "condition", "that"}, Word::if_},
    {{"provided", "that", ""}, Word::if_},
    {{"in", "case", "of"}, Word::if_},
    {{"in", "case", ""}, Word::if_},
    {{"in", "return", "for"}, Word::if_},
    {{"in", "exchange", "for"}, Word::if_},
    {{"in", "response", "to"}, Word::if_},
    {{"is", "only", "possible", "if"}, Word::implies},
    {{"is", "only", "possible", "when"}, Word::implies},
    {{"is", "possible", "only", "if"}, Word::implies},
    {{"is", "possible", "only", "when"}, Word::implies},
    {{"only", "possible", "if"}, Word::implies},
    {{"possible", "only", "if"}, Word::implies},
    {{"only", "when", ""}, Word::implies},
    {{"only", "once", ""}, Word::implies},
    {{"only", "after", ""}, Word::implies},
    {{"together", "with", ""}, Word::and_},
    {{"along", "with", ""}, Word::and_},
    {{"and", "also", ""}, Word::and_},
    {{"or", "else", ""}, Word::or_},
    {{"and", "or", ""}, Word::or_},
    {{"except", "if", ""}, Word::if_, true},
    {{"except", "when", ""}, Word::if_, true},
    {{"unless", "", ""}, Word::if_, true},
    {{"without", "", ""}, Word::and_, true},
    {{"plus", "", ""}, Word::and_},
    {{"once", "", ""}, Word::if_},
    {{"instead", "of", ""}, Word::and_, true, true},
    {{"rather", "than", ""}, Word::and_, true, true},
    {{"better", "than", ""}, Word::and_, true, true},
    {{"is", "better", "than"}, Word::and_, true, true},
    {{"preferred", "to", ""}, Word::and_, true, true},
    {{"is", "preferred", "to"}, Word::and_, true, true},
    {{"requires", "", ""}, Word::implies},
    {{"needs", "", ""}, Word::implies},
    {{"excludes", "", ""}, Word::implies, true},
    {{"precludes", "", ""}, Word::implies, true},
    {{"prevents", "", ""}, Word::implies, true},
    {{"rules", "out", ""}, Word::implies, true},
}};

std::size_t lengthOf(const Phrase& phrase) {
  return static_cast<std::size_t>(
      std::ranges::count_if(phrase.words, [](std::string_view word) { return !word.empty(); }));
}

bool standsAt(const Phrase& phrase, const TokenStream& stream, std::size_t ahead) {
  const std::size_t length = lengthOf(phrase);
  for (std::size_t k = 0; k < length; ++k)
    if (stream.text(stream.peek(ahead + k)) != phrase.words[k])
      return false;
  const Token& next = stream.peek(ahead + length);
  return next.is(Kind::name) || next.is(Kind::leftParen) || next.is(Word::not_) || next.is(Word::self) ||
         ExpressionParser::beginsCount(next);
}

} // namespace

bool ExpressionParser::atPhrase(const TokenStream& stream, std::size_t ahead) {
  return std::ranges::any_of(phrases, [&](const Phrase& p) { return standsAt(p, stream, ahead); });
}

// `A as long as B`, `A without B`
bool ExpressionParser::everydayPhrase() {
  const auto found = std::ranges::find_if(phrases, [&](const Phrase& p) { return standsAt(p, stream_, 0); });
  if (found == phrases.end() || endsAtPairWord(stream_.text()))
    return false;
  const std::size_t length = lengthOf(*found);
  const model::Range range{stream_.peek().range.begin, stream_.peek(length - 1).range.end};
  // `never A if B` would forbid all states without B as well: what cannot be is A together with B.
  const bool together = forbids_ && found->word == Word::if_;
  const std::string here =
      std::string(spellingOf(together ? Word::and_ : found->word)) + (found->denies ? " not" : "");
  const std::string said(stream_.wordsBetween(0, length));
  auto& d = stream_.error("S0104", range, inMarks(said) + " is not an operator of this language");
  d.help = "`A " + said + " B` is `A " + here + " B`";
  const std::size_t operand = stream_.nameLength(length);
  const bool single = operand > 0 && (stream_.atLineEnd(length + operand) ||
                                      stream_.peek(length + operand).is(Kind::rightParen) ||
                                      stream_.peek(length + operand).is(Word::because));
  const std::string condition = found->denies && !single ? conditionAhead(length) : std::string();
  const bool without = found->word == Word::and_ && found->denies;
  if (found->likely)
    d.help += "; that one is better than the other is said by two lines, or by `rank`";
  else if (without && !condition.empty())
    d.help =
        "`A without B and C` can mean `A and not B and C`, `A and not B and not C` and `A and not (B and "
        "C)`: write which";
  else if (!condition.empty())
    sayWithParentheses(d, range, said, here, length);
  else if (forbids_ && found->word == Word::implies) // `never A excludes B` denies what it most likely says
    d.help += "; that the two are never together is `never A and B`, that there is no A without B `never A "
              "and not B`";
  else if ((!found->denies || single) && !(together && mixedBefore()))
    d.mend(range, here);
  else if (single)
    sayWithParentheses(d, range, said, here, length);
  for (std::size_t k = 1; k < length; ++k)
    stream_.next();
  stream_.correct(together ? Word::and_ : found->word);
  return true;
}

/// The names from here on that are joined by `and` or `or`, up to the end of the line; empty where something
/// else stands there, too.
std::string ExpressionParser::conditionAhead(std::size_t ahead) const {
  std::size_t end = ahead;
  for (;;) {
    end += stream_.peek(end).is(Word::not_) ? 1 : 0;
    const std::size_t name = stream_.nameLength(end);
    if (name == 0)
      return {};
    end += name;
    if (!stream_.peek(end).is(Word::and_) && !stream_.peek(end).is(Word::or_))
      break;
    ++end;
  }
  const bool whole = stream_.atLineEnd(end) || stream_.peek(end).is(Word::because);
  return whole && open_ == 0 ? std::string(stream_.wordsBetween(ahead, end - ahead)) : std::string();
}

/// Where the condition of this line begins, if it follows `never`.
std::size_t ExpressionParser::behindNever() const {
  std::size_t at = stream_.position();
  while (at > 0 && !stream_.tokenAt(at - 1).is(Kind::lineEnd) && !stream_.tokenAt(at - 1).is(Word::never))
    --at;
  return at;
}

/// `never A or B unless C`: `and not C` alone would go with B.
bool ExpressionParser::mixedBefore() const {
  for (std::size_t at = behindNever(); at < stream_.position(); ++at)
    if (stream_.tokenAt(at).is(Kind::keyword) && !stream_.tokenAt(at).is(Word::and_) &&
        !stream_.tokenAt(at).is(Word::not_))
      return true;
  return false;
}

// `A unless B or C`: `A if not (B or C)`
void ExpressionParser::sayWithParentheses(Diagnostic& d, model::Range said, const std::string& phrase,
                                          const std::string& here, std::size_t length) const {
  const std::string condition = conditionAhead(length);
  if (condition.empty())
    return;
  const bool several = condition.find(' ') != std::string::npos;
  const std::size_t begin = stream_.peek(length).range.begin;
  std::size_t last = length;
  while (!stream_.atLineEnd(last + 1) && !stream_.peek(last + 1).is(Word::because))
    ++last;
  const std::size_t end = stream_.peek(last).range.end;
  const std::string operand = several ? '(' + condition + ')' : condition;
  const bool left = forbids_ && mixedBefore();
  d.help = "`A " + phrase + ' ' + condition + "` is " +
           inMarks((left ? "(A or B) " : "A ") + here + ' ' + operand);
  if (left) {
    const std::size_t from = stream_.tokenAt(behindNever()).range.begin;
    const std::size_t to = stream_.last().range.end;
    d.mend({from, from}, "(").mend({to, to}, ")");
  }
  d.mend(said, here);
  if (several)
    d.mend({begin, begin}, "(").mend({end, end}, ")");
}

// --- counts

namespace {

struct Bound {
  std::array<std::string_view, 3> words;
  std::string_view here;
  model::Expression::Op op;
  int more; ///< to be added to the number
};

constexpr std::array<Bound, 9> bounds{{
    {{"more", "than", ""}, "at least ", model::Expression::Op::atLeast, 1},
    {{"fewer", "than", ""}, "at most ", model::Expression::Op::atMost, -1},
    {{"less", "than", ""}, "at most ", model::Expression::Op::atMost, -1},
    {{"no", "more", "than"}, "at most ", model::Expression::Op::atMost, 0},
    {{"not", "more", "than"}, "at most ", model::Expression::Op::atMost, 0},
    {{"no", "fewer", "than"}, "at least ", model::Expression::Op::atLeast, 0},
    {{"not", "fewer", "than"}, "at least ", model::Expression::Op::atLeast, 0},
    {{"up", "to", ""}, "at most ", model::Expression::Op::atMost, 0},
    {{"only", "", ""}, "exactly ", model::Expression::Op::exactly, 0},
}};

struct Whole {
  std::string_view word;
  std::string_view here;
};

constexpr std::array<Whole, 6> wholes{{{"every", "all of"},
                                       {"each", "all of"},
                                       {"both", "all of"},
                                       {"some", "any of"},
                                       {"either", "any of"},
                                       {"no", "none of"}}};

} // namespace

std::optional<ExpressionParser::CountWords> ExpressionParser::everydayCountAhead() const {
  if (!stream_.peek().is(Kind::name) && !stream_.peek().is(Word::each))
    return std::nullopt;
  const auto textAt = [&](std::size_t ahead) { return stream_.text(stream_.peek(ahead)); };
  for (const Bound& bound : bounds) {
    std::size_t length = 0;
    while (length < 3 && !bound.words[length].empty() && textAt(length) == bound.words[length])
      ++length;
    const bool stands = length > 0 && (length == 3 || bound.words[length].empty());
    const auto number = stands ? smallNumber(textAt(length)) : std::nullopt;
    if (!number || !stream_.peek(length + 1).is(Word::of))
      continue;
    const int k = std::max(0, *number + bound.more);
    return CountWords{length + 2,
                      std::string(bound.here) + std::to_string(k) + " of",
                      {ExpressionNode::Kind::count, bound.op, static_cast<std::uint32_t>(k), 0, {}}};
  }
  if (const auto number = smallNumber(textAt(0));
      number && stream_.peek(1).is(Word::or_) && stream_.peek(3).is(Word::of)) {
    const bool more = textAt(2) == "more"; // `two or more of`
    if (more || textAt(2) == "fewer" || textAt(2) == "less")
      return CountWords{4,
                        (more ? "at least " : "at most ") + std::to_string(*number) + " of",
                        {ExpressionNode::Kind::count,
                         more ? Op::atLeast : Op::atMost,
                         static_cast<std::uint32_t>(*number),
                         0,
                         {}}};
  }
  // `every F.x`, `some of x, y`: with `of`, or before a list that is whole by itself
  for (const Whole& whole : wholes) {
    if (textAt(0) != whole.word)
      continue;
    const bool of = stream_.peek(1).is(Word::of);
    const bool oneOf = textAt(1) == "one" && stream_.peek(2).is(Word::of);
    const bool list = stream_.nameLength(1) == 3 && whole.word != "both" && whole.word != "either";
    if (!of && !oneOf && !list)
      return std::nullopt;
    ExpressionNode node{ExpressionNode::Kind::count, Op::atLeast, 1, 0, {}};
    if (whole.here == "all of")
      node.kind = ExpressionNode::Kind::countAll;
    if (whole.here == "all of" || whole.here == "none of")
      node.k = 0;
    if (whole.here == "none of")
      node.op = Op::atMost;
    return CountWords{oneOf ? 3U : of ? 2U : 1U, std::string(whole.here), node};
  }
  return std::nullopt;
}

ExpressionParser::Height ExpressionParser::everydayCount(const CountWords& words) {
  const std::size_t begin = stream_.position();
  const model::Range range{stream_.peek().range.begin, stream_.peek(words.length - 1).range.end};
  const std::size_t single = stream_.nameLength(words.length);
  if (words.here == "none of" && words.length == 1 && single == 3 &&
      !stream_.isFamily(stream_.text(stream_.peek(1))) &&
      !stream_.peek(words.length + single).is(Kind::comma) &&
      !stream_.peek(words.length + single - 1).is(Kind::star)) { // a list of one is no list
    stream_.error("S0318", range, inMarks(stream_.wordsBetween(0, 1)) + " is said otherwise here")
        .mend(range, "not")
        .help = "write `not`";
    stream_.next();
    const Height height = unary();
    return height == 0 ? 0 : join(Op::negation, 1, height, begin);
  }
  if (stream_.looksAt("only")) { // whether none may be as well is not said
    const std::string many = words.node.k == 1 ? "one" : std::to_string(words.node.k);
    stream_.error("S0301", range, "a count says whether it is exact").help =
        "write `at most " + many + " of` if there may be fewer, `exactly " + many + " of` if not";
  } else {
    auto& d = stream_.error("S0318", range,
                            inMarks(stream_.wordsBetween(0, words.length)) + " is said otherwise here");
    d.help = "write " + inMarks(words.here);
    d.mend(range, words.here);
  }
  for (std::size_t k = 0; k < words.length; ++k)
    stream_.next();
  return listOf(begin, words.node, true);
}

} // namespace stasis::language
