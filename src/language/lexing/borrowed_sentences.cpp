// Sentences about who can do what, and who wants what.
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"
#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::language {

using namespace line;

// Anna can cook. Ben may clean or shop.
std::optional<MeantLine> BorrowedLines::can(std::string_view line) {
  const Strings words = wordsOf(without(line, "."));
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
  const std::string party = words[0];
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

// City can only do one of drop, subsidy
std::optional<MeantLine> BorrowedLines::onlyOne(std::string_view line, bool inWishes) const {
  constexpr std::array<std::string_view, 6> verbs{"do", "take", "choose", "pick", "use", "have"};
  const Strings words = wordsOf(without(line, ".;"));
  std::size_t at = !words.empty() && parties_.contains(words[0]) ? 1 : 0;
  const std::string party = at == 1 ? words[0] : "";
  constexpr std::array<std::string_view, 6> chooses{"choose", "chooses", "pick",
                                                    "picks",  "select",  "selects"};
  if (at + 3 >= words.size())
    return std::nullopt;
  const bool choice = std::ranges::find(chooses, words[at]) != chooses.end() && !isName(words[at]);
  if (!choice && (at + 4 >= words.size() || !isCan(words[at])))
    return std::nullopt;
  ++at;
  const bool before = words[at] == "only";
  at += before ? 1 : 0;
  at += std::ranges::find(verbs, words[at]) != verbs.end() ? 1 : 0;
  const bool behind = !before && at < words.size() && words[at] == "only";
  at += behind ? 1 : 0;
  if ((!before && !behind && !choice) || at + 2 >= words.size() || (words[at] != "one" && words[at] != "1") ||
      without(words[at + 1], ":") != "of")
    return std::nullopt;
  std::string list;
  for (std::size_t k = at + 2; k < words.size(); ++k)
    list += words[k] == "or" || words[k] == "and" ? ", " : words[k] + " ";
  std::string items;
  for (const std::string& item : listItems(list)) {
    const auto option = options_.contains(item.substr(item.find('.') + 1)) ? std::optional(item)
                                                                           : optionIn(wordsOf(item), true);
    if (!option)
      return std::nullopt;
    const Strings owners = ownersOf(*option);
    const bool owned = owners.size() > 1 && std::ranges::find(owners, party) != owners.end();
    items += (items.empty() ? "" : ", ") + (owned ? party + "." : "") + *option;
  }
  if (items.find(',') == std::string::npos)
    return std::nullopt;
  const std::string here = (inWishes ? "at most one of " : "always at most one of ") + items;
  return MeantLine{"what excludes each other is counted",
                   "write " + inTicks(here) + "; where one of them must be, `exactly one of`", here};
}

// status quo strike + talk; status quo strike talk
std::optional<MeantLine> BorrowedLines::listOfToday(std::string_view line) const {
  constexpr std::array<std::string_view, 4> joints{"and", "plus", "also", "with"};
  if (!line.starts_with("status quo ") && !line.starts_with("status quo:") && !line.starts_with("Status quo"))
    return std::nullopt;
  if (line.ends_with(',')) // the list goes on below
    return std::nullopt;
  const std::string_view rest = without(line.substr(10), ":=;. ");
  std::string spaced(rest);
  std::ranges::replace_if(spaced, [](char c) { return c == '+' || c == ';' || c == '&' || c == ','; }, ' ');
  std::string taken;
  std::string name;
  std::size_t count = 0;
  for (const std::string& word : wordsOf(spaced)) {
    const bool known = options_.contains(word.substr(word.find('.') + 1)) && !parties_.contains(word);
    if (!known && std::ranges::find(joints, word) != joints.end())
      continue;
    name += (name.empty() ? "" : "_") + word;
    if (!known)
      return std::nullopt;
    taken += (taken.empty() ? "" : ", ") + word;
    ++count;
  }
  std::string commas;
  for (const std::string& part : split(rest, ','))
    commas += (commas.empty() ? "" : ", ") + part;
  if (count < 2 || commas == taken || options_.contains(name)) // the last: one name in several words
    return std::nullopt;
  const std::string here = "status quo " + taken;
  return MeantLine{"options taken are separated by commas", "write " + inTicks(here), here, true};
}

// rank Union all equal; Union is indifferent
std::optional<MeantLine> BorrowedLines::wantsNothing(std::string_view line, std::string_view nextLine) const {
  constexpr std::array<std::string_view, 22> said{
      "all equal",        "equal",          "all the same",      "the same",           "all states equal",
      "all equally good", "equally good",   "everything equal",  "indifferent",        "is indifferent",
      "nothing",          "anything",       "no preference",     "no preferences",     "no wishes",
      "does not care",    "doesn't care",   "has no preference", "has no preferences", "has no wishes",
      "wants nothing",    "prefers nothing"};
  const Strings words = wordsOf(without(line, ".;"));
  const std::size_t at =
      words.size() > 1 && (words[0] == "prefer" || words[0] == "rank" || words[0] == "weigh") ? 1 : 0;
  if (at + 1 >= words.size())
    return std::nullopt;
  const std::string_view party = without(words[at], ":=");
  std::string rest;
  for (std::size_t k = at + 1; k < words.size(); ++k)
    rest += (rest.empty() ? "" : " ") + words[k];
  const bool below = !trimmed(nextLine).empty() && isBlank(nextLine.front());
  if (!parties_.contains(party) || options_.contains(rest) || defined_.contains(rest) || below ||
      std::ranges::find(said, model::lowerCase(without(rest, ":="))) == said.end())
    return std::nullopt;
  return MeantLine{"a party that wants nothing has no lines of wishes",
                   "leave this line out: " + std::string(party) +
                       " is then indifferent among all states; `allow S0413` says that this is meant",
                   {},
                   true};
}

// Anna
//   option fence "Build a fence"
std::optional<MeantLine> BorrowedLines::nameAlone(std::string_view line, std::string_view nextLine) {
  constexpr std::array<std::string_view, 24> headings{
      "parties",   "players", "actors",      "sides",       "agents",  "stakeholders",
      "countries", "party",   "player",      "actor",       "option",  "action",
      "rules",     "goals",   "constraints", "definitions", "sources", "expectations",
      "conflict",  "title",   "states",      "outcomes",    "notes",   "description"};
  const std::string_view name = without(line, ":");
  const std::string lower = model::lowerCase(name);
  if (!isOneWord(name) || wordOf(lower) != Word::none_ || isName(name) || mapped_.contains(name) || yaml_ ||
      optionsBelow_ || section_ != Section::none || headsOptions(lower) || headsWishes(lower) ||
      std::ranges::find(headings, lower) != headings.end() || nextLine.empty())
    return std::nullopt;
  std::string_view below = trimmed(nextLine);
  const bool marked = below.size() > 2 && (below.front() == '-' || below.front() == '*') && isBlank(below[1]);
  if (!marked && !isBlank(nextLine.front()))
    return std::nullopt;
  const bool option = below.starts_with("option ");
  below = marked ? trimmed(below.substr(1)) : below;
  const std::string_view first = below.substr(0, below.find_first_of(" ,("));
  const std::string_view behind = trimmed(below.substr(first.size()));
  const bool labelled = behind.starts_with('"');
  const bool alone = marked && (behind.empty() || behind.front() == '(');
  if (!option && (!isOneWord(first) || wordOf(first) != Word::none_ || (!labelled && !alone) ||
                  (alone && !labelled && isName(first))))
    return std::nullopt;
  parties_.emplace(name);
  const std::string here = "party " + std::string(name);
  return MeantLine{"a party is declared by `party`", "write " + inTicks(here), here, option || labelled};
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
  const std::string here = "about " + quoted(line);
  return MeantLine{"a sentence about the conflict stands behind `about`", "write " + inTicks(here), here};
}

} // namespace stasis::language
