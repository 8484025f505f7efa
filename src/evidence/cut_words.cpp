#include "evidence/cut_words.h"

#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

constexpr std::array before{"not",    "never",     "no",       "against",  "without", "cannot",
                            "can't",  "won't",     "wouldn't", "couldn't", "don't",   "doesn't",
                            "didn't", "shouldn't", "deny",     "denies",   "denied",  "denying"};
constexpr std::array refusing{"refuse", "refuses", "refused", "refusing"};
constexpr std::array behind{"unless", "if", "but", "except", "only"};

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Quotation marks and white space, but not what ends a clause.
bool isPassed(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '"' || c == ','; }

std::string lowered(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word.substr(i).starts_with("\u2019")) {
      out += '\'';
      i += 2;
    } else {
      out += model::lowerCase(word[i]);
    }
  }
  for (const std::string_view mark : {"\u201C", "\u201D", "\u2018"}) // a mark that touches the word
    while (out.find(mark) != std::string::npos)
      out.erase(out.find(mark), mark.size());
  return out;
}

/// The word that ends before `end`; moves `end` to where it begins.
std::string wordBefore(std::string_view text, std::size_t& end) {
  while (end > 0 && isPassed(text[end - 1]))
    --end;
  std::size_t begin = end;
  while (begin > 0 && isLetter(text[begin - 1]))
    --begin;
  const std::string word = lowered(text.substr(begin, end - begin));
  end = begin;
  return word;
}

std::string wordAfter(std::string_view text, std::size_t begin) {
  while (begin < text.size() && isPassed(text[begin]))
    ++begin;
  std::size_t end = begin;
  while (end < text.size() && isLetter(text[end]))
    ++end;
  return lowered(text.substr(begin, end - begin));
}

template <class List> bool isIn(const List& list, const std::string& word) {
  return std::ranges::find(list, word) != list.end();
}

} // namespace

std::optional<Cut> cutAt(std::string_view text, model::Range passage) {
  std::size_t at = passage.begin;
  const std::string last = wordBefore(text, at);
  if (isIn(before, last))
    return Cut{last, true};
  if (last == "to" || last == "that") {
    const std::string verb = wordBefore(text, at);
    if (last == "to" ? isIn(refusing, verb) || verb == "not" : verb.starts_with("den") && isIn(before, verb))
      return Cut{verb + ' ' + last, true};
  }
  const std::string next = wordAfter(text, passage.end);
  if (isIn(behind, next))
    return Cut{next, false};
  return std::nullopt;
}

} // namespace stasis::evidence
