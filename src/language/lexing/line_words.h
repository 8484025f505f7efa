#pragma once

// Words, cells and items of a line that is in the form of something else (borrowed_lines.h), without any
// grammar.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::language::line {

using Strings = std::vector<std::string>;

bool isBlank(char c);
std::string_view trimmed(std::string_view words);
std::string_view without(std::string_view words, std::string_view signs);
bool isWordSign(char c);
bool isOneWord(std::string_view words);
Strings split(std::string_view words, char sign);
Strings wordsOf(std::string_view line);
std::string nameOf(std::string_view cell);
std::string labelOf(std::string_view cell);
bool saysYes(std::string_view word);
bool saysNo(std::string_view word);
bool isNumberWord(std::string_view word);
std::string inTicks(std::string_view words);
/// `write `party City` and below it `option tow “Tow cars”``, for lines that are joined by line ends.
std::string writeLines(const std::string& lines);
/// `x`, `not x`: what it says of which option.
struct Wish {
  std::string option;
  bool denied = false;
};
std::optional<Wish> simpleWish(std::string_view words);
/// Words after the name of a party that head its options, or its wishes.
bool headsOptions(std::string_view word);
bool headsWishes(std::string_view word);
std::string_view withoutApostropheS(std::string_view word);
/// `can strike`, `may strike`, `could strike`.
bool isCan(std::string_view word);
/// The items of `a, b`, `a; b`, `a > b` and `1. a 2. b`.
Strings listItems(std::string_view list);
/// `strike "Strike"`, `option strike`, `lower the price`: as it is declared.
std::string optionLine(std::string_view item);
std::string joinedLines(const std::string& head, const Strings& items);
/// Without `1.`, `2)`, `3 ->`, `-` or `*` before it.
std::string_view withoutMark(std::string_view line);
/// `1 -> x`, `2 = x`: a number with a sign that no list has.
bool hasStrangeMark(std::string_view line);

} // namespace stasis::language::line
