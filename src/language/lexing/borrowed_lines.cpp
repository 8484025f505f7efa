// Which form a line has, asked one after another.
#include "language/lexing/borrowed_lines.h"

#include "language/lexing/line_words.h"
#include "language/lexing/token.h"

#include <algorithm>

namespace stasis::language {

using namespace line;

BorrowedLines::BorrowedLines(std::string_view text) {
  std::string last;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const Strings words = wordsOf(without(text.substr(0, std::min<std::size_t>(end, 400)), ".;"));
    if (words.size() > 1 && words[0] == "party") {
      last = without(words[1], ":,{;");
      parties_.insert(last);
    } else if (words.size() > 1 && words[0] == "define") {
      defined_.insert(words[1]);
    } else if (words.size() > 1 && words[0] == "option") {
      options_.emplace(without(words[1], ":,;"));
      owned_.emplace_back(last, std::string(without(words[1], ":,;")));
    } else if (const std::size_t mark =
                   !words.empty() && (words[0] == "-" || words[0] == "*" || words[0] == "can") ? 1 : 0;
               isBlank(text.front()) && words.size() > mark + 1 && words[mark + 1].starts_with('"') &&
               isOneWord(without(words[mark], ",")) && wordOf(words[mark]) == Word::none_) {
      options_.emplace(without(words[mark], ","));
      if (!last.empty())
        owned_.emplace_back(last, std::string(without(words[mark], ",")));
    } else if (words.size() > 2 && isOneWord(words[0]) && words[1] == "=" && wordOf(words[0]) == Word::none_)
      outcomes_.insert(words[0]);
    else if (words.size() > 2 && isOneWord(words[0]) && isCan(words[1]) && wordOf(words[0]) == Word::none_ &&
             words[2] != "only") {
      parties_.insert(words[0]);
      for (const std::string& item : listItems(text.substr(text.find(words[1]) + words[1].size(), end)))
        options_.insert(nameOf(without(item, ". ")));
    } else if (words.size() > 1 && words[0].ends_with(':') && words[1].starts_with('[') &&
               isOneWord(without(words[0], ":")) && wordOf(without(words[0], ":")) == Word::none_ &&
               !headsOptions(without(words[0], ":")) && !headsWishes(without(words[0], ":"))) {
      mapped_.emplace(without(words[0], ":"));
    } else if (words.size() > 1 && words[1].ends_with(':') && headsOptions(without(words[1], ":")))
      listed_.emplace(withoutApostropheS(words[0]));
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
      if (words[i] == "option")
        options_.emplace(without(words[i + 1], ",;:"));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  parties_.insert(listed_.begin(), listed_.end());
  parties_.insert(mapped_.begin(), mapped_.end());
}

std::optional<MeantLine> BorrowedLines::meant(std::string_view line, std::string_view nextLine, bool inWishes,
                                              bool indented) {
  line = trimmed(line);
  if (line.empty() || line.size() > 400 || line.front() == '#')
    return std::nullopt;
  std::optional<MeantLine> found = namesOfListed(line, nextLine);
  if (!found)
    found = row(line);
  const auto ask = [&](auto question) {
    if (!found)
      found = question();
  };
  if (!inWishes)
    ask([&] { return definition(line); });
  ask([&] { return listOfToday(line); });
  ask([&] { return chainOfWishes(line, inWishes); });
  ask([&] { return boldName(line); });
  ask([&] { return call(line); });
  ask([&] { return today(line); });
  ask([&] { return points(line); });
  ask([&] { return rankedOutcomes(line); });
  ask([&] { return listOfParty(line); });
  ask([&] { return outcomes(line, nextLine); });
  ask([&] { return comparison(line, inWishes); });
  if (!inWishes && indented)
    ask([&] { return direction(line); });
  ask([&] { return onlyOne(inWishes ? withoutMark(line) : line, inWishes); });
  ask([&] { return wantsNothing(line, nextLine); });
  if (!indented)
    ask([&] { return nameAlone(line, nextLine); });
  if (line.find('"') != std::string_view::npos && (inWishes || !line.starts_with("option ")))
    return found; // what is quoted is a text, whatever it says
  if (inWishes) {
    const std::string_view item = withoutMark(line);
    if (yaml_ && line.ends_with(':'))
      ask([&] { return optionOfBlock(line, nextLine); });
    if (yaml_ && line.starts_with("options:"))
      ask([&] { return optionOfBlock(line, nextLine); });
    ask([&] { return signed_(line); });
    ask([&] { return ordinal(line); });
    ask([&] { return verdict(item); });
    ask([&] { return rather(item); });
    ask([&] { return thereIs(item); });
    ask([&] { return notWanted(item); });
    ask([&] { return plainWish(item); });
    ask([&] { return otherwiseSaid(item); });
    ask([&] { return neitherParty(item); });
    ask([&] { return ifInParentheses(item); });
    ask([&] { return unlessBehindComma(item); });
    return found;
  }
  ask([&] { return optionOfBlock(line, nextLine); });
  if (!indented || section_ == Section::parties)
    ask([&] { return itemOfSection(line); });
  ask([&] { return direction(line); });
  ask([&] { return doesOrNot(line); });
  if (!indented)
    ask([&] { return namedOutcome(line); });
  ask([&] { return counted(line); });
  ask([&] { return namesOfParties(line); });
  ask([&] { return refusal(line); });
  ask([&] { return rule(line); });
  ask([&] { return can(line); });
  ask([&] { return wants(line); });
  ask([&] { return sentence(line); });
  if (!found) { // what follows goes on with nothing
    wishParty_.clear();
    canParty_.clear();
  }
  return found;
}

/// The option that these words call: by all of them, or by one.
std::optional<std::string> BorrowedLines::optionIn(const Strings& words, bool allWords) const {
  std::string all;
  for (const std::string& word : words)
    all += (all.empty() ? "" : "_") + word;
  const auto called = [&](const std::string& word) -> std::optional<std::string> {
    for (const std::string& option : options_)
      if (option == word || option + "s" == word || option + "ing" == word || option + "es" == word ||
          (option.ends_with('e') && option.substr(0, option.size() - 1) + "ing" == word))
        return option;
    return std::nullopt;
  };
  if (auto option = called(all))
    return option;
  const auto begun =
      std::ranges::count_if(options_, [&](const std::string& one) { return one.starts_with(all + "_"); });
  if (begun == 1) // `ban` of `ban_bikes`
    return *std::ranges::find_if(options_,
                                 [&](const std::string& one) { return one.starts_with(all + "_"); });
  const auto sameWords = [&](const std::string& option) { // `the bus runs` of `run_bus`
    const Strings parts = split(option, '_');
    const auto stem = [](const std::string& a, const std::string& b) {
      return a == b || a + "s" == b || a + "ing" == b || a + "es" == b;
    };
    return parts.size() == words.size() && std::ranges::all_of(words, [&](const std::string& word) {
             return std::ranges::any_of(parts, [&](const std::string& part) { return stem(part, word); });
           });
  };
  if (const auto found = std::ranges::find_if(options_, sameWords); found != options_.end())
    return *found;
  if (allWords && words.size() > 1)
    return std::nullopt;
  std::optional<std::string> one;
  for (const std::string& word : words)
    if (const auto option = called(word)) {
      if (one && *one != *option)
        return std::nullopt;
      one = option;
    }
  return one;
}

std::vector<std::string> BorrowedLines::ownersOf(const std::string& option) const {
  Strings owners;
  for (const auto& [party, own] : owned_)
    if (own == option)
      owners.push_back(party);
  return owners;
}

} // namespace stasis::language
