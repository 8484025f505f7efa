#pragma once

// The assistants' server over two descriptors: one message a line (Model Context Protocol, stdio transport).
// Calls run concurrently; everything else is answered at once.
//
// Tested by tests/mcp/server_test.cpp over pipes, and with the official clients.

#include "mcp/tool.h"

namespace stasis::mcp {

/// Returns when the bytes have ended and every call is answered, or when nobody takes answers any more.
void serve(int in, int out, const Settings& settings, class Texts& texts);

} // namespace stasis::mcp
