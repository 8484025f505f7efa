#pragma once

// One call of a tool: from its arguments to a run of the program in a process of its own, and from what that
// says to the answer. What is wrong with the arguments or the model is an answer too, one that says so and
// what would mend it.
//
// Cost: the verb's, and a process. Tested by tests/mcp/server_test.cpp against the program.

#include "mcp/texts.h"
#include "mcp/tool.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <stop_token>

namespace stasis::mcp {

using Json = nlohmann::ordered_json;

/// At most this many bytes of an answer are given at a time.
inline constexpr std::size_t mostAnswer =
    7500; // twice: once structured, once as text, whose marks take room of their own

struct ToolAnswer {
  Json structured;
  bool isError = false;
};

/// `status: usage`, with what is wrong and what to do.
ToolAnswer wrongUse(const std::string& message, const std::string& help = {});
ToolAnswer refused(const Refusal& refusal);
/// A value of this server itself, cut where it is long.
ToolAnswer told(const Json& value, const Json& arguments);

using Progress = std::function<void(const std::string& phase, double done, double total)>;

/// Throws nothing. `progress` may be empty.
ToolAnswer runTool(const Tool& tool, const Json& arguments, Texts& texts, const Settings& settings,
                   const std::stop_token& stop, const Progress& progress);

} // namespace stasis::mcp
