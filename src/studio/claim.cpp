#include "studio/claim.h"

#include "files/file_exchange.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

namespace stasis::studio {

namespace {

constexpr int places = 8; // studios on one file that know of each other
constexpr std::size_t mostHeld = 256;

files::Descriptor anySocket() { return files::Descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)); }

/// Calls `with` with the system-wide name of this place of the file.
template <typename Call> int withName(const std::string& path, int place, const Call& with) {
  std::string name = "stasis-studio-" + std::to_string(::getuid()) + "-" + files::revisionOf(path);
  if (place > 0)
    name += "-" + std::to_string(place);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path + 1, name.data(), name.size()); // the zero before it means: not a file
  return with(reinterpret_cast<const sockaddr*>(&address),
              static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size()));
}

bool isTaken(const std::string& path, int place) {
  const files::Descriptor socket = anySocket();
  return withName(path, place, [&](const sockaddr* name, socklen_t length) {
           return ::connect(socket.get(), name, length);
         }) == 0;
}

} // namespace

bool Claims::isShared(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  const auto now = Clock::now();
  if (const auto found = held_.find(path); found != held_.end())
    found->second.asked = now;
  forgetUnasked();
  for (int place = 0; place < places && !held_.contains(path) && held_.size() < mostHeld; ++place) {
    files::Descriptor socket = anySocket();
    const int bound = withName(path, place, [&](const sockaddr* name, socklen_t length) {
      return ::bind(socket.get(), name, length);
    });
    if (bound == 0)
      held_.emplace(path, Claim{std::move(socket), place, now});
    else if (errno != EADDRINUSE)
      break;
  }
  const auto own = held_.find(path);
  for (int place = 0; place < places; ++place)
    if ((own == held_.end() || own->second.place != place) && isTaken(path, place))
      return true;
  return false;
}

void Claims::letGo(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  held_.erase(path);
}

void Claims::forgetUnasked() {
  std::erase_if(held_, [&](const auto& held) { return Clock::now() - held.second.asked >= unasked_; });
}

} // namespace stasis::studio
