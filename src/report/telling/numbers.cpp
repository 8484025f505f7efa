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

} // namespace stasis::report
