#pragma once

// The methods of the Model Context Protocol, in both of its eras from one process: with a handshake
// (`initialize`, versions 2024-11-05 to 2025-11-25), and without (2026-07-28: `server/discover`, the version
// in the `_meta` of every request, a `resultType` in every result). The `_meta` of a request shows which era
// it is from; nothing is kept from one request to the next.
//
// Threads: any. Tested by tests/mcp/server_test.cpp, and with the official clients of both eras.

#include "mcp/own_tools.h"
#include "rpc/message.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

namespace stasis::mcp {

/// Takes a whole message, such as a progress notification of a call.
using Send = std::function<void(const std::string&)>;

class Methods {
public:
  /// Both arguments must outlive this.
  Methods(const Settings& settings, Texts& texts);

  /// True if the answer can take long, so that other requests should not wait for it.
  static bool takesLong(const rpc::Message& request) { return request.method == "tools/call"; }
  /// The whole answer to a request; never throws. Empty: it was stopped, and nobody is waiting any more.
  std::string answer(const rpc::Message& request, const std::stop_token& stop, const Send& send);
  /// The id of the request that a notification cancels, as JSON; empty if it is another notification.
  static std::string cancelledBy(const rpc::Message& notification);

private:
  Json resultOf(const std::string& method, const Json& parameters, const std::stop_token& stop,
                const Send& send);
  Json initialize(const Json& parameters) const;
  Json discover() const;
  Json tools() const;
  Json call(const Json& parameters, const std::stop_token& stop, const Send& send);
  Json capabilities() const;
  std::string instructions() const;

  const Settings& settings_;
  Texts& texts_;
};

/// The version that the `_meta` of a request names; empty: an earlier era.
std::string versionIn(const rpc::Json& parameters);
inline constexpr std::string_view newestVersion = "2026-07-28";
/// Whether it is a version of either era.
bool isSpoken(std::string_view version);
/// The failure of a request whose `_meta` names another version.
inline constexpr int unsupportedVersion = -32022;

} // namespace stasis::mcp
