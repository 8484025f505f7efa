// `prefer`, `rank` and `weigh` and the lines below them.
#include "language/parsing/parser.h"
#include "language/parsing/statement_words.h"

#include <algorithm>
#include <array>
#include <optional>
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
  else if (form == Form::weigh)
    weightFormula(kept);
  preferenceLines(kept, indent);
}

bool Parser::preferenceHeader(syntax::Preference& p) {
  const std::size_t begin = stream_.position();
  const Token keyword = stream_.next();
  wordBeforeParty(p);
  if (stream_.peek().is(Word::each)) {
    p.each = true;
    if (p.form != Form::prefer)
      stream_.error("S0301", stream_.peek().range, "`each` follows `prefer` only").help =
          "write a `" + std::string(stream_.text(keyword)) + "` for each party";
    stream_.next();
    if (const Token of = stream_.peek(); of.is(Word::of) && stream_.peek(1).is(Kind::name)) {
      stream_.error("S0302", of.range, "`of` has no meaning here")
          .mend({of.range.begin, stream_.peek(1).range.begin}, "")
          .help = "leave it out: the name of the family follows at once";
      stream_.next();
    }
  }
  const auto party = stream_.name(p.each ? "the name of a family" : "the name of a party");
  if (!party) {
    p.broken = true;
    return false;
  }
  p.party = *party;
  p.header = stream_.wordsFrom(begin);
  if (stream_.peek().is(Kind::equals) && (p.form != Form::weigh || stream_.peek(1).is(Kind::lineEnd))) {
    const Token sign = stream_.next();
    stream_.error("S0301", sign.range, inMarks(stream_.text(sign)) + " has no meaning here")
        .mend({p.header.empty() ? sign.range.begin : stream_.tokenAt(stream_.position() - 2).range.end,
               sign.range.end},
              "")
        .help = "leave it out: what the party wants stands below, a line for each";
  }
  return true;
}

// prefer for France, prefer every Ally
void Parser::wordBeforeParty(syntax::Preference& p) {
  const Token word = stream_.peek();
  const Token& next = stream_.peek(1);
  const std::string_view text = stream_.text(word);
  const bool every = word.is(Word::all) || word.is(Word::any) || (word.is(Kind::name) && text == "every");
  const bool needless =
      word.is(Word::of) || (word.is(Kind::name) && (text == "for" || text == "by" || text == "the"));
  if ((!every && !needless) || !(next.is(Kind::name) || next.is(Word::of) || next.is(Word::each)))
    return;
  if (every && p.form == Form::prefer) {
    stream_.error("S0302", word.range, inMarks(text) + " has no meaning here").mend(word.range, "each").help =
        "the word here is `each`";
    return stream_.correct(Word::each);
  }
  stream_.error("S0302", word.range, inMarks(text) + " has no meaning here")
      .mend({word.range.begin, next.range.begin}, "")
      .help = "leave it out: the name of the party follows at once";
  stream_.next();
}

// A line that begins with no statement's word belongs to the preference; the first may stand beside the
// party.
void Parser::preferenceLines(syntax::Preference& p, std::size_t headerIndent) {
  bool onHeader = !stream_.last().is(Kind::lineEnd);
  std::optional<std::size_t> indent;
  while (stream_.peek().is(Word::because))
    because();
  if (!onHeader &&
      ((p.form == Form::rank && rankedByNumbers(p)) || (p.form == Form::weigh && statesWeighed(p))))
    return;
  if (p.form == Form::prefer && statesPreferred(p)) {
    const auto begin = static_cast<std::size_t>(p.header.data() - stream_.source().text().data());
    const std::string here = "rank " + std::string(p.party);
    auto& d = stream_.error("S0301", {begin, begin + p.header.size()}, "states are compared below `rank`");
    d.help = "write " + inMarks(here) + "; below `prefer` stand conditions, a line for each";
    d.propose({begin, begin + p.header.size()}, here);
    p.form = Form::rank;
  }
  while (onHeader || lineContinuesBlock(p.form)) {
    if (!onHeader && (strayEnd() || (p.form == Form::prefer && (judgedCondition() || refusedTogether()))))
      continue;
    const Token first = stream_.peek();
    const auto wish = p.form == Form::prefer ? wishWords() : std::nullopt;
    if (!onHeader && !wish && meantStatementInBlock(p.form))
      return;
    if (!onHeader && p.form == Form::prefer)
      warnOfConstraint(p, first, headerIndent, indent);
    onHeader = false;
    afterCondition_ = false;
    if (first.is(Kind::keyword) && isReservedForLater(first.word)) {
      reservedForLater();
      p.broken = true;
    } else if (p.form == Form::prefer) {
      if (wish)
        dropWishWords(*wish);
      dropListMark(false);
      statementTier(p);
    } else if (p.form == Form::rank) {
      if (!conditionsInRank(p)) {
        dropListMark(true);
        if (!conditionsInRank(p))
          rankLine(p);
      }
    } else {
      weightLine(p);
    }
    while (stream_.peek().is(Word::because))
      because();
  }
  if (const std::size_t block = indent.value_or(stream_.indentation(stream_.peek()));
      p.form == Form::prefer && block > headerIndent)
    warnOfWish(p, block);
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
  std::size_t end = 1;
  while (!stream_.atLineEnd(end) && !stream_.peek(end).is(Word::because))
    ++end;
  const std::string words(stream_.wordsBetween(1, end - 1));
  const bool single = stream_.nameLength(1) == end - 1;
  const std::string wish = !denied ? words : single ? "not " + words : "not (" + words + ')';
  d.help = "a wish is " + inMarks(wish) + "; a constraint for all stands at the margin, before the wishes";
  d.propose({word.range.begin, stream_.peek(end - 1).range.end}, wish);
}

// A count is a preference statement below `prefer` and a constraint elsewhere.
bool Parser::lineContinuesBlock(Form form) const {
  const Token& first = stream_.peek();
  if (stream_.atEnd() || atNamelikeStatement() ||
      (form == Form::prefer && (atPartyWish() || atStrangePreference())))
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

namespace {

bool isOrdinal(std::string_view word) {
  constexpr std::array<std::string_view, 15> words{"first",  "second",  "third",    "fourth",  "then",
                                                   "next",   "firstly", "secondly", "thirdly", "finally",
                                                   "lastly", "best",    "also",     "ideally", "preferably"};
  return std::ranges::find(words, word) != words.end();
}

/// `i`, `ii`, `iv`: up to twelve.
bool isRomanNumeral(std::string_view word) {
  constexpr std::array<std::string_view, 12> numerals{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                      "vii", "viii", "ix",  "x",  "xi", "xii"};
  return std::ranges::find(numerals, word) != numerals.end();
}

/// Words that want what follows only where what is above fails.
bool isOtherwise(std::string_view word) {
  return word == "otherwise" || word == "else" || word == "alternatively" || word == "failing_that";
}

} // namespace

// `1. pump`, `(a) pump`, `b) pump`, `first pump`, `- pump`, `* pump`: how many tokens before the statement.
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
  const bool apart = stream_.peek(1).is(Kind::dot) && stream_.peek(2).range.begin > stream_.peek(1).range.end;
  if (apart && (isItem(0) || isRomanNumeral(stream_.text())) && !stream_.isParty(stream_.text()) && begins(2))
    return 2;
  const bool otherwise = !states && mark.is(Kind::name) && isOtherwise(stream_.text());
  if (otherwise && (stream_.isDeclared(stream_.text()) || stream_.isParty(stream_.text())))
    return 0;
  if (mark.is(Kind::name) && (otherwise || isOrdinal(stream_.text()) || (states && stream_.looksAt("worst"))))
    return begins(1) ? 1 : stream_.peek(1).is(Kind::comma) && begins(2) ? 2 : 0;
  if (!mark.is(Kind::number))
    return 0;
  if (stream_.peek(1).is(Kind::dot) && begins(2))
    return 2;
  return begins(1) ? 1 : 0;
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
  const bool number = length > 1 || mark.is(Kind::number) || mark.is(Kind::name);
  auto& d = stream_.error("S0301", {mark.range.begin, stream_.last().range.end},
                          what + (number ? " have no numbers" : " have no mark") + " before them");
  d.help = states ? "leave it out: a ranking is one chain, `>` before a worse state"
                  : "leave it out: the order of the lines is the order of importance";
  if (!states && isOtherwise(stream_.text(mark))) {
    d.message = inMarks(stream_.text(mark)) + " has no meaning here";
    d.help =
        "leave it out: a line decides where those above it do not; what is wanted only where the line above "
        "fails is `B if not A`";
    d.propose({mark.range.begin, stream_.peek().range.begin}, "");
    return;
  }
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
  std::vector<Edit> edits = newLineAtEach(sign, "\n" + indent);
  if (start <= sign.range.begin)
    d.fix = std::move(edits);
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

// Below `rank`, `1. x and not y`: conditions, which are not states.
bool Parser::conditionsInRank(syntax::Preference& p) {
  const Token first = stream_.peek();
  bool joined = first.is(Word::not_) || first.is(Kind::leftParen);
  for (std::size_t ahead = 1; !joined && !stream_.atLineEnd(ahead); ++ahead)
    joined = stream_.peek(ahead).is(Word::and_) || stream_.peek(ahead).is(Word::or_);
  const bool option = first.is(Kind::name) && stream_.peek(1).is(Kind::dot);
  if (!joined && !option)
    return false;
  if (!p.brokenChain)
    stream_.error("S0301", first.range, "a ranking is made of states, and this is a condition").help =
        "give each state that is meant by its letters (`YNN > NNY`) or a name (`state war = x, y`); "
        "conditions, "
        "most important first, stand below `prefer`";
  p.broken = true;
  p.brokenChain = true;
  abandon();
  return true;
}

// `others`, `the rest`, `all other states` among the states of a ranking: how many tokens; 0 if something of
// that name is declared.
std::size_t Parser::restLength() const {
  std::size_t k = 0;
  while (k < 2 && (stream_.looksAt("the", k) || stream_.peek(k).is(Word::all) ||
                   stream_.looksAt("everything", k) || stream_.looksAt("anything", k)))
    ++k;
  if (!meansTheRest(stream_.text(stream_.peek(k))) || stream_.isDeclared(stream_.text(stream_.peek(k))))
    return 0;
  ++k;
  const bool states =
      stream_.peek(k).is(Word::states) || stream_.looksAt("outcomes", k) || stream_.looksAt("ones", k);
  return k + (states ? 1 : 0);
}

void Parser::rankLine(syntax::Preference& p) {
  if (!p.classes.empty() && !p.brokenChain) {
    auto& d =
        stream_.error("S0403", stream_.peek().range, "a ranking is one chain, and the line before ends it");
    d.help = "end the line before with `>` or `~`";
    p.brokenChain = true;
    const Token& before = stream_.tokenAt(stream_.position() - 2);
    if (stream_.last().is(Kind::lineEnd))
      d.propose({before.range.end, before.range.end}, " >");
  }
  markOutsidePrefer(Form::rank);
  bool tie = false;
  bool commas = false;
  for (;;) {
    std::optional<syntax::StateName> state;
    if (const std::size_t rest = restLength(); rest > 0) {
      state = syntax::StateName{stream_.wordsBetween(0, rest)};
      for (std::size_t k = 0; k < rest; ++k)
        stream_.next();
    } else {
      state = stateName();
    }
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

} // namespace stasis::language
