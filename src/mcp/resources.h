#pragma once

// What an assistant can read without calling tools: the conflicts of the gallery, the pages of the
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

/// At most `pageSize` from the `cursor`, which is empty for the first page; `nextCursor` if there are more.
/// None if this server did not issue the cursor.
std::optional<Json> resourceList(Texts& texts, const std::string& cursor);
Json resourceTemplates(bool folder);
/// `{"contents": […]}`; none if there is nothing at this address.
std::optional<Json> readResource(const std::string& uri, Texts& texts);

} // namespace stasis::mcp
