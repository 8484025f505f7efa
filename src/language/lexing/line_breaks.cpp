// Which line end ends a statement.
#include "language/lexing/token_scan.h"

namespace stasis::language {

void TokenScan::followDoubt(const Token& first) {
  if (spelled(first.range) == "unsure")
    inDoubt_ = true;
  else if (first.is(Kind::keyword))
    inDoubt_ = false;
}

// Whether a line end ends the statement is known when the next line begins.
void TokenScan::settleBreak(const Token& next) {
  Token& lineEnd = lexed_.tokens[*lastBreak_];
  lastBreak_.reset();
  const bool nextBegins = next.is(Kind::keyword) && beginsStatement(next.word);
  const bool lastContinues = continuesLine(last_);
  if (next.is(Kind::tilde) && nameFollows() && statement_ != Word::rank && !lastContinues)
    return; // `~x`: the parser says that it is `not x`
  if (!lastContinues && next.is(Word::if_) && thenFollows())
    return;
  if (!nextBegins && (lastContinues || standsBetween(next)))
    lineEnd.kind = Kind::lineBreak;
  if (standsBetween(next) && !lastContinues)
    reportLeadingOperator(next);
}

bool TokenScan::nameFollows() const {
  const std::size_t at = text_.find_first_not_of(" \t", at_);
  return at != std::string_view::npos && isLetter(text_[at]);
}

bool TokenScan::thenFollows() const {
  const std::string_view rest =
      text_.substr(at_, std::min(text_.find_first_of("\n#", at_), text_.size()) - at_);
  const std::size_t then = rest.find(" then ");
  const std::size_t comma = rest.find(',');
  const std::size_t colon = rest.find(':');
  if (colon != std::string_view::npos && rest.find_first_not_of(" \t\r", colon + 1) != std::string_view::npos)
    return true;
  return then != std::string_view::npos || (comma != std::string_view::npos && rest.find(" of ") > comma);
}

void TokenScan::reportLeadingOperator(const Token& token) {
  const std::string sign = '`' + spelled(token.range) + '`';
  auto& d = lexed_.problems.error("S0110", token.range, "a line cannot begin with " + sign);
  d.help =
      "move " + sign + " to the end of the line before: a line that ends in a comma or an operator goes on";
  std::size_t end = token.range.end;
  while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t'))
    ++end;
  const std::string word = spelled(token.range);
  if (token.is(Word::if_)) { // what follows may belong to the line before, or to that below
    d.help += "; a wish stands before its `if`: `WISH if CONDITION`";
    return;
  }
  d.mend({last_.range.end, last_.range.end}, word == "," ? word : ' ' + word);
  d.mend({token.range.begin, end}, "");
}

void TokenScan::lineFeed() {
  const std::size_t length = 1;
  const bool first = inStatement_ && !lastBreak_;
  if (first)
    lastBreak_ = lexed_.tokens.size();
  lexed_.tokens.push_back({first ? Kind::lineEnd : Kind::lineBreak, Word::none_, {at_, at_ + length}});
  at_ += length;
}

} // namespace stasis::language
