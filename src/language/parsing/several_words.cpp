// Names that are no single word: `party Port Company`, `parties Allies of United Kingdom, France`, `option
// raise-pay`. Each is one error at its declaration; its fix writes every place where the file calls it, and
// the tokens become one name there, so that nothing else goes wrong with it. O(tokens).
#include "language/parsing/statement_words.h"
#include "language/parsing/token_stream.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace stasis::language {

namespace {

/// A declaration's words that stand where one name should.
struct Phrase {
  std::vector<std::string_view> words;
  std::string name;
  std::size_t from = 0;        ///< its tokens in the declaration
  bool onlyMember = false;     ///< of a family, which has two or more
  bool called = false;         ///< the file calls it so again, or joined by `_`
  bool firstWordAlone = false; ///< the file calls its first word alone
  std::vector<model::Range> places{};
};

bool isArticle(std::string_view word) {
  constexpr std::array<std::string_view, 6> articles{"the", "The", "a", "A", "an", "An"};
  return std::ranges::find(articles, word) != articles.end();
}

/// `Ministry_of_Health`, `North` for `The North`; `A_B`, since a letter before a letter is no article.
std::string joined(const std::vector<std::string_view>& words) {
  const bool letters =
      std::ranges::all_of(words, [](std::string_view word) { return word.size() == 1 || isArticle(word); });
  std::string name;
  for (std::size_t k = isArticle(words.front()) && !letters ? 1 : 0; k < words.size(); ++k)
    name += (name.empty() ? "" : "_") + withoutApostrophes(words[k]);
  return name;
}

/// `A, B, C`
std::string listed(const std::vector<std::string_view>& words) {
  std::string list;
  for (const std::string_view word : words)
    list += (list.empty() ? "" : ", ") + std::string(word);
  return list;
}

std::string pairKey(std::string_view first, std::string_view second) {
  return std::string(first) + '\n' + std::string(second);
}

/// The phrases of a file, found where they stand by their first two words.
class PhraseBook {
public:
  PhraseBook(const TokenStream& stream, const std::vector<Token>& tokens) : stream_(stream), tokens_(tokens) {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at)
      if (at == 0 || tokens_[at - 1].is(Kind::lineEnd))
        declaration(at);
    if (phrases_.empty())
      return;
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      byPair_[pairKey(phrases_[i].words[0], phrases_[i].words[1])].push_back(i);
      byFirst_[phrases_[i].words.front()].push_back(i);
      byName_[phrases_[i].name].push_back(i);
    }
    for (auto& [pair, list] : byPair_) // the longest first
      std::ranges::stable_sort(list, std::greater{}, [&](std::size_t i) { return phrases_[i].words.size(); });
    seeCalls();
    for (auto& [pair, list] : byPair_)
      std::erase_if(list, [&](std::size_t i) { return isLabel(phrases_[i]) && !phrases_[i].onlyMember; });
  }

  std::vector<Phrase>& phrases() { return phrases_; }

  /// The phrase that stands here, longest first; none.
  Phrase* at(std::size_t place) {
    if (!mayStand(place) || place + 1 >= tokens_.size())
      return nullptr;
    const auto found = byPair_.find(pairKey(word(place), word(place + 1)));
    if (found == byPair_.end())
      return nullptr;
    for (const std::size_t i : found->second)
      if (stands(phrases_[i].words, place))
        return &phrases_[i];
    return nullptr;
  }

private:
  bool mayStand(std::size_t place) const { return tokens_[place].is(Kind::name); }

  /// A name's text without `'s`.
  std::string_view word(std::size_t at) const {
    const std::string_view text = stream_.text(tokens_[at]);
    return tokens_[at].is(Kind::name) ? withoutPossessive(text) : text;
  }

  // Where no words are called again, the first is the name if the file calls it, and the others describe it.
  static bool isLabel(const Phrase& phrase) {
    constexpr std::size_t longestName = 4;
    const bool several = std::ranges::find(phrase.words, "and") != phrase.words.end();
    return !phrase.called && (phrase.firstWordAlone || several || phrase.words.size() > longestName);
  }

  void declaration(std::size_t at) {
    const Token& first = tokens_[at];
    const Word keyword = wordOrSynonym(first, stream_.text(first));
    const bool item = first.is(Kind::dash) || first.is(Kind::star);
    if (keyword == Word::parties)
      return family(at);
    const bool equated = keyword == Word::state || keyword == Word::define;
    if (item || keyword == Word::party || keyword == Word::option || equated)
      phrase(at + 1, equated);
  }

  // parties United Nations of New Zealand, France
  void family(std::size_t at) {
    std::size_t next = at + 1;
    while (tokens_[next].is(Kind::name))
      ++next;
    add(at + 1, next);
    const std::size_t known = phrases_.size();
    std::size_t members = 0;
    while (next + 1 < tokens_.size() &&
           (tokens_[next].is(Word::of) || tokens_[next].is(Kind::joint) || tokens_[next].is(Kind::comma) ||
            tokens_[next].is(Word::and_) || tokens_[next].is(Kind::string))) {
      members += tokens_[next].is(Kind::string) ? 0 : 1;
      next = phrase(next + 1, false, true);
    }
    if (members == 1 && phrases_.size() == known + 1)
      phrases_.back().onlyMember = true;
  }

  /// `perhaps irrevocable`, `perhaps 0.7 irrevocable`: not part of the name before it.
  bool beginsDoubt(std::size_t at) const {
    if (!tokens_[at].is(Kind::name) || word(at) != "perhaps")
      return false;
    const Token& behind = tokens_[at + (tokens_[at + 1].is(Kind::number) ? 2 : 1)];
    return behind.is(Word::irrevocable) || behind.is(Word::unresumable);
  }

  /// The words from here up to the end of the line, a label or a sign; where they end. `equated`: `=`
  /// follows.
  std::size_t phrase(std::size_t from, bool equated, bool inFamily = false) {
    std::size_t next = from;
    const auto joins = [&](const Token& t) {
      return t.is(Word::of) || t.is(Word::at) || t.is(Word::all) || (t.is(Word::and_) && !inFamily);
    };
    while ((tokens_[next].is(Kind::name) && !(next > from && beginsDoubt(next))) ||
           (next > from && joins(tokens_[next]) && tokens_[next + 1].is(Kind::name)))
      ++next;
    const Token& after = tokens_[next];
    const bool lineEnds = (after.is(Kind::lineEnd) || after.is(Kind::end)) && !equated;
    const bool ends = lineEnds || after.is(Kind::string) || after.is(Kind::equals) || after.is(Kind::comma) ||
                      after.is(Word::and_) || after.is(Word::irrevocable) || after.is(Word::unresumable) ||
                      after.is(Word::because) || beginsDoubt(next);
    if (ends)
      add(from, next);
    return next;
  }

  void add(std::size_t from, std::size_t to) {
    if (to < from + 2)
      return;
    Phrase phrase;
    for (std::size_t k = from; k < to; ++k)
      phrase.words.push_back(word(k));
    phrase.name = joined(phrase.words);
    phrase.from = from;
    const bool known =
        isWay(phrase.words.back()) || wordOf(phrase.name) != Word::none_ || phrase.name.empty();
    if (!known)
      phrases_.push_back(std::move(phrase));
  }

  /// `option dig irreversible`: the parser knows what is meant.
  static bool isWay(std::string_view word) {
    return word == "irreversible" || word == "permanent" || word == "final" || word.starts_with("irrevoc") ||
           word.starts_with("unresum");
  }

  bool stands(const std::vector<std::string_view>& words, std::size_t at) const {
    for (std::size_t k = 0; k < words.size(); ++k)
      if (at + k >= tokens_.size() || tokens_[at + k].is(Kind::lineEnd) || tokens_[at + k].is(Kind::string) ||
          word(at + k) != words[k])
        return false;
    return true;
  }

  void seeCalls() {
    std::unordered_map<std::size_t, const Phrase*> declared;
    for (const Phrase& phrase : phrases_)
      declared.emplace(phrase.from, &phrase);
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (const auto own = declared.find(at); own != declared.end()) {
        at += own->second->words.size() - 1;
      } else if (Phrase* here = this->at(at)) {
        here->called = true;
        at += here->words.size() - 1;
      } else if (tokens_[at].is(Kind::name)) {
        for (const std::size_t i : listOf(byName_, word(at)))
          phrases_[i].called = true;
        for (const std::size_t i : listOf(byFirst_, word(at)))
          phrases_[i].firstWordAlone = true;
        byFirst_.erase(word(at)); // said once
      }
    }
  }

  template <class Map> static std::vector<std::size_t> listOf(const Map& map, std::string_view key) {
    const auto found = map.find(typename Map::key_type(key));
    return found == map.end() ? std::vector<std::size_t>() : found->second;
  }

  const TokenStream& stream_;
  const std::vector<Token>& tokens_;
  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, std::vector<std::size_t>> byPair_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> byFirst_;
  std::unordered_map<std::string, std::vector<std::size_t>> byName_;
};

} // namespace

void TokenStream::joinWords() {
  PhraseBook book(*this, tokens_);
  if (book.phrases().empty())
    return;
  std::vector<Token> kept;
  kept.reserve(tokens_.size());
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    Token token = tokens_[at];
    Phrase* phrase = book.at(at);
    if (phrase != nullptr && phrase->onlyMember && !phrase->called) {
      phrase->places.push_back({token.range.begin, tokens_[at + phrase->words.size() - 1].range.end});
      for (std::size_t k = 0; k < phrase->words.size(); ++k) {
        const std::size_t end = tokens_[at + k].range.begin;
        if (k > 0)
          kept.push_back({Kind::comma, Word::none_, {end, end}});
        kept.push_back(tokens_[at + k]);
      }
      at += phrase->words.size() - 1;
      continue;
    }
    if (phrase != nullptr) {
      at += phrase->words.size() - 1;
      token.range.end = tokens_[at].range.end;
      saying(token, phrase->name);
      phrase->places.push_back(token.range);
    }
    kept.push_back(token);
  }
  for (const Phrase& phrase : book.phrases()) {
    if (phrase.places.empty())
      continue;
    if (phrase.onlyMember && !phrase.called) {
      auto& d = error("S0301", phrase.places.front(), "the members of a family are separated by commas");
      d.help = "write " + inMarks(listed(phrase.words)) + ", or " + inMarks(phrase.name) + " if that is one";
      d.propose(phrase.places.front(), listed(phrase.words));
      continue;
    }
    // `the` describes nothing; `a` may be a name itself.
    const std::string_view first = phrase.words.front();
    const bool certain = phrase.called || ((first == "the" || first == "The") && !phrase.firstWordAlone &&
                                           phrase.words.size() == 2 && !isArticle(phrase.words.back()));
    auto& d = error("S0112", phrase.places.front(), "a name is one word");
    d.help = "write " + inMarks(phrase.name);
    if (!certain)
      d.help += "; words that only describe it stand between `\"` marks after the name";
    for (const model::Range place : phrase.places)
      d.mend(place, phrase.name);
    d.fixIsSafe = certain;
  }
  tokens_ = std::move(kept);
}

// How many tokens `stop-loading` has, written without spaces; letters of a listed state (`N-Y`) are no name.
std::size_t TokenStream::hyphenatedLength(std::size_t at) const {
  std::size_t length = 1;
  const auto touches = [&](std::size_t i) { return tokens_[i].range.begin == tokens_[i - 1].range.end; };
  const auto joins = [&](const Token& sign, const Token& next) {
    return sign.is(Kind::dash) ? next.is(Kind::name) || next.is(Kind::keyword)
                               : sign.is(Kind::plus) && next.is(Kind::number); // `P5+1`
  };
  while (at + length + 1 < tokens_.size() && joins(tokens_[at + length], tokens_[at + length + 1]) &&
         touches(at + length) && touches(at + length + 1))
    length += 2;
  const std::size_t begin = tokens_[at].range.begin;
  const auto words = source_.text().substr(begin, tokens_[at + length - 1].range.end - begin);
  return length > 1 && words.find_first_not_of("YNyn-") == std::string_view::npos ? 1 : length;
}

// One error for each such name, however often it is called, whose fix writes all of them.
void TokenStream::joinHyphenated() {
  std::map<std::string, std::vector<model::Range>> found;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < tokens_.size();) {
    const std::size_t length = tokens_[at].is(Kind::name) ? hyphenatedLength(at) : 1;
    Token token = tokens_[at];
    token.range.end = tokens_[at + length - 1].range.end;
    if (length > 1) {
      std::string name;
      for (std::size_t k = 0; k < length; k += 2)
        name += (k == 0 ? "" : "_") + std::string(text(tokens_[at + k]));
      found[name].push_back(token.range);
      saying(token, std::move(name));
    }
    tokens_[kept++] = token;
    at += length;
  }
  tokens_.resize(kept);
  for (const auto& [name, places] : found) {
    const bool plus =
        source_.text().substr(places.front().begin, name.size()).find('+') != std::string_view::npos;
    auto& d = error("S0112", places.front(), plus ? "a name has no `+`" : "a name has no `-`");
    d.help = "write " + inMarks(name);
    for (const model::Range place : places)
      d.mend(place, name);
  }
}

} // namespace stasis::language
