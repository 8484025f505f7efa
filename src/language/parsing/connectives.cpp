// What joins two conditions, and words and signs that are meant for it.
#include "language/parsing/expression_parser.h"
#include "model/lower_case.h"

namespace stasis::language {

namespace {

/// The connective that a word of everyday speech, or a word in capitals, stands for between two conditions.
Word everydayConnective(std::string_view words) {
  const std::string lower = model::lowerCase(words);
  const Word word = wordOf(lower);
  if (word >= Word::and_ && word <= Word::if_)
    return word;
  if (lower == "when" || lower == "whenever" || lower == "provided")
    return Word::if_;
  if (lower == "then")
    return Word::implies;
  if (lower == "but")
    return Word::and_;
  return Word::none_;
}

} // namespace

Word ExpressionParser::connective() {
  const Token& here = stream_.peek();
  if (here.is(Word::if_))
    everydayIff();
  if (everydayPhrase())
    return stream_.peek().word;
  if ((here.is(Kind::name) || here.is(Word::not_)) && isTaken())
    return connective();
  if (here.is(Kind::keyword))
    return stream_.peek().word;
  if (here.is(Kind::name) && stream_.looksAt("only") && stream_.peek(1).is(Word::if_)) {
    onlyIf();
  } else if (here.is(Kind::name) && beginsOperand(stream_.peek(1)) && !endsAtPairWord(stream_.text(here))) {
    Word word = everydayConnective(stream_.text(here));
    const bool then = stream_.text(here) == "then";
    if (word == Word::if_ && forbids_) // `never A when B`: not A together with B
      word = Word::and_;
    if (word != Word::none_ && stream_.isDeclared(stream_.text(here)))
      return Word::none_;
    if (then)
      thenAlone();
    else if (stream_.text(here) == "but" && !stream_.peek(1).is(Word::not_) && countsBefore())
      mend(word, "`but` can mean `and`, and `except`: write `and` or `and not`", false);
    else if (word != Word::none_)
      mend(word, "write `" + std::string(spellingOf(word)) + '`');
  } else if (here.is(Kind::joint)) {
    mend(Word::or_, "`A or B` holds where one does or both, `A and B` where both do", false);
  } else if (here.is(Kind::arrow)) {
    mend(Word::implies, "write `implies`");
  } else if (here.is(Kind::equals) && (numberEnds_ || stream_.peek(1).is(Kind::string))) {
    return Word::none_;
  } else if ((here.is(Kind::equals) || (here.is(Kind::greater) && stream_.peek(1).is(Kind::number))) &&
             optionTaken()) {
    return connective();
  } else if (here.is(Kind::doubleArrow) || here.is(Kind::equals)) {
    mend(Word::iff, "write `iff`");
  } else if (here.is(Kind::bar) && !barEnds_) {
    mend(Word::or_, "write `or`; `|` joins preference statements of equal priority");
  }
  return stream_.peek().is(Kind::keyword) ? stream_.peek().word : Word::none_;
}

/// True if a count of all, any or none stands on this line before here.
bool ExpressionParser::countsBefore() const {
  for (std::size_t at = stream_.position(); at > 0 && !stream_.tokenAt(at - 1).is(Kind::lineEnd); --at)
    if (beginsCount(stream_.tokenAt(at - 1)))
      return true;
  return false;
}

// `A then B`, `A if B then C`: what follows what in time is no condition
void ExpressionParser::thenAlone() {
  bool when = false;
  for (std::size_t at = stream_.position(); at > 0 && !stream_.tokenAt(at - 1).is(Kind::lineEnd); --at)
    when = when || stream_.tokenAt(at - 1).is(Word::if_);
  mend(Word::implies,
       when ? "write `A if B` for what holds when B does; two such wishes, or rules, have a line each"
            : "`B if A` and `A implies B` say that there is no A without B; what comes first in time is not "
              "said",
       false);
}

void ExpressionParser::mend(Word word, const std::string& help, bool sameMeaning) {
  const Token& here = stream_.peek();
  auto& d = stream_.error("S0104", here.range,
                          inMarks(stream_.text(here)) + " is not an operator of this language");
  d.help = help;
  if (sameMeaning)
    d.mend(here.range, std::string(spellingOf(word)));
  stream_.correct(word);
}

} // namespace stasis::language
