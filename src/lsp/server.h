#pragma once

// The language server: one editor at the other end of two descriptors, over the Language Server Protocol 3.17
// (Microsoft 2022). Three threads: one takes messages, one answers them in their order, and those of Study
// read and solve. A request about a text that is still being read waits for it; a key press before that makes
// the answer ContentModified.
//
// Cost of a key press: O(bytes of the text) for the change, and for a completion the names. Tested by
// tests/lsp/server_test.cpp over pipes, and with the clients of two editors.

#include <string>

namespace stasis::lsp {

/// Returns when the editor leaves: 0 if it said so as the protocol requires (`shutdown`, then `exit`), else
/// 1.
int serve(int in, int out, const std::string& version);

} // namespace stasis::lsp
