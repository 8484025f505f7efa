#include "exchange/identifier.h"

#include "language/lexing/any_script.h"
#include "language/lexing/token.h"
#include "language/lexing/utf8.h"

#include <algorithm>
#include <array>

namespace stasis::exchange {

namespace {

/// Base letters of U+00C0 to U+017F (Latin-1 and Latin Extended-A) by the canonical decompositions of
/// Unicode; without one, the usual spelling.
constexpr std::string_view latin =
    "A A A A A A AE C E E E E I I I I D N O O O O O _ O U U U U Y Th ss "
    "a a a a a a ae c e e e e i i i i d n o o o o o _ o u u u u y th y "
    "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i I i IJ "
    "ij J j "
    "K k k L l L l L l L l L l N n N n N n n NG ng O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t "
    "U u U u U u U u U u U u W w Y y Y Z z Z z Z z s";
constexpr unsigned latinFirst = 0xC0;
constexpr unsigned latinLast = 0x17F;

constexpr auto latinLetters = [] {
  std::array<std::string_view, latinLast - latinFirst + 1> letters{};
  std::size_t begin = 0;
  for (auto& letter : letters) {
    const std::size_t end = std::min(latin.find(' ', begin), latin.size());
    letter = latin.substr(begin, end - begin);
    begin = end + 1;
  }
  return letters;
}();
static_assert(latinLetters.back() == "s");

bool isAsciiWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The letters that replace this character in an identifier; `_` if it has none.
std::string_view lettersOf(const language::CodePoint& c, std::string_view written) {
  constexpr char32_t combiningFirst = 0x300;
  constexpr char32_t combiningLast = 0x36F;
  if (c.value < 0x80)
    return isAsciiWord(written[0]) ? written : "_";
  if (c.value >= latinFirst && c.value <= latinLast)
    return latinLetters[c.value - latinFirst];
  if (c.value >= combiningFirst && c.value <= combiningLast)
    return "";
  return c.valid && language::knowsAnyScript() && language::continuesName(c.value) ? written : "_";
}

bool isAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool mayBegin(std::string_view name) {
  const auto c = language::codePointAt(name, 0);
  return c.value < 0x80 ? name[0] < '0' || name[0] > '9' : language::beginsName(c.value);
}

} // namespace

std::string identifierFrom(std::string_view name, std::string_view fallback) {
  // An accent written as a separate character joins its letter.
  const std::string whole =
      isAscii(name) || !language::knowsAnyScript() ? std::string(name) : language::composed(name);
  std::string result;
  for (std::size_t i = 0; i < whole.size();) {
    const auto c = language::codePointAt(whole, i);
    const std::string_view letters = lettersOf(c, std::string_view(whole).substr(i, c.length));
    i += c.length;
    if (result.size() + letters.size() > longestIdentifier)
      break;
    if (letters != "_")
      result += letters;
    else if (!result.empty() && result.back() != '_')
      result += '_';
  }
  while (result.ends_with('_'))
    result.pop_back();
  if (result.empty())
    return std::string(fallback);
  if (!mayBegin(result))
    result = '_' + result;
  return language::wordOf(result) != language::Word::none_ ? result + '_' : result;
}

std::string GivenNames::give(const std::string& wanted) {
  std::string name = wanted;
  if (has(name)) {
    std::size_t& number = given_.try_emplace(wanted, 1).first->second;
    do
      name = wanted + '_' + std::to_string(++number);
    while (has(name));
  }
  given_.try_emplace(name, 1);
  return name;
}

} // namespace stasis::exchange
