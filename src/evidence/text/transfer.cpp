#include "evidence/text/transfer.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

CleanText quotedPrintable(std::string_view file, model::Range range) {
  CleanText out;
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t sign = std::min(file.find('=', at), range.end);
    out.copy(file.substr(at, sign - at), at);
    at = sign;
    if (at == range.end)
      break;
    std::size_t after = at + 1;
    while (after < range.end && (file[after] == ' ' || file[after] == '\t' || file[after] == '\r'))
      ++after;
    if (after < range.end && file[after] == '\n') { // a soft line end
      at = after + 1;
      continue;
    }
    const int high = at + 2 < range.end ? hexDigit(file[at + 1]) : -1;
    const int low = at + 2 < range.end ? hexDigit(file[at + 2]) : -1;
    if (high < 0 || low < 0) {
      out.copy("=", at++);
      continue;
    }
    const char byte = static_cast<char>(static_cast<unsigned char>(high * 16 + low));
    out.put({&byte, 1}, {at, at + 3});
    at += 3;
  }
  return out;
}

int base64Digit(char c) {
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (c >= '0' && c <= '9')
    return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

CleanText base64(std::string_view file, model::Range range) {
  CleanText out;
  unsigned bits = 0;
  unsigned held = 0;
  std::size_t first = range.begin;
  for (std::size_t at = range.begin; at < range.end; ++at) {
    const int digit = base64Digit(file[at]);
    if (digit < 0)
      continue;
    if (held == 0)
      first = at;
    bits = (bits << 6U) | static_cast<unsigned>(digit);
    held += 6;
    if (held < 8)
      continue;
    held -= 8;
    const char byte = static_cast<char>(static_cast<unsigned char>((bits >> held) & 0xFFU));
    out.put({&byte, 1}, {first, at + 1});
    first = at;
  }
  return out;
}

} // namespace

CleanText transferDecoded(std::string_view file, model::Range range, std::string_view encoding) {
  if (encoding == "quoted-printable")
    return quotedPrintable(file, range);
  if (encoding == "base64")
    return base64(file, range);
  CleanText out;
  out.copy(file.substr(range.begin, range.end - range.begin), range.begin);
  return out;
}

} // namespace stasis::evidence
