// `move`.
#include "language/parsing/parser.h"

namespace stasis::language {

void Parser::moves() {
  const std::size_t begin = stream_.position();
  stream_.next();
  const auto party = stream_.name("the name of a party");
  if (!party)
    return abandon();
  syntax::Moves moves{*party, stream_.wordsFrom(begin), {}};
  const bool sameLine = !stream_.atLineEnd();
  if (sameLine)
    arcs(moves);
  finish("a move");
  while (atMoveLine(sameLine)) {
    arcs(moves);
    finish("a move");
  }
  file_.moves.push_back(std::move(moves));
}

bool Parser::atMoveLine(bool movesOnHeader) const {
  const Token& second = stream_.peek(1);
  if ((!stream_.atName() && !stream_.peek().is(Kind::number)) || atNamelikeStatement())
    return false;
  if (second.is(Kind::arrow) || second.is(Kind::doubleArrow))
    return true;
  return !movesOnHeader && !second.is(Kind::dot) && !meantStatement();
}

// s1 -> s2, s3 <-> s4; or none
void Parser::arcs(syntax::Moves& moves) {
  if (stream_.accept(Word::none))
    return;
  do {
    auto from = stateName();
    if (!from)
      return stream_.toLineEnd();
    bool first = true;
    while (first || stream_.peek().is(Kind::arrow) || stream_.peek().is(Kind::doubleArrow)) {
      if (!first)
        stream_.error("S0301", stream_.peek().range, "a move goes from one state to another").help =
            "write each move of a chain out: `s1 -> s2, s2 -> s3`";
      const bool both = stream_.peek().is(Kind::doubleArrow);
      if (!stream_.accept(Kind::arrow) && !stream_.accept(Kind::doubleArrow)) {
        stream_.expected("`->` or `<->`");
        return stream_.toLineEnd();
      }
      const auto to = stateName();
      if (!to)
        return stream_.toLineEnd();
      moves.arcs.push_back({*from, *to, both});
      from = to;
      first = false;
    }
  } while (stream_.accept(Kind::comma));
}

} // namespace stasis::language
