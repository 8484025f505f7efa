// Members of a family counted in words: `at least one Plant filters`, `none of the Plants close`. Each is one
// error that shows how it is written here, and the tokens become what it means.
#include "language/parsing/statement_words.h"
#include "language/parsing/token_stream.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::language {

namespace {

/// True if one word is the other, in any case, or its plural.
bool calls(std::string_view word, std::string_view name) {
  const std::string a = model::lowerCase(word);
  const std::string b = model::lowerCase(name);
  return a == b || a == b + 's' || b == a + 's' || a == b + "es" || b == a + "es" ||
         (b.ends_with('y') && a == b.substr(0, b.size() - 1) + "ies");
}

struct Bound {
  std::array<std::string_view, 3> words;
  std::string_view here;
  int more; ///< to be added to the number
};

// Longer ones before those they end with.
constexpr std::array<Bound, 10> bounds{{{{"at", "least", ""}, "at least ", 0},
                                        {{"at", "most", ""}, "at most ", 0},
                                        {{"exactly", "", ""}, "exactly ", 0},
                                        {{"no", "more", "than"}, "at most ", 0},
                                        {{"no", "fewer", "than"}, "at least ", 0},
                                        {{"more", "than", ""}, "at least ", 1},
                                        {{"fewer", "than", ""}, "at most ", -1},
                                        {{"less", "than", ""}, "at most ", -1},
                                        {{"up", "to", ""}, "at most ", 0},
                                        {{"only", "", ""}, "exactly ", 0}}};

constexpr std::array<std::array<std::string_view, 2>, 7> wholes{{{"any", "any"},
                                                                 {"all", "all"},
                                                                 {"none", "none"},
                                                                 {"every", "all"},
                                                                 {"each", "all"},
                                                                 {"some", "any"},
                                                                 {"no", "none"}}};

} // namespace

/// The count whose words begin here, as the language says it, and how many tokens they are; `2` alone says
/// nothing of more or fewer, and has no words here.
std::optional<TokenStream::CountSaid> TokenStream::countSaid(std::size_t at) const {
  const auto textAt = [&](std::size_t k) {
    return at + k < tokens_.size() ? text(tokens_[at + k]) : std::string_view();
  };
  for (const Bound& bound : bounds) {
    const auto length = static_cast<std::size_t>(
        std::ranges::count_if(bound.words, [](std::string_view word) { return !word.empty(); }));
    bool stands = true;
    for (std::size_t k = 0; k < length; ++k)
      stands = stands && textAt(k) == bound.words[k];
    const auto number = stands ? smallNumber(textAt(length)) : std::nullopt;
    if (!number)
      continue;
    const std::string said(textAt(length));
    const std::string k = bound.more == 0 ? said : std::to_string(std::max(0, *number + bound.more));
    return CountSaid{length + 1, std::string(bound.here) + k};
  }
  for (const auto& [word, here] : wholes)
    if (textAt(0) == word)
      return CountSaid{1, std::string(here)};
  if (textAt(0) == "most")
    return CountSaid{1, "most"};
  if (smallNumber(textAt(0)) && textAt(1) == "or") {
    const bool more = textAt(2) == "more";
    if (more || textAt(2) == "fewer" || textAt(2) == "less")
      return CountSaid{3, (more ? "at least " : "at most ") + std::string(textAt(0))};
  }
  if (smallNumber(textAt(0)))
    return CountSaid{1, {}};
  return std::nullopt;
}

/// Names of families, each with the words that may call it: itself, and its label where that is one word.
TokenStream::FamilyWords TokenStream::familyWords() {
  FamilyWords families;
  for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
    const bool begins = at == 0 || tokens_[at - 1].is(Kind::lineEnd);
    if (!begins || meantBy(at) != Word::parties || !tokens_[at + 1].is(Kind::name))
      continue;
    auto& words = families[std::string(text(tokens_[at + 1]))];
    words.emplace_back(text(tokens_[at + 1]));
    members_[words.front()] = ownersDeclared(at, true).size() - 1;
    if (tokens_[at + 2].is(Kind::string))
      words.push_back(unquoted(text(tokens_[at + 2])));
  }
  return families;
}

/// True where one list of options is written, those of a state.
bool TokenStream::listsOptions(std::size_t at) const {
  while (at > 0 && !tokens_[at - 1].is(Kind::lineEnd))
    --at;
  return tokens_[at].is(Word::status) || tokens_[at].is(Word::state);
}

/// The family that a word calls; `others` calls the only one that has the option after it.
TokenStream::FamilyWords::const_iterator TokenStream::familyCalled(std::size_t at,
                                                                   const FamilyWords& families,
                                                                   const OptionsOfParties& options) const {
  const std::string_view word = withoutPossessive(text(tokens_[at]));
  const auto named = std::ranges::find_if(families, [&](const auto& one) {
    return std::ranges::any_of(one.second, [&](const std::string& name) { return calls(word, name); });
  });
  const bool unnamed = word == "others" || word == "members" || word == "them";
  if (named != families.end() || !unnamed || isDeclared(word) || at + 1 >= tokens_.size())
    return named;
  const auto has = [&](const auto& family) {
    const auto own = options.find(family.first);
    return own != options.end() && optionCalled(own->second, text(tokens_[at + 1])).has_value();
  };
  return std::ranges::count_if(families, has) == 1 ? std::ranges::find_if(families, has) : families.end();
}

/// `at least one Plant filters`, `all of the Plants filter`; none where it is written as the language has it.
std::optional<TokenStream::FamilyCount> TokenStream::familyCountAt(std::size_t at,
                                                                   const FamilyWords& families,
                                                                   const OptionsOfParties& options) const {
  const auto said = countSaid(at);
  const bool inName = at > 0 && tokens_[at - 1].is(Kind::dot);
  if (!said || inName)
    return std::nullopt;
  std::size_t k = at + said->length;
  const auto is = [&](Kind kind) { return k < tokens_.size() && tokens_[k].is(kind); };
  if (k < tokens_.size() && tokens_[k].is(Word::of))
    ++k;
  bool otherwise =
      said->here == "most" || (said->length == 3 && text(tokens_[at + 1]) == "or"); // `two or more`
  if (is(Kind::name) && (text(tokens_[k]) == "the" || text(tokens_[k]) == "these")) {
    otherwise = true;
    ++k;
  }
  if (!is(Kind::name))
    return std::nullopt;
  const auto family = familyCalled(k, families, options);
  const auto own = family == families.end() ? options.end() : options.find(family->first);
  if (own == options.end())
    return std::nullopt;
  otherwise = otherwise || text(tokens_[k]) != family->first;
  const bool named = std::ranges::any_of(family->second, [&](const std::string& name) {
    return calls(withoutPossessive(text(tokens_[k])), name);
  });
  ++k;
  if (is(Kind::dot) || is(Kind::joint))
    ++k;
  else
    otherwise = true;
  while (is(Kind::name) && isHelpingVerb(text(tokens_[k])) && !optionCalled(own->second, text(tokens_[k])))
    ++k;
  const auto option = is(Kind::name) ? optionCalled(own->second, text(tokens_[k])) : std::nullopt;
  if (!option || !otherwise)
    return std::nullopt;
  CountSaid count = *said;
  if (count.here == "most")
    count.here = "at least " + std::to_string(members_.at(family->first) / 2 + 1);
  return FamilyCount{k + 1 - at, std::move(count), family->first, *option, named};
}

// `at least one Plant filters` is `at least one of Plant.filters`.
void TokenStream::sayFamilyCounts(const OptionsOfParties& options) {
  const FamilyWords families = familyWords();
  if (families.empty())
    return;
  std::vector<Token> kept;
  kept.reserve(tokens_.size());
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    const auto found = familyCountAt(at, families, options);
    if (!found) {
      kept.push_back(tokens_[at]);
      continue;
    }
    const model::Range range{tokens_[at].range.begin, tokens_[at + found->length - 1].range.end};
    if (listsOptions(at) && found->count.here == "all") {
      sayAllTaken(*found, range, kept);
      at += found->length - 1;
      continue;
    }
    sayFamilyCount(*found, range, text(tokens_[at]));
    keepFamilyCount(*found, range, kept);
    at += found->length - 1;
  }
  tokens_ = std::move(kept);
}

void TokenStream::sayFamilyCount(const FamilyCount& found, model::Range range, std::string_view number) {
  const std::string list = " of " + found.family + '.' + found.option;
  auto& d = error("S0318", range, "members of a family are counted by an option of theirs");
  if (found.count.here.empty()) {
    const std::string k(number);
    d.help = "write " + inMarks("at least " + k + list) + ", " + inMarks("exactly " + k + list) + " or " +
             inMarks("at most " + k + list);
    return;
  }
  if (number == "only") { // whether none may be as well is not said
    const std::string most = "at most" + found.count.here.substr(found.count.here.find(' '));
    d.help = "write " + inMarks(most + list) + " if there may be fewer, " + inMarks(found.count.here + list) +
             " if not";
    return;
  }
  d.help = "write " + inMarks(found.count.here + list);
  if (found.named) {
    d.mend(range, found.count.here + list);
    return;
  }
  d.help += ": all members are counted, the one who wishes among them";
  d.propose(range, found.count.here + list);
}

// `status quo all Plants filter`
void TokenStream::sayAllTaken(const FamilyCount& found, model::Range range, std::vector<Token>& kept) {
  const std::string here = found.family + '.' + found.option;
  auto& d = error("S0318", range, "this list names the options that are taken");
  d.help = "write " + inMarks(here) + ": the option of every member";
  d.mend(range, here);
  for (const std::string& words : {found.family, found.option}) {
    if (words == found.option && !kept.back().is(Kind::dot))
      kept.push_back({Kind::dot, Word::none_, range});
    Token one{Kind::name, Word::none_, range};
    saying(one, words);
    kept.push_back(one);
  }
}

/// The tokens of the count as the language has it.
void TokenStream::keepFamilyCount(const FamilyCount& found, model::Range range, std::vector<Token>& kept) {
  const auto piece = [&](const std::string& words, Kind otherwise) {
    const Word word = wordOf(words);
    Token one{word == Word::none_ ? otherwise : Kind::keyword, word, range};
    saying(one, words);
    kept.push_back(one);
  };
  std::string_view rest = found.count.here.empty() ? std::string_view("any") : found.count.here;
  while (!rest.empty()) {
    const std::string word(rest.substr(0, rest.find(' ')));
    const bool digits = word.find_first_not_of("0123456789") == std::string::npos;
    piece(word, digits ? Kind::number : Kind::name);
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  piece("of", Kind::name);
  piece(found.family, Kind::name);
  kept.push_back({Kind::dot, Word::none_, range});
  piece(found.option, Kind::name);
}

} // namespace stasis::language
