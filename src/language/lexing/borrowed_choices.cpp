// What is taken today, joined otherwise than by commas, and what only one can be of.
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"

#include <algorithm>
#include <array>

namespace stasis::language {

using namespace line;

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

} // namespace stasis::language
