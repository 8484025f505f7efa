#pragma once

// `--schema 1`: for some time, JSON in the version before the current one, for programs that read it.

#include "cli/verb.h"

namespace stasis::cli {

/// The option row of a verb whose JSON has an earlier version.
OptionRow schemaOption();

/// The version asked for, else the current one.
int schemaAsked(const Arguments& arguments, int current);

} // namespace stasis::cli
