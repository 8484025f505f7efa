// The lines of `rank`.
#include "language/parsing/parser.h"
#include "language/parsing/state_letters.h"
#include "language/parsing/statement_words.h"

#include <algorithm>
#include <utility>

namespace stasis::language {

using Form = syntax::Preference::Form;

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

// `Local: s4 > s3`, `Local ranks s4 > s3`
bool Parser::atPartyRanks() const {
  const Token& first = stream_.peek();
  const bool named =
      std::ranges::any_of(file_.listed, [&](const auto& state) { return state.name == stream_.text(first); });
  if (!first.is(Kind::name) || !stream_.isParty(stream_.text(first)) || named)
    return false;
  const auto relates = [&](std::size_t k) {
    return stream_.peek(k).is(Kind::greater) || stream_.peek(k).is(Kind::tilde) ||
           stream_.peek(k).is(Kind::muchGreater);
  };
  const auto isState = [&](std::size_t k) {
    const std::string_view word = stream_.text(stream_.peek(k));
    const auto calls = [&](const auto& state) { return state.name == word; };
    return stream_.peek(k).is(Kind::name) &&
           (isStateNumber(word) || isLetters(word) || std::ranges::any_of(file_.listed, calls) ||
            std::ranges::any_of(file_.named, calls));
  };
  const std::size_t verb = isState(1) ? 0 : 1;
  return (verb == 0 || stream_.peek(1).is(Kind::name) || stream_.peek(1).is(Word::rank) ||
          stream_.peek(1).is(Word::prefer)) &&
         isState(1 + verb) && relates(2 + verb);
}

bool Parser::partyRanks() {
  if (!atPartyRanks())
    return false;
  const std::size_t indent = stream_.indentation(stream_.peek());
  const Token party = stream_.next();
  const std::string name(stream_.text(party));
  const bool verb = !stream_.peek(1).is(Kind::greater) && !stream_.peek(1).is(Kind::tilde) &&
                    !stream_.peek(1).is(Kind::muchGreater);
  const Token last = verb ? stream_.next() : party;
  auto& d = stream_.error("S0302", {party.range.begin, last.range.end}, "states are compared below `rank`");
  d.help = "write " + inMarks("rank " + name);
  d.propose({party.range.begin, stream_.endOfHeading(last)}, "rank " + name);
  syntax::Preference& ranks = file_.preferences.emplace_back();
  ranks.form = Form::rank;
  ranks.party = stream_.text(party);
  ranks.header = ranks.party;
  preferenceLines(ranks, indent);
  return true;
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
    remarkInRanking();
    thenInRanking();
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

// war (worst)
void Parser::remarkInRanking() {
  if (!stream_.peek().is(Kind::leftParen) || !stream_.peek(1).is(Kind::name) ||
      !stream_.peek(2).is(Kind::rightParen))
    return;
  const model::Range said{stream_.peek().range.begin, stream_.peek(2).range.end};
  stream_.error("S0310", said, "no remarks stand in a ranking")
      .propose({stream_.last().range.end, said.end}, "")
      .help = "leave it out: the best state stands first, the worst last";
  for (int k = 0; k < 3; ++k)
    stream_.next();
}

// peace, then talks, then war
void Parser::thenInRanking() {
  const std::size_t comma = stream_.peek().is(Kind::comma) ? 1 : 0;
  if (!stream_.looksAt("then", comma) || stream_.isDeclared("then") || !stream_.atName(comma + 1))
    return;
  const model::Range said{stream_.last().range.end, stream_.peek(comma).range.end};
  stream_.error("S0301", stream_.peek(comma).range, "a ranking has `>` or `~` between states")
      .mend(said, " >")
      .help = "write `>`: the better one stands first";
  if (comma == 1)
    stream_.next();
  stream_.correct(Kind::greater);
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
