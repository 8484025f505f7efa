// `stasis mcp` as an assistant meets it: the program, over pipes.
#include "files/descriptor.h"
#include "rpc/framing.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/wait.h>

#include <array>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <vector>

namespace stasis::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string textOf(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// A folder of its own, gone at the end.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "stasis-mcp-test-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
};

class Assistant {
public:
  explicit Assistant(std::vector<std::string> words = {}) {
    int in[2];
    int out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0)
      throw std::runtime_error("no pipes");
    words.insert(words.begin(), {"stasis", "mcp"});
    std::vector<char*> argv;
    for (auto& word : words)
      argv.push_back(word.data());
    argv.push_back(nullptr);
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(in[0], STDIN_FILENO);
      ::dup2(out[1], STDOUT_FILENO);
      ::execv(STASIS_PROGRAM, argv.data());
      ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    to_ = in[1];
    from_ = out[0];
  }
  ~Assistant() {
    if (child_ > 0)
      end();
    ::close(from_);
  }
  Assistant(const Assistant&) = delete;
  Assistant& operator=(const Assistant&) = delete;

  void send(const std::string& line) {
    const std::string bytes = line + "\n";
    for (std::size_t sent = 0; sent < bytes.size();) {
      const ssize_t n = ::write(to_, bytes.data() + sent, bytes.size() - sent);
      ASSERT_GT(n, 0);
      sent += static_cast<std::size_t>(n);
    }
  }
  int ask(const std::string& method, const Json& parameters) {
    send(Json{{"jsonrpc", "2.0"}, {"id", ++lastId_}, {"method", method}, {"params", parameters}}.dump());
    return lastId_;
  }
  Json await(const std::function<bool(const Json&)>& isIt) {
    for (;;) {
      for (auto it = kept_.begin(); it != kept_.end(); ++it)
        if (isIt(*it)) {
          Json found = std::move(*it);
          kept_.erase(it);
          return found;
        }
      pollfd end{from_, POLLIN, 0};
      std::array<char, 65536> block;
      const ssize_t n = ::poll(&end, 1, 60000) > 0 ? ::read(from_, block.data(), block.size()) : 0;
      if (n <= 0)
        break;
      framing_.feed({block.data(), static_cast<std::size_t>(n)});
      while (auto frame = framing_.next())
        kept_.push_back(Json::parse(frame->body));
    }
    ADD_FAILURE() << "the message did not come";
    return Json::object();
  }
  Json answer(int id) {
    return await([id](const Json& m) { return m.contains("id") && m["id"] == id; });
  }
  Json result(const std::string& method, const Json& parameters = Json::object()) {
    return answer(ask(method, parameters))["result"];
  }
  int errorOf(const std::string& method, const Json& parameters) {
    const Json all = answer(ask(method, parameters));
    return all.contains("error") ? all["error"]["code"].get<int>() : 0;
  }
  Json call(const std::string& tool, const Json& arguments) {
    return result("tools/call", {{"name", tool}, {"arguments", arguments}});
  }
  bool isThere(int id) {
    return std::ranges::any_of(kept_, [id](const Json& m) { return m.contains("id") && m["id"] == id; });
  }
  int end() {
    ::close(to_);
    int status = 0;
    ::waitpid(std::exchange(child_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  pid_t process() const { return child_; }

private:
  int to_ = -1;
  int from_ = -1;
  pid_t child_ = -1;
  int lastId_ = 0;
  rpc::LineFraming framing_;
  std::deque<Json> kept_;
};

const Json slow = [] {
  std::string text = "conflict \"Slow\"\n";
  for (int party = 0; party < 3; ++party) {
    text += "party P" + std::to_string(party) + "\n";
    for (int option = 0; option < 14; ++option)
      text += "  option o" + std::to_string(party) + "_" + std::to_string(option) + "\n";
  }
  for (int party = 0; party < 3; ++party) {
    text += "weigh P" + std::to_string(party) + "\n";
    for (int i = 0; i < 42; ++i)
      text += "  o" + std::to_string(i / 14) + "_" + std::to_string(i % 14) + " " +
              std::to_string(1 + (i * 7919 + party * 104729) % 9973) + "\n";
  }
  return Json{{"text", text + "status quo none\n"}};
}();

Json stateless(Json parameters = Json::object(), const std::string& version = "2026-07-28") {
  parameters["_meta"] = {{"io.modelcontextprotocol/protocolVersion", version},
                         {"io.modelcontextprotocol/clientInfo", {{"name", "test"}, {"version", "1"}}},
                         {"io.modelcontextprotocol/clientCapabilities", Json::object()}};
  return parameters;
}

TEST(Mcp, EveryHandshakeOfTheFirstEra) {
  Assistant assistant;
  for (const std::string version : {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    EXPECT_EQ(assistant.result("initialize", {{"protocolVersion", version},
                                              {"capabilities", Json::object()}})["protocolVersion"],
              version);
  const Json agreed = assistant.result("initialize", {{"protocolVersion", "1999-01-01"}});
  EXPECT_EQ(agreed["protocolVersion"], "2025-11-25");
  EXPECT_TRUE(agreed["capabilities"].contains("tools"));
  EXPECT_FALSE(agreed.contains("resultType"));
  assistant.send(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
  EXPECT_TRUE(assistant.result("ping").is_object());
  EXPECT_EQ(assistant.errorOf("initialize", Json::object()), -32602);
  EXPECT_EQ(assistant.end(), 0);
}

TEST(Mcp, TheSecondEraFromTheSameProcess) {
  Assistant assistant;
  const Json found = assistant.result("server/discover", stateless());
  EXPECT_EQ(found["supportedVersions"][0], "2026-07-28");
  EXPECT_EQ(found["resultType"], "complete");
  for (const char* method : {"tools/list", "resources/list", "resources/templates/list", "prompts/list"}) {
    const Json list = assistant.result(method, stateless());
    EXPECT_EQ(list["resultType"], "complete") << method;
    EXPECT_TRUE(list["ttlMs"].is_number_unsigned()) << method;
    EXPECT_EQ(list["cacheScope"], "private") << method;
    EXPECT_FALSE(assistant.result(method).contains("resultType")) << method << " of the first era";
  }
  const Json called =
      assistant.result("tools/call", stateless({{"name", "list_models"}, {"arguments", Json::object()}}));
  EXPECT_EQ(called["resultType"], "complete");
  EXPECT_FALSE(called.contains("ttlMs"));
  const Json refused =
      assistant.answer(assistant.ask("tools/list", stateless(Json::object(), "2031-01-01")))["error"];
  EXPECT_EQ(refused["code"], -32022);
  EXPECT_EQ(refused["data"]["supported"][0], "2026-07-28");
  EXPECT_EQ(refused["data"]["requested"], "2031-01-01");
}

TEST(Mcp, BadMessagesAreErrorsAndTheNextIsAnswered) {
  Assistant assistant;
  for (const std::string line :
       {"binary \x01\xff\xfe", "{", "[]", "{}", R"({"jsonrpc":"2.0","id":[],"method":"x"})"}) {
    assistant.send(line);
    EXPECT_LT(assistant.await(
                  [](const Json& m) { return m.contains("error") && m["id"].is_null(); })["error"]["code"],
              0);
  }
  EXPECT_EQ(assistant.errorOf("unheard/of", Json::object()), -32601);
  EXPECT_EQ(assistant.errorOf("tools/call", {{"name", "rm"}}), -32602);
  EXPECT_EQ(assistant.errorOf("tools/call", {{"name", 5}}), -32602);
  EXPECT_EQ(assistant.errorOf("tools/call", {{"name", "solve"}, {"arguments", "x"}}), -32602);
  EXPECT_EQ(assistant.errorOf("resources/read", {{"uri", "stasis://gallery/../../etc/passwd"}}), -32002);
  EXPECT_EQ(assistant.errorOf("resources/read", stateless({{"uri", "file:///etc/passwd"}})), -32602);
  EXPECT_EQ(assistant.errorOf("resources/list", {{"cursor", "x"}}), -32602);
  EXPECT_EQ(assistant.errorOf("prompts/get", {{"name", "model_this_report"}}), -32602);
  EXPECT_TRUE(assistant.result("ping").is_object());
}

TEST(Mcp, EveryToolOfTheListAnswersAndSaysWhatItTakes) {
  Assistant assistant;
  const Json model{{"gallery", "syria-iraq"}};
  std::set<std::string> names;
  const Json tools = assistant.result("tools/list")["tools"];
  for (const Json& tool : tools) {
    const std::string name = tool["name"];
    names.insert(name);
    EXPECT_EQ(tool["inputSchema"]["type"], "object") << name;
    EXPECT_TRUE(tool.contains("outputSchema")) << name;
    Json arguments = Json::object();
    const Json required = tool["inputSchema"].value("required", Json::array());
    for (const Json& needed : required)
      arguments[needed.get<std::string>()] =
          needed == "report" ? Json{{"text", "Ann said: \"We will never leave if they stay.\""}} : model;
    if (name == "verify")
      arguments["certificate"] = {
          {"text", assistant.call("explain", {{"model", model}})["structuredContent"]["result"].dump()}};
    if (name == "read_text")
      arguments = model;
    if (name == "elicit")
      arguments["party"] = "Iraq";
    const Json answer = assistant.call(name, arguments);
    EXPECT_EQ(answer["structuredContent"]["status"], "done") << name << ": " << answer["structuredContent"];
    EXPECT_EQ(answer["isError"], false) << name;
    EXPECT_EQ(Json::parse(answer["content"][0]["text"].get<std::string>()), answer["structuredContent"])
        << name;
    EXPECT_FALSE(answer["structuredContent"]["result"].is_null()) << name;
  }
  for (const char* name : {"check", "solve", "explain", "brief", "moves", "paths", "robust", "ask", "invert",
                           "elicit", "diff", "read", "draft", "verify"})
    EXPECT_TRUE(names.contains(name)) << name;
  EXPECT_FALSE(names.contains("write_model")) << "only with --write";
}

TEST(Mcp, APartyIsAskedAnswerByAnswer) {
  Assistant assistant;
  Json arguments{{"model", {{"gallery", "syria-iraq"}}}, {"party", "Iraq"}, {"answer", Json::array()}};
  for (std::size_t asked = 0;; ++asked) {
    const Json result = assistant.call("elicit", arguments)["structuredContent"]["result"];
    ASSERT_EQ(result["answers"].size(), asked);
    if (result["finished"].get<bool>()) {
      EXPECT_GT(asked, 1U);
      EXPECT_NE(result["lines"].get<std::string>().find("# What Iraq wants"), std::string::npos);
      break;
    }
    ASSERT_LT(asked, 20U);
    arguments["answer"].push_back(result["next"]["lines"]["1"]);
  }
}

TEST(Mcp, AWrongModelIsAnAnswerThatMendsIt) {
  Assistant assistant;
  const Json answer =
      assistant.call("solve", {{"model", {{"text", "party A\n  option go\nprefer A\n  goo\n"}}}});
  EXPECT_EQ(answer["isError"], true);
  EXPECT_EQ(answer["structuredContent"]["status"], "wrong");
  const std::string problems = answer["structuredContent"]["problems"].dump();
  EXPECT_NE(problems.find("goo"), std::string::npos);
  EXPECT_NE(problems.find("\"fix\""), std::string::npos) << problems;
}

TEST(Mcp, WrongArgumentsAreAnswersToo) {
  Folder folder;
  const std::string target = (folder.path / "x").string();
  Assistant assistant;
  const Json model{{"gallery", "twelve-states"}};
  for (const Json& arguments : std::vector<Json>{Json::object(),
                                                 {{"model", 5}},
                                                 {{"model", {{"gallery", "nowhere"}}}},
                                                 {{"model", {{"path", "x.conflict"}}}},
                                                 {{"model", {{"text", "x"}, {"gallery", "syria-iraq"}}}},
                                                 {{"model", model}, {"unheard", 1}},
                                                 {{"model", model}, {"concept", 7}},
                                                 {{"model", model}, {"list", "many"}},
                                                 {{"model", model}, {"list", -3}},
                                                 {{"model", model}, {"all", "yes"}},
                                                 {{"model", model}, {"concept", "nonsense"}},
                                                 {{"model", model}, {"certify", target}},
                                                 {{"model", model}, {"output", target}},
                                                 {{"model", model}, {"where", "--output=" + target}},
                                                 {{"model", model}, {"part", "/nowhere"}}}) {
    const Json answer = assistant.call("solve", arguments);
    EXPECT_EQ(answer["isError"], true) << arguments;
    EXPECT_NE(answer["structuredContent"]["status"], "done") << arguments;
    EXPECT_NE(answer["structuredContent"]["status"], "internal") << arguments << answer;
  }
  EXPECT_FALSE(fs::exists(target));
}

TEST(Mcp, LongAnswersComeInPartsWithTheirCountsFirst) {
  Assistant assistant;
  std::string text = "conflict \"Wide\"\nparty A\n";
  for (int i = 0; i < 11; ++i)
    text += "  option a" + std::to_string(i) + "\n";
  const Json model{{"text", text + "status quo none\nprefer A\n  a0\n"}};
  const Json first = assistant.call("states", {{"model", model}});
  EXPECT_LE(first.dump().size(), 24000U);
  const Json& structured = first["structuredContent"];
  EXPECT_EQ(structured.items().begin().key(), "status");
  std::string place;
  std::size_t all = 0;
  for (const auto& [part, count] : structured["counts"].items())
    if (count == 2048) {
      place = part;
      all = count;
    }
  ASSERT_EQ(all, 2048U) << structured["counts"];
  std::size_t had = structured["result"][Json::json_pointer(place)].size();
  EXPECT_GT(had, 20U);
  while (had < all) {
    const Json next = assistant.call("states", {{"model", model}, {"part", place}, {"from", had}});
    EXPECT_LE(next.dump().size(), 24000U);
    ASSERT_GT(next["structuredContent"]["result"].size(), 0U);
    had += next["structuredContent"]["result"].size();
  }
  EXPECT_EQ(had, all);
}

TEST(Mcp, FilesOfTheFolderAndNoOthers) {
  Folder folder;
  std::ofstream(folder.path / "model.conflict") << "conflict \"x\"\nsource s \"report.txt\"\nparty A\n  "
                                                   "option go\n    because s \"go now\"\nprefer A\n  go\n";
  std::ofstream(folder.path / "report.txt") << "They will go now.\n";
  std::ofstream(folder.path / ".hidden.conflict") << "conflict \"x\"\n";
  fs::create_symlink("/etc/passwd", folder.path / "link.txt");
  Assistant assistant({folder.path.string()});
  const Json checked = assistant.call("check", {{"model", {{"path", "model.conflict"}}}});
  EXPECT_EQ(checked["structuredContent"]["status"], "done") << checked;
  for (const std::string path :
       {"../x.conflict", "/etc/passwd", "link.txt", ".hidden.conflict", "nothing.conflict", "", "a\0b"}) {
    EXPECT_EQ(assistant.call("check", {{"model", {{"path", path}}}})["isError"], true) << path;
    EXPECT_NE(assistant.errorOf("resources/read", {{"uri", "stasis://folder/" + path}}), 0) << path;
  }
  // A text cites files of the folder alone, and no hidden ones.
  std::ofstream(folder.path / ".secret.txt") << "the secret word\n";
  fs::create_directory(folder.path / ".private");
  std::ofstream(folder.path / ".private" / "notes.txt") << "the secret word\n";
  fs::create_symlink(".secret.txt", folder.path / "open.txt");
  for (const std::string hidden : {".secret.txt", ".private/notes.txt", "open.txt"}) {
    const std::string text =
        "conflict \"x\"\nsource s \"" + hidden + "\"\nparty A\n  option go\n    because s \"secret word\"\n";
    const Json refused = assistant.call("check", {{"model", {{"text", text}}}});
    EXPECT_NE(refused.dump().find("is hidden"), std::string::npos) << hidden << refused;
  }
  const Json outside = assistant.call(
      "check",
      {{"model",
        {{"text",
          "conflict \"x\"\nsource s \"/etc/hostname\"\nparty A\n  option go\n    because s \"x\"\n"}}}});
  EXPECT_NE(outside.dump().find("outside the folder"), std::string::npos) << outside;
  EXPECT_EQ(assistant.call("write_model", {{"path", "new.conflict"}, {"text", "x"}})["isError"], true);
  EXPECT_FALSE(fs::exists(folder.path / "new.conflict"));
  const Json resources = assistant.result("resources/list")["resources"];
  for (const Json& one : resources)
    EXPECT_TRUE(assistant.result("resources/read", {{"uri", one["uri"]}})["contents"][0].contains("text"))
        << one;
}

TEST(Mcp, WritingIsNeverOverANewerFile) {
  Folder folder;
  Assistant assistant({folder.path.string(), "--write"});
  const std::string text = "conflict \"x\"\nparty A\n  option go\nprefer A\n  go\n";
  const Json made = assistant.call("write_model", {{"path", "m.conflict"}, {"text", text}});
  EXPECT_EQ(made["isError"], false) << made;
  EXPECT_EQ(textOf(folder.path / "m.conflict"), text);
  EXPECT_FALSE(made["structuredContent"]["result"]["check"].is_null());
  EXPECT_EQ(assistant.call("write_model", {{"path", "m.conflict"}, {"text", "again"}})["isError"], true)
      << "it is there";
  const Json read = assistant.call("read_text", {{"path", "m.conflict"}})["structuredContent"]["result"];
  EXPECT_EQ(read["text"], text);
  std::ofstream(folder.path / "m.conflict") << text << "# somebody else\n";
  EXPECT_EQ(
      assistant.call("write_model",
                     {{"path", "m.conflict"}, {"text", "mine"}, {"revision", read["revision"]}})["isError"],
      true);
  EXPECT_NE(textOf(folder.path / "m.conflict").find("somebody else"), std::string::npos);
  const Json now = assistant.call("read_text", {{"path", "m.conflict"}})["structuredContent"]["result"];
  EXPECT_EQ(
      assistant.call("write_model",
                     {{"path", "m.conflict"}, {"text", text}, {"revision", now["revision"]}})["isError"],
      false);
  EXPECT_EQ(textOf(folder.path / "m.conflict"), text);
  for (const std::string path :
       {"../m.conflict", "/tmp/m.conflict", "m.sh", "none/m.conflict", ".m.conflict"})
    EXPECT_EQ(assistant.call("write_model", {{"path", path}, {"text", text}})["isError"], true) << path;
}

TEST(Mcp, ACallCanBeStoppedWhileOthersAreAnswered) {
  Assistant assistant;
  const int call = assistant.ask(
      "tools/call",
      {{"name", "robust"}, {"arguments", {{"model", slow}}}, {"_meta", {{"progressToken", "p"}}}});
  EXPECT_EQ(assistant.call("solve", {{"model", {{"gallery", "syria-iraq"}}}})["isError"], false);
  assistant.send(
      Json{{"jsonrpc", "2.0"}, {"method", "notifications/cancelled"}, {"params", {{"requestId", call}}}}
          .dump());
  EXPECT_TRUE(assistant.result("ping").is_object());
  EXPECT_FALSE(assistant.isThere(call));
  EXPECT_EQ(assistant.end(), 0) << "nothing is left to wait for";
}

TEST(Mcp, ATimeoutIsAnAnswer) {
  Assistant assistant({"--timeout", "500ms"});
  const Json answer = assistant.call("robust", {{"model", slow}});
  EXPECT_EQ(answer["structuredContent"]["status"], "limit") << answer;
  EXPECT_EQ(answer["isError"], true);
}

TEST(Mcp, WhatWasAskedBeforeTheEndIsAnswered) {
  Assistant assistant;
  const int call = assistant.ask(
      "tools/call", {{"name", "solve"}, {"arguments", {{"model", {{"gallery", "twelve-states"}}}}}});
  EXPECT_EQ(assistant.end(), 0);
  EXPECT_EQ(assistant.answer(call)["result"]["isError"], false);
}

TEST(Mcp, TenMegabytesAreRefusedWithTheReason) {
  Assistant assistant;
  const Json answer =
      assistant.call("check", {{"model", {{"text", std::string(std::size_t{10} << 20U, 'x')}}}});
  EXPECT_EQ(answer["isError"], true);
  EXPECT_NE(answer["structuredContent"]["problems"].dump().find("8 MiB"), std::string::npos);
  EXPECT_TRUE(assistant.result("ping").is_object());
}

TEST(Mcp, PromptsNameToolsThatAreThere) {
  Assistant assistant;
  std::set<std::string> names;
  const Json tools = assistant.result("tools/list")["tools"];
  for (const Json& tool : tools)
    names.insert(tool["name"]);
  const Json prompts = assistant.result("prompts/list")["prompts"];
  for (const Json& prompt : prompts) {
    Json arguments = Json::object();
    for (const Json& argument : prompt["arguments"])
      arguments[argument["name"].get<std::string>()] = "THE TEXT";
    const Json got = assistant.result("prompts/get", {{"name", prompt["name"]}, {"arguments", arguments}});
    const std::string text = got["messages"][0]["content"]["text"];
    EXPECT_NE(text.find("THE TEXT"), std::string::npos);
    for (std::size_t at = 0; (at = text.find("Call `", at)) != std::string::npos; ++at) {
      const std::string name = text.substr(at + 6, text.find('`', at + 6) - at - 6);
      EXPECT_TRUE(names.contains(name)) << name;
    }
  }
}

} // namespace
} // namespace stasis::test
