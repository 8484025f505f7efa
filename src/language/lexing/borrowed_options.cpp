// Names of parties without their word, options without theirs, and which of them cannot be undone.
#include "language/lexing/borrowed_lines.h"
#include "language/lexing/line_words.h"
#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::language {

using namespace line;

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

namespace {

/// Words after an option that say that it cannot be undone.
bool saysForGood(std::string_view words) {
  constexpr std::array<std::string_view, 32> forGood{
      "cannot be undone",
      "can't be undone",
      "can not be undone",
      "cannot be taken back",
      "can't be taken back",
      "can not be taken back",
      "cannot be reversed",
      "can't be reversed",
      "can not be reversed",
      "cannot be withdrawn",
      "can't be withdrawn",
      "can not be withdrawn",
      "cannot be recalled",
      "not reversible",
      "irreversible",
      "irreversibly",
      "no way back",
      "no going back",
      "no return",
      "once and for all",
      "permanent",
      "permanently",
      "for good",
      "for ever",
      "forever",
      "final",
      "one way",
      "one-way",
      "irrevocable",
      "is irrevocable",
      "once",
      "only once",
  };
  constexpr std::array<std::string_view, 4> idle{"this ", "it ", "which ", "that "};
  for (const std::string_view word : idle)
    if (words.starts_with(word))
      words.remove_prefix(word.size());
  if (words.starts_with("is ") && words != "is irrevocable")
    words.remove_prefix(3);
  return std::ranges::find(forGood, words) != forGood.end();
}

/// `sue "Go to court" …` and `- sue "Go to court" …`: the same line with `option`; empty for other lines.
std::string withOption(std::string_view line) {
  if (line.starts_with("option "))
    return std::string(line);
  const bool can = line.starts_with("can ");
  if (can)
    line = trimmed(line.substr(4));
  else if (line.size() > 2 && (line.front() == '-' || line.front() == '*') && isBlank(line[1]))
    line = trimmed(line.substr(1));
  const std::string_view name = line.substr(0, line.find_first_of(" ,("));
  const std::string_view behind = trimmed(line.substr(name.size()));
  const bool begins = behind.starts_with('"') || behind.starts_with('(') || behind.starts_with(',') ||
                      (can && behind.empty());
  return isOneWord(name) && wordOf(name) == Word::none_ && begins ? "option " + std::string(line)
                                                                  : std::string();
}

} // namespace

// option lend "Lend money" (cannot be undone); sue "Go to court", irrevocable
std::optional<MeantLine> BorrowedLines::direction(std::string_view said) const {
  const std::string line = withOption(said);
  if (line.empty())
    return std::nullopt;
  constexpr std::array<std::string_view, 9> values{"yes/no", "y/n",       "true/false", "on/off", "0/1",
                                                   "bool",   "yes or no", "boolean",    "yes, no"};
  const std::size_t sign = line.find_first_of(":=(", 7);
  if (sign != std::string::npos &&
      std::ranges::find(values, model::lowerCase(without(std::string_view(line).substr(sign), ":=() "))) !=
          values.end()) {
    const std::string here(trimmed(std::string_view(line).substr(0, sign)));
    return MeantLine{"every option can be taken or left", "write " + inTicks(here), here, true};
  }
  const std::size_t label = line.rfind('"');
  const std::size_t behind = label == std::string::npos ? line.find_first_of(" ,(", 7) : label + 1;
  const bool labelled = label != std::string::npos;
  if (behind >= line.size())
    return said.starts_with("can ") ? std::optional(MeantLine{"an option of a party begins with `option`",
                                                              "write " + inTicks(line), line, labelled})
                                    : std::nullopt;
  const std::string_view remark = trimmed(std::string_view(line).substr(behind));
  const std::string rest = model::lowerCase(without(remark, "(),;:-[]. "));
  const bool right = remark == "irrevocable" || remark == "(irrevocable)"; // the parser says the rest
  if ((right && !said.starts_with("can ")) || !saysForGood(rest))
    return std::nullopt;
  const std::string here = std::string(trimmed(line.substr(0, behind))) + " irrevocable";
  const bool certain = remark.front() == '(' || rest.ends_with("irrevocable") || labelled;
  return MeantLine{"what cannot be undone is `irrevocable`", "write " + inTicks(here), here,
                   certain && !rest.ends_with("once")};
}

} // namespace stasis::language
