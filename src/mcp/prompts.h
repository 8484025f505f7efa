#pragma once

// Tasks that a person can pick in an assistant: making a model from a report, briefing a mediator. Each is
// one message that says which tools to use in which order, and what not to do.
//
// Tested by tests/mcp/server_test.cpp: every tool that a prompt names exists.

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace stasis::mcp {

using Json = nlohmann::ordered_json;

Json promptList();

struct Prompted {
  std::optional<Json> result; ///< none: see the problem
  std::string problem;
};
Prompted prompt(const std::string& name, const Json& arguments);

} // namespace stasis::mcp
