// `strongly` and `perhaps` before a line of `prefer`. Both are names elsewhere, and here too where no
// condition follows them: `strongly and x` speaks of an option called so. Odds may follow `perhaps`.
#include "language/lexing/decimal.h"
#include "language/parsing/parser.h"
#include "model/mark_words.h"

#include <algorithm>
#include <array>

namespace stasis::language {

using Form = syntax::Preference::Form;
using model::Mark;

/// The mark that stands here before a condition.
Mark Parser::markHere() const {
  if (!stream_.peek().is(Kind::name) || !ExpressionParser::beginsOperand(stream_.peek(1 + numberLength(1))))
    return Mark::none;
  return model::markOfWord(stream_.text());
}

/// The number of tokens, from `ahead` on, of a number with its sign; 0 if none stands there.
std::size_t Parser::numberLength(std::size_t ahead) const {
  const bool isSigned = stream_.peek(ahead).is(Kind::dash) || stream_.peek(ahead).is(Kind::plus);
  const std::size_t sign = isSigned ? 1 : 0;
  return stream_.peek(ahead + sign).is(Kind::number) ? sign + 1 : 0;
}

/// The odds that stand here, after this mark; empty if there are none, or what stands here is not from 0
/// to 1 (reported).
syntax::Words Parser::odds(syntax::Words mark) {
  constexpr int decimals = 9;
  constexpr std::uint64_t one = 1'000'000'000;
  const std::size_t length = numberLength(0);
  if (length == 0)
    return {};
  const syntax::Words words = stream_.wordsBetween(0, length);
  const bool negative = length > 1 && stream_.peek().is(Kind::dash);
  const model::Range range{stream_.peek().range.begin, stream_.peek(length - 1).range.end};
  const syntax::Words number = stream_.text(stream_.peek(length - 1));
  for (std::size_t k = 0; k < length; ++k)
    stream_.next();
  if (model::markOfWord(mark) != Mark::perhaps) {
    auto& d = stream_.error("S0428", range,
                            "only what is in doubt has odds, and this line is marked " + inMarks(mark));
    d.mend({range.begin, stream_.peek().range.begin}, "").help = "leave the number out";
    return {};
  }
  const auto units = unitsOf(number, decimals);
  if (length == 1 && units && *units <= one)
    return number;
  auto& d = stream_.error("S0428", range, inMarks(words) + " are no odds");
  d.note = "odds are a number from 0 (it is not so) to 1 (it is so), with at most nine decimals";
  const auto percent = unitsOf(number, decimals - 2);
  if (!negative && percent && *percent <= one) {
    const std::string here =
        length == 1 ? model::oddsText({static_cast<std::int64_t>(*percent)}) : std::string(number);
    d.help = "write " + inMarks(here) + (length == 1 ? " if it is a percentage" : "");
    d.propose(range, here);
  }
  return {};
}

/// The word of a mark out of place, read with its odds.
Token Parser::markWord() {
  const Token word = stream_.next();
  for (std::size_t k = numberLength(0); k > 0; --k)
    stream_.next();
  return word;
}

// maybe x, probably x
void Parser::sayPerhaps() {
  constexpr std::array<std::string_view, 5> words{"maybe", "possibly", "probably", "likely", "presumably"};
  const Token word = stream_.peek();
  if (!word.is(Kind::name) || std::ranges::find(words, stream_.text()) == words.end() ||
      stream_.isDeclared(stream_.text()) || !ExpressionParser::beginsOperand(stream_.peek(1)))
    return;
  stream_.error("S0302", word.range, inMarks(stream_.text()) + " is said otherwise here")
      .propose(word.range, "perhaps")
      .help = "write `perhaps` where it is not known whether the party wants it";
  stream_.next();
}

/// The mark of the line that begins here, read.
Mark Parser::lineMark(syntax::Words& words, syntax::Words& odds) {
  sayPerhaps();
  const Mark mark = markHere();
  if (mark == Mark::none)
    return mark;
  words = stream_.text(stream_.next());
  odds = this->odds(words);
  while (markHere() != Mark::none) {
    const Token second = markWord();
    const bool same = stream_.text(second) == words;
    auto& d = stream_.error("S0320", second.range, "this line has a mark already, " + inMarks(words));
    d.note = same ? "" : "what is perhaps not wanted at all has no known strength";
    d.help = same ? "leave out the second" : "keep one of the two";
    if (same)
      d.mend({second.range.begin, stream_.peek().range.begin}, "");
  }
  return mark;
}

/// Strength goes down the list: what is strongly wanted decides first. One report for a block.
void Parser::checkMarkOrder(const syntax::Preference& p, const syntax::Statement& first) {
  if (first.mark != Mark::strongly || p.tiers.empty() || p.tiers.back().front().mark == Mark::strongly)
    return;
  for (std::size_t k = 1; k < p.tiers.size(); ++k)
    if (p.tiers[k].front().mark == Mark::strongly && p.tiers[k - 1].front().mark != Mark::strongly)
      return;
  const auto place = [&](syntax::Words words) {
    const auto begin = static_cast<std::size_t>(words.data() - stream_.source().text().data());
    return model::Range{begin, begin + words.size()};
  };
  const syntax::Words above = p.tiers.back().front().wanted.words;
  auto& d = stream_.error("S0421", place(first.markWords),
                          "`strongly` stands below a statement of " + inMarks(p.party) + " without it");
  if (!above.empty())
    d.related.push_back({place(above), "the statement above it"});
  d.help = "statements marked `strongly` come first: move this line above the others, or mark those too";
}

/// A mark after `|`.
void Parser::markInsideLine(Mark ofLine) {
  const Mark mark = markHere();
  if (mark == Mark::none)
    return;
  const Token word = markWord();
  auto& d = stream_.error("S0320", word.range,
                          inMarks(stream_.text(word)) +
                              " stands at the beginning of its line, and covers all of it");
  if (mark == ofLine)
    d.mend({word.range.begin, stream_.peek().range.begin}, "").help = "leave it out: the line is marked";
  else
    d.help = "statements of equal priority have one mark: give this one a line of its own, or mark the line";
}

void Parser::markOutsidePrefer(Form form) {
  if (markHere() == Mark::none || (form == Form::weigh && stream_.peek(1).is(Kind::number)))
    return;
  const Token word = markWord();
  auto& d =
      stream_.error("S0320", word.range, inMarks(stream_.text(word)) + " marks statements of `prefer` only");
  if (form == Form::weigh)
    d.help = "weights have no marks: say what is wanted below `prefer`";
  else if (stream_.text(word) == "strongly")
    d.help = "in a ranking `>>` stands between states when the first is strongly preferred";
  else
    d.help = "for a ranking write `unsure PARTY` and the pairs of states in doubt: `s1 ? s2`";
}

} // namespace stasis::language
