// `stasis mcp --http` as an assistant meets it: the program, over a socket.
#include "../studio/client.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace stasis::test {
namespace {

using Json = nlohmann::ordered_json;

/// Without the Origin that only a page sends.
Head plain(std::vector<std::string> more = {}) {
  Head head;
  head.origin = "";
  head.more = std::move(more);
  return head;
}

/// The program on a port of its own, ended as Ctrl-C ends it.
class HttpProgram {
public:
  HttpProgram() {
    int out[2];
    if (::pipe2(out, O_CLOEXEC) != 0)
      throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(out[1], STDOUT_FILENO);
      ::execl(STASIS_PROGRAM, "stasis", "mcp", "--http", nullptr);
      ::_exit(127);
    }
    ::close(out[1]);
    std::string line;
    for (char c = 0; ::read(out[0], &c, 1) == 1 && c != '\n';)
      line += c;
    ::close(out[0]);
    const std::string host = "http://127.0.0.1:";
    EXPECT_TRUE(line.starts_with(host)) << line;
    port_ = std::stoi(line.substr(host.size()));
    path_ = line.substr(line.find('/', host.size()));
  }
  ~HttpProgram() {
    if (child_ > 0)
      end();
  }
  HttpProgram(const HttpProgram&) = delete;
  HttpProgram& operator=(const HttpProgram&) = delete;

  int end() {
    ::kill(child_, SIGINT);
    int status = 0;
    ::waitpid(std::exchange(child_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  int port() const { return port_; }
  const std::string& path() const { return path_; }
  Reply post(const std::string& body, Head head = plain()) const {
    return ask(port_, "POST", path_, head, body);
  }

private:
  pid_t child_ = -1;
  int port_ = 0;
  std::string path_;
};

std::string message(const std::string& method, const Json& parameters, const Json& id = 1) {
  return Json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", parameters}}.dump();
}

Json solving(const Json& model) { return {{"name", "solve"}, {"arguments", {{"model", model}}}}; }

const std::string version = "2026-07-28";

Json stateless(Json parameters) {
  parameters["_meta"] = {{"io.modelcontextprotocol/protocolVersion", version},
                         {"io.modelcontextprotocol/clientInfo", {{"name", "test"}, {"version", "1"}}},
                         {"io.modelcontextprotocol/clientCapabilities", Json::object()}};
  return parameters;
}

/// Minutes of work.
Json slow() {
  std::string text = "conflict \"Slow\"\n";
  std::string weights;
  for (int i = 0; i < 42; ++i) {
    text += (i % 14 == 0 ? "party P" + std::to_string(i / 14) + "\n" : "") + "  option o" +
            std::to_string(i) + "\n";
    weights += "  o" + std::to_string(i) + " " + std::to_string(1 + i * 7919 % 9973) + "\n";
  }
  for (int party = 0; party < 3; ++party)
    text += "weigh P" + std::to_string(party) + "\n" + weights;
  return {{"text", text + "status quo none\n"}};
}

TEST(McpHttp, BothErasAreAnsweredAtOneAddress) {
  HttpProgram program;
  const Reply begun = program.post(message("initialize", {{"protocolVersion", "2025-11-25"}}));
  EXPECT_EQ(begun.status, 200);
  EXPECT_EQ(Json::parse(begun.body)["result"]["protocolVersion"], "2025-11-25");
  EXPECT_EQ(begun.headers.at("mcp-session-id").size(), 32U);
  EXPECT_EQ(program.post(R"({"jsonrpc":"2.0","method":"notifications/initialized"})").status, 202);
  const Reply solved = program.post(message("tools/call", solving({{"gallery", "syria-iraq"}})));
  EXPECT_EQ(Json::parse(solved.body)["result"]["structuredContent"]["status"], "done") << solved.body;
  const Reply modern =
      program.post(message("tools/call", stateless(solving({{"gallery", "syria-iraq"}}))),
                   plain({"MCP-Protocol-Version: " + version, "Mcp-Method: tools/call", "Mcp-Name: solve"}));
  EXPECT_EQ(modern.status, 200);
  EXPECT_EQ(Json::parse(modern.body)["result"]["resultType"], "complete") << modern.body;
  EXPECT_EQ(program.end(), 0);
}

TEST(McpHttp, ProgressComesAsEventsBeforeTheAnswer) {
  HttpProgram program;
  Json parameters{{"name", "robust"}, {"arguments", {{"model", {{"gallery", "syria-iraq"}}}}}};
  parameters["_meta"] = {{"progressToken", "p"}};
  Wire wire(program.port());
  ASSERT_TRUE(wire.send(request(program.port(), "POST", program.path(),
                                plain({"Accept: application/json, text/event-stream", "Connection: close"}),
                                message("tools/call", parameters))));
  const Reply reply = parsed(wire.all());
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.headers.at("content-type"), "text/event-stream");
  EXPECT_NE(reply.body.find("event: message\ndata: {"), std::string::npos) << reply.body;
  EXPECT_NE(reply.body.find("structuredContent"), std::string::npos);
}

TEST(McpHttp, StrangersAndWrongHeadsAreRefused) {
  HttpProgram program;
  const std::string ping = message("ping", Json::object());
  const auto status = [&](const std::string& method, const std::string& path, const Head& head) {
    return ask(program.port(), method, path, head, ping).status;
  };
  EXPECT_EQ(program.post(ping).status, 200);
  EXPECT_EQ(status("POST", "/mcp/" + std::string(32, '0'), plain()), 404);
  EXPECT_EQ(status("POST", "/mcp/", plain()), 404);
  EXPECT_EQ(ask(program.port(), "GET", program.path(), plain()).headers.at("allow"), "POST");
  EXPECT_EQ(status("GET", program.path(), plain()), 405);
  EXPECT_EQ(status("DELETE", program.path(), plain()), 405);
  Head head = plain();
  head.origin = "http://evil.example";
  EXPECT_EQ(status("POST", program.path(), head), 403);
  head = plain();
  head.host = "evil.example";
  EXPECT_EQ(status("POST", program.path(), head), 403);
  head = plain();
  head.type = "text/plain";
  EXPECT_EQ(status("POST", program.path(), head), 415);
  EXPECT_EQ(program.post(ping, plain({"MCP-Protocol-Version: 1999-01-01"})).status, 400);
  EXPECT_EQ(program.post("{").status, 400);
  EXPECT_EQ(program.post(message("ping", stateless(Json::object()))).status, 400)
      << "no head for the version";
  const auto modern = [](const std::string& method) {
    return plain({"MCP-Protocol-Version: " + version, "Mcp-Method: " + method});
  };
  const Reply other = program.post(message("tools/list", stateless(Json::object())), modern("ping"));
  EXPECT_EQ(other.status, 400);
  EXPECT_EQ(Json::parse(other.body)["error"]["code"], -32020);
  EXPECT_EQ(
      program.post(message("tools/call", stateless(solving({{"text", ""}}))), modern("tools/call")).status,
      400)
      << "no head for the name";
  EXPECT_EQ(program.post(message("un/heard", stateless(Json::object())), modern("un/heard")).status, 404);
  EXPECT_EQ(program.post(ping).status, 200);
}

TEST(McpHttp, WhoLeavesOrCancelsStopsTheCall) {
  HttpProgram program;
  const std::string call =
      message("tools/call", {{"name", "robust"}, {"arguments", {{"model", slow()}}}}, "same");
  const std::string cancel =
      Json{{"jsonrpc", "2.0"}, {"method", "notifications/cancelled"}, {"params", {{"requestId", "same"}}}}
          .dump();
  Wire cancelled(program.port());
  ASSERT_TRUE(
      cancelled.send(request(program.port(), "POST", program.path(), plain({"Mcp-Session-Id: one"}), call)));
  {
    Wire leaver(program.port());
    ASSERT_TRUE(leaver.send(request(program.port(), "POST", program.path(), plain(), call)));
  }
  EXPECT_EQ(program.post(cancel, plain({"Mcp-Session-Id: other"})).status, 202);
  // Until the call has begun there is nothing to stop.
  std::string answer;
  for (int tries = 0; tries < 100 && answer.empty(); ++tries) {
    EXPECT_EQ(program.post(cancel, plain({"Mcp-Session-Id: one"})).status, 202);
    answer = cancelled.answer(std::chrono::milliseconds(300));
  }
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 202")) << answer;
  // All places are free: both calls are gone.
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(program.post(message("tools/call", solving({{"gallery", "syria-iraq"}}))).status, 200);
  EXPECT_EQ(program.end(), 0);
}

} // namespace
} // namespace stasis::test
