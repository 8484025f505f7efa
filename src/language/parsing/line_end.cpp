// What stands where a statement has ended.
#include "language/parsing/parser.h"
#include "model/mark_words.h"

#include <algorithm>
#include <array>

namespace stasis::language {

// Where no `(` stands on the line, what a `)` ends has nothing else around it.
void Parser::closesNothing(const Token& here) {
  auto& d = stream_.error("S0308", here.range, "this `)` closes nothing");
  const std::string_view text = stream_.source().text().substr(0, here.range.begin);
  const std::size_t line = text.rfind('\n') == std::string_view::npos ? 0 : text.rfind('\n') + 1;
  if (text.find('(', line) != std::string_view::npos) {
    d.help = "delete it, or put `(` before what it ends, as in `(A or B) and C`";
    return;
  }
  d.help = "delete it, or put `(` before what it ends";
  d.propose(here.range, "");
}

void Parser::endLine() {
  if (stream_.last().is(Kind::lineEnd)) // left after a mistake
    return;
  const Token& here = stream_.peek();
  if (here.is(Kind::dot) && stream_.atLineEnd(1))
    stream_.error("S0105", here.range, "`.` has no meaning here").mend(here.range, "").help =
        "leave it out: a statement ends with its line";
  else if (here.is(Kind::rightParen))
    closesNothing(here);
  else if (here.is(Kind::keyword) && isReservedForLater(here.word))
    stream_.expected("the end of the line");
  else if (!stream_.atLineEnd() && !here.is(Kind::malformed))
    tooMuch(here);
  stream_.skipLine();
}

namespace {

/// How words that join two conditions elsewhere are said here.
std::string otherConnective(std::string_view word) {
  if (word == "nor")
    return "`neither A nor B` is `not A and not B`";
  if (word == "nand")
    return "`A nand B` is `not (A and B)`";
  if (word == "except" || word == "but")
    return "`A except B` is `A if not B`, or `A and not B`";
  if (word == "before" || word == "after" || word == "until")
    return "conditions speak of one state, and nothing in it is before or after";
  if (word == "else" || word == "otherwise")
    return "`A if B else C` is two lines, `A if B` and `C if not B`";
  if (word == "+")
    return "conditions are counted, not added: `at most one of x, y`, `at least 2 of x, y, z`";
  if (word == "by" || word == "in")
    return "what a party does is `party.option`";
  return {};
}

/// A word of a remark that an option cannot be dropped again.
bool saysForGood(std::string_view word) {
  constexpr std::array<std::string_view, 18> words{
      "undone",  "undo",      "back",         "reversed",  "reverse",     "reversible",
      "forever", "permanent", "permanently",  "withdrawn", "irrevocable", "irrevocably",
      "revoked", "recalled",  "irreversible", "final",     "once",        "irreversibly"};
  return std::ranges::find(words, word) != words.end();
}

/// A word of a remark about how much a wish counts, or how sure it is: `(strongly)`, `(maybe)`.
bool saysHowMuch(std::string_view word) {
  constexpr std::array<std::string_view, 12> words{"strongly", "strong",   "weakly",   "weak",
                                                   "perhaps",  "maybe",    "probably", "possibly",
                                                   "likely",   "unlikely", "unsure",   "doubtful"};
  return std::ranges::find(words, word) != words.end();
}

} // namespace

void Parser::tooMuch(const Token& here) {
  auto& d = stream_.error("S0310", here.range, "unexpected " + inMarks(stream_.text()));
  d.note = "the statement ends after " + inMarks(stream_.text(stream_.last()));
  if (const std::string english = otherConnective(stream_.text(here)); afterCondition_ && !english.empty())
    d.help = english;
  else if (const std::string_view word = stream_.text(stream_.last());
           afterCondition_ && model::markOfWord(word) != model::Mark::none)
    d.help = inMarks(word) + " marks a line of `prefer`, and stands at its beginning";
  else if (afterCondition_ && model::markOfWord(stream_.text(here)) != model::Mark::none)
    d.help = inMarks(stream_.text(here)) + " stands at the beginning of a line of `prefer`";
  else if (here.is(Kind::string) && afterCondition_)
    wordsWithoutSource(d, here);
  else if (here.is(Word::not_) && afterCondition_ && stream_.atLineEnd(1))
    d.help = "`not` stands before what it denies";
  else if (here.is(Kind::leftParen) && unlabelled_ != stream_.position() && remarkInParentheses(d))
    return;
  else if (here.is(Kind::greater) && stream_.peek(1).is(Kind::equals) && afterCondition_)
    d.help = "`x >= y` of options is `x if y`: there is no y without x";
  else if (here.is(Kind::leftParen) && afterCondition_ && stringAhead())
    d.help = "cited words follow `because`: `because SOURCE \"…\"`";
  else if (here.is(Kind::leftParen) && unlabelled_ == stream_.position())
    labelInParentheses(d, here);
  else if (here.is(Kind::dash) && afterCondition_)
    d.help = "`A and not B` is A without B; remarks follow `#`";
  else if (here.is(Kind::dot) && unlabelled_ == stream_.position())
    d.help = "a name has no `.`; join its words with `_`, and say the rest in a label between `\"` marks";
  else if (afterCondition_ && (here.is(Kind::name) || here.is(Kind::leftParen) || here.is(Word::not_)))
    d.help = "put an operator before it: `and`, `or`, `if`, …";
  else if (afterCondition_ && here.is(Kind::number))
    d.help = "statements have no numbers: the first line is the most important; `weigh` gives each a number";
  else if (here.is(Kind::equals) && stream_.last().is(Kind::string))
    d.help = "`status quo` lists the options that are taken today";
  else if (afterCondition_ && here.is(Kind::dot))
    d.help = "an option is called `party.option`";
  else if (afterCondition_ && here.is(Kind::comma))
    d.help = "write `and` or `or`; a list with commas follows a count, as in `all of x, y`";
  else if ((here.is(Kind::name) || here.is(Kind::dash) || here.is(Kind::equals) || here.is(Kind::comma) ||
            here.is(Kind::arrow)) &&
           unlabelled_ == stream_.position())
    labelWithoutMarks(d, here);
}

// `x (see treaty)`: words that are no condition, to the end of the line or of what is said.
bool Parser::remarkInParentheses(Diagnostic& d) {
  std::size_t close = 1;
  bool words = false;
  bool forGood = false;
  bool weighs = false;
  for (; !stream_.atLineEnd(close) && !stream_.peek(close).is(Kind::rightParen); ++close) {
    const Token& here = stream_.peek(close);
    if ((standsBetween(here) && !here.is(Kind::comma)) || here.is(Word::not_) || here.is(Kind::string) ||
        (here.is(Kind::name) && stream_.isDeclared(stream_.text(here))))
      return false;
    words = words || here.is(Kind::name);
    forGood = forGood || saysForGood(stream_.text(here));
    weighs = weighs || saysHowMuch(stream_.text(here));
  }
  if (!words || stream_.atLineEnd(close))
    return false;
  const model::Range range{stream_.peek().range.begin, stream_.peek(close).range.end};
  d.range = range;
  d.message = "unexpected " + inMarks(stream_.wordsBetween(0, close + 1));
  if (!afterCondition_ && forGood) { // a remark would lose it
    d.propose(range, "irrevocable");
    d.help = "what cannot be undone is `irrevocable`; any other remark follows `#`";
    return true;
  }
  d.help = "a remark follows `#`";
  if (weighs)
    d.help += "; how much a wish counts is said by its place, by `strongly x` and by `perhaps x`";
  if (stream_.atLineEnd(close + 1) && !weighs)
    d.mend(range, "# " + std::string(stream_.wordsBetween(1, close - 1)));
  return true;
}

// party City (The city)
void Parser::labelInParentheses(Diagnostic& d, const Token& open) {
  d.help = "a label stands between `\"` marks";
  std::size_t close = 1;
  while (!stream_.atLineEnd(close) && !stream_.peek(close).is(Kind::rightParen))
    ++close;
  if (close < 2 || stream_.atLineEnd(close) || !stream_.atLineEnd(close + 1))
    return;
  const std::string here = quoted(stream_.wordsBetween(1, close - 1));
  d.propose({open.range.begin, stream_.peek(close).range.end}, here).help += ": write " + inMarks(here);
}

bool Parser::stringAhead() const {
  std::size_t ahead = 0;
  while (!stream_.atLineEnd(ahead) && !stream_.peek(ahead).is(Kind::string))
    ++ahead;
  return stream_.peek(ahead).is(Kind::string);
}

// stay "We will never leave"
void Parser::wordsWithoutSource(Diagnostic& d, const Token& here) {
  const std::string source = file_.sources.size() == 1 ? std::string(file_.sources.front().name) : "SOURCE";
  const std::string words(stream_.text(here));
  d.help = "cited words follow `because`: `because " + source + " \"…\"`";
  if (file_.sources.size() == 1 && stream_.atLineEnd(1))
    d.propose(here.range, "because " + source + ' ' + words);
}

} // namespace stasis::language
