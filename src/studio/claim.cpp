#include "studio/claim.h"

#include "files/file_exchange.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <cstddef>
#include <cstring>

namespace stasis::studio {

bool Claims::take(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  if (held_.contains(path) || held_.size() >= 256)
    return true;
  const std::string name = "stasis-studio-" + std::to_string(::getuid()) + "-" + files::revisionOf(path);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path + 1, name.data(), name.size()); // the zero before it means: not a file
  files::Descriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
  if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), length) != 0)
    return errno != EADDRINUSE;
  held_.emplace(path, std::move(socket));
  return true;
}

} // namespace stasis::studio
