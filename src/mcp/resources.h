#pragma once

// What an assistant can read besides calling tools: the conflicts of the gallery, the pages of the
// documentation, the solution concepts, the files of the folder. Each has an address that begins with
// `stasis://`.
//
// Tested by tests/mcp/server_test.cpp: everything listed can be read.

#include "mcp/texts.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace stasis::mcp {

using Json = nlohmann::ordered_json;

/// At most `pageSize` from the `cursor`, which is empty for the first page; `nextCursor` where there are
/// more. None: the cursor is not one of ours.
std::optional<Json> resourceList(Texts& texts, const std::string& cursor);
Json resourceTemplates(bool folder);
/// `{"contents": […]}`; none: there is none at this address.
std::optional<Json> readResource(const std::string& uri, Texts& texts);

} // namespace stasis::mcp
