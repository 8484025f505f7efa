// `prefer`, `rank` and `weigh`, and which lines below belong to them.
#include "language/parsing/parser.h"

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
    const std::size_t member =
        stream_.looksAt("member") || stream_.looksAt("party") || stream_.looksAt("one") ? 1 : 0;
    if (const Token first = stream_.peek();
        stream_.peek(member).is(Word::of) && stream_.peek(member + 1).is(Kind::name)) {
      const model::Range said{first.range.begin, stream_.peek(member).range.end};
      stream_.error("S0302", said, inMarks(stream_.wordsBetween(0, member + 1)) + " has no meaning here")
          .mend({said.begin, stream_.peek(member + 1).range.begin}, "")
          .help = "leave it out: the name of the family follows at once";
      for (std::size_t k = 0; k <= member; ++k)
        stream_.next();
    }
  }
  if (stream_.peek().is(Word::all) && stream_.atLineEnd(1))
    return noParty(p);
  const auto party = stream_.name(p.each ? "the name of a family" : "the name of a party");
  if (!party) {
    p.broken = true;
    return false;
  }
  p.party = *party;
  p.header = stream_.wordsFrom(begin);
  if (partiesGoOn())
    otherWishers(p, std::string(stream_.text(keyword)));
  if (const Token word = stream_.peek();
      p.form == Form::rank && stream_.looksAt("is") && !stream_.isDeclared("is") && stream_.atName(1)) {
    stream_.error("S0302", word.range, "`is` has no meaning here")
        .mend({word.range.begin, stream_.peek(1).range.begin}, "")
        .help = "leave it out: the ranking follows at once, the best state first";
    stream_.next();
  }
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

// prefer all
bool Parser::noParty(syntax::Preference& p) {
  const Token word = stream_.next();
  auto& d = stream_.error("S0301", word.range, inMarks(stream_.text(word)) + " names no party");
  d.help =
      "write a block `prefer NAME` for each party; `prefer each FAMILY` speaks of every member of a family";
  p.broken = true;
  const syntax::Words family = onlyFamily();
  if (family.empty())
    return false;
  const std::string here = "each " + std::string(family);
  d.propose(word.range, here).help = "write " + inMarks(here);
  p.each = true;
  p.party = family;
  p.header = stream_.text(word);
  return true;
}

/// The name of the family where the file declares one; else empty.
syntax::Words Parser::onlyFamily() const {
  syntax::Words only;
  for (const auto& party : file_.parties)
    if (party.isFamily) {
      if (!only.empty())
        return {};
      only = party.name;
    }
  return only;
}

/// `and Spain`, `, Spain` behind the name of a party, up to the end of the line.
bool Parser::partiesGoOn() const {
  std::size_t ahead = 0;
  while ((stream_.peek(ahead).is(Word::and_) || stream_.peek(ahead).is(Kind::comma)) &&
         stream_.peek(ahead + 1).is(Kind::name) && stream_.isParty(stream_.text(stream_.peek(ahead + 1))))
    ahead += 2;
  return ahead > 0 && stream_.atLineEnd(ahead);
}

// prefer France and Spain
void Parser::otherWishers(syntax::Preference& p, const std::string& keyword) {
  const Token sign = stream_.peek();
  std::string blocks = inMarks(keyword + ' ' + std::string(p.party));
  while (!stream_.atLineEnd()) {
    stream_.next();
    const std::string_view party = stream_.text(stream_.next());
    blocks += (stream_.atLineEnd() ? " and " : ", ") + inMarks(keyword + ' ' + std::string(party));
  }
  stream_
      .error("S0301", {sign.range.begin, stream_.last().range.end}, inMarks(keyword) + " speaks of one party")
      .help = "write a block for each, " + blocks + ", with the lines below in both";
  p.broken = true;
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
  marksAscend_ = marksAscend();
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
  while (onHeader || lineContinuesBlock(p.form) || ruleAmongWishes(p, indent, headerIndent)) {
    if (!onHeader && (stream_.peek().is(Word::never) || stream_.peek().is(Word::always))) {
      wishAsRule(p);
      continue;
    }
    if (!onHeader && (strayEnd() || strayOrder() || citationInParentheses() ||
                      (p.form == Form::prefer && (judgedCondition() || refusedTogether()))))
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

// A count is a preference statement below `prefer` and a constraint elsewhere.
bool Parser::lineContinuesBlock(Form form) const {
  const Token& first = stream_.peek();
  if (stream_.atEnd() || atNamelikeStatement() || atPartyRanks() ||
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

} // namespace stasis::language
