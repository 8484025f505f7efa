#pragma once

// A tool that an assistant can call, as data: its arguments and its description. Whoever starts the server
// makes these from the table of verbs, so the server knows no verb by name.

#include "studio/child.h"

#include <cstdint>
#include <string>
#include <vector>

namespace stasis::mcp {

/// A text that a tool reads: a model, or a report.
struct ToolText {
  std::string name; ///< `model`
  std::string help;
};

struct ToolOption {
  enum class Kind : std::uint8_t { text, number, flag };
  std::string name; ///< `concept`, for `--concept`
  std::string help;
  std::vector<std::string> choices;
  Kind kind = Kind::text;
  bool many = false; ///< a list may be given
};

struct Tool {
  std::string name; ///< of the verb
  std::string summary;
  std::string about;
  std::vector<ToolText> texts; ///< the first goes to standard input, a second one into a file
  std::vector<ToolOption> options;
  bool answersJson = false;
  bool takesTimeout = false; ///< at the timeout it can end with what is finished
};

/// The settings at the start of the server.
struct Settings {
  std::string version;
  std::string folder; ///< whose files may be read; empty: none
  bool mayWrite = false;
  std::vector<Tool> tools;
  std::string timeout = "60s"; ///< for one call, in the form of `--timeout`
  studio::ChildLimits limits;
};

} // namespace stasis::mcp
