#pragma once

// The JSON schemas of tools (JSON Schema 2020-12): of their arguments, made from their options, and of their
// answers, which share one schema.
//
// Tested by tests/mcp and by the official clients, which check every answer against them.

#include "mcp/tool.h"

#include <nlohmann/json.hpp>

namespace stasis::mcp {

using Json = nlohmann::ordered_json;

/// A text as a tool takes it: the text itself, a file of the folder, or a model of the gallery.
Json textSchema(const std::string& help, bool folder);
Json inputSchema(const Tool& tool, bool folder);
Json answerSchema();

} // namespace stasis::mcp
