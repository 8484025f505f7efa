#pragma once

// The tools that are no verb: what there is to read, its text, and writing a file. Writing makes a new file,
// or changes one whose revision the writer has seen; never one that is newer than that.
//
// Tested by tests/mcp/server_test.cpp.

#include "mcp/tool_run.h"

namespace stasis::mcp {

/// Their descriptions as `tools/list` gives them.
Json ownTools(bool folder, bool mayWrite);
/// None: there is no such tool of ours.
std::optional<ToolAnswer> runOwnTool(const std::string& name, const Json& arguments, Texts& texts,
                                     const Settings& settings, const std::stop_token& stop);

} // namespace stasis::mcp
