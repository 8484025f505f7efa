#pragma once

// Numbers as people read them: 1,234,567 and 3rd; counts with the right plural.

#include "report/telling/look.h"

#include <gmpxx.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace stasis::report {

/// Digits in groups of three.
std::string grouped(const mpz_class& number);
/// The same, from 10¹² on as `1.2·10²⁸` (`1.2e28` in ASCII) unless the look wants them exact.
std::string grouped(const Look& look, const mpz_class& number);
/// 1st, 2nd, 3rd, 4th, 11th, …
std::string ordinal(std::uint64_t number);
/// `1 state`, `12 states`; `many` defaults to `one` with an s.
std::string counted(const mpz_class& number, std::string_view one, std::string_view many = {});
std::string counted(const Look& look, const mpz_class& number, std::string_view one,
                    std::string_view many = {});

} // namespace stasis::report
