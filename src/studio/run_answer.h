#pragma once

// What came of a child, as the API tells it: its exit status, its JSON as it is, what it said. A child that
// did not end by itself has the exit status the command line has for the same: 130 stopped, 3 a limit, 70 a
// defect.

#include "studio/jobs.h"

#include <string>

namespace stasis::studio {

/// The members `"exit": …, "result": …, "text": …, "stderr": …, "stopped": …`; of none: nothing yet.
std::string endJson(const ChildEnd* end);
std::string newsJson(const JobNews& news);

/// Standard error, with why it ended where it did not by itself.
std::string saidBy(const ChildEnd& end);

} // namespace stasis::studio
