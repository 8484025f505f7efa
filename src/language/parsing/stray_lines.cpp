// Lines that begin with no word of the language: what is meant by the word they begin with, by what follows
// it, or by the lines below.
#include "language/codes/codes.h"
#include "language/parsing/parser.h"
#include "language/parsing/statement_words.h"
#include "model/lower_case.h"
#include "model/mark_words.h"

#include <algorithm>
#include <array>
#include <set>

namespace stasis::language {

namespace {

/// Verbs that say that a party does not want what follows.
bool isAgainst(std::string_view verb) {
  constexpr std::array<std::string_view, 9> verbs{"opposes", "oppose", "rejects", "reject", "dislikes",
                                                  "dislike", "hates",  "fears",   "resents"};
  return std::ranges::find(verbs, verb) != verbs.end();
}

} // namespace

// `France wants strike`, `France prefers`, and `France` alone above what it wants.
bool Parser::atPartyWish() const {
  const Token& party = stream_.peek();
  if (!party.is(Kind::name) || !stream_.isParty(stream_.text()) ||
      model::markOfWord(stream_.text()) != model::Mark::none) // the mark of a line, whoever has that name
    return false;
  if (stream_.atLineEnd(1))
    return stream_.indentation(stream_.peek(2)) > stream_.indentation(party) && !stream_.atEnd();
  const Token& verb = stream_.peek(1);
  const std::string_view said = stream_.text(verb);
  const bool wishes = !isHelpingVerb(said) && !deniesInOneWord(said) && said != "no";
  const bool word = (verb.is(Kind::name) && wishes) || verb.is(Word::prefer);
  return word && (stream_.atLineEnd(2) || ExpressionParser::beginsOperand(stream_.peek(2))) &&
         !ExpressionParser::atPhrase(stream_, 1);
}

bool Parser::partyWishes() {
  if (!atPartyWish())
    return false;
  const std::size_t indent = stream_.indentation(stream_.peek());
  const std::size_t begin = stream_.position();
  const Token party = stream_.next();
  const std::string name(stream_.text(party));
  const bool alone = stream_.atLineEnd();
  const bool against = !alone && isAgainst(stream_.text());
  const Token last = alone ? party : stream_.next();
  const model::Range said{party.range.begin, last.range.end};
  auto& d = stream_.error("S0302", said, "what a party wants stands below `prefer`, a line for each wish");
  const bool goesOn = wishEnd_ == begin && file_.preferences.back().party == name;
  if (!goesOn)
    file_.preferences.emplace_back();
  syntax::Preference& wish = file_.preferences.back();
  wish.party = stream_.text(party);
  wish.header = stream_.text(party);
  if (stream_.atLineEnd()) {
    const bool chain = stream_.peek(2).is(Kind::greater) || stream_.peek(2).is(Kind::tilde);
    const bool ranks = alone && chain && std::ranges::any_of(file_.named, [&](const auto& state) {
                         return state.name == stream_.text(stream_.peek(1));
                       });
    const std::string here = (ranks ? "rank " : "prefer ") + name;
    if (ranks) {
      wish.form = syntax::Preference::Form::rank;
      d.message = "states are compared below `rank`";
    }
    d.help = "write " + inMarks(here);
    d.propose({said.begin, stream_.endOfHeading(last)}, here);
    stream_.skipLine();
  } else {
    const std::string line = against ? "not " : "";
    const model::Range gone{said.begin, stream_.peek().range.begin};
    d.help = goesOn
                 ? "leave out " + inMarks(stream_.source().text().substr(said.begin, said.end - said.begin))
                 : "write " + inMarks("prefer " + name) + ", and the wish on the line below";
    d.propose(gone, (goesOn ? "  " : "prefer " + name + "\n  ") + line);
  }
  preferenceLines(wish, indent);
  wishEnd_ = stream_.position();
  return true;
}

// can't strike and fund
bool Parser::deniedConstraint() {
  const Token first = stream_.peek();
  const std::string word = model::lowerCase(stream_.text());
  const bool denies =
      first.is(Kind::name) && (deniesInOneWord(word) || word == "no") && !stream_.isDeclared(stream_.text());
  if (!denies || !ExpressionParser::beginsOperand(stream_.peek(1)))
    return false;
  // `never A if B` forbids whatever is without B, which hardly anybody means.
  bool conditional = false;
  bool others = false;
  std::size_t at = 0;
  std::size_t end = 1;
  for (; !stream_.atLineEnd(end) && !stream_.peek(end).is(Word::because); ++end) {
    others = others || (conditional && stream_.peek(end).is(Word::if_)) || stream_.peek(end).is(Word::or_);
    at = stream_.peek(end).is(Word::if_) ? end : at;
    conditional = conditional || stream_.peek(end).is(Word::if_);
  }
  auto& said =
      stream_.error("S0302", first.range, "no statement begins with " + inMarks(stream_.text(first)));
  if (conditional && !others && at > 1 && at + 1 < end)
    said.propose(first.range, "never").help =
        "what cannot be together follows `never`, with `and` between: write " +
        inMarks("never " + std::string(stream_.wordsBetween(1, at - 1)) + " and " +
                std::string(stream_.wordsBetween(at + 1, end - at - 1)));
  else if (conditional)
    said.propose(first.range, "never").help =
        "what cannot be together follows `never`, with `and` between: `never A and B`";
  else
    said.mend(first.range, "never").help = "what cannot be follows `never`";
  bool without = false; // `no A without B`
  for (std::size_t k = 1; k < end; ++k)
    without = without || stream_.looksAt("without", k) || stream_.looksAt("with", k);
  if (word == "no" && !without && !conditional) {
    said.fixIsSafe = false;
    said.help =
        "what cannot be follows `never`: `never A` for each, or `never A and B` if they cannot be together";
  }
  stream_.correct(Word::never);
  constraint(true);
  return true;
}

/// `hopes France` above what France wants.
bool Parser::atStrangePreference() const {
  const Token& first = stream_.peek();
  return first.is(Kind::name) && stream_.peek(1).is(Kind::name) && stream_.atLineEnd(2) &&
         stream_.isParty(stream_.text(stream_.peek(1))) &&
         stream_.indentation(stream_.peek(3)) > stream_.indentation(first);
}

// A word nobody knows, and a name: a party where options follow, preferences where the name is a party's.
bool Parser::strangeHeader() {
  const Token first = stream_.peek();
  const std::size_t end = stream_.peek(2).is(Kind::string) ? 3 : 2;
  if (!first.is(Kind::name) || !stream_.peek(1).is(Kind::name) || !stream_.atLineEnd(end))
    return false;
  const Token& below = stream_.peek(end + 1);
  const bool optionBelow = wordOrSynonym(below, stream_.text(below)) == Word::option;
  if (!optionBelow && !atStrangePreference())
    return false;
  const Word word = optionBelow ? Word::party : Word::prefer;
  stream_.error("S0302", first.range, "no statement begins with " + inMarks(stream_.text(first)))
      .propose(first.range, std::string(spellingOf(word)))
      .help = "the word here is " + inMarks(spellingOf(word));
  stream_.correct(word);
  statementOf(word);
  return true;
}

namespace {

/// What `are mutually exclusive`, `is required` and their like say of the condition before them.
Word judgement(std::string_view last) {
  constexpr std::array<std::string_view, 8> out{"exclusive", "incompatible", "impossible",    "infeasible",
                                                "forbidden", "excluded",     "contradictory", "disallowed"};
  constexpr std::array<std::string_view, 5> in{"required", "necessary", "mandatory", "certain", "needed"};
  if (std::ranges::find(out, last) != out.end())
    return Word::never;
  return std::ranges::find(in, last) != in.end() ? Word::always : Word::none_;
}

/// Words that may stand between `are` and the judgement.
bool isBesideJudgement(std::string_view word) {
  constexpr std::array<std::string_view, 9> words{"mutually", "always",   "both",       "all",  "simply",
                                                  "strictly", "entirely", "absolutely", "never"};
  return std::ranges::find(words, word) != words.end();
}

/// What is said with `not` of what cannot be.
bool isPermission(std::string_view word) {
  constexpr std::array<std::string_view, 5> words{"allowed", "permitted", "possible", "feasible",
                                                  "compatible"};
  return std::ranges::find(words, word) != words.end();
}

/// `exclude each other`: verbs before `each other` that say that two things are never together.
bool excludes(std::string_view verb) {
  constexpr std::array<std::string_view, 6> verbs{"exclude",  "excludes",    "contradict",
                                                  "conflict", "contradicts", "preclude"};
  return std::ranges::find(verbs, verb) != verbs.end();
}

} // namespace

// strike and fund exclude each other
std::optional<Parser::Judged> Parser::excludeEachOther(std::size_t end) const {
  for (std::size_t k = 1; k + 2 < end; ++k) {
    const std::size_t with = stream_.looksAt("with", k + 1) ? 1 : 0;
    const bool other = (stream_.peek(k + 1 + with).is(Word::each) || stream_.looksAt("one", k + 1 + with)) &&
                       (stream_.looksAt("other", k + 2 + with) || stream_.looksAt("another", k + 2 + with));
    if (excludes(stream_.text(stream_.peek(k))) && other && k + 3 + with == end)
      return Judged{Word::never, std::string(stream_.wordsBetween(0, k))};
  }
  return std::nullopt;
}

// strike and fund are mutually exclusive, strike is incompatible with fund, strike and fund are impossible
// together, strike and fund are never together
std::optional<Parser::Judged> Parser::judgedAhead() const {
  std::size_t end = 0;
  while (!stream_.atLineEnd(end) && !stream_.peek(end).is(Word::because))
    ++end;
  if (end < 2 || !ExpressionParser::beginsOperand(stream_.peek()))
    return std::nullopt;
  if (auto judged = excludeEachOther(end))
    return judged;
  std::size_t verb = 1; // at the verb, or at the judgement where there is none
  const auto judges = [&](std::size_t k) {
    const std::string_view word = stream_.text(stream_.peek(k));
    return stream_.isDeclared(word) ? Word::none_ : judgement(word);
  };
  const auto isVerb = [&](std::size_t k) { return stream_.looksAt("is", k) || stream_.looksAt("are", k); };
  while (verb < end && !isVerb(verb) &&
         (judges(verb) == Word::none_ || !stream_.peek(verb - 1).is(Kind::name)))
    ++verb;
  const bool says = verb < end && judges(verb) == Word::none_;
  std::size_t at = verb + (says ? 1 : 0);
  Word word = Word::none_;
  for (; at < end && isBesideJudgement(stream_.text(stream_.peek(at))); ++at)
    word = stream_.peek(at).is(Word::never) ? Word::never : word;
  if (at + 1 < end && stream_.peek(at).is(Word::not_) && isPermission(stream_.text(stream_.peek(at + 1)))) {
    word = Word::never;
    at += 2;
  } else if (at < end && judges(at) != Word::none_) {
    word = judges(at++);
  }
  if (at < end && stream_.looksAt("together", at))
    ++at;
  else if (at < end && word == Word::never && stream_.looksAt("with", at) &&
           ExpressionParser::beginsOperand(stream_.peek(at + 1)))
    return Judged{word, std::string(stream_.wordsBetween(0, verb)) + " and " +
                            std::string(stream_.wordsBetween(at + 1, end - at - 1))};
  if (word == Word::none_ || at != end)
    return std::nullopt;
  return Judged{word, std::string(stream_.wordsBetween(0, verb))};
}

bool Parser::judgedCondition() {
  const auto judged = judgedAhead();
  if (!judged)
    return false;
  std::size_t end = 0;
  while (!stream_.atLineEnd(end) && !stream_.peek(end).is(Word::because))
    ++end;
  constraintMeant(judged->word, judged->condition, end);
  return true;
}

void Parser::constraintMeant(Word word, const std::string& condition, std::size_t end) {
  const std::string here = std::string(spellingOf(word)) + ' ' + condition;
  const model::Range range{stream_.peek().range.begin, stream_.peek(end - 1).range.end};
  auto& d = stream_.error("S0302", range, "a constraint begins with `never` or `always`");
  d.help = "write " + inMarks(here);
  d.propose(range, here);
  expression();
  abandon();
}

namespace {

/// `Title` at the beginning of a line, too.
std::optional<Word> synonymInAnyCase(std::string_view word) {
  if (const auto known = synonym(word))
    return known;
  std::string small(word);
  if (!small.empty() && small.front() >= 'A' && small.front() <= 'Z')
    small.front() = static_cast<char>(small.front() - 'A' + 'a');
  return synonym(small);
}

} // namespace

std::optional<Word> Parser::meantStatement() const {
  const Token& first = stream_.peek();
  const Token& second = stream_.peek(1);
  const auto meant = synonymInAnyCase(stream_.text(first));
  const bool constrains = meant == Word::never || meant == Word::always; // `constraint if x then y`
  const bool today = meant == Word::status && second.is(Kind::equals);   // `statusquo = none`
  const bool ofParty = (meant == Word::prefer || meant == Word::rank || meant == Word::weigh) &&
                       second.is(Word::of) && stream_.peek(2).is(Kind::name); // `preferences of France`
  const bool operatorFollows =
      !today && !ofParty &&
      ((standsBetween(second) && !(constrains && second.is(Word::if_))) || second.is(Kind::dot));
  if (!first.is(Kind::name) || operatorFollows || stream_.atLineEnd(1))
    return std::nullopt;
  if (stream_.isDeclared(stream_.text(first))) // an option `start` is no `status quo`, and `remove` no `move`
    return std::nullopt;
  if (meant)
    return meant;
  return misspelt(stream_.text(first));
}

// exclusive strike, fund; mutually exclusive: strike, fund
bool Parser::exclusiveList() {
  const std::size_t length = stream_.looksAt("mutually") && stream_.looksAt("exclusive", 1) ? 2
                             : stream_.looksAt("exclusive")                                 ? 1
                                                                                            : 0;
  if (length == 0 || stream_.isDeclared(stream_.text()))
    return false;
  std::size_t ahead = length;
  std::vector<std::string> names;
  while (const std::size_t name = stream_.nameLength(ahead)) {
    names.emplace_back(stream_.wordsBetween(ahead, name));
    ahead += name;
    if (!stream_.peek(ahead).is(Kind::comma) && !stream_.peek(ahead).is(Word::and_))
      break;
    ++ahead;
  }
  if (names.size() < 2 || !stream_.atLineEnd(ahead))
    return false;
  std::string here = "at most one of ";
  for (const std::string& name : names)
    here += (&name == &names.front() ? "" : ", ") + name;
  const model::Range said{stream_.peek().range.begin, stream_.peek(ahead - 1).range.end};
  stream_.error("S0302", said, "what excludes each other is counted").propose(said, here).help =
      "write " + inMarks(here) + "; where one of them must be, `exactly one of`";
  abandon();
  return true;
}

void Parser::wordlessStatement() {
  const Token first = stream_.peek();
  if (first.is(Kind::malformed))
    return abandon();
  if (unmarkedOption() || sourceWithoutWord() || strayOrder() || strayHeading() || partyRanks() ||
      headedLine() || partyRefused() || partyCan() || strayEnd() || exclusiveList() || partyWishes() ||
      deniedConstraint() || judgedCondition() || refusedTogether())
    return;
  if (const auto word = meantStatement()) {
    if (*word == Word::conflict && !file_.title && !stream_.peek(1).is(Kind::string)) {
      file_.title = titleWithoutMarks(stream_.next());
      return finish("the title");
    }
    const std::string right = *word == Word::status ? "status quo" : std::string(spellingOf(*word));
    const bool same = synonymInAnyCase(stream_.text(first)).has_value();
    auto& d = stream_.error("S0302", first.range, "no statement begins with " + inMarks(stream_.text(first)));
    d.help = same ? "the word here is `" + right + '`' : "did you mean `" + right + "`?";
    const bool whole = *word == Word::status && stream_.looksAt("quo", 1);
    const bool ofState = *word == Word::status && // `initial state`, `statusquo =`
                         (stream_.peek(1).is(Word::state) || stream_.peek(1).is(Kind::equals));
    d.propose(ofState ? model::Range{first.range.begin, stream_.peek(1).range.end}
                      : model::Range{first.range.begin, stream_.endOfHeading(first)},
              whole ? "status" : right)
        .fixIsSafe = same;
    if (ofState)
      stream_.next();
    stream_.correct(*word);
    return statementOf(*word);
  }
  if (!wordBeforeStatement() && !strangeHeader() && !wishesWithoutHead())
    strayCondition();
}

// `const conflict "War"`, `the party France`: a word before one that begins a statement
bool Parser::wordBeforeStatement() {
  const Token first = stream_.peek();
  const Token& second = stream_.peek(1);
  const bool begins = second.is(Kind::keyword) && beginsStatement(second.word) && !stream_.atLineEnd(2) &&
                      !standsBetween(stream_.peek(2)) && !second.is(Word::never) &&
                      !second.is(Word::always) && !second.is(Word::because) && !second.is(Word::prefer) &&
                      !second.is(Word::rank);
  if (!first.is(Kind::name) || !begins || stream_.isParty(stream_.text()) ||
      stream_.isDeclared(stream_.text()))
    return false;
  stream_.error("S0302", first.range, inMarks(stream_.text(first)) + " has no meaning here")
      .propose({first.range.begin, second.range.begin}, "")
      .help = "leave it out: the statement begins with " + inMarks(stream_.text(second));
  stream_.next();
  statement();
  return true;
}

/// The party that has no wishes above, and none below, where there is one such; else empty. O(tokens).
syntax::Words Parser::partyWithoutWishes() const {
  std::set<std::string_view> wish;
  for (const syntax::Preference& preference : file_.preferences)
    wish.insert(preference.party);
  for (std::size_t k = 0; !stream_.peek(k).is(Kind::end); ++k)
    if (stream_.peek(k).is(Word::prefer) || stream_.peek(k).is(Word::rank) || stream_.peek(k).is(Word::weigh))
      wish.insert(stream_.text(stream_.peek(k + (stream_.peek(k + 1).is(Word::each) ? 2 : 1))));
  syntax::Words without;
  for (const syntax::Party& party : file_.parties)
    if (!party.isFamily && !wish.contains(party.name)) {
      if (!without.empty())
        return {};
      without = party.name;
    }
  return without;
}

// Conditions below nothing, one a line: the wishes of the only party that has none.
bool Parser::wishesWithoutHead() {
  const Token first = stream_.peek();
  if (stream_.indentation(first) == 0 || stream_.full() ||
      !(first.is(Kind::name) || first.is(Word::not_) || first.is(Kind::leftParen)) ||
      (first.is(Kind::name) && !stream_.isDeclared(stream_.text()) && !stream_.isParty(stream_.text())))
    return false;
  const syntax::Words party = partyWithoutWishes();
  if (party.empty())
    return false;
  const std::string here = "prefer " + std::string(party);
  const std::size_t line = stream_.source().startOf(stream_.source().lineAt(first.range.begin));
  stream_.error("S0304", first.range, "a condition alone says nothing")
      .propose({line, line}, here + '\n')
      .help = "write " + inMarks(here) + " on a line above, if that is what " + std::string(party) +
              " wants; else `always` before what must hold, `never` before what cannot be";
  syntax::Preference& wishes = file_.preferences.emplace_back();
  wishes.party = party;
  wishes.header = stream_.text(first);
  wishes.broken = true;
  preferenceLines(wishes, 0);
  return true;
}

/// The options that the line calls, `length` tokens long.
std::vector<std::string> Parser::optionsNamed(std::size_t length) const {
  std::vector<std::string> options;
  for (std::size_t k = 0; k < length;) {
    const std::size_t name = stream_.peek(k).is(Kind::name) ? stream_.nameLength(k) : 0;
    const std::string words(stream_.wordsBetween(k, std::max<std::size_t>(name, 1)));
    if (name > 0 && stream_.isDeclared(stream_.text(stream_.peek(k + name - 1))) &&
        std::ranges::find(options, words) == options.end())
      options.push_back(words);
    k += std::max<std::size_t>(name, 1);
  }
  return options;
}

// A line that is a condition, or nothing at all.
void Parser::strayCondition() {
  const Token first = stream_.peek();
  const Token second = stream_.peek(1);
  const bool spokenOf = stream_.looksAt("equilibrium") || stream_.looksAt("equilibria"); // `equilibrium: x`
  const bool condition =
      !spokenOf &&
      (first.is(Word::not_) || first.is(Kind::leftParen) || first.is(Word::true_) || first.is(Word::false_) ||
       first.is(Word::self) || first.is(Word::if_) || stream_.looksAt("either") ||
       stream_.looksAt("neither") || stream_.looksAt("both") ||
       (first.is(Kind::name) && (standsBetween(second) || second.is(Kind::dot) || second.is(Kind::plus) ||
                                 second.is(Kind::greater) || stream_.atLineEnd(1))));
  const bool related = ExpressionParser::atPhrase(stream_, stream_.nameLength(0));
  if (condition || related) {
    std::size_t length = 1;
    while (!stream_.atLineEnd(length))
      ++length;
    auto& d = stream_.error("S0304", {first.range.begin, stream_.peek(length - 1).range.end},
                            "a condition alone says nothing");
    d.help = "put `always` before what must hold, `never` before what cannot be; what a party wants goes "
             "below `prefer`";
    if (first.is(Word::not_) && !stream_.atLineEnd(1))
      d.help = "write " + inMarks("never " + std::string(stream_.wordsBetween(1, length - 1))) +
               " if that cannot be, " + inMarks("always " + std::string(stream_.wordsBetween(0, length))) +
               " if this must be; what a party wants goes below `prefer`";
    if (first.is(Word::if_)) {
      std::size_t then = 1;
      while (then < length && !stream_.looksAt("then", then) && !stream_.peek(then).is(Kind::comma))
        ++then;
      const std::size_t begin = then + (stream_.looksAt("then", then + 1) ? 2 : 1);
      const std::string here = then > 1 && begin < length
                                   ? "`always " + std::string(stream_.wordsBetween(begin, length - begin)) +
                                         " if " + std::string(stream_.wordsBetween(1, then - 1)) + '`'
                                   : std::string("`always B if A`");
      d.help = "write " + here + " if that must be; what a party wants goes below `prefer`";
    }
    bool consequence = false; // `x implies y` says what must be
    for (std::size_t k = 0; k < length; ++k)
      consequence = consequence || stream_.peek(k).is(Word::implies) || stream_.peek(k).is(Word::iff);
    if (related || consequence || first.is(Word::if_) || stream_.looksAt("either") ||
        stream_.looksAt("neither"))
      d.propose({first.range.begin, first.range.begin}, "always ");
    expression(); // so that what is wrong with it is said as well
    if (stream_.peek().is(Kind::greater))
      tooMuch(stream_.peek());
  } else if (stream_.looksAt("equilibrium") || stream_.looksAt("equilibria")) {
    stream_.error("S0302", first.range, "no statement begins with " + inMarks(stream_.text(first))).help =
        "what the model must give follows `expect`: `expect nash = STATE, STATE`";
  } else {
    auto& d = stream_.error("S0302", first.range, "no statement begins with " + inMarks(stream_.text(first)));
    if (first.is(Kind::string))
      d.help = "text that describes the conflict follows `about`";
    else if (first.is(Word::irrevocable) || first.is(Word::unresumable))
      d.help = "it follows the name of an option, on the same line";
    else if (first.is(Kind::name)) {
      std::size_t length = 1;
      while (!stream_.atLineEnd(length))
        ++length;
      const auto options = optionsNamed(length);
      d.help =
          "statements begin with party, option, never, always, define, status quo, prefer, rank, weigh, …";
      if (length > 2 && options.size() == 1)
        d.help = "write " + inMarks("never " + options[0]) + " if that cannot be, " +
                 inMarks("always " + options[0]) + " if it must be; what a party wants goes below `prefer`";
      else if (length > 3 && options.size() > 1)
        d.help = "write " + inMarks("never " + options[0] + " and " + options[1]) +
                 " if the two cannot be together, " + inMarks("always " + options[0] + " or " + options[1]) +
                 " if one must be, " + inMarks("always " + options[1] + " if " + options[0]) +
                 " if the first needs the second; what a party wants goes below `prefer`";
    }
  }
  abandon();
}

} // namespace stasis::language
