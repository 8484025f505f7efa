#pragma once

// The studio and the assistants' server are in a program of their own, `stasis-studio`: it has the same
// verbs, linked with the HTTP library and its dependencies (OpenSSL, three compressors). Every other verb
// starts without these. `stasis studio` and `stasis mcp` become that program: same process, same arguments,
// so signals, exit codes and terminals need nothing in between.
//
// Tested by every test of tests/studio, which starts `stasis studio`, and by tests/cli.

#include "cli/verb.h"

#include <string>

namespace stasis::cli {

/// The path of that program: beside this one, or in ../libexec/stasis once installed; empty if it is in
/// neither place.
std::string studioProgram();

/// The program that became this one, by a path that stays good while this process lives, even if its file is
/// replaced; empty if there was none. It has every verb and loads fewer libraries, so it begins in half the
/// time.
std::string answeringProgram();

/// Runs that program in place of this one, with this one's arguments. Returns, after an error message, only
/// if that fails.
Exit becomeStudioProgram(Console& console);

} // namespace stasis::cli
