#pragma once

// Work of a verb, with what it throws said and turned into an exit status: limits that are reached while an
// answer is being told, memory, and a system that gives no more threads. What else it throws is a defect and
// passes.
//
// Tested by tests/cli/bounds_test.cpp.

#include "cli/verb.h"

#include <functional>

namespace stasis::cli {

class Console;

Exit guarded(Console& console, const std::function<Exit()>& work);

} // namespace stasis::cli
