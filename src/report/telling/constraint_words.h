#pragma once

// A constraint as one would write it: `never A` where it is the negation of A, `at most 2 of …` for a count,
// else `always A`.

#include "model/conflict.h"

#include <string>

namespace stasis::report {

std::string constraintWords(const model::Conflict& conflict, const model::Expression& holds);

} // namespace stasis::report
