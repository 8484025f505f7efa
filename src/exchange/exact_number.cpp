#include "exchange/exact_number.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace stasis::exchange {

namespace {

bool isDigits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Removes a leading sign; true if it was a minus.
bool takeSign(std::string_view& text) {
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+'))
    text.remove_prefix(1);
  return minus;
}

mpz_class powerOfTen(unsigned long exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, exponent);
  return power;
}

/// `12.50e-3` without a sign.
std::optional<mpq_class> decimal(std::string_view text) {
  long exponent = 0;
  if (const auto mark = text.find_first_of("eE"); mark != std::string_view::npos) {
    std::string_view written = text.substr(mark + 1);
    written.remove_prefix(written.starts_with('+') ? 1 : 0);
    const auto read = std::from_chars(written.data(), written.data() + written.size(), exponent);
    if (written.empty() || read.ptr != written.data() + written.size() || exponent > largestExponent ||
        exponent < -largestExponent)
      return std::nullopt;
    text = text.substr(0, mark);
  }
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point == std::string_view::npos ? "" : text.substr(point + 1);
  if (whole.size() + part.size() == 0 || !isDigits(whole) || !isDigits(part))
    return std::nullopt;
  mpq_class value(mpz_class(std::string(whole) + std::string(part), 10));
  exponent -= static_cast<long>(part.size());
  if (exponent < 0)
    value /= powerOfTen(static_cast<unsigned long>(-exponent));
  else
    value *= powerOfTen(static_cast<unsigned long>(exponent));
  return value;
}

} // namespace

std::optional<mpq_class> exactNumber(std::string_view text) {
  if (text.size() > longestNumber)
    return std::nullopt;
  const bool minus = takeSign(text);
  const auto slash = text.find('/');
  auto value = decimal(text.substr(0, slash));
  if (slash != std::string_view::npos) {
    const auto under = decimal(text.substr(slash + 1));
    if (!value || !under || *under == 0)
      return std::nullopt;
    *value /= *under;
  }
  return value && minus ? std::optional<mpq_class>(-*value) : value;
}

} // namespace stasis::exchange
