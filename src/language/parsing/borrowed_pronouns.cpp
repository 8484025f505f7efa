// Words that stand for people and for what they do without naming them: `nobody strikes`, `everyone signs`,
// `France.not strike`, `worst: x`, `if x: y`, and words of the language with a capital at the beginning of a
// line. Each is one error, and the tokens become what it means.
#include "language/parsing/statement_words.h"
#include "language/parsing/token_stream.h"

#include <algorithm>
#include <array>

namespace stasis::language {

namespace {

/// What a word for anybody counts; none for other words.
Word countOfPeople(std::string_view word) {
  constexpr std::array<std::string_view, 4> none{"nobody", "Nobody", "noone", "nobody's"};
  constexpr std::array<std::string_view, 4> all{"everybody", "Everybody", "everyone", "Everyone"};
  constexpr std::array<std::string_view, 9> any{"somebody", "Somebody", "someone", "Someone", "anybody",
                                                "Anybody",  "anyone",   "Anyone",  "other"};
  if (std::ranges::find(none, word) != none.end())
    return Word::none;
  if (std::ranges::find(all, word) != all.end())
    return Word::all;
  return std::ranges::find(any, word) != any.end() ? Word::any : Word::none_;
}

} // namespace

/// The parties and families, in the order of the text, that have an option a word calls; with its name.
std::vector<TokenStream::OwnedOption> TokenStream::ownersOf(std::string_view word,
                                                            const OptionsOfParties& options) const {
  std::vector<OwnedOption> owners;
  for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
    if (at > 0 && !tokens_[at - 1].is(Kind::lineEnd))
      continue;
    if (const Word begins = meantBy(at); begins != Word::party && begins != Word::parties)
      continue;
    const auto own = options.find(std::string(text(tokens_[at + 1])));
    const bool known = std::ranges::any_of(
        owners, [&](const OwnedOption& one) { return own != options.end() && one.party == own->first; });
    if (own == options.end() || known)
      continue;
    if (auto called = optionCalled(own->second, word))
      owners.push_back({std::string(own->first), std::move(*called)});
  }
  return owners;
}

// `nobody strikes` is `none of France.strike, Spain.strike`.
void TokenStream::sayPeople(const OptionsOfParties& options) {
  std::vector<Token> kept;
  Word block = Word::none_;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    const Token& token = tokens_[at];
    const bool begins = at == 0 || tokens_[at - 1].is(Kind::lineEnd);
    if (begins && token.is(Kind::keyword) && beginsStatement(token.word))
      block = token.word;
    const bool declared = token.is(Kind::name) && (isParty(text(token)) || isDeclared(text(token)));
    const bool twoWords = token.is(Kind::name) && (text(token) == "no" || text(token) == "No") &&
                          at + 2 < tokens_.size() && text(tokens_[at + 1]) == "one";
    const Word count = declared || !token.is(Kind::name) || full() ? Word::none_
                       : twoWords                                  ? Word::none
                                                                   : countOfPeople(text(token));
    std::size_t called = at + (twoWords ? 2 : 1);
    if (count != Word::none_ && called < tokens_.size() && text(tokens_[called]) == "else")
      ++called;
    const auto owners = count != Word::none_ && called < tokens_.size() && tokens_[called].is(Kind::name)
                            ? ownersOf(text(tokens_[called]), options)
                            : std::vector<OwnedOption>();
    if (owners.empty()) {
      kept.push_back(token);
      continue;
    }
    const model::Range range{token.range.begin, tokens_[called].range.end};
    const auto piece = [&](Kind kind, Word word, const std::string& words) {
      Token one{kind, word, range};
      saying(one, words);
      kept.push_back(one);
    };
    if (owners.size() == 1 && members_.contains(owners.front().party)) { // a family: its members are the list
      const std::string list = owners.front().party + '.' + owners.front().option;
      const std::string here = std::string(spellingOf(count)) + " of " + list;
      piece(Kind::keyword, count, std::string(spellingOf(count)));
      piece(Kind::keyword, Word::of, "of");
      piece(Kind::name, Word::none_, owners.front().party);
      piece(Kind::dot, Word::none_, ".");
      piece(Kind::name, Word::none_, owners.front().option);
      const bool others = called > at + 1 || text(token) == "other"; // `nobody else`, `other dams`
      auto& d = error("S0318", range, "members of a family are counted by an option of theirs");
      d.help = "write " + inMarks(here) + ": all members are counted, the one who wishes among them";
      if (!others || count == Word::all)
        d.propose(range, here);
      else
        d.help += "; where that one does it itself, " +
                  inMarks((count == Word::none ? "at most one of " : "at least 2 of ") + list);
      at = called;
      continue;
    }
    if (owners.size() == 1) { // a list of one is no list
      const OwnedOption& owned = owners.front();
      if (count == Word::none)
        piece(Kind::keyword, Word::not_, "not");
      piece(Kind::name, Word::none_, owned.party);
      piece(Kind::dot, Word::none_, ".");
      piece(Kind::name, Word::none_, owned.option);
      const std::string alone = (count == Word::none ? "not " : "") + owned.party + '.' + owned.option;
      error("S0318", range, "an option of a party is called `party.option`").propose(range, alone).help =
          "write " + inMarks(alone) + ": nobody else has this option";
      at = called;
      continue;
    }
    std::string here = std::string(spellingOf(count)) + " of";
    piece(Kind::keyword, count, std::string(spellingOf(count)));
    piece(Kind::keyword, Word::of, "of");
    for (const OwnedOption& owned : owners) {
      if (&owned != &owners.front())
        piece(Kind::comma, Word::none_, ",");
      piece(Kind::name, Word::none_, owned.party);
      piece(Kind::dot, Word::none_, ".");
      piece(Kind::name, Word::none_, owned.option);
      here += (&owned == &owners.front() ? " " : ", ") + owned.party + '.' + owned.option;
    }
    auto& d =
        error("S0318", range,
              inMarks(source_.text().substr(range.begin, range.end - range.begin)) + " is said with a list");
    d.help = "write " + inMarks(here);
    d.propose(range, here).fixIsSafe = block == Word::prefer;
    at = called;
  }
  tokens_ = std::move(kept);
}

// `my strike`, `its own strike` below `prefer each` is `self.strike`.
void TokenStream::sayOwn(const OptionsOfParties& options) {
  std::vector<Token> kept;
  bool ofEach = false;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    const Token& token = tokens_[at];
    if ((at == 0 || tokens_[at - 1].is(Kind::lineEnd)) && token.is(Kind::keyword) &&
        beginsStatement(token.word))
      ofEach = token.is(Word::prefer) && at + 1 < tokens_.size() && tokens_[at + 1].is(Word::each);
    const std::string_view word = text(token);
    const bool own =
        token.is(Kind::name) && (word == "my" || word == "its" || word == "own" || word == "their");
    const std::size_t called =
        at + (own && at + 1 < tokens_.size() && text(tokens_[at + 1]) == "own" ? 2 : 1);
    const bool named = own && ofEach && !full() && called < tokens_.size() &&
                       tokens_[called].is(Kind::name) && !isDeclared(word) &&
                       !ownersOf(text(tokens_[called]), options).empty();
    if (!named) {
      kept.push_back(token);
      continue;
    }
    const model::Range range{token.range.begin, tokens_[called].range.end};
    const std::string option = ownersOf(text(tokens_[called]), options).front().option;
    error("S0318", range, "the member's own option is called by `self`").mend(range, "self." + option).help =
        "write " + inMarks("self." + option);
    Token self{Kind::keyword, Word::self, range};
    saying(self, "self");
    Token one{Kind::name, Word::none_, range};
    saying(one, option);
    kept.insert(kept.end(), {self, {Kind::dot, Word::none_, range}, one});
    at = called;
  }
  tokens_ = std::move(kept);
}

// `France.not strike` is `not France.strike`.
void TokenStream::denyBeforeParty() {
  for (std::size_t at = 0; at + 3 < tokens_.size(); ++at) {
    Token* t = &tokens_[at];
    if (!t[0].is(Kind::name) || !t[1].is(Kind::dot) || !t[2].is(Word::not_) || !t[3].is(Kind::name))
      continue;
    if (!isParty(text(t[0])) && t[2].range.begin > t[1].range.end) // `a. not x`, an item of a list
      continue;
    const model::Range range{t[0].range.begin, t[3].range.end};
    const std::string here = "not " + std::string(text(t[0])) + '.' + std::string(text(t[3]));
    error("S0318", range, "`not` stands before the name of the party").mend(range, here).help =
        "write " + inMarks(here);
    const Token party = t[0];
    const Token dot = t[1];
    t[0] = t[2];
    t[1] = party;
    t[2] = dot;
  }
}

// `If`, `When`, `Either` at the beginning of a line.
void TokenStream::lowerCapitals() {
  constexpr std::array<std::string_view, 9> words{"If",   "When",    "Whenever", "Unless", "Not",
                                                  "Both", "Neither", "Either",   "Once"};
  for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
    Token& token = tokens_[at];
    const bool begins = at == 0 || tokens_[at - 1].is(Kind::lineEnd);
    if (!begins || !token.is(Kind::name) || std::ranges::find(words, text(token)) == words.end() ||
        isParty(text(token)) || isDeclared(text(token)) || tokens_[at + 1].is(Kind::lineEnd) ||
        tokens_[at + 1].is(Kind::dot) || standsBetween(tokens_[at + 1]))
      continue;
    std::string small(text(token));
    small.front() = static_cast<char>(small.front() - 'A' + 'a');
    error("S0302", token.range, "words of the language have small letters").mend(token.range, small).help =
        "write " + inMarks(small);
    if (const Word word = wordOf(small); word != Word::none_) {
      token.kind = Kind::keyword;
      token.word = word;
    }
    saying(token, small);
  }
}

/// `if x: y`, `when x: y`: the parser turns it round.
bool TokenStream::conditionFirst(std::size_t joint) const {
  std::size_t first = joint;
  while (first > 0 && !tokens_[first - 1].is(Kind::lineEnd))
    --first;
  const std::string_view word = text(tokens_[first]);
  const bool begins =
      tokens_[first].is(Word::if_) || word == "when" || word == "whenever" || word == "unless";
  return begins && first + 1 < joint && !tokens_[joint + 1].is(Kind::lineEnd);
}

// `worst: x` is `not x`.
bool TokenStream::sayWorst(std::size_t joint, std::vector<Token>& kept) {
  constexpr std::array<std::string_view, 8> against{"worst",   "least", "avoid", "bad",
                                                    "against", "fears", "hates", "dislikes"};
  const Token& word = tokens_[joint - 1];
  if (joint < 2 || !tokens_[joint - 2].is(Kind::lineEnd) || !word.is(Kind::name) ||
      std::ranges::find(against, text(word)) == against.end() || isDeclared(text(word)) ||
      isParty(text(word)))
    return false;
  std::size_t end = joint + 1;
  while (!tokens_[end].is(Kind::lineEnd) && !tokens_[end].is(Kind::end))
    ++end;
  const std::size_t length = end - joint - 1;
  if (length == 0)
    return false;
  const model::Range said{word.range.begin, tokens_[joint].range.end};
  const bool single = length == 1 || (length == 3 && tokens_[joint + 2].is(Kind::dot));
  auto& d = error("S0105", said,
                  inMarks(source_.text().substr(said.begin, said.end - said.begin)) + " has no meaning here");
  d.help =
      single ? "write " + inMarks("not " + std::string(source_.text().substr(
                                               tokens_[joint + 1].range.begin,
                                               tokens_[end - 1].range.end - tokens_[joint + 1].range.begin)))
             : "write `not (…)`";
  d.help += "; the place of the line says how important that is";
  if (single)
    d.propose({said.begin, tokens_[joint + 1].range.begin}, "not ");
  kept.back() = {Kind::keyword, Word::not_, word.range};
  return true;
}

} // namespace stasis::language
