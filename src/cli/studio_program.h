#pragma once

// The studio and the assistants' server are in a program of their own, `stasis-studio`: the same verbs,
// linked with the HTTP library and what that brings (OpenSSL, three compressors). Every other verb starts
// without them. `stasis studio` and `stasis mcp` become that program: same process, same arguments, so
// signals, exit codes and terminals need no one in between.
//
// Tested by every test of tests/studio, which starts `stasis studio`, and by tests/cli.

#include "cli/verb.h"

#include <string>

namespace stasis::cli {

/// Beside this program, or in ../libexec/stasis as it is installed; empty where it is in neither.
std::string studioProgram();

/// Runs that program in place of this one, with this one's arguments. Returns, with a message said, only if
/// that is not possible.
Exit becomeStudioProgram(Console& console);

} // namespace stasis::cli
