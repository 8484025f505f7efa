#include "exchange/identifier.h"

#include "language/lexing/token.h"

#include <algorithm>
#include <array>

namespace stasis::exchange {

namespace {

/// Base letters of U+00C0 to U+017F (Latin-1 and Latin Extended-A) by the canonical decompositions of
/// Unicode; where there is none, the usual spelling.
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

/// The letters an identifier may have for the character that begins `rest`; `used` is its length in bytes.
std::string_view lettersOf(std::string_view rest, std::size_t& used) {
  const auto lead = static_cast<unsigned char>(rest[0]);
  used = 1;
  if (lead < 0x80)
    return isAsciiWord(rest[0]) ? rest.substr(0, 1) : "_";
  while (used < rest.size() && (static_cast<unsigned char>(rest[used]) & 0xC0U) == 0x80U)
    ++used;
  if (used == 2) {
    const unsigned code = (lead & 0x1FU) << 6U | (static_cast<unsigned char>(rest[1]) & 0x3FU);
    if (code >= latinFirst && code <= latinLast)
      return latinLetters[code - latinFirst];
    constexpr unsigned combiningFirst = 0x300;
    constexpr unsigned combiningLast = 0x36F;
    if (code >= combiningFirst && code <= combiningLast)
      return "";
  }
  return "_";
}

} // namespace

std::string identifierFrom(std::string_view name, std::string_view fallback) {
  std::string result;
  std::size_t used = 0;
  for (; !name.empty() && result.size() < longestIdentifier; name.remove_prefix(used)) {
    const std::string_view letters = lettersOf(name, used);
    if (letters != "_")
      result += letters;
    else if (!result.empty() && result.back() != '_')
      result += '_';
  }
  result.resize(std::min(result.size(), longestIdentifier));
  while (result.ends_with('_'))
    result.pop_back();
  if (result.empty())
    return std::string(fallback);
  if (result[0] >= '0' && result[0] <= '9')
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
