// The lines below `weigh`, and the formulas people write for them.
#include "language/parsing/parser.h"

namespace stasis::language {

using Form = syntax::Preference::Form;

// `3*high - low` from so far ahead to the end of the line as lines below `weigh`; none if it is something
// else.
std::optional<std::string> Parser::weightLines(std::size_t ahead) const {
  std::string lines;
  for (const std::size_t first = ahead; !stream_.atLineEnd(ahead);) {
    const bool minus = stream_.peek(ahead).is(Kind::dash);
    if (minus || stream_.peek(ahead).is(Kind::plus))
      ++ahead;
    else if (ahead > first)
      return std::nullopt;
    std::string number = "1";
    if (stream_.peek(ahead).is(Kind::number))
      number = stream_.text(stream_.peek(ahead++));
    ahead += stream_.peek(ahead).is(Kind::star) ? 1 : 0;
    const std::size_t name = stream_.nameLength(ahead);
    if (name == 0)
      return std::nullopt;
    const std::string condition(stream_.wordsBetween(ahead, name));
    ahead += name;
    if (stream_.peek(ahead).is(Kind::star) && stream_.peek(ahead + 1).is(Kind::number)) {
      number = stream_.text(stream_.peek(ahead + 1));
      ahead += 2;
    }
    lines += "\n  " + condition + (minus ? " -" : " ");
    lines += number;
  }
  return lines;
}

// `weigh France = 3*high - low`: one error that shows the lines.
void Parser::weightFormula(syntax::Preference& p) {
  const Token sign = stream_.peek();
  const auto lines = weightLines(sign.is(Kind::equals) ? 1 : 0);
  if (!sign.is(Kind::equals) && !lines)
    return;
  const model::Range before = stream_.last().range;
  if (sign.is(Kind::equals))
    stream_.next();
  const std::size_t begin = stream_.position();
  stream_.toLineEnd();
  const model::Range said{lines ? stream_.tokenAt(begin).range.begin : sign.range.begin,
                          stream_.last().range.end};
  auto& d = stream_.error("S0301", said, "weights stand below the party, a line for each");
  d.help = "write each condition and its number after it, as in `x 3`";
  if (lines)
    d.mend({before.end, said.end}, *lines);
  p.broken = true;
  abandon();
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
    if (stream_.peek().is(Kind::comma) && ExpressionParser::beginsOperand(stream_.peek(1)))
      return oneWeightALine(p);
    return finish(p.weights.back().because);
  }
  const bool comma = stream_.peek().is(Kind::comma);
  auto& d = stream_.expected("a number");
  if (comma)
    d.help =
        "a line is one condition and its number: join options by `and`, with `not` before what is not taken";
  p.broken = true;
  abandon();
}

// `x 3, y 2`
void Parser::oneWeightALine(syntax::Preference& p) {
  const Token sign = stream_.peek();
  auto& d = stream_.error("S0310", sign.range, "each condition and its weight have a line of their own");
  d.help = "begin a new line here";
  for (const Edit& edit : newLineAtEach(sign, "\n  "))
    d.mend(edit.range, edit.replacement);
  p.broken = true;
  abandon();
}

// `5 x`
void Parser::weightBefore(syntax::Preference& p) {
  const Token number = stream_.next();
  const std::size_t begin = stream_.position();
  stream_.toLineEnd();
  const std::string here = std::string(stream_.wordsFrom(begin)) + ' ' + std::string(stream_.text(number));
  auto& d = stream_.error("S0301", number.range, "a weight follows its condition");
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
  const bool thousands = stream_.text(stream_.peek(1)).size() == 3; // `1,500`
  if (sign.is(Kind::comma) && !thousands)
    d.mend(sign.range, ".");
  if (sign.is(Kind::comma) && thousands)
    d.help += ", or `" + std::string(stream_.text(stream_.last())) +
              std::string(stream_.text(stream_.peek(1))) + "` if the comma parts thousands";
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
