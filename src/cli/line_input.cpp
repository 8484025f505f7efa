#include "cli/line_input.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace stasis::cli {

namespace {

constexpr int waitMilliseconds = 100;
constexpr std::size_t longestLine = 4096; // of a command; a longer line is cut into several

} // namespace

bool LineInput::isTerminal() const { return ::isatty(STDIN_FILENO) == 1; }

bool LineInput::read() {
  for (;;) {
    if (errand_.stop.stop_requested()) {
      interrupted_ = true;
      return false;
    }
    pollfd ready{STDIN_FILENO, POLLIN, 0};
    errand_.check();
    const int count = ::poll(&ready, 1, waitMilliseconds);
    if (count < 0 && errno != EINTR)
      return false;
    if (count <= 0)
      continue;
    std::array<char, 4096> bytes{};
    const auto got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
  }
}

std::optional<std::string> LineInput::next() {
  std::size_t end = buffer_.find('\n');
  while (end == std::string::npos && buffer_.size() < longestLine && !ended_) {
    ended_ = !read();
    end = buffer_.find('\n');
  }
  if (interrupted_ || buffer_.empty())
    return std::nullopt;
  const std::size_t length = std::min({end, buffer_.size(), longestLine});
  std::string line = buffer_.substr(0, length);
  buffer_.erase(0, length + (length == end ? 1 : 0));
  return line;
}

} // namespace stasis::cli
