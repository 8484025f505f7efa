// `expect …`: what the model must give.
#include "language/parsing/parser.h"
#include "model/concept.h"
#include "model/lower_case.h"

namespace stasis::language {

using Form = syntax::Expectation::Form;

namespace {

bool namesASet(const TokenStream& stream, std::size_t ahead) {
  return stream.looksAt("equilibria", ahead) || stream.looksAt("equilibrium", ahead) ||
         stream.peek(ahead).is(Word::states) || stream.peek(ahead).is(Word::state);
}

bool isConceptAt(const TokenStream& stream, std::size_t ahead) {
  return stream.peek(ahead).is(Kind::name) &&
         model::findConcept(model::lowerCase(stream.text(stream.peek(ahead)))).has_value();
}

bool namesAPicture(const TokenStream& stream) {
  return stream.looksAt("in") && (stream.peek(1).is(Word::view) || stream.looksAt("hypergame", 1));
}

// in view P, in view P of Q, in hypergame
bool picture(TokenStream& stream, syntax::Expectation& e) {
  const std::size_t begin = stream.position();
  stream.next();
  if (!stream.accept("hypergame")) {
    stream.next();
    const auto party = stream.name("the name of a party");
    if (!party)
      return false;
    e.viewer = *party;
    if (stream.accept(Word::of)) {
      e.secondLevel = true;
      const auto seen = stream.name("the name of a party");
      if (!seen)
        return false;
      e.seen = *seen;
    }
  }
  e.picture = stream.wordsFrom(begin);
  return true;
}

// `expect nash = s4 in view P`; e.words begins with `expect`.
void pictureBehind(TokenStream& stream, const syntax::Expectation& e) {
  const std::size_t begin = stream.position();
  const model::Range range = stream.peek().range;
  stream.toLineEnd();
  const std::string place(stream.wordsFrom(begin));
  const std::string_view expected = e.words.substr(e.words.find(' ') + 1);
  stream.error("S0301", range, "the picture stands before what is expected of it").help =
      "write " + inMarks("expect " + place + ' ' + std::string(expected));
}

} // namespace

void Parser::expectation() {
  const std::size_t begin = stream_.position();
  stream_.next();
  syntax::Expectation e;
  if (namesAPicture(stream_) && !picture(stream_, e))
    return abandon();
  const Token& second = stream_.peek(1);
  bool read = false;
  if (const std::size_t length = spokenSetLength(); length > 0)
    read = expectSpokenSet(e, length);
  else if (stream_.peek().is(Kind::number) && !stream_.looksAt("is", 1) && !second.is(Kind::equals))
    read = expectCount(e);
  else if (conceptSpokenOf())
    read = expectEquilibria(e);
  else if (namesASet(stream_, 1) || conceptInQuantity())
    read = expectQuantity(e);
  else if (second.is(Kind::equals))
    read = expectEquilibria(e);
  else
    read = expectState(e);
  if (!read)
    return abandon();
  e.words = stream_.wordsFrom(begin);
  if (e.picture.empty() && namesAPicture(stream_))
    pictureBehind(stream_, e);
  file_.expectations.push_back(std::move(e));
  finish("an expectation");
}

/// `equilibrium seq`, `equilibria under seq are`, `seq equilibrium` before states, as `expect` does not have
/// it: how many tokens. The sign between has been taken away, or is among them.
std::size_t Parser::spokenSetLength() const {
  const auto isConcept = [&](std::size_t k) {
    return stream_.peek(k).is(Kind::name) && model::findConcept(stream_.text(stream_.peek(k))).has_value();
  };
  const auto isSet = [&](std::size_t k) {
    return stream_.looksAt("equilibria", k) || stream_.looksAt("equilibrium", k);
  };
  std::size_t k = 0;
  if (isSet(0)) {
    k = stream_.looksAt("under", 1) || stream_.looksAt("for", 1) || stream_.peek(1).is(Word::of) ? 2 : 1;
    if (!isConcept(k))
      return 0;
    ++k;
  } else if (isConcept(0) && isSet(1) && !conceptSpokenOf()) {
    k = 2;
  } else {
    return 0;
  }
  if (stream_.peek(k).is(Kind::equals) || stream_.looksAt("is", k) || stream_.looksAt("are", k))
    ++k;
  return stream_.atName(k) || stream_.peek(k).is(Kind::number) || stream_.peek(k).is(Word::none) ? k : 0;
}

bool Parser::expectSpokenSet(syntax::Expectation& e, std::size_t length) {
  e.form = Form::equilibria;
  std::size_t at = 0;
  while (!model::findConcept(stream_.text(stream_.peek(at))))
    ++at;
  e.concepts.push_back(stream_.text(stream_.peek(at)));
  const std::string here = std::string(e.concepts.front()) + " = ";
  const Token first = stream_.peek();
  auto& d = stream_.error("S0302", {first.range.begin, stream_.peek(length - 1).range.end},
                          "the concept alone names its equilibria");
  d.help = "write " + inMarks("expect " + here + "…");
  d.mend({first.range.begin, stream_.peek(length).range.begin}, here);
  for (std::size_t k = 0; k < length; ++k)
    stream_.next();
  return stream_.accept(Word::none) || statesExpected(e);
}

/// States with commas between them.
bool Parser::statesExpected(syntax::Expectation& e) {
  do {
    const auto state = stateName();
    if (!state)
      return false;
    e.states.push_back(*state);
    if (stream_.peek().is(Word::and_)) {
      stream_.error("S0301", stream_.peek().range, "the states are separated by commas")
          .mend({stream_.last().range.end, stream_.peek().range.end}, ",")
          .help = "write `,` for `and`";
      stream_.correct(Kind::comma);
    }
  } while (stream_.accept(Kind::comma));
  return true;
}

// `expect nash equilibria = peace`
bool Parser::conceptSpokenOf() const {
  const Token& sign = stream_.peek(2);
  return stream_.peek().is(Kind::name) && model::findConcept(stream_.text()) && namesASet(stream_, 1) &&
         (sign.is(Kind::equals) || stream_.looksAt("is", 2) || stream_.looksAt("are", 2));
}

bool Parser::expectCount(syntax::Expectation& e) {
  e.form = Form::count;
  if (stream_.text().find('.') != std::string_view::npos) {
    stream_.expected("a whole number of states");
    return false;
  }
  e.number = stream_.text(stream_.next());
  if (const Token word = stream_.peek(); stream_.looksAt("feasible") && stream_.peek(1).is(Word::states)) {
    stream_.error("S0302", word.range, "`feasible` has no meaning here")
        .mend({word.range.begin, stream_.peek(1).range.begin}, "")
        .help = "leave it out: the states that are counted are feasible";
    stream_.next();
  }
  if (!setSpokenOf(e))
    return false;
  return !stream_.accept("where") || query(e);
}

// all|some|no states|equilibria under CONCEPTS satisfy QUERY
bool Parser::expectQuantity(syntax::Expectation& e) {
  e.form = Form::quantity;
  const Token quantity = stream_.next();
  const std::string_view word = stream_.text(quantity);
  if (word == "some")
    e.quantity = model::Quantity::some;
  else if (word == "no")
    e.quantity = model::Quantity::no;
  else if (!quantity.is(Word::all))
    stream_.error("S0302", quantity.range, "expected a number, `all`, `some` or `no`, found " + inMarks(word))
        .help = quantity.is(Word::none)                      ? "write `no`"
                : quantity.is(Word::any)                     ? "write `some`"
                : word == "every" || quantity.is(Word::each) ? "write `all`"
                                                             : "";
  if (!setSpokenOf(e))
    return false;
  if (stream_.accept("satisfy") || stream_.accept("satisfies"))
    return query(e);
  stream_.expected("`satisfy` and a condition").help =
      "for example `expect all equilibria under nash satisfy peace`";
  return false;
}

/// `all nash equilibria`
bool Parser::conceptInQuantity() const {
  const Token& quantity = stream_.peek();
  const bool quantifies = quantity.is(Word::all) || quantity.is(Word::any) || quantity.is(Word::each) ||
                          quantity.is(Word::none) || stream_.looksAt("no") || stream_.looksAt("some") ||
                          stream_.looksAt("every");
  return quantifies && isConceptAt(stream_, 1) && namesASet(stream_, 2);
}

bool Parser::setSpokenOf(syntax::Expectation& e) {
  if (isConceptAt(stream_, 0) && (stream_.looksAt("equilibria", 1) || stream_.looksAt("equilibrium", 1))) {
    const Token word = stream_.next();
    const Token set = stream_.next();
    const std::string here = "equilibria under " + std::string(stream_.text(word));
    stream_.error("S0301", word.range, "the concept follows `under`")
        .mend({word.range.begin, set.range.end}, here)
        .help = "write " + inMarks(here);
    e.concepts.push_back(stream_.text(word));
    return true;
  }
  if (stream_.accept(Word::states) || stream_.accept(Word::state))
    return true;
  if (!stream_.accept("equilibria") && !stream_.accept("equilibrium")) {
    stream_.expected("`states` or `equilibria`");
    return false;
  }
  if (stream_.accept("under"))
    return conceptList(e);
  stream_.expected("`under` and a solution concept").help = "for example `under nash, seq`";
  return false;
}

bool Parser::query(syntax::Expectation& e) {
  e.query = expression(ExpressionParser::Of::stability);
  return !e.query->empty();
}

bool Parser::expectEquilibria(syntax::Expectation& e) {
  e.form = Form::equilibria;
  const auto concept_ = stream_.name("a solution concept");
  if (!concept_)
    return false;
  e.concepts.push_back(*concept_);
  if (namesASet(stream_, 0)) {
    const model::Range before = stream_.last().range;
    const Token set = stream_.next();
    stream_.error("S0302", set.range, inMarks(stream_.text(set)) + " has no meaning here")
        .mend({before.end, stream_.peek().range.end}, " =")
        .help =
        "write " + inMarks(std::string(*concept_) + " = …") + ": the concept alone names its equilibria";
    stream_.correct(Kind::equals);
  }
  stream_.accept(Kind::equals);
  return stream_.accept(Word::none) || statesExpected(e);
}

// `stable` for PARTY
bool Parser::stableFor(syntax::Expectation& e) {
  if (!stream_.accept("for")) {
    stream_.expected("`for` and a party").help =
        "a state is stable for one party; for all of them it is an equilibrium";
    return false;
  }
  const auto party = stream_.name("the name of a party");
  if (!party)
    return false;
  e.party = *party;
  e.stableFor = true;
  return true;
}

// STATE is [not] equilibrium under CONCEPTS, STATE is [not] stable for PARTY under CONCEPTS
bool Parser::expectState(syntax::Expectation& e) {
  e.form = Form::state;
  const std::string forms = "write `expect CONCEPT = states`, `expect STATE is equilibrium under CONCEPT`, "
                            "`expect STATE is stable for PARTY under CONCEPT`, `expect N states` or "
                            "`expect all equilibria under CONCEPT satisfy CONDITION`";
  const auto state = stateName();
  if (!state)
    return false;
  e.states.push_back(*state);
  const bool be = stream_.looksAt("be", 1) && (stream_.looksAt("to") || stream_.looksAt("must") ||
                                               stream_.looksAt("should") || stream_.looksAt("will"));
  if (be) {
    const model::Range said{stream_.peek().range.begin, stream_.peek(1).range.end};
    stream_.error("S0302", said, inMarks(stream_.wordsBetween(0, 2)) + " is said otherwise here")
        .mend(said, "is")
        .help = "write `is`";
    stream_.next();
    stream_.next();
  } else if (const std::size_t in = stream_.peek().is(Word::not_) ? 1 : 0;
             (stream_.looksAt("in", in) || stream_.looksAt("under", in)) && isConceptAt(stream_, in + 1)) {
    const Token first = stream_.peek();
    const model::Range said{first.range.begin, stream_.peek(in).range.end};
    e.negated = in == 1;
    const std::string here = e.negated ? "is not equilibrium under" : "is equilibrium under";
    stream_.error("S0301", said, "expected `is` or `=`, found " + inMarks(stream_.wordsBetween(0, in + 1)))
        .mend(said, here)
        .help = "write " + inMarks(here);
    for (std::size_t k = 0; k <= in; ++k)
      stream_.next();
    return conceptList(e);
  } else if (stream_.looksAt("isn't") || stream_.looksAt("isn’t") || stream_.looksAt("isnt")) {
    const Token word = stream_.next();
    stream_.error("S0302", word.range, inMarks(stream_.text(word)) + " is said otherwise here")
        .mend(word.range, "is not")
        .help = "write `is not`";
    e.negated = true;
  } else if (!stream_.accept("is")) {
    auto& d = stream_.expected("`is` or `=`");
    d.help = model::findConcept(state->words)
                 ? "write `expect " + std::string(state->words) + " =` and the equilibria, or `none`"
                 : forms;
    return false;
  }
  e.negated = stream_.accept(Word::not_) || e.negated;
  if (stream_.looksAt("no") && !e.negated && stream_.peek(1).is(Kind::name)) {
    const Token word = stream_.next();
    stream_.error("S0302", word.range, "`no` is said otherwise here").mend(word.range, "not").help =
        "write `not`";
    e.negated = true;
  }
  if (stream_.looksAt("an") || stream_.looksAt("a") ||
      (stream_.looksAt("the") && stream_.peek(1).is(Kind::name))) {
    const Token article = stream_.next();
    auto& d = stream_.error("S0301", article.range, "no article stands before `equilibrium`");
    d.mend({article.range.begin, stream_.peek().range.begin}, "").help = "leave it out";
    if (stream_.text(article) == "the") {
      d.fixIsSafe = false;
      d.help += "; that there is no other is `expect CONCEPT = STATE`";
    }
  }
  if (stream_.looksAt("unstable") && !e.negated) {
    const Token word = stream_.next();
    stream_.error("S0302", word.range, "`unstable` is said otherwise here")
        .mend(word.range, "not stable")
        .help = "write `not stable`";
    e.negated = true;
    if (!stableFor(e))
      return false;
  } else if (stream_.accept("stable")) {
    if (!stableFor(e))
      return false;
  } else if (stream_.looksAt("unstable")) {
    stream_.expected("`stable`").help = "what is not unstable is stable: `is stable for PARTY under CONCEPT`";
    return false;
  } else if (isConceptAt(stream_, 0) && stream_.atLineEnd(1)) {
    const Token word = stream_.peek();
    const std::string here = "equilibrium under " + std::string(stream_.text(word));
    stream_.error("S0301", word.range, "the concept follows `under`").mend(word.range, here).help =
        "write " + inMarks(here);
    return conceptList(e);
  } else if (isConceptAt(stream_, 0) && stream_.looksAt("equilibrium", 1)) {
    const Token concept_ = stream_.peek();
    const std::string here = "equilibrium under " + std::string(stream_.text(concept_));
    stream_.error("S0301", concept_.range, "the concept follows `under`")
        .mend({concept_.range.begin, stream_.peek(1).range.end}, here)
        .help = "write " + inMarks(here);
    e.concepts.push_back(stream_.text(stream_.next()));
    stream_.next();
    return true;
  } else if (!stream_.accept("equilibrium")) {
    stream_.expected("`equilibrium` or `stable for PARTY`").help = forms;
    return false;
  }
  if (stream_.accept("under"))
    return conceptList(e);
  stream_.expected("`under` and a solution concept").help = "for example `under nash, seq`";
  return false;
}

bool Parser::conceptList(syntax::Expectation& e) {
  do {
    const auto concept_ = stream_.name("a solution concept");
    if (!concept_)
      return false;
    e.concepts.push_back(*concept_);
  } while (stream_.accept(Kind::comma));
  return true;
}

} // namespace stasis::language
