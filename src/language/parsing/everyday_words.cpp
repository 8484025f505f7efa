// English that says a condition otherwise than the language does. Each is one error that shows how it is
// written here, and is read as what it means, so that nothing else goes wrong with it.
#include "language/parsing/expression_parser.h"

#include <algorithm>
#include <array>
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

namespace {

/// Words that begin a condition of time or place before what it is for.
bool beginsWhen(std::string_view word) {
  return word == "when" || word == "whenever" || word == "unless" || word == "once";
}

} // namespace

bool ExpressionParser::atEverydayPair() const {
  if (stream_.peek().is(Word::if_))
    return true;
  const Token& next = stream_.peek(1);
  const bool operandFollows = next.is(Kind::name) || next.is(Kind::leftParen) || next.is(Word::not_) ||
                              next.is(Word::self) || next.is(Word::true_) || next.is(Word::false_) ||
                              beginsCount(next);
  return operandFollows &&
         (stream_.looksAt("either") || stream_.looksAt("neither") || stream_.looksAt("both") ||
          (stream_.peek().is(Kind::name) && beginsWhen(stream_.text())));
}

ExpressionParser::Height ExpressionParser::everydayPair() {
  const auto before = std::exchange(pairWord_, {});
  const Height height = stream_.looksAt("either")    ? eitherOr()
                        : stream_.looksAt("neither") ? neitherNor()
                        : stream_.looksAt("both")    ? bothAnd()
                                                     : ifThen();
  pairWord_ = before;
  return height;
}

bool ExpressionParser::endsAtPairWord(std::string_view word) const {
  return !pairWord_.empty() && word == pairWord_;
}

// if A then B; if A, B; when A, B; unless A, B
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
  const bool follows = stream_.last().is(Kind::rightParen) && beginsOperand(stream_.peek()); // if (A) B
  if (!follows && !stream_.accept(Kind::comma) && !stream_.looksAt("then")) {
    stream_.error("S0318", word.range, "a condition does not begin with " + inMarks(stream_.text(word)))
        .help = "write `A if B`, what holds before when it holds";
    return condition;
  }
  const bool turned = stream_.text(word) == "unless";
  stream_.accept("then");
  const std::size_t second = stream_.position();
  const Height consequence = chain(2);
  if (consequence == 0)
    return 0;
  const std::string here =
      operandOfIf(stream_.wordsFrom(second)) + " if " + (turned ? "not " + operand(when) : operandOfIf(when));
  if (stream_.looksAt("else") || stream_.looksAt("otherwise"))
    return otherwise(join(Op::implies, 2, std::max(condition, consequence), begin), begin, here);
  auto& d =
      stream_.error("S0318", word.range,
                    '`' + std::string(stream_.text(word)) + " … then …` is written the other way round");
  d.help = "write " + inMarks(here);
  d.mend({word.range.begin, stream_.last().range.end}, here);
  return join(Op::implies, 2, std::max(condition, consequence), begin);
}

// if A then B else C
ExpressionParser::Height ExpressionParser::otherwise(Height height, std::size_t begin,
                                                     const std::string& first) {
  const Token word = stream_.next();
  const std::size_t third = stream_.position();
  const Height other = chain(2);
  if (height == 0 || other == 0)
    return 0;
  const std::string when = first.substr(first.find(" if ") + 4);
  const std::string second = operandOfIf(stream_.wordsFrom(third)) + " if not " + operand(when);
  stream_.error("S0318", word.range, inMarks(stream_.text(word)) + " begins a second statement").help =
      "write two: " + inMarks(first) + " and " + inMarks(second);
  return join(Op::conjunction, 2, std::max(height, other), begin);
}

// either A or B
ExpressionParser::Height ExpressionParser::eitherOr() {
  const Token before = stream_.last();
  const Token word = stream_.next();
  const std::size_t begin = stream_.position();
  const Height height = chain(2);
  auto& d = stream_.error("S0318", word.range, "`either` has no meaning here");
  d.help = "`A or B` holds where one does or both, `A xor B` where exactly one does";
  const std::string words(stream_.wordsFrom(begin));
  d.propose({word.range.begin, stream_.last().range.end}, before.is(Word::not_) ? '(' + words + ')' : words);
  return height;
}

// both A and B; both A, B
ExpressionParser::Height ExpressionParser::bothAnd() {
  const Token before = stream_.last();
  const Token word = stream_.next();
  const std::size_t begin = stream_.position();
  Height height = chain(0);
  std::string words(stream_.wordsFrom(begin));
  bool two = stream_.position() > begin && words.find(" and ") != std::string::npos;
  if (height != 0 && !two && stream_.peek().is(Kind::comma) && beginsOperand(stream_.peek(1))) {
    stream_.next();
    const std::size_t second = stream_.position();
    const Height other = chain(0);
    height = other == 0 ? 0 : join(Op::conjunction, 2, std::max(height, other), begin);
    words += " and " + std::string(stream_.wordsFrom(second));
    two = other != 0;
  }
  const std::string here = before.is(Word::not_) ? '(' + words + ')' : words;
  auto& d = stream_.error("S0318", word.range, "`both` has no meaning here");
  d.help = two ? "write " + inMarks(here) : "name the two that are meant: `A and B`";
  const bool goesOn = stream_.peek().is(Word::or_) || stream_.peek().is(Kind::comma); // more than two
  if (two && goesOn)
    d.propose({word.range.begin, stream_.last().range.end}, here);
  else if (two)
    d.mend({word.range.begin, stream_.last().range.end}, here);
  return height;
}

// neither A nor B
ExpressionParser::Height ExpressionParser::neitherNor() {
  const std::size_t begin = stream_.position();
  const bool denied = stream_.last().is(Word::not_);
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
  if (denied)
    here = '(' + here + ')';
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
  if (forbids_) // `never A only if B` denies what it most likely demands
    d.help += "; that there is no A without B is `never A and not B`";
  else
    d.mend(range, "implies");
  stream_.next();
  stream_.correct(Word::implies);
}

namespace {

/// Whether an option is taken that compares so with 0 or 1; none where that says nothing.
std::optional<bool> compared(std::string_view sign, bool value) {
  if (sign == "!=" || sign == "<>" || sign == "≠")
    return !value;
  if (sign == ">")
    return value ? std::nullopt : std::optional(true);
  if (sign == "<")
    return value ? std::optional(false) : std::nullopt;
  if (sign == ">=" || sign == "≥")
    return value ? std::optional(true) : std::nullopt;
  if (sign == "<=" || sign == "≤")
    return value ? std::nullopt : std::optional(false);
  return value;
}

} // namespace

/// Whether a comma stands before `place`: an option there is one of a list.
bool ExpressionParser::followsComma(std::size_t place) const {
  const std::string_view before = stream_.source().text().substr(0, place);
  const auto last = before.find_last_not_of(' ');
  return last != std::string_view::npos && before[last] == ',';
}

/// What `length` tokens from here say of the option before them: that it is taken, or not.
void ExpressionParser::optionAlone(std::string_view code, std::size_t length, std::optional<bool> taken) {
  const model::Range range{stream_.peek().range.begin, stream_.peek(length - 1).range.end};
  const model::Range before = stream_.last().range;
  const syntax::Words name = result_.references.back().words;
  const auto begin = before.end - std::min(before.end, name.size());
  auto& d = stream_.error(code, range, "an option alone says that it is taken");
  const std::string denied = "not " + std::string(name);
  if (taken == false && followsComma(begin)) {
    d.help = "in a list that is said of one option, " + inMarks('(' + denied + ')') +
             "; `none of` before the list says it of all";
  } else {
    d.help = "write " + inMarks(taken.value_or(true) ? std::string(name) : denied);
    if (!taken)
      d.help += " or " + inMarks(denied) + ": an option has no other number";
    if (taken == false)
      d.mend({begin, begin}, "not ");
    if (taken)
      d.mend({before.end, range.end}, "");
  }
  for (std::size_t k = 0; k < length; ++k)
    stream_.next();
}

// A = true, A != 0, A >= 1, A > 0
bool ExpressionParser::optionTaken() {
  const Token value = stream_.peek(1);
  const auto said = saysTruth(stream_.text(value));
  if ((!said && !value.is(Kind::number)) || result_.references.empty() || !stream_.last().is(Kind::name))
    return false;
  optionAlone("S0104", 2, said ? compared(stream_.text(), *said) : std::nullopt);
  return true;
}

// A is true, A is not taken, A isn't taken, A taken, A happens
bool ExpressionParser::isTaken() {
  const bool isnt = stream_.looksAt("isn't") || stream_.looksAt("isn’t") || stream_.looksAt("isnt");
  const std::size_t verbs = isnt || stream_.looksAt("is") || stream_.looksAt("are") ? 1 : 0;
  const std::size_t nots = stream_.peek(verbs).is(Word::not_) ? 1 : 0;
  const Token value = stream_.peek(verbs + nots);
  const auto said = value.is(Kind::number) ? std::nullopt : saysTruth(stream_.text(value));
  const bool needsVerb = value.is(Kind::keyword) || stream_.text(value).size() < 4; // `yes`, `on`, letters
  if (!said || (verbs == 0 && needsVerb) || result_.references.empty() || !stream_.last().is(Kind::name))
    return false;
  optionAlone("S0318", verbs + nots + 1, *said != (isnt != (nots == 1)));
  return true;
}

// the A, that A, to A
void ExpressionParser::dropArticle() {
  constexpr std::array<std::string_view, 4> needless{"the", "an", "that", "to"};
  constexpr std::array<std::string_view, 6> people{"I", "we", "We", "they", "They", "it"};
  const Token word = stream_.peek();
  if (word.is(Kind::name) && std::ranges::find(people, stream_.text(word)) != people.end() &&
      !stream_.isDeclared(stream_.text(word)) && stream_.peek(1).is(Kind::name)) {
    stream_.error("S0318", word.range, inMarks(stream_.text(word)) + " names nobody")
        .propose({word.range.begin, stream_.peek(1).range.begin}, "")
        .help = "write the option alone; below `prefer each` that of the member is `self.option`";
    stream_.next();
  }
  if (!word.is(Kind::name) || std::ranges::find(needless, stream_.text(word)) == needless.end() ||
      stream_.isDeclared(stream_.text(word)) || stream_.nameLength(1) == 0)
    return;
  stream_.error("S0318", word.range, inMarks(stream_.text(word)) + " has no meaning here")
      .mend({word.range.begin, stream_.peek(1).range.begin}, "")
      .help = "leave it out";
  stream_.next();
}

// don't A, does not A, without A
bool ExpressionParser::everydayDenial() {
  if (!stream_.peek().is(Kind::name))
    return false;
  const std::size_t length = isHelpingVerb(stream_.text()) && stream_.peek(1).is(Word::not_) ? 2 : 1;
  if ((length == 1 && (!deniesInOneWord(stream_.text()) || stream_.isDeclared(stream_.text()))) ||
      !beginsOperand(stream_.peek(length)))
    return false;
  const model::Range range{stream_.peek().range.begin, stream_.peek(length - 1).range.end};
  auto& d = stream_.error("S0104", range,
                          inMarks(stream_.wordsBetween(0, length)) + " is not an operator of this language");
  d.mend(range, "not").help = "write `not`";
  if (stream_.text() == "refuse") { // an option may be to refuse
    d.help = "write `not` if it is not wanted";
    d.fixIsSafe = false;
  }
  if (length == 2)
    stream_.next();
  else
    stream_.correct(Word::not_);
  return true;
}

} // namespace stasis::language
