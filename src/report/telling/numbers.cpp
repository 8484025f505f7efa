#include "report/telling/numbers.h"

namespace stasis::report {

std::string grouped(const mpz_class& number) {
  std::string digits = number.get_str();
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t i = digits.size(); i > first + 3;) {
    i -= 3;
    digits.insert(i, ",");
  }
  return digits;
}

namespace {

constexpr std::size_t longestExact = 12; // digits

std::string raised(std::size_t power) {
  constexpr const char* digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (const char c : std::to_string(power))
    out += digits[c - '0'];
  return out;
}

} // namespace

std::string grouped(const Look& look, const mpz_class& number) {
  const std::string digits = number.get_str();
  if (look.exact || digits.size() <= longestExact)
    return grouped(number);
  mpz_class unit;
  mpz_ui_pow_ui(unit.get_mpz_t(), 10, digits.size() - 2);
  const mpz_class two = (number + unit / 2) / unit; // two digits, rounded
  std::size_t power = digits.size() - 1;
  std::string front = two.get_str();
  power += front.size() - 2; // 99.5… rounds to 100
  const std::string mantissa = front.substr(0, 1) + "." + front.substr(1, 1);
  return look.ascii ? mantissa + "e" + std::to_string(power) : mantissa + "·10" + raised(power);
}

std::string ordinal(std::uint64_t number) {
  const std::uint64_t tens = number / 10 % 10;
  const std::uint64_t ones = number % 10;
  const char* ending = tens == 1 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
  return std::to_string(number) + ending;
}

std::string counted(const mpz_class& number, std::string_view one, std::string_view many) {
  const std::string noun = number == 1    ? std::string(one)
                           : many.empty() ? std::string(one) + "s"
                                          : std::string(many);
  return grouped(number) + " " + noun;
}

std::string counted(const Look& look, const mpz_class& number, std::string_view one, std::string_view many) {
  const std::string exact = counted(number, one, many);
  return grouped(look, number) + exact.substr(grouped(number).size());
}

} // namespace stasis::report
