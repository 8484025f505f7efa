#pragma once

// A constraint as people would write it: `never A` if it is the negation of A, `at most 2 of …` for a count,
// else `always A`.

#include "model/conflict.h"

#include <string>

namespace stasis::report {

std::string constraintWords(const model::Conflict& conflict, const model::Expression& holds);

} // namespace stasis::report
