// S06: which states can be, and how much is too much.
#include "language/codes.h"

#include <array>

namespace stasis::language {

namespace {

constexpr std::array<Code, 1> rows{{
    {"S0601", "too large to be written out",
     "Families and lists are shorthand for options written out: `prefer each` over a thousand members, each "
     "with lists of "
     "a thousand options, is a million conditions. This file asks for more than 100000 options, 8 million "
     "conditions, or "
     "200 million letters of states.",
     "", ""},
}};

} // namespace

std::span<const Code> feasibilityCodes() { return rows; }

} // namespace stasis::language
