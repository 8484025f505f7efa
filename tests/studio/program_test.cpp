// How `stasis studio` starts and ends.
#include "files/descriptor.h"
#include "studio.h"
#include "studio/embedded.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>

namespace stasis::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// The program under way; what it prints on standard output.
class Program {
public:
  explicit Program(std::vector<std::string> words) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
      throw std::runtime_error("no pipe");
    out_ = files::Descriptor(ends[0]);
    words.insert(words.begin(), "stasis");
    std::vector<char*> argv;
    for (auto& word : words)
      argv.push_back(word.data());
    argv.push_back(nullptr);
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::unsetenv("DISPLAY");
      ::unsetenv("WAYLAND_DISPLAY");
      ::signal(SIGINT, SIG_DFL);
      ::execv(STASIS_PROGRAM, argv.data());
      ::_exit(127);
    }
    ::close(ends[1]);
  }
  ~Program() {
    if (child_ > 0)
      end(SIGKILL);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  std::string line() const {
    std::string text;
    for (char c = 0; ::read(out_.get(), &c, 1) == 1 && c != '\n';)
      text += c;
    return text;
  }
  /// The exit status after a signal (0: none is sent); 128 and more: ended by one.
  int end(int signal) {
    if (signal != 0)
      ::kill(child_, signal);
    int status = 0;
    ::waitpid(std::exchange(child_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

private:
  files::Descriptor out_;
  pid_t child_ = -1;
};

int portOf(const std::string& address) { return std::stoi(address.substr(address.rfind(':') + 1)); }

/// What the address admits to.
Head admitted(const std::string& address) {
  const Reply opened = ask(portOf(address), "GET", address.substr(address.find("/?")), {});
  const std::string& page = opened.headers.at("location");
  Head head;
  head.cookie = opened.headers.at("set-cookie");
  head.more.push_back("Stasis-Key: " + page.substr(page.find("#key=") + 5));
  return head;
}

class StudioProgram : public testing::Test {
protected:
  void SetUp() override {
    if (studio::embeddedPage().empty())
      GTEST_SKIP() << "built without the page";
    scene.put("well.conflict", smallConflict);
    ::setenv("XDG_STATE_HOME", state.path().c_str(), 1);
  }
  void TearDown() override { ::unsetenv("XDG_STATE_HOME"); }
  Scene scene;
  Scene state;
};

TEST_F(StudioProgram, PrintsItsAddressServesThePageAndEndsWithCtrlC) {
  Program program({"studio", (scene.path() / "well.conflict").string()});
  const std::string address = program.line();
  ASSERT_TRUE(address.starts_with("http://127.0.0.1:")) << address;
  const int port = portOf(address);
  const Reply opened = ask(port, "GET", address.substr(address.find("/?")), {});
  EXPECT_EQ(opened.status, 303);
  const std::string& led = opened.headers.at("location");
  EXPECT_TRUE(led.starts_with("/#key=")) << led;
  Head head;
  head.cookie = opened.headers.at("set-cookie");
  const Reply page = ask(port, "GET", "/", head);
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("assets/studio.js"), std::string::npos);
  EXPECT_EQ(ask(port, "GET", "/assets/studio.js", head).status, 200);
  Wire waiting(port); // an open connection holds nothing up
  const auto begin = Clock::now();
  EXPECT_EQ(program.end(SIGINT), 0);
  EXPECT_LT(Clock::now() - begin, 3s);
}

TEST_F(StudioProgram, IsFoundAgainAfterARestart) {
  Head head;
  int port = 0;
  {
    Program first({"studio", scene.path().string(), "--no-browser"});
    const std::string address = first.line();
    port = portOf(address);
    head = admitted(address);
    EXPECT_EQ(ask(port, "GET", "/api/session", head).status, 200);
  } // killed
  Program again({"studio", scene.path().string(), "--no-browser"});
  const std::string address = again.line();
  EXPECT_EQ(portOf(address), port);
  EXPECT_EQ(ask(port, "GET", "/api/session", head).status, 200);
  // The address is new all the same, and leads an open browser to the same session.
  EXPECT_EQ(admitted(address).cookie.substr(0, 40), head.cookie.substr(0, 40));

  Program second({"studio", scene.path().string(), "--no-browser"}); // beside it: a session of its own
  const std::string other = second.line();
  EXPECT_NE(portOf(other), port);
  EXPECT_EQ(ask(portOf(other), "GET", "/api/session", head).status, 401);
}

TEST_F(StudioProgram, ItsGalleryNeedsNoDisk) {
  const std::string none = (scene.path() / "nowhere").string();
  ::setenv("TMPDIR", none.c_str(), 1);
  Program program({"studio", scene.path().string(), "--no-browser"});
  ::unsetenv("TMPDIR");
  const std::string address = program.line();
  const Head head = admitted(address);
  const int port = portOf(address);
  const Json entry = Json::parse(ask(port, "GET", "/api/gallery?name=foreign-troops", head).body);
  const Json body{{"verb", "check"},
                  {"text", entry["text"]},
                  {"path", "gallery:foreign-troops"},
                  {"args", Json::array()}};
  const Json ran = Json::parse(ask(port, "POST", "/api/run", head, body.dump()).body);
  EXPECT_EQ(ran["result"]["files"][0]["ok"], true) << ran["stderr"];
  EXPECT_GT(ran["result"]["files"][0]["citations"], 0);
  const Json elsewhere{{"verb", "check"},
                       {"text", "conflict \"C\"\nsource s \"/etc/passwd\"\nparty A\n  option x\n"},
                       {"path", "gallery:foreign-troops"},
                       {"args", Json::array()}};
  EXPECT_EQ(ask(port, "POST", "/api/run", head, elsewhere.dump()).body.find("root:"), std::string::npos);
}

TEST_F(StudioProgram, EndsWithWorkUnderWay) {
  Program program({"studio", scene.path().string(), "--no-browser"});
  const std::string address = program.line();
  const int port = portOf(address);
  const Head head = admitted(address);
  const std::string mark = "A1 and B1 and C1 and A2";
  const Json body{
      {"verb", "solve"}, {"text", largeConflict(24)}, {"path", nullptr}, {"args", {"--where", mark}}};
  EXPECT_EQ(ask(port, "POST", "/api/jobs", head, body.dump()).status, 202);
  const auto until = Clock::now() + 10s;
  while (processesWith(mark) == 0 && Clock::now() < until)
    std::this_thread::sleep_for(10ms);
  EXPECT_EQ(processesWith(mark), 1U);
  EXPECT_EQ(program.end(SIGTERM), 0);
  EXPECT_EQ(processesWith(mark), 0U);
}

TEST_F(StudioProgram, ItsChildrenEndWithItHoweverItEnds) {
  Program program({"studio", scene.path().string(), "--no-browser"});
  const std::string address = program.line();
  const int port = portOf(address);
  const Head head = admitted(address);
  const std::string mark = "A2 and B2 and C2 and A3";
  const Json body{
      {"verb", "solve"}, {"text", largeConflict(24)}, {"path", nullptr}, {"args", {"--where", mark}}};
  ask(port, "POST", "/api/jobs", head, body.dump());
  const auto until = Clock::now() + 10s;
  while (processesWith(mark) == 0 && Clock::now() < until)
    std::this_thread::sleep_for(10ms);
  program.end(SIGKILL);
  const auto killed = Clock::now();
  while (processesWith(mark) > 0 && Clock::now() < killed + 5s)
    std::this_thread::sleep_for(10ms);
  EXPECT_EQ(processesWith(mark), 0U);
}

TEST_F(StudioProgram, TellsWhatItCannotOpen) {
  EXPECT_EQ(Program({"studio", (scene.path() / "nothing.conflict").string()}).end(0), 1);
  scene.put("picture.png", "no");
  EXPECT_EQ(Program({"studio", (scene.path() / "picture.png").string()}).end(0), 1);
  EXPECT_EQ(Program({"studio", scene.path().string(), "--port", "70000"}).end(0), 1);
  Program first({"studio", scene.path().string(), "--no-browser"});
  const std::string port = std::to_string(portOf(first.line()));
  EXPECT_EQ(Program({"studio", scene.path().string(), "--no-browser", "--port", port}).end(0), 1);
}

} // namespace
} // namespace stasis::test
