#pragma once

// Who may talk to the studio. Every request has to name the studio as its host, so that no page of another
// site can reach it under a name of its own (DNS rebinding). A request that changes or computes anything also
// has to come from the studio's own page (Origin). The first request with the start token from the URL gets a
// session cookie and a key; the key is in the part of the address that no server sees. A browser sends the
// cookie to every server of this machine, whatever its port. The page keeps the key and sends it, in a
// header, to its own server alone. The page needs the cookie, the API both.
//
// Secrets are 128 random bits of the system, compared in constant time.

#include "studio/kept_session.h"

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

namespace stasis::studio {

/// 32 digits that nobody can guess. Throws std::runtime_error if the system gives no random bytes.
std::string newSecret();

class Access {
public:
  /// For a studio at this port of the loopback address. Secrets that are not given are made anew; the token
  /// always is.
  explicit Access(int port, const std::optional<KeptSession>& kept = std::nullopt);

  /// `http://127.0.0.1:8123/?token=…`
  std::string startAddress() const;

  bool isHost(std::string_view host) const;
  /// Whether a request from a page of this origin comes from the page of this host.
  static bool isOrigin(std::string_view origin, std::string_view host);
  bool hasSession(std::string_view cookies) const;
  bool hasKey(std::string_view key) const;
  /// Where a browser goes once it is admitted, with the key.
  std::string pageAddress() const { return "/#key=" + key_; }
  KeptSession kept() const { return {port_, session_, key_}; }
  /// The `Set-Cookie` of the session; none if the token is wrong or has been used.
  std::optional<std::string> admit(std::string_view token);

private:
  std::string cookieName() const { return "stasis-" + std::to_string(port_); }

  int port_;
  std::string token_;
  std::string session_;
  std::string key_;
  std::atomic<bool> used_ = false;
};

} // namespace stasis::studio
