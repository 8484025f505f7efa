#pragma once

// Runs the work of a verb and turns what it throws into a message and an exit status: limits that are reached
// while an answer is being printed, lack of memory, and a system that gives no more threads. Anything else
// that it throws is a defect and passes through.
//
// Tested by tests/cli/bounds_test.cpp.

#include "cli/verb.h"

#include <functional>

namespace stasis::cli {

class Console;

Exit guarded(Console& console, const std::function<Exit()>& work);

} // namespace stasis::cli
