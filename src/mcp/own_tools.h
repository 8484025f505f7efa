#pragma once

// The tools that are not verbs: listing the texts, reading one, and writing a file. Writing makes a new file,
// or changes one whose current revision the writer has seen; it never replaces a newer one.
//
// Tested by tests/mcp/server_test.cpp.

#include "mcp/tool_run.h"

namespace stasis::mcp {

/// Their descriptions, in the form of `tools/list`.
Json ownTools(bool folder, bool mayWrite);
/// None if there is no tool of this name here.
std::optional<ToolAnswer> runOwnTool(const std::string& name, const Json& arguments, Texts& texts,
                                     const Settings& settings, const std::stop_token& stop);

} // namespace stasis::mcp
