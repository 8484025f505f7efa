// `define`, `never`, `always`, and counts that are constraints.
#include "language/parsing/parser.h"

namespace stasis::language {

void Parser::define() {
  const std::size_t begin = stream_.position();
  stream_.next();
  const auto named = nameAndLabel("the name of a condition");
  if (!named)
    return abandon();
  if (!equalsInWords() && !stream_.accept(Kind::equals))
    stream_.expected("`=`").help = "write `define name = condition`";
  const bool nothingFollows = stream_.atLineEnd() && !stream_.last().is(Kind::equals);
  file_.defines.push_back({named->name,
                           named->label,
                           nothingFollows ? syntax::Expression() : expression(),
                           named->labelWords,
                           {}});
  file_.defines.back().words = stream_.wordsFrom(begin);
  finish("a definition");
}

// `as`, `is`, `means`, `to be` for `=` after a name
bool Parser::equalsInWords() {
  const std::size_t length = stream_.looksAt("to") && stream_.looksAt("be", 1) ? 2
                             : stream_.looksAt("as") || stream_.looksAt("is") || stream_.looksAt("means") ||
                                     stream_.looksAt("when") || stream_.looksAt("where") ||
                                     stream_.looksAt("be")
                                 ? 1
                                 : 0;
  if (length == 0 || stream_.atLineEnd(length))
    return false;
  const model::Range said{stream_.peek().range.begin, stream_.peek(length - 1).range.end};
  stream_.error("S0301", said, "expected `=`, found " + inMarks(stream_.wordsBetween(0, length)))
      .mend(said, "=")
      .help = "write `=`";
  for (std::size_t k = 0; k < length; ++k)
    stream_.next();
  return true;
}

void Parser::constraint(bool negated) {
  const std::size_t begin = stream_.position();
  stream_.next();
  syntax::Constraint constraint;
  constraint.negated = negated;
  constraint.condition = expression(negated ? ExpressionParser::Of::never : ExpressionParser::Of::options);
  if (negated) {
    dropTogether();
    andsForCommas(constraint.condition);
  }
  constraint.words = stream_.wordsFrom(begin);
  file_.constraints.push_back(std::move(constraint));
  finish(file_.constraints.back().because);
}

// never strike and fund together
void Parser::dropTogether() {
  const Token word = stream_.peek();
  const std::string_view second = stream_.text(stream_.peek(1));
  const std::size_t length =
      stream_.looksAt("together") || stream_.looksAt("both") || stream_.looksAt("simultaneously") ? 1
      : !word.is(Word::at)                                                                        ? 0
      : second == "once"                                                                          ? 2
      : second == "the" && stream_.looksAt("time", 3)                                             ? 4
                                                                                                  : 0;
  if (length == 0 || stream_.isDeclared(stream_.text(word)) ||
      !(stream_.atLineEnd(length) || stream_.peek(length).is(Word::because)))
    return;
  const model::Range range{word.range.begin, stream_.peek(length - 1).range.end};
  stream_.error("S0318", range, inMarks(stream_.wordsBetween(0, length)) + " has no meaning here")
      .mend({stream_.last().range.end, range.end}, "")
      .help = "leave it out: `never A and B` forbids the two together";
  for (std::size_t k = 0; k < length; ++k)
    stream_.next();
}

// never strike, fund
void Parser::andsForCommas(syntax::Expression& condition) {
  if (!stream_.peek().is(Kind::comma) || condition.empty())
    return;
  const Token first = stream_.peek();
  std::vector<Edit> edits;
  std::size_t ahead = 0;
  while (stream_.peek(ahead).is(Kind::comma)) {
    const std::size_t name = stream_.nameLength(ahead + 1);
    edits.push_back({stream_.peek(ahead).range, " and"});
    ahead += 1 + name;
    if (name == 0)
      return;
  }
  if (!stream_.atLineEnd(ahead))
    return;
  auto& d = stream_.error("S0310", first.range, "what is never together is joined by `and`");
  d.help = "write `and` instead of `,`";
  d.fix = std::move(edits);
  condition.nodes.clear(); // what it says is not known
  stream_.toLineEnd();
}

void Parser::countConstraint() {
  partyOpen_ = false;
  const std::size_t begin = stream_.position();
  syntax::Constraint constraint;
  constraint.condition = ExpressionParser(stream_, ExpressionParser::Of::options).parseCount();
  constraint.words = stream_.wordsFrom(begin);
  const Token& next = stream_.peek();
  const bool goesOn = next.is(Kind::keyword) && !next.is(Word::because);
  if (constraint.condition.empty())
    stream_.toLineEnd();
  file_.constraints.push_back(std::move(constraint));
  if (!goesOn || file_.constraints.back().condition.empty())
    return finish(file_.constraints.back().because);
  auto& d = stream_.error("S0313", next.range,
                          inMarks(stream_.text(next)) +
                              " cannot follow the list of a count that is a statement of its own");
  d.help = "write `,` instead if what follows belongs to the list; if not, begin the line with `always`, the "
           "count in parentheses";
  if (next.is(Word::and_) || next.is(Word::or_))
    commasInstead(d);
  file_.constraints.back().condition.nodes.clear(); // what it says is not known
  abandon();
}

// Where only names joined by the same word follow, up to the end of the line, they are the rest of the list.
void Parser::commasInstead(Diagnostic& d) {
  const Token word = stream_.peek();
  std::vector<Edit> edits;
  std::size_t ahead = 0;
  while (stream_.peek(ahead).is(word.word)) {
    const Token& before = ahead == 0 ? stream_.last() : stream_.peek(ahead - 1);
    const std::size_t length = stream_.nameLength(ahead + 1);
    if (length == 0)
      return;
    edits.push_back({{before.range.end, stream_.peek(ahead).range.end}, ","});
    ahead += 1 + length;
  }
  if (!stream_.atLineEnd(ahead) && !stream_.peek(ahead).is(Word::because))
    return;
  d.fix = std::move(edits);
  d.fixIsSafe = true;
}

} // namespace stasis::language
