#pragma once

// The studio is a program of its own, `stasis-studio`: the same verbs, linked with the HTTP library and what
// that brings (OpenSSL, three compressors). Every other verb starts without them. `stasis studio` becomes
// that program: same process, same arguments, so signals, exit codes and terminals need no one in between.
//
// Tested by every test of tests/studio, which starts `stasis studio`, and by tests/cli.

#include <string>

namespace stasis::cli {

/// Beside this program, or in ../libexec/stasis as it is installed; empty where it is in neither.
std::string studioProgram();

/// Runs `program` in place of this one, with this one's arguments. Returns only if that is not possible.
void runInstead(const std::string& program);

} // namespace stasis::cli
