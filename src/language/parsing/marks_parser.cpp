// `strongly` and `perhaps` before a line of `prefer`. Both are names elsewhere, and here too where no
// condition follows them: `strongly and x` speaks of an option called so.
#include "language/parsing/parser.h"
#include "model/mark_words.h"

namespace stasis::language {

using Form = syntax::Preference::Form;
using model::Mark;

/// The mark that stands here before a condition.
Mark Parser::markHere() const {
  if (!ExpressionParser::beginsOperand(stream_.peek(1)))
    return Mark::none;
  return stream_.peek().is(Kind::name) ? model::markOfWord(stream_.text()) : Mark::none;
}

/// The mark of the line that begins here, read.
Mark Parser::lineMark(syntax::Words& words) {
  const Mark mark = markHere();
  if (mark == Mark::none)
    return mark;
  words = stream_.text(stream_.next());
  while (markHere() != Mark::none) {
    const Token second = stream_.next();
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

/// A mark behind `|`.
void Parser::markInsideLine(Mark ofLine) {
  const Mark mark = markHere();
  if (mark == Mark::none)
    return;
  const Token word = stream_.next();
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
  const Token word = stream_.next();
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
