// `attitude P  for Q, against R`, on one line or with the items below. Its words are names elsewhere.
#include "language/parsing/parser.h"
#include "language/parsing/state_letters.h"
#include "model/mark_words.h"

namespace stasis::language {

// A line of a list of states may begin so, too, for a state called `attitude`: `attitude Y N N`.
bool Parser::atAttitude() const {
  if (!stream_.looksAt("attitude"))
    return false;
  if (stream_.peek(1).is(Word::each))
    return true;
  if (!stream_.peek(1).is(Kind::name))
    return false;
  return !isLetters(stream_.text(stream_.peek(1))) ||
         (stream_.peek(2).is(Kind::name) && model::attitudeOfWord(stream_.text(stream_.peek(2))));
}

/// True if `for Q` or its like begins here.
bool Parser::atAttitudeItem() const {
  return stream_.peek().is(Kind::name) && model::attitudeOfWord(stream_.text()) &&
         (stream_.atName(1) || stream_.peek(1).is(Word::self));
}

void Parser::attitude() {
  partyOpen_ = false;
  const std::size_t begin = stream_.position();
  stream_.next();
  syntax::Attitudes attitudes;
  attitudes.each = stream_.accept(Word::each);
  const auto party = stream_.name(attitudes.each ? "the name of a family" : "the name of a party");
  if (!party)
    return abandon();
  attitudes.party = *party;
  attitudes.header = stream_.wordsFrom(begin);
  const model::Range header = stream_.last().range;
  const bool sameLine = !stream_.atLineEnd();
  itemsOnLines("`attitude`", [&] { return atAttitudeItem(); }, [&] { return attitudeItem(attitudes); });
  if (attitudes.items.empty() && !sameLine)
    attitudeTowardsNobody(header);
  file_.attitudes.push_back(std::move(attitudes));
}

// for Q
bool Parser::attitudeItem(syntax::Attitudes& attitudes) {
  const std::size_t begin = stream_.position();
  const bool word = stream_.peek().is(Kind::name) && model::attitudeOfWord(stream_.text());
  if (stream_.atLineEnd() || (word && !atAttitudeItem())) {
    if (word)
      stream_.next();
    attitudeTowardsNobody(stream_.last().range);
    return false;
  }
  if (!word) {
    attitudeWithoutWord(attitudes);
    return false;
  }
  const model::Attitude attitude = *model::attitudeOfWord(stream_.text(stream_.next()));
  syntax::Words towards;
  if (stream_.peek().is(Word::self))
    towards = stream_.text(stream_.next());
  else
    towards = *stream_.name("the name of a party");
  attitudes.items.push_back({attitude, towards, stream_.wordsFrom(begin)});
  return true;
}

// `Q` alone: most often the word before is meant for it, too.
void Parser::attitudeWithoutWord(const syntax::Attitudes& attitudes) {
  const Token here = stream_.peek();
  auto& d = stream_.expected("`for`, `against` or `neutral`");
  if (!here.is(Kind::name))
    return;
  if (!stream_.atLineEnd(1) && !stream_.peek(1).is(Kind::comma)) {
    d.help = "write one of these words before the party";
    return;
  }
  const syntax::Words before = attitudes.items.empty() ? syntax::Words() : attitudes.items.back().words;
  const std::string word =
      before.empty() ? "for" : std::string(before.substr(0, before.find_first_of(" \t")));
  d.help = "each party has its word: `" + word + ' ' + std::string(stream_.text(here)) + '`';
  if (!before.empty())
    d.propose({here.range.begin, here.range.begin}, word + ' ');
}

void Parser::attitudeTowardsNobody(model::Range place) {
  stream_.error("S0426", place, "an attitude is one towards somebody, and nobody is named here").help =
      "write `for PARTY`, `against PARTY` or `neutral PARTY`; towards those not named a party is neutral, "
      "and "
      "for itself";
}

} // namespace stasis::language
