// `unsure P  a ? b, c ? d`, on one line or with the pairs below. `unsure` is a name elsewhere.
#include "language/parsing/parser.h"
#include "language/parsing/state_letters.h"

namespace stasis::language {

// A line of a list of states may begin so, too, for a state called `unsure`: `unsure Y N N`.
bool Parser::atUnsure() const {
  if (!stream_.looksAt("unsure") || (!stream_.peek(1).is(Kind::name) && !stream_.peek(1).is(Word::each)))
    return false;
  return !isLetters(stream_.text(stream_.peek(1))) || doubtOnLine();
}

bool Parser::doubtOnLine() const {
  for (std::size_t ahead = 0; !stream_.atLineEnd(ahead); ++ahead)
    if (stream_.peek(ahead).is(Kind::question))
      return true;
  return false;
}

/// True if a pair begins here.
bool Parser::atDoubt() const {
  return (stream_.atName() || stream_.peek().is(Kind::number)) && stream_.peek(1).is(Kind::question);
}

void Parser::unsure() {
  partyOpen_ = false;
  const std::size_t begin = stream_.position();
  stream_.next();
  if (stream_.peek().is(Word::each)) {
    stream_.error("S0301", stream_.peek().range, "`each` follows `prefer` and `attitude` only").help =
        "write an `unsure` for each party, beside its ranking";
    stream_.next();
  }
  const auto party = stream_.name("the name of a party");
  if (!party)
    return abandon();
  syntax::Unsure unsure{*party, stream_.wordsFrom(begin), {}};
  const model::Range header = stream_.last().range;
  const bool sameLine = !stream_.atLineEnd();
  itemsOnLines("`unsure`", [&] { return atDoubt(); }, [&] { return doubt(unsure); });
  if (unsure.pairs.empty() && !sameLine)
    stream_.error("S0301", header, "expected a pair of states after " + inMarks(unsure.party)).help =
        "write the states whose order is not known: `s1 ? s2`";
  file_.unsure.push_back(std::move(unsure));
}

// a ? b
bool Parser::doubt(syntax::Unsure& unsure) {
  const std::size_t begin = stream_.position();
  auto one = stateName();
  if (!one)
    return false;
  bool first = true;
  while (first || stream_.peek().is(Kind::question)) {
    if (!first)
      stream_.error("S0301", stream_.peek().range, "a pair has two states").help =
          "write each pair out: `s1 ? s2, s2 ? s3`";
    if (!stream_.accept(Kind::question)) {
      stream_.expected("`?`").help = "`?` stands between two states whose order is not known: `s1 ? s2`";
      return false;
    }
    const auto other = stateName();
    if (!other)
      return false;
    unsure.pairs.push_back({*one, *other, stream_.wordsFrom(begin)});
    one = other;
    first = false;
  }
  return true;
}

} // namespace stasis::language
