#pragma once

// The result of a child process for the API: its exit status, its JSON unchanged, and its messages. A child
// that did not end by itself gets the exit status that the command line has for the same: 130 stopped, 3 a
// limit, 70 a defect.

#include "studio/jobs.h"

#include <string>

namespace stasis::studio {

/// The members `"exit": …, "result": …, "text": …, "stderr": …, "stopped": …`. If `end` is null: nothing yet.
std::string endJson(const ChildEnd* end);
std::string newsJson(const JobNews& news);

/// Standard error, with the reason if the child did not end by itself.
std::string saidBy(const ChildEnd& end);

} // namespace stasis::studio
