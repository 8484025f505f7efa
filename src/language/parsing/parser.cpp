#include "language/parsing/parser.h"

#include "language/codes/codes.h"
#include "language/lexing/any_script.h"
#include "language/parsing/statement_words.h"
#include "model/mark_words.h"

namespace stasis::language {

syntax::File Parser::run() {
  while (!stream_.atEnd()) {
    const std::size_t before = stream_.position();
    const Token first = stream_.peek();
    const bool judges = isJudgement(first) || atUnsure() || atAttitude() || first.is(Word::view);
    afterCondition_ = false;
    statement();
    if (stream_.position() == before)
      stream_.skipLine();
    if (judges)
      file_.judgements.push_back({first.range.begin, stream_.last().range.end});
  }
  return std::move(file_);
}

bool Parser::isJudgement(const Token& first) {
  return first.is(Word::prefer) || first.is(Word::rank) || first.is(Word::weigh) || first.is(Word::expect) ||
         first.is(Word::source) || first.is(Word::because) || first.is(Word::about) ||
         first.is(Word::conflict);
}

// allow S0411, S0414
bool Parser::atAllow() const {
  const std::string_view code = stream_.text(stream_.peek(1));
  return stream_.looksAt("allow") && stream_.peek(1).is(Kind::name) && code.size() == 5 &&
         code.front() == 'S' && code.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

void Parser::allow() {
  stream_.next();
  do {
    const Token code = stream_.peek();
    const Code* row = code.is(Kind::name) ? findCode(stream_.text(code)) : nullptr;
    if (row == nullptr || !stream_.text(code).starts_with('S')) {
      stream_.error("S0319", code.range, "`allow` takes codes of warnings, such as `S0411`").help =
          "`stasis help codes` lists them";
      return abandon();
    }
    file_.allowed.push_back(stream_.text(stream_.next()));
  } while (stream_.accept(Kind::comma));
  finish("`allow`");
}

void Parser::statement() {
  const Token& first = stream_.peek();
  if (first.is(Kind::keyword) && isReservedForLater(first.word))
    return reservedForLater();
  if (first.is(Kind::keyword) && beginsStatement(first.word))
    return statementOf(first.word);
  if (ExpressionParser::beginsCount(first) ||
      ExpressionParser(stream_, ExpressionParser::Of::options).atEverydayCount())
    return countConstraint();
  if (atAllow())
    return allow();
  if (atUnsure())
    return unsure();
  if (atAttitude())
    return attitude();
  if (!inView_ && (atUnaware() || atBlind()))
    return outsideView();
  wordlessStatement();
}

void Parser::statementOf(Word word) {
  const bool keepsParty = word == Word::option || word == Word::because || word == Word::about;
  partyOpen_ = partyOpen_ && keepsParty;
  switch (word) {
  case Word::conflict: return conflict();
  case Word::about: return about();
  case Word::party: return party();
  case Word::parties: return family();
  case Word::option: return option();
  case Word::never: return constraint(true);
  case Word::always: return constraint(false);
  case Word::define: return define();
  case Word::status: return statusQuo();
  case Word::prefer: return preference(syntax::Preference::Form::prefer);
  case Word::rank: return preference(syntax::Preference::Form::rank);
  case Word::weigh: return preference(syntax::Preference::Form::weigh);
  case Word::move: return moves();
  case Word::source: return source();
  case Word::because: return because();
  case Word::expect: return expectation();
  case Word::state: return namedState();
  case Word::states: return states();
  case Word::view: return view();
  default: return wordlessStatement();
  }
}

void Parser::reservedForLater() {
  const Token word = stream_.peek();
  stream_.error("S0311", word.range,
                inMarks(stream_.text(word)) + " is reserved for later and means nothing yet");
  abandon();
}

// --- what the whole file says of itself

void Parser::conflict() {
  const Token keyword = stream_.next();
  if ((stream_.peek().is(Kind::equals) || stream_.peek().is(Kind::name)) &&
      stream_.peek(1).is(Kind::string)) {
    stream_.error("S0105", stream_.peek().range, inMarks(stream_.text()) + " has no meaning here")
        .mend({keyword.range.end, stream_.peek().range.end}, "")
        .help = "leave it out: the title follows at once";
    stream_.next();
  }
  const auto title = label();
  if (file_.title) {
    stream_.error("S0204", keyword.range, "a file tells one conflict; this is a second title").help =
        "use `about` for more text";
  } else if (title) {
    file_.title = title;
    file_.titleWords = stream_.text(stream_.last());
  } else {
    file_.title = titleWithoutMarks(keyword);
  }
  finish("the title");
}

// conflict: Night flights; Title: Night flights
std::string Parser::titleWithoutMarks(const Token& keyword) {
  if (stream_.atLineEnd() || stream_.peek().is(Kind::malformed))
    return textExpected("a title between `\"` marks");
  const Token first = stream_.peek();
  while (!stream_.atLineEnd())
    stream_.next();
  const std::size_t end = stream_.last().range.end;
  std::string title(stream_.source().text().substr(first.range.begin, end - first.range.begin));
  const std::string here = "conflict " + quoted(title);
  stream_
      .error("S0301", first.range,
             "expected a title between `\"` marks, found " + inMarks(stream_.text(first)))
      .propose({keyword.range.begin, end}, here)
      .help = "write " + inMarks(here);
  return title;
}

// Text without its marks: the rest of the line.
std::string Parser::textExpected(const std::string& what) {
  const std::size_t begin = stream_.position();
  auto& d = stream_.expected(what);
  while (!stream_.atLineEnd())
    stream_.next();
  std::string text(stream_.wordsFrom(begin));
  if (!text.empty())
    d.help = "put it between `\"` marks: `" + quoted(text) + '`';
  return text;
}

void Parser::about() {
  stream_.next();
  if (auto text = label()) {
    file_.about.push_back(std::move(*text));
    file_.aboutWords.push_back(stream_.text(stream_.last()));
  } else
    textExpected("a text between `\"` marks");
  finish("`about`");
}

void Parser::source() {
  const std::size_t begin = stream_.position();
  stream_.next();
  const bool behind = stream_.peek().is(Kind::string) && stream_.peek(2).is(Kind::name) &&
                      (stream_.looksAt("as", 1) || stream_.looksAt("called", 1)) && stream_.atLineEnd(3);
  if (behind) { // source "letter.txt" as letter
    const std::string path(stream_.text());
    const Token name = stream_.peek(2);
    const std::string here = std::string(stream_.text(name)) + ' ' + path;
    stream_
        .error("S0303", {stream_.peek(1).range.begin, name.range.end},
               "the name of a source stands before its path")
        .mend({stream_.peek().range.begin, name.range.end}, here)
        .help = "write " + inMarks("source " + here);
    file_.sources.push_back({stream_.text(name), unquoted(path), {}, stream_.wordsFrom(begin)});
    return abandon();
  }
  if (stream_.peek().is(Kind::string)) {
    stream_.error("S0301", stream_.peek().range, "the source has no name").help =
        "write a name before the path, and cite it by that name: `source report \"path/to/report.txt\"`";
    return abandon();
  }
  const auto name = stream_.declaredName("the name of a source");
  if (!name)
    return abandon();
  syntax::Source source{*name, {}, {}, {}};
  if (stream_.peek().is(Kind::equals)) {
    const Token sign = stream_.peek();
    const bool marked = stream_.peek(1).is(Kind::string);
    std::size_t last = 1;
    while (!marked && !stream_.atLineEnd(last + 1))
      ++last;
    const model::Range path{stream_.peek(1).range.begin, stream_.peek(last).range.end};
    const std::string here = marked
                                 ? std::string(stream_.text(stream_.peek(1)))
                                 : quoted(stream_.source().text().substr(path.begin, path.end - path.begin));
    const std::string whole = "source " + std::string(*name) + ' ' + here;
    stream_.error("S0301", sign.range, "no `=` stands between a source and its path")
        .propose({sign.range.begin, path.end}, here)
        .help = "write " + inMarks(whole);
    stream_.next();
    if (!marked) {
      source.path = stream_.source().text().substr(path.begin, path.end - path.begin);
      stream_.toLineEnd();
      file_.sources.push_back(std::move(source));
      return abandon();
    }
  }
  if (auto path = label())
    source.path = std::move(*path);
  else
    textExpected("the path of its text between `\"` marks");
  if (auto description = label())
    source.description = std::move(*description);
  source.words = stream_.wordsFrom(begin);
  file_.sources.push_back(std::move(source));
  finish("a source");
}

// --- conditions

syntax::Expression Parser::expression(ExpressionParser::Of of) {
  auto expression = ExpressionParser(stream_, of).parse();
  afterCondition_ = true;
  if (expression.empty())
    stream_.toLineEnd();
  return expression;
}

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

// `as`, `is`, `means`, `to be` for `=` behind a name
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
  if (length == 0 || !(stream_.atLineEnd(length) || stream_.peek(length).is(Word::because)))
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

// --- names, labels, citations, ends of lines

std::optional<std::string> Parser::label() {
  if (!stream_.peek().is(Kind::string))
    return std::nullopt;
  return unquoted(stream_.text(stream_.next()));
}

std::optional<Parser::Named> Parser::nameAndLabel(const std::string& what) {
  Named named;
  if (stream_.peek().is(Kind::string)) {
    labelAlone(named, what);
    return named;
  }
  const auto name = stream_.declaredName(what);
  if (!name)
    return std::nullopt;
  named.name = *name;
  if (auto text = label()) {
    named.label = std::move(*text);
    named.labelWords = stream_.text(stream_.last());
  } else
    unlabelled_ = stream_.position();
  return named;
}

// `party "Ontario"` or `party "Ontario" Ont`: the name is missing, or comes second.
void Parser::labelAlone(Named& named, const std::string& what) {
  const Token string = stream_.peek();
  named.label = *label();
  named.labelWords = stream_.text(string);
  auto& d = stream_.error("S0303", string.range, "a label stands where " + what + " is expected");
  if (stream_.peek().is(Kind::name)) {
    d.help =
        "put the name first: `" + std::string(stream_.text()) + ' ' + std::string(stream_.text(string)) + '`';
    d.mend({string.range.begin, stream_.peek().range.end},
           std::string(stream_.text()) + ' ' + std::string(stream_.text(string)));
    named.name = stream_.text(stream_.next());
    return;
  }
  d.help = "put a short name before it, by which the rest of the file can call it";
  std::string_view inside = stream_.text(string).substr(1);
  inside = inside.substr(0, named.label.size());
  if (inside == named.label && isName(inside) && wordOf(inside) == Word::none_) {
    named.name = inside;
    d.help = "put the name first, without `\"` marks: `" + named.label + '`';
  }
}

std::optional<syntax::Citation> Parser::citation() {
  const std::size_t begin = stream_.position();
  const Token keyword = stream_.next();
  syntax::Citation c;
  if (stream_.peek().is(Kind::string)) {
    auto& d =
        stream_.error("S0502", keyword.range, "the citation does not say which source the words are from");
    d.help = "write `because SOURCE \"words\"`, and `source SOURCE \"path\"` once";
    if (file_.sources.size() == 1) {
      const std::string here = "because " + std::string(file_.sources.front().name);
      d.propose(keyword.range, here).help = "write `" + here + " \"…\"`";
    }
    stream_.next();
    return std::nullopt;
  }
  const auto source = stream_.name("the name of a source");
  if (!source)
    return std::nullopt;
  c.source = *source;
  const Token words = stream_.peek();
  if (words.is(Kind::statement)) {
    stream_.next();
    c.textWords = stream_.text(words);
    c.text = std::string(c.textWords);
    c.words = stream_.wordsFrom(begin);
    return c;
  }
  const auto text = label();
  if (!text) {
    stream_.expected("the words cited, between `\"` marks").help =
        "write `because " + std::string(*source) + " \"…\"`, with words of that source";
    return std::nullopt;
  }
  c.text = *text;
  c.textWords = stream_.text(words);
  c.words = stream_.wordsFrom(begin);
  return c;
}

void Parser::citations(syntax::Citations& because) {
  while (stream_.peek().is(Word::because)) {
    auto c = citation();
    if (!c)
      return stream_.skipLine();
    because.push_back(std::move(*c));
  }
}

void Parser::because() {
  const Token keyword = stream_.peek();
  if (cited_ != nullptr) {
    citations(*cited_);
    return endLine();
  }
  auto& d = stream_.error("S0501", keyword.range,
                          uncited_.empty() ? "there is nothing before it that a citation could support"
                                           : uncited_ + " cannot be cited");
  d.help = "`because` follows a party, an option, a constraint, a preference statement or a weight";
  stream_.skipLine();
}

void Parser::finish(syntax::Citations& cited) {
  cited_ = &cited;
  uncited_.clear();
  citations(cited);
  endLine();
}

void Parser::finish(const std::string& what) {
  cited_ = nullptr;
  uncited_ = what;
  if (stream_.peek().is(Word::because))
    return because();
  endLine();
}

void Parser::endLine() {
  if (stream_.last().is(Kind::lineEnd)) // left after a mistake
    return;
  const Token& here = stream_.peek();
  if (here.is(Kind::dot) && stream_.atLineEnd(1))
    stream_.error("S0105", here.range, "`.` has no meaning here").mend(here.range, "").help =
        "leave it out: a statement ends with its line";
  else if (here.is(Kind::rightParen))
    stream_.error("S0308", here.range, "this `)` closes nothing").help = "delete it, or open it with `(`";
  else if (here.is(Kind::keyword) && isReservedForLater(here.word))
    stream_.expected("the end of the line");
  else if (!stream_.atLineEnd() && !here.is(Kind::malformed))
    tooMuch(here);
  stream_.skipLine();
}

namespace {

/// How words that join two conditions elsewhere are said here.
std::string otherConnective(std::string_view word) {
  if (word == "nor")
    return "`neither A nor B` is `not A and not B`";
  if (word == "nand")
    return "`A nand B` is `not (A and B)`";
  if (word == "except" || word == "but")
    return "`A except B` is `A if not B`, or `A and not B`";
  if (word == "before" || word == "after" || word == "until")
    return "conditions speak of one state, and nothing in it is before or after";
  if (word == "+")
    return "conditions are counted, not added: `at most one of x, y`, `at least 2 of x, y, z`";
  if (word == "by" || word == "in")
    return "what a party does is `party.option`";
  return {};
}

} // namespace

void Parser::tooMuch(const Token& here) {
  auto& d = stream_.error("S0310", here.range, "unexpected " + inMarks(stream_.text()));
  d.note = "the statement ends after " + inMarks(stream_.text(stream_.last()));
  if (const std::string english = otherConnective(stream_.text(here)); afterCondition_ && !english.empty())
    d.help = english;
  else if (const std::string_view word = stream_.text(stream_.last());
           afterCondition_ && model::markOfWord(word) != model::Mark::none)
    d.help = inMarks(word) + " marks a line of `prefer`, and stands at its beginning";
  else if (afterCondition_ && model::markOfWord(stream_.text(here)) != model::Mark::none)
    d.help = inMarks(stream_.text(here)) + " stands at the beginning of a line of `prefer`";
  else if (here.is(Kind::string) && afterCondition_)
    wordsWithoutSource(d, here);
  else if (here.is(Word::not_) && afterCondition_ && stream_.atLineEnd(1))
    d.help = "`not` stands before what it denies";
  else if (here.is(Kind::leftParen) && unlabelled_ != stream_.position() && remarkInParentheses(d))
    d.help = "a remark stands behind `#`";
  else if (here.is(Kind::greater) && stream_.peek(1).is(Kind::equals) && afterCondition_)
    d.help = "`x >= y` of options is `x if y`: there is no y without x";
  else if (here.is(Kind::leftParen) && afterCondition_ && stringAhead())
    d.help = "words that are cited stand behind `because`: `because SOURCE \"…\"`";
  else if (here.is(Kind::leftParen) && unlabelled_ == stream_.position())
    d.help = "a label stands between `\"` marks";
  else if (here.is(Kind::dash) && afterCondition_)
    d.help = "`A and not B` is A without B; remarks stand behind `#`";
  else if (here.is(Kind::dot) && unlabelled_ == stream_.position())
    d.help = "a name has no `.`; join its words with `_`, and say the rest in a label between `\"` marks";
  else if (afterCondition_ && (here.is(Kind::name) || here.is(Kind::leftParen) || here.is(Word::not_)))
    d.help = "put an operator before it: `and`, `or`, `if`, …";
  else if (afterCondition_ && here.is(Kind::number))
    d.help = "statements have no numbers: the first line is the most important; `weigh` gives each a number";
  else if (here.is(Kind::equals) && stream_.last().is(Kind::string))
    d.help = "`status quo` lists the options that are taken today";
  else if (afterCondition_ && here.is(Kind::dot))
    d.help = "an option is called `party.option`";
  else if (afterCondition_ && here.is(Kind::comma))
    d.help = "write `and` or `or`; a list with commas follows a count, as in `all of x, y`";
  else if ((here.is(Kind::name) || here.is(Kind::dash) || here.is(Kind::equals) || here.is(Kind::comma) ||
            here.is(Kind::arrow)) &&
           unlabelled_ == stream_.position())
    labelWithoutMarks(d, here);
}

// `x (see treaty)`: words that are no condition, to the end of the line or of what is said.
bool Parser::remarkInParentheses(Diagnostic& d) {
  std::size_t close = 1;
  bool words = false;
  for (; !stream_.atLineEnd(close) && !stream_.peek(close).is(Kind::rightParen); ++close) {
    const Token& here = stream_.peek(close);
    if ((standsBetween(here) && !here.is(Kind::comma)) || here.is(Word::not_) || here.is(Kind::string) ||
        (here.is(Kind::name) && stream_.isDeclared(stream_.text(here))))
      return false;
    words = words || here.is(Kind::name);
  }
  if (!words || stream_.atLineEnd(close))
    return false;
  const model::Range range{stream_.peek().range.begin, stream_.peek(close).range.end};
  d.range = range;
  d.message = "unexpected " + inMarks(stream_.wordsBetween(0, close + 1));
  if (stream_.atLineEnd(close + 1))
    d.mend(range, "# " + std::string(stream_.wordsBetween(1, close - 1)));
  return true;
}

bool Parser::stringAhead() const {
  std::size_t ahead = 0;
  while (!stream_.atLineEnd(ahead) && !stream_.peek(ahead).is(Kind::string))
    ++ahead;
  return stream_.peek(ahead).is(Kind::string);
}

// stay "We will never leave"
void Parser::wordsWithoutSource(Diagnostic& d, const Token& here) {
  const std::string source = file_.sources.size() == 1 ? std::string(file_.sources.front().name) : "SOURCE";
  const std::string words(stream_.text(here));
  d.help = "words that are cited stand behind `because`: `because " + source + " \"…\"`";
  if (file_.sources.size() == 1 && stream_.atLineEnd(1))
    d.propose(here.range, "because " + source + ' ' + words);
}

/// `= no`, `default yes`, `optional` behind the name of an option, up to the end of the line: how many
/// tokens.
std::size_t Parser::valueLength() const {
  const bool sign = stream_.peek().is(Kind::equals);
  const std::string_view word = stream_.text();
  const bool before = word == "default" || word == "defaults" || word == "initially" || word == "currently";
  if ((sign || before) && saysTruth(stream_.text(stream_.peek(1))) && stream_.atLineEnd(2))
    return 2;
  return (word == "optional" || word == "possible") && stream_.atLineEnd(1) ? 1 : 0;
}

/// `requires y`, `only if y`, `unless y` behind the name of an option: the constraint that says so; empty if
/// the words say no condition.
std::string Parser::conditionBehindOption() const {
  const std::string_view word = stream_.text();
  const bool two = (word == "only" && (stream_.peek(1).is(Word::if_) || stream_.looksAt("when", 1))) ||
                   (word == "depends" && stream_.looksAt("on", 1));
  const bool needs =
      two || word == "requires" || word == "needs" || word == "if" || word == "when" || word == "presupposes";
  const bool excludes = word == "unless" || word == "excludes" || word == "without";
  std::size_t end = two ? 2 : 1;
  const std::size_t begin = end;
  while (!stream_.atLineEnd(end) && !stream_.peek(end).is(Word::because))
    ++end;
  if ((!needs && !excludes) || end == begin)
    return {};
  const std::string option(stream_.text(stream_.last()));
  const std::string condition(stream_.wordsBetween(begin, end - begin));
  return needs ? "always " + option + " implies " + condition : "never " + option + " and " + condition;
}

// `option x – Some words`, `option x Some words`: the rest of the line is the label.
void Parser::labelWithoutMarks(Diagnostic& d, const Token& here) {
  if (const std::string constraint = conditionBehindOption(); !constraint.empty()) {
    d.help =
        "when an option can be taken is said on a line of its own, below the parties: " + inMarks(constraint);
    return;
  }
  if (const std::size_t length = valueLength(); length > 0) {
    const model::Range range{here.range.begin, stream_.peek(length - 1).range.end};
    d.range = range;
    d.message = "an option has no value where it is declared";
    d.help = "leave it out: what is taken today stands behind `status quo`";
    d.mend({stream_.last().range.end, range.end}, "");
    return;
  }
  d.help = "a label stands between `\"` marks";
  std::size_t ahead = here.is(Kind::name) ? 0 : 1;
  if (stream_.atLineEnd(ahead))
    return;
  if (stream_.peek(ahead).is(Kind::string)) { // `option z = "Third"`
    d.help = "leave out " + inMarks(stream_.text(here));
    d.mend({stream_.last().range.end, here.range.end}, "");
    return;
  }
  const Token first = stream_.peek(ahead);
  while (!stream_.atLineEnd(ahead + 1) && !stream_.peek(ahead + 1).is(Word::because) &&
         !stream_.peek(ahead + 1).is(Kind::string))
    ++ahead;
  const model::Range words{first.range.begin, stream_.peek(ahead).range.end};
  const std::string label = quoted(stream_.source().text().substr(words.begin, words.end - words.begin));
  d.help += ": " + inMarks(label);
  if (stream_.atLineEnd(ahead + 1))
    d.propose({here.range.begin, words.end}, label);
}

void Parser::abandon() {
  cited_ = &discarded_;
  stream_.skipLine();
}

} // namespace stasis::language
