// Outcomes with names or numbers, their order, and points for options.
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"
#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stasis::language {

using namespace line;

namespace {

/// `3. x, y`: the number, and what follows it.
std::optional<std::pair<std::string, std::string_view>> numberedLine(std::string_view line) {
  line = trimmed(line);
  const std::size_t end = line.find_first_not_of("0123456789");
  if (end == 0 || end == std::string_view::npos || end > 3)
    return std::nullopt;
  return std::pair(std::string(line.substr(0, end)), without(line.substr(end), ".:)=- \t"));
}

/// `3 > 1 > 2 ~ 4`, `3, 1, 2`: a chain of numbers; its signs are `>` and `~`.
std::optional<std::string> chainOfNumbers(std::string_view line) {
  std::string chain;
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    if (c >= '0' && c <= '9') {
      const std::size_t end = std::min(line.find_first_not_of("0123456789", i), line.size());
      chain += "o" + std::string(line.substr(i, end - i));
      ++numbers;
      i = end;
      continue;
    }
    if (c == '>' || c == ',')
      chain += " > ";
    else if (c == '~' || c == '=')
      chain += " ~ ";
    else if (!isBlank(c))
      return std::nullopt;
    ++i;
  }
  return numbers > 1 ? std::optional(chain) : std::nullopt;
}

} // namespace

// Cafe: open_late +3, call_police -5
std::optional<MeantLine> BorrowedLines::points(std::string_view line) const {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !parties_.contains(trimmed(line.substr(0, colon))))
    return std::nullopt;
  std::string lines = "weigh " + std::string(trimmed(line.substr(0, colon)));
  const Strings items = listItems(line.substr(colon + 1));
  for (const std::string& item : items) {
    Strings words = wordsOf(item);
    std::string number = words.empty() ? "" : words.back();
    if (words.size() == 2 && words[0].ends_with('='))
      words[0].pop_back();
    if (number.starts_with('+'))
      number.erase(0, 1);
    if (words.size() != 2 || number.empty() || number.find_first_not_of("-0123456789.") != std::string::npos)
      return std::nullopt;
    lines += "\n  " + words[0] + " " + number;
  }
  return items.empty() ? std::nullopt
                       : std::optional(MeantLine{"what options are worth to a party stands below `weigh`",
                                                 writeLines(lines), lines});
}

// war = fight and resist
std::optional<MeantLine> BorrowedLines::namedOutcome(std::string_view line) const {
  const std::size_t sign = line.find('=');
  const std::string_view name = sign == std::string_view::npos ? line : trimmed(line.substr(0, sign));
  if (sign == std::string_view::npos || !isOneWord(name) || wordOf(name) != Word::none_ || isName(name))
    return std::nullopt;
  std::string taken(without(line.substr(sign + 1), ".;"));
  for (const std::string_view joint : {" and ", " + ", " & "})
    for (std::size_t at = taken.find(joint); at != std::string::npos; at = taken.find(joint))
      taken.replace(at, joint.size(), ", ");
  if (taken == "nothing" || taken == "nobody")
    taken = "none";
  const Strings items = split(taken, ',');
  const bool all = taken == "none" || std::ranges::all_of(items, [&](const std::string& item) {
                     return options_.contains(item.substr(item.find('.') + 1));
                   });
  const bool ofToday = name == "today" || name == "now" || name.starts_with("status") ||
                       name.starts_with("initial") || name.starts_with("current") ||
                       name.starts_with("start");
  if (!all || ofToday)
    return std::nullopt;
  const std::string here = "state " + std::string(name) + " = " + taken;
  std::string help = "write " + inTicks(here);
  if (line.find(" and ") != std::string_view::npos)
    help += "; if it names a condition and not one whole state, " + inTicks("define " + std::string(line));
  return MeantLine{"an outcome that has a name has a line with `state`", help, here};
}

// King: surrender > peace > war
std::optional<MeantLine> BorrowedLines::rankedOutcomes(std::string_view line) const {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || line.find('>') == std::string_view::npos)
    return std::nullopt;
  const Strings head = wordsOf(line.substr(0, colon));
  if (head.empty() || head.size() > 2 || !parties_.contains(head.back()))
    return std::nullopt;
  const std::string_view chain = trimmed(line.substr(colon + 1));
  const bool all = std::ranges::all_of(listItems(chain),
                                       [&](const std::string& item) { return outcomes_.contains(item); });
  if (!all)
    return std::nullopt;
  const std::string lines = "rank " + head.back() + "\n  " + std::string(chain);
  return MeantLine{"states are compared below `rank`", writeLines(lines), lines};
}

std::optional<MeantLine> BorrowedLines::outcomes(std::string_view line, std::string_view nextLine) {
  constexpr std::array<std::string_view, 6> heads{"outcomes",          "states",    "scenarios", "results",
                                                  "possible outcomes", "situations"};
  const std::string head = model::lowerCase(without(line, ":"));
  const auto next = numberedLine(nextLine);
  if (std::ranges::find(heads, head) != heads.end() && next && !next->second.empty() &&
      next->second.find_first_not_of("YNyn- \t") != std::string_view::npos) {
    inOutcomes_ = true;
    return MeantLine{
        inTicks(line) + " has no meaning here",
        "leave it out: each outcome that has a name has a line of its own, `state NAME = OPTIONS`",
        {}};
  }
  if (const auto chain = chainOfNumbers(line); chain && numbered_)
    return MeantLine{"states are called by their names", "write " + inTicks("  " + *chain), "  " + *chain};
  const auto numbered = numberedLine(line);
  if (inOutcomes_ && numbered) {
    std::string taken(numbered->second);
    const std::string lower = model::lowerCase(taken);
    if (lower == "nothing" || lower == "none" || lower == "nobody does anything" || lower == "-")
      taken = "none";
    for (std::size_t at = taken.find(" and "); at != std::string::npos; at = taken.find(" and "))
      taken.replace(at, 5, ", ");
    numbered_ = true;
    const std::string here = "state o" + numbered->first + " = " + taken;
    return MeantLine{"a name begins with a letter, and a state has a line with `state`",
                     "write " + inTicks(here), here};
  }
  inOutcomes_ = false;
  const Strings words = wordsOf(line);
  if (numbered_ && words.size() == 2 && words[0] == "prefer" && chainOfNumbers(trimmed(nextLine)))
    return MeantLine{"states are compared below `rank`", "write " + inTicks("rank " + words[1]),
                     "rank " + words[1]};
  return std::nullopt;
}

} // namespace stasis::language
