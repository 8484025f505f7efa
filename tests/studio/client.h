#pragma once

// A client that can be as rude as a test wants: bytes over a socket, and requests made of parts.

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace stasis::test {

class Wire {
public:
  explicit Wire(int port);
  ~Wire();
  Wire(Wire&& other) noexcept;
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  /// False if the other side has closed.
  bool send(const std::string& bytes);
  /// All until the other side closes or the time is over.
  std::string all(std::chrono::milliseconds patience = std::chrono::seconds(20));
  /// One answer with its body, by its Content-Length.
  std::string answer(std::chrono::milliseconds patience = std::chrono::seconds(20));
  void close();

private:
  bool more(std::string& text, std::chrono::steady_clock::time_point until);
  int socket_;
};

struct Reply {
  int status = 0;                             ///< 0: no answer came
  std::map<std::string, std::string> headers; ///< names in lower case
  std::string body;
};

Reply parsed(const std::string& text);

/// What a request says of itself; empty values are left out.
struct Head {
  std::string host = "127.0.0.1";
  std::string origin = "http://127.0.0.1";
  std::string cookie;
  std::string type = "application/json";
  std::vector<std::string> more; ///< whole lines
};

/// `host` and `origin` without a port get that of the studio.
std::string request(int port, const std::string& method, const std::string& target, Head head,
                    const std::string& body = {});

Reply ask(int port, const std::string& method, const std::string& target, const Head& head,
          const std::string& body = {});

} // namespace stasis::test
