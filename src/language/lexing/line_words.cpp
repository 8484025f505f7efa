#include "language/lexing/line_words.h"

#include "language/lexing/token.h"
#include "model/lower_case.h"
#include "model/trimmed.h"

#include <algorithm>
#include <array>

namespace stasis::language::line {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view words) { return model::trimmed(words, " \t\r"); }

std::string_view without(std::string_view words, std::string_view signs) {
  words = trimmed(words);
  while (!words.empty() && signs.find(words.front()) != std::string_view::npos)
    words = trimmed(words.substr(1));
  while (!words.empty() && signs.find(words.back()) != std::string_view::npos)
    words = trimmed(words.substr(0, words.size() - 1));
  return words;
}

bool isWordSign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool isOneWord(std::string_view words) {
  return !words.empty() && std::ranges::all_of(words, isWordSign) && !(words[0] >= '0' && words[0] <= '9');
}

Strings split(std::string_view words, char sign) {
  Strings parts;
  bool inText = false;
  std::string part;
  for (const char c : words) {
    inText = inText != (c == '"');
    if (c == sign && !inText) {
      parts.emplace_back(trimmed(part));
      part.clear();
    } else
      part += c;
  }
  parts.emplace_back(trimmed(part));
  return parts;
}

Strings wordsOf(std::string_view line) {
  Strings all;
  for (std::string& word : split(line, ' '))
    if (!word.empty())
      all.push_back(std::move(word));
  return all;
}

std::string nameOf(std::string_view cell) {
  std::string name(without(cell, "\"'"));
  std::ranges::replace_if(name, [](char c) { return !isWordSign(c); }, '_');
  return name;
}

std::string labelOf(std::string_view cell) {
  const std::string_view words = without(cell, "\"'");
  return words.empty() ? "" : " " + quoted(words);
}

bool saysYes(std::string_view word) {
  constexpr std::array<std::string_view, 6> words{"yes", "y", "1", "true", "on", "taken"};
  return std::ranges::find(words, model::lowerCase(word)) != words.end();
}

bool saysNo(std::string_view word) {
  constexpr std::array<std::string_view, 6> words{"no", "n", "0", "false", "off", "none"};
  return std::ranges::find(words, model::lowerCase(word)) != words.end();
}

bool isNumberWord(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos || word == "one" || word == "two" ||
         word == "three" || word == "both" || word == "neither" || word == "either" || word == "strongly" ||
         word == "perhaps" || word == "nobody" || word == "everybody" || word == "only" || word == "unless" ||
         word == "when" || word == "whenever" || word == "but" || word == "otherwise" || word == "most" ||
         word == "nothing" || word == "nor" || word == "than";
}

std::string inTicks(std::string_view words) { return "`" + std::string(words) + "`"; }

/// `write `party City` and below it `option tow “Tow cars”``, for lines that are joined by line ends.
std::string writeLines(const std::string& lines) {
  const Strings all = split(lines, '\n');
  std::string text = "write ";
  for (std::size_t i = 0; i < all.size(); ++i)
    text += (i == 0 ? "" : i == 1 ? ", and on lines of their own below it " : ", ") + inTicks(all[i]);
  return text;
}

std::optional<Wish> simpleWish(std::string_view words) {
  Wish wish;
  Strings all = wordsOf(words);
  if (!all.empty() && (all.front() == "not" || all.front() == "no")) {
    wish.denied = true;
    all.erase(all.begin());
  }
  if (all.size() != 1 || wordOf(all.front()) != Word::none_)
    return std::nullopt;
  wish.option = all.front();
  return wish;
}

/// Words after the name of a party that head its options, or its wishes.
bool headsOptions(std::string_view word) {
  constexpr std::array<std::string_view, 7> words{"options", "actions", "moves",     "choices",
                                                  "can",     "may",     "strategies"};
  return std::ranges::find(words, word) != words.end();
}

bool headsWishes(std::string_view word) {
  constexpr std::array<std::string_view, 11> words{"prefers",    "prefer",   "wants", "preferences",
                                                   "wishes",     "goals",    "likes", "want",
                                                   "priorities", "wishlist", "aims"};
  return std::ranges::find(words, word) != words.end();
}

std::string_view withoutApostropheS(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s"})
    if (word.ends_with(ending))
      word.remove_suffix(ending.size());
  return word;
}

/// `can strike`, `may strike`, `could strike`.
bool isCan(std::string_view word) {
  return word == "can" || word == "may" || word == "could" || word == "might";
}

/// The items of `a, b`, `a; b`, `a > b` and `1. a 2. b`.
Strings listItems(std::string_view list) {
  Strings items;
  std::string item;
  bool inText = false;
  const auto end = [&] {
    if (const std::string_view words = trimmed(item); !words.empty())
      items.emplace_back(words);
    item.clear();
  };
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    inText = inText != (c == '"');
    const bool begins = i == 0 || isBlank(list[i - 1]) || list[i - 1] == ',';
    if (!inText && begins && c >= '1' && c <= '9' && i + 1 < list.size() &&
        (list[i + 1] == '.' || list[i + 1] == ')')) {
      end();
      ++i;
    } else if (!inText && (c == ',' || c == ';' || c == '>'))
      end();
    else if (!inText && c == '!' && (i + 1 == list.size() || list[i + 1] != '='))
      item += "not ";
    else
      item += c;
  }
  end();
  return items;
}

/// `strike "Strike"`, `option strike`, `lower the price`: as it is declared.
std::string optionLine(std::string_view item) {
  if (item.starts_with("option "))
    item = trimmed(item.substr(7));
  const std::size_t mark = item.starts_with('"') ? std::string_view::npos : item.find('"');
  const std::string_view name = without(item.substr(0, mark), "\"");
  const bool words = name.find(' ') != std::string_view::npos;
  return "option " + nameOf(name) +
         (mark != std::string_view::npos ? " " + std::string(item.substr(mark))
          : words                        ? labelOf(name)
                                         : "");
}

std::string joinedLines(const std::string& head, const Strings& items) {
  std::string lines = head;
  for (const std::string& item : items)
    lines += (lines.empty() ? "  " : "\n  ") + item;
  return lines;
}

/// Without `1.`, `2)`, `3 ->`, `-` or `*` before it.
std::string_view withoutMark(std::string_view line) {
  std::size_t end = line.find_first_not_of("0123456789");
  if (end == 0) {
    if ((line.front() == '-' || line.front() == '*') && line.size() > 2 && isBlank(line[1]))
      return trimmed(line.substr(1));
    return line;
  }
  if (end == std::string_view::npos)
    return line;
  std::string_view rest = trimmed(line.substr(end));
  for (const std::string_view sign : {"->", "=>", ".", ")", ":", "-", "="})
    if (rest.starts_with(sign) && rest.size() > sign.size())
      return trimmed(rest.substr(sign.size()));
  return line;
}

/// `1 -> x`, `2 = x`: a number with a sign that no list has.
bool hasStrangeMark(std::string_view line) {
  const std::size_t end = line.find_first_not_of("0123456789");
  if (end == 0 || end == std::string_view::npos)
    return false;
  const std::string_view rest = trimmed(line.substr(end));
  return rest.starts_with("->") || rest.starts_with("=>");
}

} // namespace stasis::language::line
