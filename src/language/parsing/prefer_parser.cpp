// The lines of `prefer`.
#include "language/parsing/parser.h"

#include <algorithm>

namespace stasis::language {

void Parser::statementTier(syntax::Preference& p) {
  std::vector<syntax::Statement> tier;
  syntax::Words markWords;
  syntax::Words odds;
  const model::Mark mark = lineMark(markWords, odds);
  do {
    if (!tier.empty())
      markInsideLine(mark);
    syntax::Statement statement;
    statement.mark = mark;
    statement.odds = odds;
    statement.markWords = tier.empty() ? markWords : syntax::Words();
    statement.wanted = expression(ExpressionParser::Of::statement);
    p.broken = p.broken || statement.wanted.empty();
    citations(statement.because);
    tier.push_back(std::move(statement));
  } while (stream_.accept(Kind::bar));
  checkMarkOrder(p, tier.front());
  p.tiers.push_back(std::move(tier));
  if (stream_.peek().is(Kind::greater) || stream_.peek().is(Kind::muchGreater) ||
      stream_.peek().is(Kind::comma) ||
      ((stream_.looksAt("over") || stream_.looksAt("to")) &&
       ExpressionParser::beginsOperand(stream_.peek(1))))
    return oneStatementALine(p);
  if (stream_.peek().is(Kind::tilde))
    return equallyGood(p);
  finish(p.tiers.back().back().because);
}

// `x ~ y` below `prefer`
void Parser::equallyGood(syntax::Preference& p) {
  const Token sign = stream_.peek();
  stream_.error("S0104", sign.range, inMarks(stream_.text(sign)) + " does not stand between statements")
      .mend(sign.range, "|")
      .help = "write `|`: statements on one line with `|` between them are of equal priority; `~` stands "
              "between states, below `rank`";
  while (stream_.peek().is(Kind::tilde)) {
    stream_.next();
    p.tiers.back().push_back(syntax::Statement{expression(ExpressionParser::Of::statement), {}});
  }
  finish(p.tiers.back().back().because);
}

// Where this sign stands between statements up to the end of the line; none where it may belong to a list.
std::vector<Edit> Parser::newLineAtEach(const Token& sign, const std::string& line) const {
  std::vector<Edit> edits;
  std::size_t depth = 0;
  for (std::size_t ahead = 0; !stream_.atLineEnd(ahead); ++ahead) {
    const Token& here = stream_.peek(ahead);
    if (here.is(Word::of) || here.is(Word::because) || here.is(Kind::equals))
      return {};
    depth += here.is(Kind::leftParen) ? 1 : 0;
    depth -= here.is(Kind::rightParen) && depth > 0 ? 1 : 0;
    if (!here.is(sign.kind) || stream_.text(here) != stream_.text(sign) || depth > 0)
      continue;
    const Token& before = ahead == 0 ? stream_.last() : stream_.peek(ahead - 1);
    if (stream_.atLineEnd(ahead + 1))
      edits.push_back({{before.range.end, here.range.end}, ""});
    else
      edits.push_back({{before.range.end, stream_.peek(ahead + 1).range.begin}, line});
  }
  return edits;
}

// `x > y` and `x, y` below `prefer`.
void Parser::oneStatementALine(syntax::Preference& p) {
  const Token sign = stream_.peek();
  auto& d = stream_.error("S0310", sign.range,
                          "statements of `prefer` stand one on a line, the most important first");
  d.help = sign.is(Kind::greater) ? "begin a new line here, and write `not` before what is not wanted; `>` "
                                    "stands between states, below `rank`"
                                  : "begin a new line here";
  if (sign.is(Kind::muchGreater))
    d.help = "begin a new line here, and write `strongly` before those above; `>>` stands between states, "
             "below `rank`";
  const bool orEqual = sign.is(Kind::greater) && stream_.peek(1).is(Kind::equals);
  if (orEqual)
    d.help = "`x | y` on one line are statements of equal priority; `>` stands between states, below `rank`";
  const auto line = stream_.source().lineAt(sign.range.begin);
  const auto start = stream_.source().startOf(line);
  std::string indent(stream_.source().line(line).substr(0, stream_.indentation(sign)));
  if (indent.empty())
    indent = "  ";
  std::vector<Edit> edits = newLineAtEach(sign, "\n" + indent);
  // a comma that ends a line of wishes stands for nothing
  const bool atEnds =
      sign.is(Kind::comma) && !edits.empty() && std::ranges::all_of(edits, [&](const Edit& edit) {
        return stream_.source().lineAt(edit.range.begin) != stream_.source().lineAt(edit.range.end);
      });
  for (Edit& edit : edits)
    if (atEnds)
      edit = {{edit.range.begin, stream_.source().text().find(',', edit.range.begin) + 1}, ""};
  if (start <= sign.range.begin)
    d.fix = std::move(edits);
  if (atEnds) {
    d.fixIsSafe = true;
    d.help = "leave out the comma: each line is a wish";
  }
  if (orEqual) {
    p.broken = true;
    return abandon();
  }
  while (stream_.accept(sign.kind) && !stream_.atLineEnd()) {
    dropListMark(false);
    p.tiers.push_back({syntax::Statement{expression(ExpressionParser::Of::statement), {}}});
  }
  p.broken = true;
  abandon();
}

// `never x` among what a party wants: a constraint, and likely meant as a wish.
void Parser::warnOfWish(const syntax::Preference& p, std::size_t blockIndent) {
  const Token& word = stream_.peek();
  const bool denied = word.is(Word::never);
  if ((!denied && !word.is(Word::always)) || stream_.indentation(word) != blockIndent)
    return;
  auto& d = stream_.warning("S0322", word.range,
                            "this line is a constraint, though it stands among what " + inMarks(p.party) +
                                " wants");
  d.help = "a wish is " + inMarks(proposeWish(d, word)) +
           "; a constraint for all stands at the margin, before the wishes";
}

std::string Parser::proposeWish(Diagnostic& d, const Token& word) const {
  std::size_t end = 1;
  while (!stream_.atLineEnd(end) && !stream_.peek(end).is(Word::because))
    ++end;
  const std::string words(stream_.wordsBetween(1, end - 1));
  const bool single = stream_.nameLength(1) == end - 1;
  const std::string wish = !word.is(Word::never) ? words : single ? "not " + words : "not (" + words + ')';
  d.propose({word.range.begin, stream_.peek(end - 1).range.end}, wish);
  return wish;
}

bool Parser::ruleAmongWishes(const syntax::Preference& p, std::optional<std::size_t> blockIndent,
                             std::size_t headerIndent) const {
  const Token& word = stream_.peek();
  const std::size_t here = stream_.indentation(word);
  if (p.form != syntax::Preference::Form::prefer || (!word.is(Word::never) && !word.is(Word::always)) ||
      stream_.atLineEnd(1) || here <= headerIndent || here != blockIndent.value_or(here))
    return false;
  std::size_t ahead = 0; // the first line below that is no rule
  while (stream_.peek(ahead).is(Word::never) || stream_.peek(ahead).is(Word::always)) {
    while (!stream_.atLineEnd(ahead))
      ++ahead;
    if (stream_.peek(ahead).is(Kind::end) || stream_.peek(ahead + 1).is(Kind::end))
      return false;
    ++ahead;
  }
  const Token& next = stream_.peek(ahead);
  return stream_.indentation(next) == here && !(next.is(Kind::keyword) && beginsStatement(next.word));
}

void Parser::wishAsRule(syntax::Preference& p) {
  const Token word = stream_.peek();
  auto& d =
      stream_.error("S0302", word.range,
                    "this line is a constraint, though it stands among what " + inMarks(p.party) + " wants");
  d.help = "a wish is " + inMarks(proposeWish(d, word)) +
           "; a constraint for all stands at the margin, before the wishes";
  p.broken = true;
  abandon();
}

// A count below preferences is a statement of them, whatever its indentation; where that looks unintended,
// say so.
void Parser::warnOfConstraint(const syntax::Preference& p, const Token& first, std::size_t headerIndent,
                              std::optional<std::size_t>& blockIndent) {
  const std::size_t here = stream_.indentation(first);
  if (!blockIndent)
    blockIndent = here;
  if (here > headerIndent || *blockIndent <= headerIndent || !ExpressionParser::beginsCount(first))
    return;
  auto& d = stream_.warning("S0314", first.range,
                            "this line is read as a preference statement of " + inMarks(p.party));
  d.note = "indentation does not end a block of preferences";
  d.help = "if it is a constraint, begin it with `always`; if not, indent it like the lines before";
}

} // namespace stasis::language
