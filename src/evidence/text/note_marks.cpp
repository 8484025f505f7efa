#include "evidence/text/note_marks.h"

#include "evidence/text/phrases.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isLetter(char c) { return isLower(c) || isUpper(c) || (static_cast<unsigned char>(c) & 0x80U) != 0; }

/// `no.7`, `vol.3`: short words whose full stop a number may follow.
bool takesNumber(std::string_view word) {
  const std::string lower = inLowerCase(word);
  for (const std::string_view one : {"no", "nos", "vol", "p", "pp", "art", "sec", "ch", "fig", "par", "cl",
                                     "v", "c", "s", "ed", "pt", "ver"})
    if (lower == one)
      return true;
  return lower.empty();
}

/// `12`, `3, 4`, `3-5`.
bool isNumbers(std::string_view words) {
  constexpr std::size_t longest = 3; // digits of one number
  std::size_t digits = 0;
  bool any = false;
  for (const char c : words) {
    digits = isDigit(c) ? digits + 1 : 0;
    any |= isDigit(c);
    if (digits > longest || !(isDigit(c) || c == ',' || c == ' ' || c == '-'))
      return false;
  }
  return any;
}

bool isMarkWord(std::string_view words) {
  if (words.size() == 1)
    return isLower(words[0]) || words[0] == '*';
  if (words[0] == '^')
    return words.size() > 1;
  std::string word = inLowerCase(words);
  while (!word.empty() && (isDigit(word.back()) || word.back() == ' '))
    word.pop_back();
  return isPhrase(word, "note_words") && (word.size() < words.size() || word.size() > 3);
}

/// U+2074 to U+2079.
bool isRaisedDigit(std::string_view text) {
  return text.size() > 2 && text.starts_with("\xE2\x81") && static_cast<unsigned char>(text[2]) >= 0xB4U &&
         static_cast<unsigned char>(text[2]) <= 0xB9U;
}

/// A closing mark that ends before `at`.
bool closesBefore(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return before.ends_with("\u201D") || before.ends_with("\u2019") || before.ends_with("\u00BB") ||
         before.ends_with('"');
}

std::size_t wordBefore(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && isLetter(text[begin - 1]))
    --begin;
  return begin;
}

} // namespace

std::size_t bracketedMark(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 24;
  if (text[at] != '[')
    return 0;
  const std::size_t close = text.substr(at, longest).find(']');
  if (close == std::string_view::npos || close < 2)
    return 0;
  const std::string_view inside = text.substr(at + 1, close - 1);
  if (inside.size() == 1 && isLetter(inside[0])) { // [s]ays: letters follow
    const bool glued = at > 0 && text[at - 1] != ' ';
    const bool ends = at + close + 1 >= text.size() || !isLetter(text[at + close + 1]);
    return glued && ends ? close + 1 : 0;
  }
  return isNumbers(inside) || isMarkWord(inside) ? close + 1 : 0;
}

std::size_t raisedMark(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const std::string_view rest = text.substr(end);
    if (rest.starts_with("\u00B9") || rest.starts_with("\u00B2") || rest.starts_with("\u00B3"))
      end += 2;
    else if (rest.starts_with("\u2070") || isRaisedDigit(rest))
      end += 3;
    else if (rest.starts_with("\u2020") || rest.starts_with("\u2021"))
      end += 3;
    else if (end > at && rest[0] == ',' && rest.size() > 1 && raisedMark(rest, 1) > 0)
      end += 1;
    else
      break;
  }
  if (end == at)
    return 0;
  const std::size_t begin = wordBefore(text, at);
  const std::string_view word = text.substr(begin, at - begin);
  const bool unit = word == "m" || word == "km" || word == "cm" || word == "mm" || word == "ft";
  return unit || (at > 0 && isDigit(text[at - 1])) ? 0 : end - at;
}

std::size_t GluedMarks::at(std::string_view text, std::size_t place) {
  std::size_t end = place;
  std::size_t number = 0;
  while (end < text.size() && isDigit(text[end]) && end - place < 4)
    number = number * 10 + static_cast<std::size_t>(text[end++] - '0');
  if (place == 0 || end == place || end - place > 3 || number == 0)
    return 0;
  if (end < text.size() && text[end] != ' ' && text[end] != '\n' && text[end] != ')' && text[end] != ',' &&
      text[end] != '.' && text[end] != ';')
    return 0;
  if (end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && isDigit(text[end + 1]))
    return 0;
  const bool due = number > last_ && number <= last_ + 2;
  const char before = text[place - 1];
  bool isMark = false;
  if (closesBefore(text, place) && place > 1 && text[place - 2] != ' ') {
    isMark = true;
  } else if (before == '.' || before == ',' || before == ';' || before == '!' || before == '?') {
    const std::size_t begin = wordBefore(text, place - 1);
    const bool ends = place - 1 - begin > 3 || (due && !takesNumber(text.substr(begin, place - 1 - begin)));
    isMark = ends && (due || end == text.size() || text[end] == ' ' || text[end] == '\n');
  } else if (isLetter(before) && due) {
    const std::size_t begin = wordBefore(text, place);
    isMark = place - begin > 2 && isLower(before) && !(begin > 0 && isDigit(text[begin - 1]));
  }
  if (isMark)
    last_ = number;
  return isMark ? end - place : 0;
}

} // namespace stasis::evidence
