// Orders of wishes, wishes that forbid, and parties that want nothing.
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <set>

namespace stasis::language {

using namespace line;

// prefer Union strike < talk < agree
std::optional<MeantLine> BorrowedLines::chainOfWishes(std::string_view line, bool inWishes) const {
  std::string head;
  if (line.starts_with("prefer ")) {
    const std::string_view rest = trimmed(line.substr(7));
    const std::string_view party = rest.substr(0, rest.find_first_of(" :="));
    if (!parties_.contains(party))
      return std::nullopt;
    head = "prefer " + std::string(party);
    line = without(rest.substr(party.size()), ":= ");
  } else if (inWishes) {
    line = withoutMark(line);
  } else {
    return std::nullopt;
  }
  const bool rising = line.find('<') != std::string_view::npos;
  if (line.find_first_of("\"=-|,;()") != std::string_view::npos ||
      line.find(rising ? '>' : '<') != std::string_view::npos || (head.empty() && !rising))
    return std::nullopt;
  Strings items = split(line, rising ? '<' : '>');
  std::set<std::string> options;
  for (const std::string& item : items) {
    const auto wish = simpleWish(item);
    const std::string option = wish ? wish->option : "";
    if (!options_.contains(option.substr(option.find('.') + 1)) || !options.insert(option).second)
      return std::nullopt;
  }
  if (items.size() < 2)
    return std::nullopt;
  if (rising)
    std::ranges::reverse(items);
  const std::string lines = head.empty() ? joinedLines("", items).substr(2) : joinedLines(head, items);
  std::string help = writeLines(lines);
  if (head.empty()) {
    help = "write " + inTicks(items.front()) + ", and on lines of their own below it ";
    for (std::size_t k = 1; k < items.size(); ++k)
      help += (k == 1 ? "" : ", ") + inTicks(items[k]);
  }
  if (!items.back().starts_with("not "))
    help += "; what is not wanted is written " + inTicks("not " + items.back());
  help += "; outcomes are compared with `>` below `rank`";
  return MeantLine{"below `prefer` each line is a wish, the most important first", help, lines};
}

// strike must not happen; must not strike; Union stops strike
std::optional<MeantLine> BorrowedLines::notWanted(std::string_view line) const {
  constexpr std::array<std::string_view, 3> modals{"must", "should", "shall"};
  constexpr std::array<std::string_view, 4> refusals{"mustn't", "shouldn't", "mustnt", "shouldnt"};
  constexpr std::array<std::string_view, 11> ends{"stops", "ends",  "halts", "quits",    "stop",   "ceases",
                                                  "halt",  "cease", "drops", "abandons", "forgoes"};
  constexpr std::array<std::string_view, 7> idle{"happen", "be", "done", "occur", "taken", "ever", "to"};
  const auto among = [](const auto& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
  };
  std::string party;
  std::string option;
  bool modal = false;
  bool first = false; // the option stands before `must`
  bool stops = false;
  bool denied = false;
  for (const std::string& word : wordsOf(without(line, "-* ."))) {
    const bool known = options_.contains(word);
    if (!known && parties_.contains(word) && party.empty() && option.empty() && !modal) {
      party = word;
    } else if (!known && (among(modals, word) || among(refusals, word)) && !modal) {
      modal = true;
      first = !option.empty();
      denied = among(refusals, word);
    } else if (modal && !denied && (word == "not" || word == "never")) {
      denied = true;
    } else if (!known && among(ends, word) && !party.empty() && option.empty() && !modal) {
      stops = true;
      denied = true;
    } else if (!known && modal && among(idle, word)) {
      continue;
    } else if (option.empty() && (known || options_.contains(word.substr(word.find('.') + 1)))) {
      option = word;
    } else {
      return std::nullopt;
    }
  }
  if (option.empty() || (!modal && !stops))
    return std::nullopt;
  const Strings owners = ownersOf(option);
  if (owners.size() > 1 && std::ranges::find(owners, party) != owners.end())
    option.insert(0, party + ".");
  const std::string here = (denied ? "not " : "") + option;
  std::string help = "write " + inTicks(here);
  if (!option.starts_with("self."))
    help += std::string("; what ") + (denied ? "cannot be" : "must be") + " for all is a constraint, " +
            inTicks((denied ? "never " : "always ") + option) + ", above the wishes";
  return MeantLine{"a wish names the option", help, here, denied && modal && !first};
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

} // namespace stasis::language
