#include "language/lexing/token.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace stasis::language {

namespace {

// In the order of enum Word.
constexpr std::array<std::string_view, 42> spellings{
    "",        "conflict", "about",  "party",     "parties", "option", "irrevocable", "unresumable", "never",
    "always",  "define",   "status", "prefer",    "each",    "rank",   "weigh",       "move",        "source",
    "because", "expect",   "state",  "states",    "of",      "self",   "exactly",     "at",          "any",
    "all",     "none",     "not",    "and",       "or",      "xor",    "iff",         "implies",     "if",
    "true",    "false",    "view",   "coalition", "date",    "revise"};
static_assert(spellings.size() == static_cast<std::size_t>(Word::revise) + 1);

std::unordered_map<std::string_view, Word> wordsBySpelling() {
  std::unordered_map<std::string_view, Word> words;
  for (std::size_t i = 1; i < spellings.size(); ++i)
    words.emplace(spellings[i], static_cast<Word>(i));
  return words;
}

} // namespace

Word wordOf(std::string_view spelling) {
  static const auto words = wordsBySpelling();
  const auto found = words.find(spelling);
  return found == words.end() ? Word::none_ : found->second;
}

std::string_view spellingOf(Word word) { return spellings[static_cast<std::size_t>(word)]; }

bool isReservedForLater(Word word) { return word >= Word::coalition; }

bool beginsStatement(Word word) {
  switch (word) {
  case Word::conflict:
  case Word::about:
  case Word::party:
  case Word::parties:
  case Word::option:
  case Word::never:
  case Word::always:
  case Word::define:
  case Word::status:
  case Word::prefer:
  case Word::rank:
  case Word::weigh:
  case Word::move:
  case Word::source:
  case Word::because:
  case Word::expect:
  case Word::state:
  case Word::states:
  case Word::view:
  case Word::coalition:
  case Word::date:
  case Word::revise: return true;
  default: return false;
  }
}

bool standsBetween(const Token& token) {
  switch (token.kind) {
  case Kind::comma:
  case Kind::equals:
  case Kind::bar:
  case Kind::greater:
  case Kind::muchGreater:
  case Kind::tilde:
  case Kind::arrow:
  case Kind::doubleArrow:
  case Kind::question: return true;
  case Kind::keyword: return token.word == Word::of || (token.word >= Word::and_ && token.word <= Word::if_);
  default: return false;
  }
}

bool continuesLine(const Token& token) {
  return standsBetween(token) || token.is(Word::not_) || token.is(Kind::leftParen);
}

std::string unquoted(std::string_view string) {
  std::string words;
  for (std::size_t i = 1; i + 1 < string.size(); ++i) {
    const char next = string[i + 1];
    const bool last = i + 2 == string.size();
    if (string[i] != '\\' || last || (next != '"' && next != '\\' && next != 'n')) {
      words += string[i];
      continue;
    }
    words += next == 'n' ? '\n' : next;
    ++i;
  }
  return words;
}

std::string quoted(std::string_view words) {
  std::string string = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\')
      string += '\\';
    if (c == '\n')
      string += "\\n";
    else
      string += c;
  }
  return string + '"';
}

} // namespace stasis::language
