// `prefer`, `rank` and `weigh` and the lines below them.
#include "language/parsing/parser.h"

#include <utility>

namespace stasis::language {

using Form = syntax::Preference::Form;

namespace {

std::string wordOfForm(Form form) {
  return form == Form::prefer ? "prefer" : form == Form::rank ? "rank" : "weigh";
}

} // namespace

void Parser::preference(Form form) {
  const std::size_t indent = stream_.indentation(stream_.peek());
  syntax::Preference p;
  p.form = form;
  const bool whole = preferenceHeader(p);
  file_.preferences.push_back(std::move(p));
  syntax::Preference& kept = file_.preferences.back();
  if (!whole)
    abandon();
  else if (stream_.atLineEnd() || stream_.peek().is(Word::because))
    finish("`" + wordOfForm(form) + "` itself");
  preferenceLines(kept, indent);
}

bool Parser::preferenceHeader(syntax::Preference& p) {
  const std::size_t begin = stream_.position();
  const Token keyword = stream_.next();
  if (stream_.peek().is(Word::each)) {
    p.each = true;
    if (p.form != Form::prefer)
      stream_.error("S0301", stream_.peek().range, "`each` follows `prefer` only").help =
          "write a `" + std::string(stream_.text(keyword)) + "` for each party";
    stream_.next();
  }
  const auto party = stream_.name(p.each ? "the name of a family" : "the name of a party");
  if (!party) {
    p.broken = true;
    return false;
  }
  p.party = *party;
  p.header = stream_.wordsFrom(begin);
  return true;
}

// A line that begins with no statement's word belongs to the preference; the first may stand beside the
// party.
void Parser::preferenceLines(syntax::Preference& p, std::size_t headerIndent) {
  bool onHeader = !stream_.last().is(Kind::lineEnd);
  std::optional<std::size_t> indent;
  while (stream_.peek().is(Word::because))
    because();
  while (onHeader || lineContinuesBlock(p.form)) {
    const Token first = stream_.peek();
    if (!onHeader && meantStatementInBlock(p.form))
      return;
    if (!onHeader && p.form == Form::prefer)
      warnOfConstraint(p, first, headerIndent, indent);
    onHeader = false;
    afterCondition_ = false;
    if (first.is(Kind::keyword) && isReservedForLater(first.word)) {
      reservedForLater();
      p.broken = true;
    } else if (p.form == Form::prefer) {
      dropListMark(false);
      statementTier(p);
    } else if (p.form == Form::rank) {
      dropListMark(true);
      rankLine(p);
    } else {
      weightLine(p);
    }
    while (stream_.peek().is(Word::because))
      because();
  }
}

// A count is a preference statement below `prefer` and a constraint elsewhere.
bool Parser::lineContinuesBlock(Form form) const {
  const Token& first = stream_.peek();
  if (stream_.atEnd() || atNamelikeStatement())
    return false;
  if (ExpressionParser::beginsCount(first) &&
      (form == Form::rank || (form == Form::weigh && !lineEndsInNumber())))
    return false;
  return !first.is(Kind::keyword) || !beginsStatement(first.word) || isReservedForLater(first.word);
}

bool Parser::meantStatementInBlock(Form form) const {
  const auto word = meantStatement();
  if (!word)
    return false;
  const Token& second = stream_.peek(1);
  const bool conditionGoesOn = second.is(Kind::keyword) && !beginsStatement(second.word);
  const bool number = second.is(Kind::number) && form != Form::weigh;
  return (second.is(Kind::name) || second.is(Kind::string) || number) && !conditionGoesOn;
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

// `1. pump`, `(a) pump`, `b) pump`, `- pump`, `* pump`: how many tokens before the statement.
std::size_t Parser::listMarkLength(bool states) const {
  const Token& mark = stream_.peek();
  const auto begins = [&](std::size_t ahead) {
    const Token& next = stream_.peek(ahead);
    return next.is(Kind::name) || next.is(Word::not_) || next.is(Kind::leftParen) || next.is(Word::self) ||
           ExpressionParser::beginsCount(next);
  };
  const auto isItem = [&](std::size_t ahead) {
    return stream_.peek(ahead).is(Kind::number) ||
           (stream_.peek(ahead).is(Kind::name) && stream_.text(stream_.peek(ahead)).size() == 1);
  };
  if (mark.is(Kind::dash) || mark.is(Kind::star) || mark.is(Kind::plus))
    return 1;
  if (mark.is(Kind::leftParen) && isItem(1) && stream_.peek(2).is(Kind::rightParen) && begins(3))
    return 3;
  if (isItem(0) && stream_.peek(1).is(Kind::rightParen) && begins(2))
    return 2;
  if (!mark.is(Kind::number))
    return 0;
  if (stream_.peek(1).is(Kind::dot) && begins(2))
    return 2;
  return begins(1) && !states ? 1 : 0;
}

// The order of the lines is the order of importance, or of a ranking.
void Parser::dropListMark(bool states) {
  const Token mark = stream_.peek();
  const std::size_t length = listMarkLength(states);
  if (length == 0)
    return;
  for (std::size_t k = 0; k < length; ++k)
    stream_.next();
  const std::string what = states ? "states" : "statements";
  const bool number = length > 1 || mark.is(Kind::number);
  auto& d = stream_.error("S0301", {mark.range.begin, stream_.last().range.end},
                          what + (number ? " have no numbers" : " have no mark") + " before them");
  d.help = states ? "leave it out: a ranking is one chain, `>` before a worse state"
                  : "leave it out: the order of the lines is the order of importance";
  const model::Range gone{mark.range.begin, stream_.peek().range.begin};
  if (mark.is(Kind::dash) && !states && stream_.peek().range.begin == mark.range.end) { // `-x` may deny x
    d.help += "; if it denies what follows, write `not`";
    d.propose(gone, "");
  } else {
    d.mend(gone, "");
  }
}

void Parser::statementTier(syntax::Preference& p) {
  std::vector<syntax::Statement> tier;
  syntax::Words markWords;
  const model::Mark mark = lineMark(markWords);
  do {
    if (!tier.empty())
      markInsideLine(mark);
    syntax::Statement statement;
    statement.mark = mark;
    statement.markWords = tier.empty() ? markWords : syntax::Words();
    statement.wanted = expression(ExpressionParser::Of::statement);
    p.broken = p.broken || statement.wanted.empty();
    citations(statement.because);
    tier.push_back(std::move(statement));
  } while (stream_.accept(Kind::bar));
  checkMarkOrder(p, tier.front());
  p.tiers.push_back(std::move(tier));
  if (stream_.peek().is(Kind::greater) || stream_.peek().is(Kind::muchGreater) ||
      stream_.peek().is(Kind::comma) || stream_.looksAt("over"))
    return oneStatementALine(p);
  finish(p.tiers.back().back().because);
}

// `x > y` and `x, y` below `prefer`.
void Parser::oneStatementALine(syntax::Preference& p) {
  const Token sign = stream_.peek();
  auto& d = stream_.error("S0310", sign.range,
                          "statements of `prefer` stand one on a line, the most important first");
  d.help = sign.is(Kind::greater) ? "begin a new line here; `>` stands between states, below `rank`"
                                  : "begin a new line here";
  if (sign.is(Kind::muchGreater))
    d.help = "begin a new line here, and write `strongly` before those above; `>>` stands between states, "
             "below `rank`";
  const bool orEqual = sign.is(Kind::greater) && stream_.peek(1).is(Kind::equals);
  if (orEqual)
    d.help = "`x | y` on one line are statements of equal priority; `>` stands between states, below `rank`";
  const auto line = stream_.source().place(sign.range.begin).line;
  const auto start = stream_.source().startOf(line);
  std::string indent(stream_.source().line(line).substr(0, stream_.indentation(sign)));
  if (indent.empty())
    indent = "  ";
  std::vector<Edit> edits;
  std::size_t ahead = 0;
  while (stream_.peek(ahead).is(sign.kind) && stream_.nameLength(ahead + 1) > 0) {
    const std::size_t begin = (ahead == 0 ? stream_.last() : stream_.peek(ahead - 1)).range.end;
    edits.push_back({{begin, stream_.peek(ahead + 1).range.begin}, "\n" + indent});
    ahead += 1 + stream_.nameLength(ahead + 1);
  }
  if (stream_.atLineEnd(ahead) && start <= sign.range.begin)
    d.fix = std::move(edits);
  if (orEqual) {
    p.broken = true;
    return abandon();
  }
  while (stream_.accept(sign.kind) && !stream_.atLineEnd())
    p.tiers.push_back({syntax::Statement{expression(ExpressionParser::Of::statement), {}}});
  p.broken = true;
  abandon();
}

void Parser::rankLine(syntax::Preference& p) {
  if (!p.classes.empty() && !p.brokenChain) {
    auto& d =
        stream_.error("S0403", stream_.peek().range, "a ranking is one chain, and the line before ends it");
    d.help = "end the line before with `>` or `~`";
    p.brokenChain = true;
  }
  markOutsidePrefer(Form::rank);
  bool tie = false;
  bool commas = false;
  for (;;) {
    const auto state = stateName();
    if (!state) {
      p.broken = true;
      return abandon();
    }
    if (tie)
      p.classes.back().push_back(*state);
    else
      p.classes.push_back({*state});
    if (stream_.peek().is(Kind::comma) && std::exchange(commas, true)) {
      stream_.correct(Kind::tilde);
    } else if (stream_.peek().is(Kind::comma)) {
      stream_.error("S0301", stream_.peek().range, "a ranking has `>` or `~` between states, no commas")
          .help = "write `>` if the first is better, `~` if they are equally good";
      p.broken = true;
      stream_.correct(Kind::tilde);
    }
    if (stream_.peek().is(Kind::equals)) {
      stream_.error("S0301", stream_.peek().range, "states equally good are joined by `~`")
          .mend(stream_.peek().range, "~")
          .help = "write `~`";
      stream_.correct(Kind::tilde);
    }
    tie = stream_.peek().is(Kind::tilde);
    const Token sign = stream_.peek();
    if (sign.is(Kind::muchGreater)) {
      p.strongAfter.push_back(p.classes.size() - 1);
      stream_.next();
      muchMore(sign);
    } else if (!stream_.accept(Kind::tilde) && !stream_.accept(Kind::greater)) {
      if (!stream_.peek().is(Kind::name) && !stream_.peek().is(Kind::number))
        break;
      stream_.error("S0301", stream_.peek().range, "a ranking has `>` or `~` between states").help =
          "write `>` if the first is better, `~` if they are equally good";
      p.broken = true;
      return abandon();
    }
    if (!sign.is(Kind::tilde) && stream_.peek().is(Kind::equals)) {
      stream_
          .error("S0301", {sign.range.begin, stream_.peek().range.end},
                 "a ranking has `>` or `~` between states")
          .help = "write `>` if the first is better, `~` if they are equally good";
      stream_.next();
    }
  }
  finish("a ranking");
}

// `>>>`
void Parser::muchMore(const Token& sign) {
  if (!stream_.peek().is(Kind::greater) && !stream_.peek().is(Kind::muchGreater))
    return;
  const model::Range range{sign.range.begin, stream_.peek().range.end};
  stream_.error("S0301", range, "preference has two degrees here, `>` and `>>`").propose(range, ">>").help =
      "write `>>`";
  while (stream_.accept(Kind::greater) || stream_.accept(Kind::muchGreater)) {
  }
}

// CONDITION NUMBER, most often an option and its weight
void Parser::weightLine(syntax::Preference& p) {
  const std::size_t begin = stream_.position();
  syntax::Weight weight;
  markOutsidePrefer(Form::weigh);
  if (stream_.peek().is(Kind::number) && ExpressionParser::beginsOperand(stream_.peek(1)) &&
      !lineEndsInNumber())
    return weightBefore(p);
  weight.wanted = expression(ExpressionParser::Of::weight);
  afterCondition_ = false;
  if (weight.wanted.empty()) {
    p.broken = true;
    return abandon();
  }
  if (stream_.peek().is(Kind::equals)) {
    stream_.error("S0301", stream_.peek().range, "no `=` stands between a condition and its weight")
        .mend({stream_.last().range.end, stream_.peek().range.end}, "")
        .help = "the number follows at once, as in `x 3`";
    stream_.next();
  }
  weight.negative = stream_.peek().is(Kind::dash);
  if (!stream_.accept(Kind::dash))
    stream_.accept(Kind::plus);
  if (stream_.peek().is(Kind::number)) {
    weight.number = stream_.text(stream_.next());
    weight.words = stream_.wordsFrom(begin);
    numberGoesOn();
    p.weights.push_back(std::move(weight));
    return finish(p.weights.back().because);
  }
  stream_.expected("a number");
  p.broken = true;
  abandon();
}

// `5 x`
void Parser::weightBefore(syntax::Preference& p) {
  const Token number = stream_.next();
  const std::size_t begin = stream_.position();
  stream_.toLineEnd();
  const std::string here = std::string(stream_.wordsFrom(begin)) + ' ' + std::string(stream_.text(number));
  auto& d = stream_.error("S0301", number.range, "a weight stands behind its condition");
  d.mend({number.range.begin, stream_.last().range.end}, here).help = "write " + inMarks(here);
  p.broken = true;
  abandon();
}

// `1,5` and `1/2`
void Parser::numberGoesOn() {
  const Token sign = stream_.peek();
  if ((!sign.is(Kind::comma) && !sign.is(Kind::joint)) || !stream_.peek(1).is(Kind::number))
    return;
  auto& d = stream_.error("S0301", {stream_.last().range.begin, stream_.peek(1).range.end},
                          "a weight is one number, written with a decimal point");
  d.help = sign.is(Kind::comma) ? "write `" + std::string(stream_.text(stream_.last())) + '.' +
                                      std::string(stream_.text(stream_.peek(1))) + '`'
                                : "write the quotient, as `0.5` for a half";
  if (sign.is(Kind::comma))
    d.mend(sign.range, ".");
  stream_.next();
  stream_.next();
}

/// `any of x, y 3` below `weigh`: a constraint that begins with a count ends in no number.
bool Parser::lineEndsInNumber() const {
  std::size_t ahead = 0;
  while (!stream_.atLineEnd(ahead) && !stream_.peek(ahead).is(Word::because))
    ++ahead;
  return ahead > 0 && stream_.peek(ahead - 1).is(Kind::number);
}

} // namespace stasis::language
