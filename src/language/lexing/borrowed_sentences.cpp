// Sentences about who can do what, and who wants what.
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"
#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <set>

namespace stasis::language {

using namespace line;

// Parents can march or boycott but not both
std::optional<MeantLine> BorrowedLines::notBoth(const std::vector<std::string>& words) const {
  const std::size_t end = words.size() < 7 ? 0 : words.size() - 3;
  if (end == 0 || !isCan(words[1]) || words[end] != "but" || words[end + 1] != "not" ||
      words[end + 2] != "both")
    return std::nullopt;
  std::string list;
  for (std::size_t k = 2; k < end; ++k) {
    const std::string word(without(words[k], ","));
    if (word == "or" || word == "and" || word == "either")
      continue;
    if (!options_.contains(word))
      return std::nullopt;
    list += (list.empty() ? "" : ", ") + word;
  }
  if (list.find(',') == std::string::npos)
    return std::nullopt;
  const std::string here = "at most one of " + list;
  return MeantLine{"what excludes each other is counted", "write " + inTicks(here), here, true};
}

// Anna can cook. Ben may clean or shop.
std::optional<MeantLine> BorrowedLines::can(std::string_view line) {
  const Strings words = wordsOf(without(line, "."));
  if (auto one = notBoth(words))
    return one;
  if (words.size() < 3 || !isCan(words[1]) || !isOneWord(words[0]) || wordOf(words[0]) != Word::none_ ||
      !line.ends_with('.') || line.find(". ") != std::string_view::npos || words[2] == "not" ||
      words[2] == "only")
    return std::nullopt;
  std::string said;
  for (std::size_t i = 2; i < words.size(); ++i)
    said += words[i] == "or" || words[i] == "and" ? ", " : words[i] == "either" ? "" : words[i] + " ";
  Strings items;
  for (const std::string& item : listItems(said)) {
    items.push_back(optionLine(item));
    options_.insert(nameOf(item));
  }
  const std::string lines = joinedLines(canParty_ == words[0] ? "" : "party " + words[0], items);
  canParty_ = words[0];
  return MeantLine{"what a party can do are options below it, a line for each", writeLines(lines), lines};
}

// party Mother pays or does not pay; party Mayor, who can ban bikes
std::optional<MeantLine> BorrowedLines::doesOrNot(std::string_view line) {
  Strings words = wordsOf(line);
  if (words.size() > 3 && words[0] == "party") {
    const std::size_t who = words[2] == "who" || words[2] == "which" || words[2] == "that" ? 3 : 2;
    const std::string name(without(words[1], ","));
    if (who + 1 < words.size() && isCan(words[who]) && isOneWord(name)) {
      std::string said;
      for (std::size_t i = who + 1; i < words.size(); ++i)
        said += words[i] == "or" || words[i] == "and" ? ", " : words[i] == "either" ? "" : words[i] + " ";
      Strings items;
      for (const std::string& item : listItems(without(said, ". "))) {
        items.push_back(optionLine(item));
        options_.insert(nameOf(item));
      }
      const std::string lines = joinedLines("party " + name, items);
      return MeantLine{"what a party can do are options below it, a line for each", writeLines(lines), lines};
    }
  }
  const auto at = std::ranges::find(words, "or");
  if (words.size() < 5 || words[0] != "party" || !isOneWord(words[1]) || at == words.end() ||
      at + 1 == words.end())
    return std::nullopt;
  const bool denied =
      *(at + 1) == "not" || *(at + 1) == "doesn't" || *(at + 1) == "does" || *(at + 1) == "do";
  if (!denied || words.back() == "not")
    return std::nullopt;
  const std::string lines = "party " + words[1] + "\n  option " + words.back();
  options_.insert(words.back());
  owned_.emplace_back(words[1], words.back());
  return MeantLine{"what a party can do are options below it, a line for each", writeLines(lines), lines};
}

// Shops prefer not close_road, then sue if close_road, then not sue.
std::optional<MeantLine> BorrowedLines::wishesInARow(std::string_view line, const Strings& words) const {
  if (!headsWishes(words[1]))
    return std::nullopt;
  std::string list(without(line.substr(line.find(words[1]) + words[1].size()), "."));
  for (const std::string_view then : {", and then ", ", then ", " and then ", " then "})
    for (std::size_t at = list.find(then); at != std::string::npos; at = list.find(then))
      list.replace(at, then.size(), ", ");
  Strings items = listItems(list);
  for (std::string& item : items)
    for (const std::string& word : wordsOf(item))
      if (!options_.contains(word.substr(word.find('.') + 1)) && wordOf(word) == Word::none_)
        return std::nullopt;
  const std::string lines = joinedLines("prefer " + words[0], items);
  return MeantLine{"what a party wants stands below `prefer`, a line for each wish", writeLines(lines),
                   lines};
}

// Anna wants Ben to clean. Anna does not want to cook.
std::optional<MeantLine> BorrowedLines::wants(std::string_view line) {
  Strings words = wordsOf(without(line, ".!"));
  const bool sentence = words.size() > 3 || line.ends_with('.'); // the parser knows `Mayor wants ban`
  if (words.size() < 3 || !parties_.contains(words[0]) || !sentence || isCan(words[1]) ||
      words[1] == "cannot")
    return std::nullopt;
  if (line.find(',') != std::string_view::npos || line.find(" then ") != std::string_view::npos)
    return wishesInARow(line, words);
  const std::string& party = words[0];
  bool denied = false;
  bool wishes = false;
  Strings rest;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool denies = word == "not" || word == "no" || word == "never" || word == "don't" ||
                        word == "doesn't" || word == "without";
    const bool hates = word == "hates" || word == "dislikes" || word == "fears" || word == "avoid";
    constexpr std::array<std::string_view, 20> idle{"does", "do",     "to",    "that",   "would", "the", "be",
                                                    "most", "all",    "above", "rather", "also",  "a",   "an",
                                                    "is",   "should", "of",    "if",     "it",    "have"};
    if (word == "if" || word == "unless" || word == "and" || word == "or" || word == "but")
      return std::nullopt;
    wishes = wishes || headsWishes(word) || hates || word == "wish" || word == "like" || word == "hopes";
    denied = denied != (denies || hates);
    if (!denies && !hates && !headsWishes(word) && word != "wish" && word != "like" && word != "hopes" &&
        !parties_.contains(word) && std::ranges::find(idle, word) == idle.end())
      rest.push_back(word);
  }
  const auto option = wishes ? optionIn(rest) : std::nullopt;
  if (!option)
    return std::nullopt;
  const std::string wish = (denied ? "not " : "") + *option;
  const bool goesOn = wishParty_ == party;
  wishParty_ = party;
  const std::string lines = (goesOn ? "" : "prefer " + party + "\n") + "  " + wish;
  return MeantLine{"what a party wants stands below `prefer`, a line for each wish",
                   goesOn ? "write " + inTicks("  " + wish) : writeLines(lines), lines};
}

// The teacher can cancel the trip. The class can protest.
std::optional<MeantLine> BorrowedLines::sentence(std::string_view line) const {
  const Strings words = wordsOf(line);
  const bool ends = line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
  const bool capital = line.front() >= 'A' && line.front() <= 'Z';
  const auto strange = [](const std::string& word) {
    return word.find_first_of("\"=:;>{}[]|_#") != std::string::npos;
  };
  if (words.size() < 5 || !ends || !capital || isName(without(words.front(), ",:")) ||
      wordOf(model::lowerCase(words.front())) != Word::none_ || std::ranges::any_of(words, strange))
    return std::nullopt;
  std::set<std::string> named;
  bool rules = false;
  for (const std::string& word : wordsOf(without(line, ".!"))) {
    constexpr std::array<std::string_view, 10> ofRules{"cannot", "can't",  "never",  "impossible", "must",
                                                       "only",   "unless", "always", "if",         "not"};
    rules = rules || std::ranges::find(ofRules, word) != ofRules.end();
    if (options_.contains(without(word, ",;")))
      named.emplace(without(word, ",;"));
  }
  if (rules && named.size() > 1) // the parser says how rules are written
    return std::nullopt;
  const std::string here = "about " + quoted(line);
  return MeantLine{"a sentence about the conflict follows `about`", "write " + inTicks(here), here};
}

} // namespace stasis::language
