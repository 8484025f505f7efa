#include "client.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <utility>

namespace stasis::test {

using Clock = std::chrono::steady_clock;

Wire::Wire(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    close();
}

Wire::~Wire() { close(); }
Wire::Wire(Wire&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

void Wire::close() {
  if (socket_ >= 0)
    ::close(std::exchange(socket_, -1));
}

bool Wire::send(const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t n = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n <= 0)
      return false;
    sent += static_cast<std::size_t>(n);
  }
  return true;
}

bool Wire::more(std::string& text, Clock::time_point until) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
  pollfd end{socket_, POLLIN, 0};
  if (left < 0 || ::poll(&end, 1, static_cast<int>(left)) <= 0)
    return false;
  std::array<char, 1 << 16> block;
  const ssize_t n = ::recv(socket_, block.data(), block.size(), 0);
  if (n <= 0)
    return false;
  text.append(block.data(), static_cast<std::size_t>(n));
  return true;
}

std::string Wire::all(std::chrono::milliseconds patience) {
  std::string text;
  while (more(text, Clock::now() + patience)) {
  }
  return text;
}

std::string Wire::answer(std::chrono::milliseconds patience) {
  std::string text;
  const auto until = Clock::now() + patience;
  std::size_t whole = std::string::npos;
  while (text.size() < whole && more(text, until))
    if (const auto end = text.find("\r\n\r\n"); whole == std::string::npos && end != std::string::npos) {
      const Reply head = parsed(text);
      const auto length = head.headers.find("content-length");
      whole = end + 4 + (length == head.headers.end() ? 0 : std::stoul(length->second));
    }
  return text;
}

Reply parsed(const std::string& text) {
  Reply reply;
  const auto end = text.find("\r\n\r\n");
  if (!text.starts_with("HTTP/1.1 ") || end == std::string::npos)
    return reply;
  reply.status = std::stoi(text.substr(9, 3));
  std::istringstream lines(text.substr(0, end));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const auto colon = line.find(':');
    std::string name = line.substr(0, colon);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    std::string value = line.substr(std::min(colon + 2, line.size()));
    value.erase(value.find_last_not_of('\r') + 1);
    reply.headers[name] = value;
  }
  reply.body = text.substr(end + 4);
  return reply;
}

std::string request(int port, const std::string& method, const std::string& target, Head head,
                    const std::string& body) {
  const std::string number = ":" + std::to_string(port);
  if (head.host == "127.0.0.1")
    head.host += number;
  if (head.origin == "http://127.0.0.1")
    head.origin += number;
  std::string text = method + " " + target + " HTTP/1.1\r\n";
  const auto line = [&](const std::string& name, const std::string& value) {
    if (!value.empty())
      text += name + ": " + value + "\r\n";
  };
  line("Host", head.host);
  line("Origin", head.origin);
  line("Cookie", head.cookie);
  line("Content-Type", body.empty() ? "" : head.type);
  line("Content-Length", body.empty() && method != "POST" ? "" : std::to_string(body.size()));
  for (const auto& one : head.more)
    text += one + "\r\n";
  return text + "\r\n" + body;
}

Reply ask(int port, const std::string& method, const std::string& target, const Head& head,
          const std::string& body) {
  Wire wire(port);
  wire.send(request(port, method, target, head, body));
  return parsed(wire.answer());
}

} // namespace stasis::test
