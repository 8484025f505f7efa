#include "evidence/text/decode.h"

#include "evidence/text/charset.h"
#include "language/lexing/utf8.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <optional>

namespace stasis::evidence {

namespace {

bool isAscii(char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; }

std::string inUtf8(char32_t c) {
  const auto unit = [](char32_t value, char32_t lead) {
    return static_cast<char>(static_cast<unsigned char>(lead | value));
  };
  if (c < 0x80)
    return {static_cast<char>(c)};
  if (c < 0x800)
    return {unit(c >> 6U, 0xC0), unit(c & 0x3FU, 0x80)};
  if (c < 0x10000)
    return {unit(c >> 12U, 0xE0), unit((c >> 6U) & 0x3FU, 0x80), unit(c & 0x3FU, 0x80)};
  return {unit(c >> 18U, 0xF0), unit((c >> 12U) & 0x3FU, 0x80), unit((c >> 6U) & 0x3FU, 0x80),
          unit(c & 0x3FU, 0x80)};
}

/// The first byte that is not UTF-8, or the size; and how many characters beyond ASCII are valid and invalid.
struct Utf8Check {
  std::size_t broken = 0;
  std::size_t valid = 0;
  std::size_t invalid = 0;

  /// A text in a one-byte encoding is almost never valid by chance, so a few bad bytes are damage.
  bool isMostly() const { return valid > invalid; }
};

Utf8Check checkUtf8(std::string_view bytes) {
  Utf8Check check{bytes.size()};
  for (std::size_t at = 0; at < bytes.size();) {
    if (isAscii(bytes[at])) {
      ++at;
      continue;
    }
    const auto point = language::codePointAt(bytes, at);
    if (!point.valid && check.invalid++ == 0)
      check.broken = at;
    check.valid += point.valid;
    at += point.length;
  }
  return check;
}

std::string unknownByte(std::string_view bytes, std::size_t at, const std::string& encoding) {
  return "has a byte in line " + std::to_string(lineAt(bytes, at)) + " that is no " + encoding;
}

class Utf16 {
public:
  Utf16(std::string_view bytes, bool little) : bytes_(bytes), little_(little) {}

  Decoded run(std::size_t from) {
    Decoded result;
    result.asIs = false;
    result.encoding = little_ ? "UTF-16LE" : "UTF-16BE";
    for (std::size_t at = from; at + 1 < bytes_.size();) {
      const char32_t unit = unitAt(at);
      if (unit < 0x80) {
        const char c = static_cast<char>(unit);
        result.text.copy({&c, 1}, at, 2);
        at += 2;
        continue;
      }
      const bool high = unit >= 0xD800 && unit < 0xDC00;
      const char32_t low = high && at + 3 < bytes_.size() ? unitAt(at + 2) : 0;
      if ((high && (low < 0xDC00 || low > 0xDFFF)) || (unit >= 0xDC00 && unit < 0xE000)) {
        result.problem = unknownByte(bytes_, at, result.encoding);
        return result;
      }
      const std::size_t length = high ? 4 : 2;
      result.text.put(inUtf8(high ? 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00) : unit),
                      {at, at + length});
      at += length;
    }
    return result;
  }

private:
  char32_t unitAt(std::size_t at) const {
    const auto a = static_cast<unsigned char>(bytes_[at]);
    const auto b = static_cast<unsigned char>(bytes_[at + 1]);
    return little_ ? a | (static_cast<char32_t>(b) << 8U) : b | (static_cast<char32_t>(a) << 8U);
  }

  std::string_view bytes_;
  bool little_;
};

/// One encoding of the C library, character by character.
class Converter {
public:
  explicit Converter(const std::string& encoding) : handle_(iconv_open("UTF-8", encoding.c_str())) {}
  ~Converter() {
    if (isKnown())
      iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool isKnown() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  /// Writes the character at `at` and returns its length in bytes; 0 if there is none.
  std::size_t next(std::string_view bytes, std::size_t at, std::string& character) {
    constexpr std::size_t longest = 4;
    for (std::size_t length = 1; length <= longest && at + length <= bytes.size(); ++length) {
      std::array<char, 16> room{};
      std::string in(bytes.substr(at, length));
      char* from = in.data();
      char* to = room.data();
      std::size_t left = length;
      std::size_t free = room.size();
      if (iconv(handle_, &from, &left, &to, &free) != static_cast<std::size_t>(-1) && left == 0) {
        character.assign(room.data(), room.size() - free);
        return length;
      }
      iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    }
    return 0;
  }

private:
  iconv_t handle_;
};

std::optional<Decoded> convert(std::string_view bytes, const std::string& encoding) {
  Converter converter(encoding);
  if (!converter.isKnown())
    return std::nullopt;
  Decoded result;
  result.asIs = false;
  result.encoding = encoding;
  result.text.reserve(bytes.size() + bytes.size() / 8);
  std::array<std::string, 256> single; // in most one-byte encodings each byte is converted once
  std::string character;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = at;
    while (end < bytes.size() && isAscii(bytes[end]))
      ++end;
    result.text.copy(bytes.substr(at, end - at), at);
    at = end;
    if (at == bytes.size())
      break;
    std::string& known = single[static_cast<unsigned char>(bytes[at])];
    std::size_t length = 1;
    if (known.empty()) {
      length = converter.next(bytes, at, character);
      if (length == 1)
        known = character;
    }
    if (length == 0) {
      result.problem = unknownByte(bytes, at, encoding);
      return result;
    }
    result.text.put(length == 1 ? known : character, {at, at + length});
    at += length;
  }
  return result;
}

/// UTF-8 with some bytes that are not: these are Windows-1252, as happens when two texts are joined. A
/// character cut by the end of the file is left out.
Decoded mend(std::string_view bytes, std::size_t broken) {
  Decoded result;
  result.asIs = false;
  result.encoding = "UTF-8";
  Converter converter("windows-1252");
  std::string character;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto point = language::codePointAt(bytes, at);
    if (point.valid) {
      result.text.copy(bytes.substr(at, point.length), at);
    } else if (at + 3 >= bytes.size() && at == broken &&
               (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0xC0U) {
      result.note = "its last character is cut off";
      return result;
    } else if (converter.next(bytes, at, character) == 1) {
      result.text.put(character, {at, at + 1});
    } else {
      result.problem = unknownByte(bytes, at, "UTF-8");
      return result;
    }
    at += point.valid ? point.length : 1;
  }
  result.note = "the bytes in line " + std::to_string(lineAt(bytes, broken)) +
                " that are no UTF-8 are read as Windows-1252";
  return result;
}

/// Whether every second byte is NUL, as in ASCII written as UTF-16 without a mark.
std::optional<bool> unmarkedUtf16(std::string_view bytes) {
  constexpr std::size_t sample = 4096;
  std::array<std::size_t, 2> zeros{};
  const std::size_t size = std::min(bytes.size(), sample) / 2 * 2;
  for (std::size_t at = 0; at < size; ++at)
    zeros[at % 2] += bytes[at] == '\0';
  if (size < 8 || zeros[0] + zeros[1] < size / 3)
    return std::nullopt;
  if (zeros[0] * 8 < zeros[1])
    return true;
  return zeros[1] * 8 < zeros[0] ? std::optional(false) : std::nullopt;
}

} // namespace

std::size_t lineAt(std::string_view bytes, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::ranges::count(bytes.substr(0, at), '\n'));
}

Decoded decode(std::string_view bytes, const std::string& charset) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return Utf16(bytes, bytes[0] == '\xFF').run(2);
  if (const auto little = unmarkedUtf16(bytes))
    return Utf16(bytes, *little).run(0);
  const Utf8Check check = checkUtf8(bytes);
  Decoded result;
  result.encoding = "UTF-8";
  if (check.broken == bytes.size())
    return result;
  const bool cutOff = bytes.size() - check.broken < 4 && check.valid > 0;
  if (bytes.starts_with("\xEF\xBB\xBF") || cutOff)
    return mend(bytes, check.broken);
  const auto declared = charset.empty() ? declaredCharset(bytes) : std::optional(meantCharset(charset));
  if (declared && *declared != "utf-8")
    if (auto converted = convert(bytes, *declared))
      return *converted;
  if (check.isMostly() || (check.valid > 0 && declared == "utf-8"))
    return mend(bytes, check.broken);
  const auto likely = likelyCharset(bytes);
  if (likely == "utf-8")
    return mend(bytes, check.broken);
  auto converted = likely ? convert(bytes, *likely) : std::nullopt;
  if (!converted) {
    result.problem = unknownByte(bytes, check.broken, "UTF-8") + " nor of another encoding it could be in";
    return result;
  }
  converted->note = "read as " + converted->encoding + ", by what its bytes look like";
  return *converted;
}

} // namespace stasis::evidence
