// What a signal that ends the program does to files it is writing. The program of each test is a child that
// is traced: the signal that would end it is seen, and kept from it, so that what the child did is counted.
#include "files/unfinished.h"

#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stasis::files {
namespace {

namespace fs = std::filesystem;

/// What came to a child, in order: a signal it was about to get, or its exit status below 0.
struct Seen {
  int what = 0;
  bool fileIsThere = false;
};

constexpr int untraceable = 77;

/// Runs `work` in a child. The first signal of a kind reaches it; the second, which it raises itself in order
/// to end, does not, and from then on it is on its own.
std::vector<Seen> traced(const std::function<void()>& work, const std::string& file) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0)
      ::_exit(untraceable);
    work();
    std::exit(7);
  }
  std::vector<Seen> seen;
  for (int status = 0; ::waitpid(child, &status, 0) == child;) {
    if (!WIFSTOPPED(status)) {
      seen.push_back({WIFEXITED(status) ? -WEXITSTATUS(status) : -1000 - WTERMSIG(status), fs::exists(file)});
      break;
    }
    const int signal = WSTOPSIG(status);
    const bool ends = !seen.empty() && seen.back().what == signal;
    seen.push_back({signal, fs::exists(file)});
    if (ends)
      ::ptrace(PTRACE_DETACH, child, nullptr, nullptr);
    else
      ::ptrace(PTRACE_CONT, child, nullptr, static_cast<long>(signal));
  }
  return seen;
}

class UnfinishedFiles : public testing::Test {
protected:
  void SetUp() override {
    if (const auto seen = traced([] { ::_exit(0); }, ""); seen.back().what == -untraceable)
      GTEST_SKIP() << "this machine lets no program be traced";
    folder_ = fs::temp_directory_path() / ("stasis-unfinished-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name) const {
    const std::string path = folder_ / name;
    std::ofstream(path) << "half";
    return path;
  }
  bool isThere(const std::string& name) const { return fs::exists(folder_ / name); }

  fs::path folder_;
};

TEST_F(UnfinishedFiles, EverySignalThatEndsTheProgramRemovesThem) {
  for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE}) {
    const std::string path = write("half");
    const auto seen = traced(
        [&] {
          const Unfinished file(path);
          ::raise(signal);
        },
        path);
    ASSERT_EQ(seen.size(), 3U) << signal;
    EXPECT_EQ(seen[0].what, signal);
    EXPECT_TRUE(seen[0].fileIsThere) << signal;
    EXPECT_EQ(seen[1].what, signal) << "it ends by the same signal";
    EXPECT_FALSE(seen[1].fileIsThere) << "removed before it ends: " << signal;
    EXPECT_EQ(seen[2].what, -7);
  }
}

TEST_F(UnfinishedFiles, SignalsWaitWhileTwoNamesAreExchanged) {
  const std::string path = write("half");
  const auto seen = traced(
      [&] {
        const Unfinished file(path);
        {
          const SignalsWait wait;
          ::raise(SIGTERM);
          if (!fs::exists(path))
            std::exit(1);
        } // and here it comes
        std::exit(fs::exists(path) ? 2 : 3);
      },
      path);
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen[1].what, SIGTERM);
  EXPECT_FALSE(seen[1].fileIsThere);
  EXPECT_EQ(seen[2].what, -3);
}

TEST_F(UnfinishedFiles, WhatIsKeptSurvivesASignal) {
  const std::string path = write("whole");
  const std::string other = write("half");
  const auto seen = traced(
      [&] {
        Unfinished kept(path);
        const Unfinished half(other);
        kept.keep();
        ::raise(SIGTERM);
      },
      path);
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_TRUE(seen[1].fileIsThere);
  EXPECT_TRUE(isThere("whole"));
  EXPECT_FALSE(isThere("half"));
}

TEST_F(UnfinishedFiles, ASignalThatIsIgnoredStaysIgnored) {
  const std::string path = write("half");
  const auto seen = traced(
      [&] {
        ::signal(SIGHUP, SIG_IGN);
        const Unfinished file(path);
        ::raise(SIGHUP);
        if (!fs::exists(path))
          std::exit(5);
        ::raise(SIGHUP); // this one is kept from it
        std::exit(4);
      },
      path);
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen.back().what, -4);
}

TEST_F(UnfinishedFiles, MoreThanASignalKnowsAreRemovedAllTheSame) {
  std::vector<std::string> paths;
  for (int i = 0; i < 12; ++i)
    paths.push_back(write("half" + std::to_string(i)));
  {
    std::vector<std::optional<Unfinished>> files(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i)
      files[i].emplace(paths[i]);
  }
  for (const auto& path : paths)
    EXPECT_FALSE(fs::exists(path)) << path;
  const std::string again = write("again");
  const auto seen = traced(
      [&] {
        const Unfinished file(again);
        ::raise(SIGTERM);
      },
      again);
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_FALSE(seen[1].fileIsThere) << "the places of those before are free";
}

} // namespace
} // namespace stasis::files
