// Names as people write them who do not know the language yet: `France's strike`, `France: strike`, `France
// does not strike`, `stop/go`. Each is one error that shows how it is written here, and the tokens become
// what it means, so that nothing else goes wrong with it.
#include "language/parsing/statement_words.h"
#include "language/parsing/token_stream.h"
#include "model/mark_words.h"

#include <algorithm>
#include <array>

namespace stasis::language {

namespace {

/// Where an apostrophe stands in a name; `npos` if there is none.
std::size_t apostropheIn(std::string_view name) { return std::min(name.find('\''), name.find("’")); }

/// Verbs between a party and what it does.
bool isVerb(std::string_view word) {
  constexpr std::array<std::string_view, 17> verbs{"does",    "do",     "did",   "takes", "take",   "took",
                                                   "chooses", "choose", "will",  "would", "can",    "must",
                                                   "should",  "may",    "could", "picks", "selects"};
  return std::ranges::find(verbs, word) != verbs.end();
}

} // namespace

std::string_view withoutPossessive(std::string_view name) {
  const bool possessive =
      name.ends_with("'s") || name.ends_with("’s") || name.ends_with('\'') || name.ends_with("’");
  return possessive ? name.substr(0, apostropheIn(name)) : name;
}

std::string withoutApostrophes(std::string_view name) {
  std::string plain(name);
  for (std::size_t at = apostropheIn(plain); at != std::string::npos; at = apostropheIn(plain))
    plain.erase(at, plain[at] == '\'' ? 1 : 3);
  return plain;
}

bool deniesInOneWord(std::string_view word) {
  constexpr std::array<std::string_view, 14> plain{"dont",  "doesnt", "didnt",   "cant",    "cannot",
                                                   "wont",  "avoid",  "prevent", "without", "refuse",
                                                   "nicht", "kein",   "keine",   "не"};
  const bool contracted = word.ends_with("n't") || word.ends_with("n’t");
  return contracted || std::ranges::find(plain, word) != plain.end();
}

bool isHelpingVerb(std::string_view word) { return isVerb(word); }

/// Options by the name of the party or family that has them, as the text declares them, or means to.
TokenStream::OptionsOfParties TokenStream::optionsOfParties() {
  OptionsOfParties all;
  std::vector<std::string_view> owners;
  for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
    if (at > 0 && !tokens_[at - 1].is(Kind::lineEnd))
      continue;
    const Token& first = tokens_[at];
    const Word word = meantBy(at);
    const bool marked = first.is(Kind::dash) || first.is(Kind::star) || first.is(Kind::plus);
    const bool labelled = first.is(Kind::name) && tokens_[at + 1].is(Kind::string);
    if (word == Word::party || word == Word::parties) {
      owners = ownersDeclared(at, word == Word::parties);
      parties_.insert(owners.begin(), owners.end());
      partyLines_.insert(owners.begin(), owners.end());
    } else if (word == Word::option || marked || labelled)
      for (const std::string_view owner : owners)
        all[std::string(owner)].insert(std::string(text(tokens_[labelled ? at : at + 1])));
    else if (first.is(Kind::keyword) && !first.is(Word::because))
      owners.clear();
  }
  return all;
}

/// The word of the language that a line begins with, or means to; an unknown word and a name above an option
/// are a party.
Word TokenStream::meantBy(std::size_t at) const {
  const Token& first = tokens_[at];
  if (const Word word = wordOrSynonym(first, text(first)); word != Word::none_ || !first.is(Kind::name))
    return word;
  const std::size_t end = at + 2 < tokens_.size() && tokens_[at + 2].is(Kind::string) ? at + 3 : at + 2;
  if (end + 1 >= tokens_.size() || !tokens_[at + 1].is(Kind::name) || !tokens_[end].is(Kind::lineEnd))
    return Word::none_;
  const Token& below = tokens_[end + 1];
  return wordOrSynonym(below, text(below)) == Word::option ? Word::party : Word::none_;
}

/// The names after `party` or, of a family and its members, `parties`.
std::vector<std::string_view> TokenStream::ownersDeclared(std::size_t at, bool family) const {
  std::vector<std::string_view> owners;
  for (std::size_t k = at + 1; k < tokens_.size() && !tokens_[k].is(Kind::lineEnd); ++k)
    if (tokens_[k].is(Kind::name) && (k == at + 1 || family))
      owners.push_back(text(tokens_[k]));
  return owners;
}

/// `cannot`, `must not`, `may not` at this token.
bool TokenStream::forbids(std::size_t at) const {
  const std::string_view word = text(tokens_[at]);
  const bool modal = word == "can" || word == "may" || word == "must" || word == "should";
  return word == "cannot" || word == "cant" || word == "can't" || word == "mustn't" ||
         (modal && at + 1 < tokens_.size() && tokens_[at + 1].is(Word::not_));
}

/// `A's x`, `A: x`, `A/x`, `A->x`, `A x`, `A does not take x` at this token.
std::optional<TokenStream::Owned> TokenStream::ownedAt(std::size_t at,
                                                       const OptionsOfParties& options) const {
  if (!tokens_[at].is(Kind::name) || at == 0)
    return std::nullopt;
  const Token& before = tokens_[at - 1];
  const bool names = before.is(Kind::keyword) && before.word >= Word::party && before.word <= Word::source &&
                     before.word != Word::never && before.word != Word::always;
  const std::string_view party = withoutPossessive(text(tokens_[at]));
  const auto own = options.find(std::string(party));
  if (names || before.is(Kind::dot) || own == options.end())
    return std::nullopt;
  const auto isOption = [&](std::size_t k) {
    return k < tokens_.size() && tokens_[k].is(Kind::name) &&
           optionCalled(own->second, text(tokens_[k])).has_value();
  };
  Owned owned{party, at + 1, false, forbids(at + 1), {}};
  if (tokens_[owned.option].is(Kind::joint) || tokens_[owned.option].is(Kind::arrow))
    ++owned.option;
  const auto passes = [&](std::size_t k) {
    const bool denial =
        tokens_[k].is(Word::not_)
            ? k > at
            : tokens_[k].is(Kind::name) && (deniesInOneWord(text(tokens_[k])) || text(tokens_[k]) == "no");
    owned.denied = owned.denied || denial;
    return denial || (tokens_[k].is(Kind::name) && isVerb(text(tokens_[k])));
  };
  while (owned.option < at + 4 && !isOption(owned.option) && passes(owned.option))
    ++owned.option;
  if (!isOption(owned.option))
    return std::nullopt;
  owned.called = *optionCalled(own->second, text(tokens_[owned.option]));
  return owned;
}

/// True if the words between a party and its option may be part of what it does.
bool TokenStream::mayBeDeed(std::size_t party, std::size_t option) const {
  for (std::size_t k = party + 1; k < option; ++k)
    if (text(tokens_[k]) == "refuse" || text(tokens_[k]) == "avoid" || text(tokens_[k]) == "prevent")
      return true;
  return false;
}

// An option of a party, in whatever words, becomes `party.option`.
void TokenStream::dotOwners(const OptionsOfParties& options) {
  std::vector<Token> kept;
  std::size_t first = 0; // of the statement
  Word block = Word::none_;
  // Names follow each other after `unsure` and `attitude`, and after a mark or `for` that begins a line.
  const auto placed = [&](std::size_t at) {
    const std::string_view word = text(tokens_[first]);
    return word == "unsure" || word == "attitude" ||
           (at == first && (model::markOfWord(word) != model::Mark::none || model::attitudeOfWord(word)));
  };
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    first = at > 0 && tokens_[at - 1].is(Kind::lineEnd) ? at : first;
    if (at == first && tokens_[at].is(Kind::keyword) && beginsStatement(tokens_[at].word))
      block = tokens_[at].word;
    // `expect nash = A x`: states stand there
    const bool states =
        tokens_[first].is(Word::expect) && first + 2 < tokens_.size() && tokens_[first + 2].is(Kind::equals);
    const auto owned = placed(at) || states ? std::nullopt : ownedAt(at, options);
    // `A must not x and y` outside a block of wishes: the parser says what follows `never`
    const bool together = owned && owned->forbidden && at == first && block != Word::prefer &&
                          tokens_[std::min(owned->option + 1, tokens_.size() - 1)].is(Word::and_);
    if (!owned || together) {
      kept.push_back(tokens_[at]);
      continue;
    }
    Token option = tokens_[owned->option];
    Token party = tokens_[at];
    if (party.composed == nullptr)
      party.range.end = party.range.begin + owned->party.size();
    const model::Range between{party.range.end, option.range.begin};
    const std::string here = (owned->denied ? "not " : "") + std::string(owned->party) + '.' + owned->called;
    auto& d = error("S0318", {party.range.begin, option.range.end},
                    "an option of a party is called `party.option`");
    d.help = "write " + inMarks(here);
    d.mend({party.range.begin, option.range.end}, here);
    const bool deed = owned->denied && mayBeDeed(at, owned->option);
    if (deed) { // `Nurses refuse overtime`, an option `Refuse overtime`
      d.help +=
          " if it is not taken, " + inMarks(std::string(owned->party) + '.' + owned->called) + " if it is";
      d.fixIsSafe = false;
    }
    if (owned->denied && !(deed && listsOptions(at)))
      kept.push_back({Kind::keyword, Word::not_, party.range});
    if (option.composed == nullptr)
      option.range.end = option.range.begin + owned->called.size();
    kept.insert(kept.end(), {party, {Kind::dot, Word::none_, between}, option});
    at = owned->option;
  }
  tokens_ = std::move(kept);
}

// `option stop/go` and `party Women's`: one error for each such name, whose fix writes all of them.
void TokenStream::sayStrangeNames() {
  const auto declares = [&](std::size_t at) {
    return at > 0 && tokens_[at].is(Kind::name) && tokens_[at - 1].is(Kind::keyword) &&
           (tokens_[at - 1].is(Word::party) || tokens_[at - 1].is(Word::option) ||
            tokens_[at - 1].is(Word::state) || tokens_[at - 1].is(Word::define));
  };
  const auto lengthAt = [&](std::size_t at) -> std::size_t {
    const bool slash = at + 2 < tokens_.size() && tokens_[at + 1].is(Kind::joint) &&
                       text(tokens_[at + 1]) == "/" && tokens_[at + 2].is(Kind::name);
    if (!tokens_[at].is(Kind::name) || tokens_[at].composed != nullptr)
      return 0; // one that has been joined
    return slash ? 3 : apostropheIn(text(tokens_[at])) != std::string_view::npos ? 1 : 0;
  };
  const auto nameAt = [&](std::size_t at, std::size_t length) {
    return withoutApostrophes(text(tokens_[at])) +
           (length == 3 ? '_' + std::string(text(tokens_[at + 2])) : "");
  };
  std::map<std::string, std::vector<model::Range>> found;
  for (std::size_t at = 0; at < tokens_.size(); ++at)
    if (declares(at) && lengthAt(at) > 0)
      found[nameAt(at, lengthAt(at))];
  std::size_t kept = 0;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    Token token = tokens_[at];
    const std::size_t length = lengthAt(at);
    const auto one = length > 0 ? found.find(nameAt(at, length)) : found.end();
    if (one != found.end()) {
      token.range.end = tokens_[at + length - 1].range.end;
      one->second.push_back(token.range);
      at += length - 1;
    }
    tokens_[kept++] = token;
  }
  tokens_.resize(kept);
  for (const auto& [name, places] : found) {
    const auto words = source_.text().substr(places.front().begin, places.front().end - places.front().begin);
    auto& d =
        error("S0112", places.front(),
              words.find('/') == std::string_view::npos ? "a name has no apostrophe" : "a name has no `/`");
    d.help = "write " + inMarks(name);
    for (const model::Range place : places)
      d.mend(place, name);
  }
}

/// Of `most important: x`, where the words before this `:` begin, if no thing is called by any of them.
std::optional<std::size_t> TokenStream::markBefore(std::size_t joint,
                                                   const std::set<std::string_view>& things) const {
  std::size_t at = joint;
  while (at > 0 && tokens_[at - 1].is(Kind::name) && !things.contains(text(tokens_[at - 1])))
    --at;
  const bool whole = at < joint && at > 0 && tokens_[at - 1].is(Kind::lineEnd);
  return whole && !synonym(text(tokens_[at])) ? std::optional(at) : std::nullopt;
}

// `define d: x` wants `=`, `parties F: A, B` wants `of`, `x: yes` is read by the parser; any other `:` is
// left out. `and/or` is `or`; any other `/` is left to the parser.
void TokenStream::sayJoints(const OptionsOfParties& options) {
  std::set<std::string_view> things;
  things.insert(parties_.begin(), parties_.end());
  for (const auto& [owner, own] : options)
    things.insert(own.begin(), own.end());
  std::vector<Token> kept;
  Word block = Word::none_;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    Token token = tokens_[at];
    if (token.is(Kind::keyword) && beginsStatement(token.word) &&
        (at == 0 || tokens_[at - 1].is(Kind::lineEnd)))
      block = token.word;
    const Token& before = tokens_[at - (at > 0 ? 1 : 0)];
    const Token& declarer = tokens_[at - std::min<std::size_t>(at, 2)];
    const Token& after = tokens_[std::min(at + 1, tokens_.size() - 1)];
    const auto becomes = [&](Kind kind, Word word, const std::string& here) {
      auto& d = error("S0105", token.range, inMarks(text(token)) + " has no meaning here");
      d.mend({before.range.end, token.range.end}, ' ' + here).help = "write " + inMarks(here);
      token.kind = kind;
      token.word = word;
    };
    if (!token.is(Kind::joint)) {
    } else if (text(token) == "/") {
      const bool both =
          (before.is(Word::and_) && after.is(Word::or_)) || (before.is(Word::or_) && after.is(Word::and_));
      if (both) {
        const model::Range range{before.range.begin, after.range.end};
        error("S0104", range,
              inMarks(source_.text().substr(range.begin, range.end - range.begin)) +
                  " is not an operator of this language")
            .mend(range, "or")
            .help = "write `or`, which holds where one does or both";
        kept.back() = {Kind::keyword, Word::or_, range};
        ++at;
        continue;
      }
    } else if (conditionFirst(at)) {
      token.kind = Kind::comma;
    } else if (block == Word::prefer && sayWorst(at, kept)) {
      continue;
    } else if (declarer.is(Word::define) || declarer.is(Word::state) || declarer.is(Word::expect)) {
      becomes(Kind::equals, Word::none_, "=");
    } else if (declarer.is(Word::parties)) {
      becomes(Kind::keyword, Word::of, "of");
    } else if (saysTruth(text(after)) && text(after).size() > 1) {
      token.kind = Kind::equals;
    } else if (const auto mark = block == Word::prefer ? markBefore(at, things) : std::nullopt) {
      const model::Range range{tokens_[*mark].range.begin, token.range.end};
      error("S0105", range,
            inMarks(source_.text().substr(range.begin, range.end - range.begin)) + " has no meaning here")
          .mend({range.begin, after.range.begin}, "")
          .help = "leave it out: of wishes the order of the lines is the order of importance";
      kept.resize(kept.size() - (at - *mark));
      continue;
    } else {
      error("S0105", token.range, inMarks(text(token)) + " has no meaning here").mend(token.range, "").help =
          "leave it out: a statement ends with its line";
      continue;
    }
    kept.push_back(token);
  }
  tokens_ = std::move(kept);
}

std::optional<bool> saysTruth(std::string_view word) {
  constexpr std::array<std::string_view, 13> yes{"1",  "yes",    "Y",    "true",  "True",    "TRUE",  "taken",
                                                 "on", "chosen", "done", "holds", "happens", "occurs"};
  constexpr std::array<std::string_view, 9> no{"0",     "no",  "N",       "false",  "False",
                                               "FALSE", "off", "dropped", "refused"};
  if (std::ranges::find(yes, word) != yes.end())
    return true;
  return std::ranges::find(no, word) != no.end() ? std::optional(false) : std::nullopt;
}

} // namespace stasis::language
