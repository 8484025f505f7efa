// `irrevocable`, `unresumable` and labels after an option.
#include "language/codes/nearest.h"
#include "language/parsing/parser.h"
#include "model/mark_words.h"

namespace stasis::language {

namespace {

/// What an option without a direction is.
bool saysRevocable(std::string_view word) {
  return word == "reversible" || word == "revocable" || word == "optional" || word == "temporary";
}

bool saysIrrevocable(std::string_view word) {
  return word == "irreversible" || word == "permanent" || word == "final" || word == "once";
}

} // namespace

// `option dig, dig deeper than before`: words after the comma, which are no name.
bool Parser::wordsFollowComma() const {
  const Token& second = stream_.peek(2);
  return stream_.peek(1).is(Kind::name) && unlabelled_ == stream_.position() &&
         (second.is(Kind::name) || second.is(Kind::number) || second.is(Word::of) || second.is(Word::not_)) &&
         stream_.text(second) != "irreversible" && stream_.text(second) != "permanent";
}

// option irrevocable dig
void Parser::directionFirst() {
  const Token word = stream_.peek();
  const Token name = stream_.peek(1);
  if ((!word.is(Word::irrevocable) && !word.is(Word::unresumable)) || !name.is(Kind::name))
    return;
  const bool labelled = stream_.peek(2).is(Kind::string);
  const Token& last = labelled ? stream_.peek(2) : name;
  const std::string said(stream_.text(word));
  auto& d = stream_.error("S0303", word.range, "the name stands before " + inMarks(said));
  const std::string here = std::string(stream_.wordsBetween(1, labelled ? 2 : 1)) + ' ' + said;
  d.help = "write " + inMarks(here);
  d.mend({word.range.begin, last.range.end}, here);
  stream_.next();
}

// option dig (irrevocable), option dig (Dig deeper)
void Parser::parenthesesBehindName(syntax::Option& option) {
  const Token open = stream_.peek();
  std::size_t close = 1;
  while (!stream_.atLineEnd(close) && !stream_.peek(close).is(Kind::rightParen))
    ++close;
  if (!open.is(Kind::leftParen) || stream_.atLineEnd(close) || close < 2)
    return;
  const bool oneWay = close == 2 && saysIrrevocable(stream_.text(stream_.peek(1)));
  const bool way =
      oneWay ||
      (close == 2 && (stream_.peek(1).is(Word::irrevocable) || stream_.peek(1).is(Word::unresumable)));
  if (!way && !option.label.empty())
    return;
  if (close == 2 && saysRevocable(stream_.text(stream_.peek(1)))) {
    stream_.error("S0310", {open.range.begin, stream_.peek(close).range.end}, "no parentheses stand here")
        .mend({stream_.last().range.end, stream_.peek(close).range.end}, "")
        .help = "leave it out: an option can be taken and dropped again unless it is `irrevocable` or "
                "`unresumable`";
    for (std::size_t k = 0; k <= close; ++k)
      stream_.next();
    return;
  }
  const std::string inside(stream_.wordsBetween(1, close - 1));
  const std::string here = oneWay                                    ? "irrevocable"
                           : way || stream_.peek(1).is(Kind::string) ? inside
                                                                     : quoted(inside);
  const model::Range range{open.range.begin, stream_.peek(close).range.end};
  auto& d = stream_.error("S0310", range, "no parentheses stand here");
  d.help = "write " + inMarks(here);
  d.mend(range, here);
  if (!way)
    option.label = inside;
  else if (oneWay || stream_.peek(1).is(Word::irrevocable))
    option.direction = model::Direction::irrevocable;
  else
    option.direction = model::Direction::unresumable;
  for (std::size_t k = 0; k <= close; ++k)
    stream_.next();
}

// option dig irrevocable "Dig deeper"
void Parser::labelBehindDirection(syntax::Option& option) {
  const Token string = stream_.peek();
  if (!string.is(Kind::string) || !option.label.empty() || option.directionWords.empty())
    return;
  const auto begin = static_cast<std::size_t>(option.directionWords.data() - stream_.source().text().data());
  const model::Range before{begin, begin + option.directionWords.size()};
  const std::string way =
      saysIrrevocable(option.directionWords) ? "irrevocable" : std::string(option.directionWords);
  auto& d = stream_.error("S0303", string.range, "the label stands before " + inMarks(way));
  d.help = "write " + inMarks(std::string(stream_.text(string)) + ' ' + way);
  d.mend({before.begin, before.begin}, std::string(stream_.text(string)) + ' ');
  d.mend({before.end, string.range.end}, "");
  option.label = *label();
  option.labelWords = stream_.text(string);
}

// option dig perhaps irrevocable, option dig perhaps 0.7 irrevocable
bool Parser::directionDoubt(syntax::Option& option) {
  const Token word = stream_.peek();
  if (!word.is(Kind::name) || model::markOfWord(stream_.text()) != model::Mark::perhaps)
    return false;
  const Token way = stream_.peek(1 + numberLength(1));
  stream_.next();
  option.odds = odds(stream_.text(word));
  if (way.is(Word::irrevocable) || way.is(Word::unresumable)) {
    option.doubted = true;
    option.directionWords = stream_.text(word);
    return true;
  }
  auto& d = stream_.error("S0302", word.range, "of an option only its direction can be in doubt");
  d.help = "write `perhaps irrevocable` if it is not known whether it can be dropped again";
  return true;
}

void Parser::direction(syntax::Option& option) {
  using model::Direction;
  for (;;) {
    if (directionDoubt(option))
      continue;
    const Token& here = stream_.peek();
    if (here.is(Kind::name) && saysRevocable(stream_.text()) && stream_.atLineEnd(1)) {
      stream_.error("S0302", here.range, "options are not " + inMarks(stream_.text()))
          .mend({stream_.last().range.end, here.range.end}, "")
          .help = "leave it out: an option can be taken and dropped again unless it is `irrevocable` or "
                  "`unresumable`";
      stream_.next();
      return;
    }
    if (here.is(Kind::name)) {
      const std::string_view text = stream_.text();
      const bool synonym = saysIrrevocable(text);
      const auto near = synonym ? std::optional<std::string_view>("irrevocable")
                                : nearest(text, {"irrevocable", "unresumable"});
      if (!near)
        return;
      auto& d = stream_.error("S0302", here.range, "options are not " + inMarks(text));
      d.propose(here.range, std::string(*near)).fixIsSafe = text == "irreversible" || text == "permanent";
      d.help = synonym ? "the word here is `irrevocable`" : "did you mean `" + std::string(*near) + "`?";
      stream_.correct(wordOf(*near));
    }
    if (!here.is(Word::irrevocable) && !here.is(Word::unresumable))
      return;
    const Direction wanted = here.is(Word::irrevocable) ? Direction::irrevocable : Direction::unresumable;
    if (option.direction != Direction::both)
      stream_.error("S0309", here.range, "an option has one direction only").help =
          option.direction == wanted
              ? "say it once"
              : "one that can be neither taken nor dropped is no option: use `always` or `never`";
    option.direction = wanted;
    const Token word = stream_.next();
    const std::string_view text = stream_.source().text();
    const auto begin = option.doubted ? static_cast<std::size_t>(option.directionWords.data() - text.data())
                                      : word.range.begin;
    option.directionWords = text.substr(begin, word.range.end - begin);
  }
}

} // namespace stasis::language
