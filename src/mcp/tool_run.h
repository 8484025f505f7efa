#pragma once

// One call of a tool: from its arguments to a run of the program in a process of its own, and from its output
// to the answer. A problem with the arguments or the model is also an answer; it says what is wrong and how
// to mend it.
//
// Cost: the verb's, and a process. Tested by tests/mcp/server_test.cpp against the program.

#include "mcp/texts.h"
#include "mcp/tool.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <stop_token>

namespace stasis::mcp {

using Json = nlohmann::ordered_json;

/// At most this many bytes of an answer are given at a time. An answer is sent twice, structured and as text,
/// and escaped characters take more room.
inline constexpr std::size_t mostAnswer = 7500;

struct ToolAnswer {
  Json structured;
  bool isError = false;
};

/// `status: usage`, with the problem and what to do.
ToolAnswer wrongUse(const std::string& message, const std::string& help = {});
ToolAnswer refused(const Refusal& refusal);
/// A value of this server itself, cut if it is long.
ToolAnswer told(const Json& value, const Json& arguments);

using Progress = std::function<void(const std::string& phase, double done, double total)>;

/// Never throws. `progress` may be empty.
ToolAnswer runTool(const Tool& tool, const Json& arguments, Texts& texts, const Settings& settings,
                   const std::stop_token& stop, const Progress& progress);

} // namespace stasis::mcp
