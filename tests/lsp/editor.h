#pragma once

// An editor at the other end of two pipes, in the same process: it sends what a test asks for and keeps what
// comes.

#include "rpc/framing.h"

#include <nlohmann/json.hpp>

#include <deque>
#include <functional>
#include <string>
#include <thread>

namespace stasis::test {

using Json = nlohmann::json;

class Editor {
public:
  /// Begins the session unless `begin` is false.
  explicit Editor(const Json& capabilities = Json::object(), bool begin = true);
  ~Editor();
  Editor(const Editor&) = delete;
  Editor& operator=(const Editor&) = delete;

  void sendBytes(const std::string& bytes);
  void send(const Json& message);
  void notify(const std::string& method, const Json& parameters);
  /// The id of the request.
  int ask(const std::string& method, const Json& parameters);
  /// The whole answer of a request asked before; fails the test after a while.
  Json answer(int id);
  Json result(const std::string& method, const Json& parameters) {
    return answer(ask(method, parameters))["result"];
  }
  int errorOf(const std::string& method, const Json& parameters) {
    const Json all = answer(ask(method, parameters));
    return all.contains("error") ? all["error"]["code"].get<int>() : 0;
  }
  /// The next message for which `isIt` is true; the others are kept.
  Json await(const std::function<bool(const Json&)>& isIt);
  /// The problems of a text at a version, once one of them has this code (empty: none is wanted).
  Json problems(const std::string& uri, int version);

  void open(const std::string& uri, const std::string& text, int version = 1);
  void change(const std::string& uri, int version, const Json& changes);
  static Json at(const std::string& uri, std::size_t line, std::size_t character);
  static Json of(const std::string& uri) { return {{"textDocument", {{"uri", uri}}}}; }

  /// The other end sees no more bytes; what it returned.
  int leave();
  const Json& agreed() const { return agreed_; }

private:
  int toServer_ = -1;
  int fromServer_ = -1;
  int serverIn_ = -1;
  int serverOut_ = -1;
  int lastId_ = 0;
  int returned_ = -1;
  Json agreed_;
  rpc::HeadFraming framing_;
  std::deque<Json> kept_;
  std::thread server_;
};

} // namespace stasis::test
