#pragma once

// JSON-RPC 2.0: messages, and the answers to them (JSON-RPC 2.0 Specification, 2013).
//
// Linear in the message. Nesting is limited, so that depth costs no stack. Tested by
// tests/rpc/message_test.cpp.

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace stasis::rpc {

/// Codes of the specification, and those that the Language Server Protocol adds.
enum class Failure : int {
  parse = -32700,
  invalidRequest = -32600,
  unknownMethod = -32601,
  invalidParameters = -32602,
  internal = -32603,
  notInitialized = -32002,
  requestFailed = -32803,
  contentModified = -32801,
  cancelled = -32800,
};

using Json = nlohmann::json;

struct Message {
  enum class Kind : std::uint8_t { request, notification, response, malformed };
  Kind kind = Kind::malformed;
  std::string id;                         ///< as JSON, `7` or `"a"`; `null` if it is not known
  std::string method;                     ///< of a request or notification
  std::shared_ptr<const Json> parameters; ///< an object, an array or null
  std::shared_ptr<const Json> result;     ///< of a response that succeeded
  Failure failure = Failure::parse;       ///< of a malformed one
  std::string problem;                    ///< of a malformed one
};

/// Never throws, whatever the bytes.
Message readMessage(std::string_view body);

/// The answers, as text.
std::string resultOf(const std::string& id, const Json& result);
std::string failureOf(const std::string& id, Failure failure, std::string_view problem);
/// The same with members of its own below `data`.
std::string failureOf(const std::string& id, int code, std::string_view problem, const Json& data);
std::string notification(std::string_view method, const Json& parameters);
std::string request(const std::string& id, std::string_view method, const Json& parameters);

/// Compact JSON; U+FFFD stands for text that is not UTF-8.
std::string textOf(const Json& json);

} // namespace stasis::rpc
