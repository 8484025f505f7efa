// Files that are written: whole or not at all, over nothing that came meanwhile, and nothing is left behind.
#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/written_file.h"
#include "session.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <stop_token>
#include <string>

namespace stasis::test {
namespace {

namespace fs = std::filesystem;

class Writing : public testing::Test {
protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("stasis-writing-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  void put(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string text(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
    return text.str();
  }
  std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  /// Runs in a process of its own, and returns how that ended.
  static int apart(const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
      work();
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
  }

  fs::path folder_;
  cli::Console console{cli::Arguments{}};
};

/// Two thousand lines that a formatter makes longer.
std::string badlyLaidOut() {
  std::string text = "conflict \"x\"\nparty A\n option a\nprefer A\n";
  for (int i = 0; i < 2000; ++i)
    text += " a\n";
  return text;
}

TEST_F(Writing, OverwritesOnlyWhatWasRead) {
  put("a.conflict", "seen");
  EXPECT_TRUE(cli::rewriteFile(at("a.conflict"), "mine", "seen", console));
  EXPECT_EQ(text("a.conflict"), "mine");
  put("a.conflict", "theirs");
  EXPECT_FALSE(cli::rewriteFile(at("a.conflict"), "mine again", "mine", console));
  EXPECT_EQ(text("a.conflict"), "theirs");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(Writing, LeavesTheFileToAProgramThatStillWrites) {
  put("a.conflict", "seen");
  const files::Descriptor writer(::open(at("a.conflict").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
  EXPECT_FALSE(cli::rewriteFile(at("a.conflict"), "mine", "seen", console));
  ASSERT_EQ(::write(writer.get(), " on", 3), 3);
  EXPECT_EQ(text("a.conflict"), "seen on");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(Writing, ANewFileReplacesNoneThatCameMeanwhile) {
  cli::WrittenFile file(at("new.json"), false, console);
  ASSERT_TRUE(file.write("mine"));
  put("new.json", "theirs");
  EXPECT_FALSE(file.finish());
  EXPECT_EQ(text("new.json"), "theirs");
}

TEST_F(Writing, KeepsAttributesAndOtherNames) {
  put("a.conflict", "seen");
  fs::permissions(folder_ / "a.conflict", fs::perms(0604));
  const bool attributes = ::setxattr(at("a.conflict").c_str(), "user.origin", "sea", 3, 0) == 0;
  EXPECT_TRUE(cli::rewriteFile(at("a.conflict"), "mine", "seen", console));
  EXPECT_EQ(fs::status(folder_ / "a.conflict").permissions(), fs::perms(0604));
  EXPECT_EQ(::getxattr(at("a.conflict").c_str(), "user.origin", nullptr, 0), attributes ? 3 : -1);
  fs::create_hard_link(folder_ / "a.conflict", folder_ / "b.conflict");
  EXPECT_TRUE(cli::rewriteFile(at("a.conflict"), "both", "mine", console));
  EXPECT_EQ(text("b.conflict"), "both");
  EXPECT_FALSE(cli::rewriteFile(at("a.conflict"), "third", "mine", console));
  EXPECT_TRUE(cli::rewriteFile(at("b.conflict"), "x", "both", console)); // shorter
  EXPECT_EQ(text("a.conflict"), "x");
  EXPECT_EQ(entries(), 2U);
}

TEST_F(Writing, WithoutRoomNothingIsLostAndItIsSaid) {
  const std::string before = badlyLaidOut();
  put("a.conflict", before);
  for (const bool linked : {false, true}) {
    if (linked)
      fs::create_hard_link(folder_ / "a.conflict", folder_ / "b.conflict");
    const Ran out = run("ulimit -f 1; stasis fmt -w a.conflict", folder_.string()); // 1 KiB a file
    EXPECT_EQ(out.status, 1);
    ASSERT_FALSE(out.lines.empty());
    EXPECT_NE(out.lines[0].find("cannot be written"), std::string::npos) << out.lines[0];
    EXPECT_EQ(text("a.conflict"), before);
    EXPECT_EQ(entries(), linked ? 2U : 1U);
  }
}

TEST_F(Writing, ASignalThatEndsTheProgramLeavesNothing) {
  put("a.conflict", "seen");
  for (const int signal : {SIGHUP, SIGTERM, SIGINT, SIGQUIT}) {
    const int status = apart([&] {
      const rlimit none{};
      ::setrlimit(RLIMIT_CORE, &none);
      cli::WrittenFile file(at("a.conflict"), true, console);
      if (file.write("mine") && entries() == 2)
        ::raise(signal);
    });
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal) << signal << ": " << status;
    EXPECT_EQ(entries(), 1U);
  }
  EXPECT_EQ(text("a.conflict"), "seen");
}

TEST_F(Writing, ASignalWaitsWhileNamesAreExchanged) {
  const int status = apart([&] {
    const files::Unfinished unfinished(at("half"));
    put("half", "x");
    const files::SignalsWait whole;
    ::raise(SIGTERM);
    put("done", "x");
  });
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM) << status;
  EXPECT_EQ(text("done"), "x");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(Writing, FollowsLinksAlsoToWhatIsNotThereYet) {
  fs::create_symlink("there.json", folder_ / "link.json");
  fs::create_symlink("nowhere/x.json", folder_ / "astray.json");
  for (const std::string words : {"one", "two"}) {
    cli::WrittenFile file(at("link.json"), words == "two", console);
    EXPECT_TRUE(file.write(words) && file.finish());
    EXPECT_EQ(text("there.json"), words);
  }
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.json"));
  EXPECT_FALSE(cli::WrittenFile(at("astray.json"), true, console).isOpen());
  EXPECT_TRUE(fs::is_symlink(folder_ / "astray.json"));
  EXPECT_EQ(entries(), 3U);
}

TEST_F(Writing, ATimeBeyondAllClocksIsLong) {
  put("a.conflict", "conflict \"x\"\nparty A\n  option a\n");
  for (const std::string time : {"3000000h", "100000000000h"})
    EXPECT_EQ(run("stasis solve a.conflict --timeout " + time, folder_.string()).status, 0) << time;
}

TEST_F(Writing, AClosedTerminalEndsARunUnlessThatIsIgnored) {
  for (const bool ignored : {false, true}) {
    const int status = apart([&] {
      ::signal(SIGHUP, ignored ? SIG_IGN : SIG_DFL);
      cli::Console own{cli::Arguments{}};
      const std::stop_token stop = own.errand().stop;
      ::kill(::getpid(), SIGHUP);
      for (int i = 0; i < (ignored ? 20 : 4000) && !stop.stop_requested(); ++i)
        ::usleep(5000);
      ::_exit(stop.stop_requested() ? 1 : 2);
    });
    EXPECT_TRUE(WIFEXITED(status)) << ignored;
    EXPECT_EQ(WEXITSTATUS(status), ignored ? 2 : 1);
  }
}

TEST_F(Writing, AmountsOfNothingAreRefused) {
  put("a.conflict", "conflict \"x\"\nparty A\n  option a\n");
  for (const std::string option : {"--max-memory 0", "--max-states 0", "--threads 0", "--max-memory 0G"})
    EXPECT_EQ(run("stasis solve a.conflict " + option, folder_.string()).status, 2) << option;
}

TEST_F(Writing, ASourceThatLeadsInACircleIsSaidTo) {
  put("a.conflict",
      "conflict \"x\"\nsource r \"loop.txt\" \"t\"\nparty A\n  option a\n    because r \"no\"\n");
  fs::create_symlink("loop.txt", folder_ / "loop.txt");
  std::string all;
  for (const auto& line : run("stasis check a.conflict", folder_.string()).lines)
    all += line;
  EXPECT_NE(all.find("in a circle"), std::string::npos) << all;
  EXPECT_EQ(all.find("does not exist"), std::string::npos) << all;
}

} // namespace
} // namespace stasis::test
