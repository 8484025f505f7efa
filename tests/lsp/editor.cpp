#include "editor.h"

#include "lsp/server.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace stasis::test {

using namespace std::chrono_literals;

Editor::Editor(const Json& capabilities, bool begin) {
  int in[2];
  int out[2];
  if (::pipe(in) != 0 || ::pipe(out) != 0)
    throw std::runtime_error("no pipes");
  toServer_ = in[1];
  serverIn_ = in[0];
  serverOut_ = out[1];
  fromServer_ = out[0];
  server_ = std::thread([this] {
    returned_ = lsp::serve(serverIn_, serverOut_, "test");
    ::close(serverOut_);
    ::close(serverIn_);
  });
  if (begin) {
    agreed_ = result("initialize",
                     {{"processId", ::getpid()}, {"capabilities", capabilities}, {"rootUri", nullptr}});
    notify("initialized", Json::object());
  }
}

Editor::~Editor() {
  if (server_.joinable())
    leave();
  ::close(fromServer_);
}

int Editor::leave() {
  if (toServer_ >= 0)
    ::close(std::exchange(toServer_, -1));
  server_.join();
  return returned_;
}

void Editor::sendBytes(const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t n = ::write(toServer_, bytes.data() + sent, bytes.size() - sent);
    ASSERT_GT(n, 0);
    sent += static_cast<std::size_t>(n);
  }
}

void Editor::send(const Json& message) { sendBytes(framing_.framed(message.dump())); }

void Editor::notify(const std::string& method, const Json& parameters) {
  send({{"jsonrpc", "2.0"}, {"method", method}, {"params", parameters}});
}

int Editor::ask(const std::string& method, const Json& parameters) {
  send({{"jsonrpc", "2.0"}, {"id", ++lastId_}, {"method", method}, {"params", parameters}});
  return lastId_;
}

Json Editor::answer(int id) {
  return await([id](const Json& message) { return message.contains("id") && message["id"] == id; });
}

Json Editor::await(const std::function<bool(const Json&)>& isIt) {
  const auto until = std::chrono::steady_clock::now() + 60s;
  for (;;) {
    for (auto it = kept_.begin(); it != kept_.end(); ++it)
      if (isIt(*it)) {
        Json found = std::move(*it);
        kept_.erase(it);
        return found;
      }
    pollfd end{fromServer_, POLLIN, 0};
    std::array<char, 65536> block;
    if (std::chrono::steady_clock::now() > until || ::poll(&end, 1, 60000) <= 0)
      break;
    const ssize_t n = ::read(fromServer_, block.data(), block.size());
    if (n <= 0)
      break;
    framing_.feed({block.data(), static_cast<std::size_t>(n)});
    while (auto frame = framing_.next())
      kept_.push_back(Json::parse(frame->body));
  }
  ADD_FAILURE() << "the message did not come";
  return Json::object();
}

Json Editor::problems(const std::string& uri, int version) {
  return await([&](const Json& message) {
    return message.value("method", "") == "textDocument/publishDiagnostics" &&
           message["params"]["uri"] == uri && message["params"].value("version", 0) == version;
  })["params"]["diagnostics"];
}

void Editor::open(const std::string& uri, const std::string& text, int version) {
  notify(
      "textDocument/didOpen",
      {{"textDocument", {{"uri", uri}, {"languageId", "conflict"}, {"version", version}, {"text", text}}}});
}

void Editor::change(const std::string& uri, int version, const Json& changes) {
  notify("textDocument/didChange",
         {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", changes}});
}

Json Editor::at(const std::string& uri, std::size_t line, std::size_t character) {
  return {{"textDocument", {{"uri", uri}}}, {"position", {{"line", line}, {"character", character}}}};
}

} // namespace stasis::test
