#include "studio/access.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace stasis::studio {

namespace {

bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size())
    return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  return difference == 0;
}

} // namespace

std::string newSecret() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("the system gives no random bytes");
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 15U];
  }
  return text;
}

Access::Access(int port, const std::optional<KeptSession>& kept)
    : port_(port), token_(newSecret()), session_(kept ? kept->session : newSecret()),
      key_(kept ? kept->key : newSecret()) {}

std::string Access::startAddress() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/?token=" + token_;
}

bool Access::isHost(std::string_view host) const {
  const std::string port = ":" + std::to_string(port_);
  return host == "127.0.0.1" + port || host == "localhost" + port;
}

bool Access::isOrigin(std::string_view origin, std::string_view host) {
  return origin == "http://" + std::string(host);
}

bool Access::hasSession(std::string_view cookies) const {
  const std::string name = cookieName() + "=";
  for (std::size_t begin = 0; begin < cookies.size();) {
    const std::size_t end = std::min(cookies.find(';', begin), cookies.size());
    std::string_view one = cookies.substr(begin, end - begin);
    one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
    if (one.starts_with(name) && same(one.substr(name.size()), session_))
      return true;
    begin = end + 1;
  }
  return false;
}

bool Access::hasKey(std::string_view key) const { return same(key, key_); }

std::optional<std::string> Access::admit(std::string_view token) {
  if (!same(token, token_) || used_.exchange(true))
    return std::nullopt;
  return cookieName() + "=" + session_ + "; Path=/; HttpOnly; SameSite=Strict";
}

} // namespace stasis::studio
