#pragma once

// `--schema 1`: JSON as it was before the version that is now written, for a while, for programs that read
// it.

#include "cli/verb.h"

namespace stasis::cli {

/// The row for the table of a verb whose JSON has an earlier version.
OptionRow schemaOption();

/// The version asked for, else the current one.
int schemaAsked(const Arguments& arguments, int current);

} // namespace stasis::cli
