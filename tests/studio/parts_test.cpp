// The parts alone: child processes that misbehave, queues, admission, and what the gate lets through.
#include "cli/verb_gate.h"
#include "studio/access.h"
#include "studio/claim.h"
#include "studio/connection.h"
#include "studio/crew.h"
#include "studio/embedded.h"
#include "studio/jobs.h"
#include "studio/run_answer.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <set>
#include <string>
#include <vector>

namespace stasis::studio {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using How = ChildEnd::How;

ChildEnd shell(const std::string& script, const ChildLimits& limits = {}, const std::stop_token& stop = {},
               const std::string& input = {}) {
  return runChild("/bin/sh", {{"-c", script}, input, "/", "/"}, limits, stop, {});
}

TEST(Child, ReadsItsInputAndAnswers) {
  const std::string input(3 << 20, 'x'); // more than any pipe holds
  const ChildEnd end = shell("cat; echo said >&2; exit 7", {}, {}, input);
  EXPECT_EQ(end.how, How::exited);
  EXPECT_EQ(end.status, 7);
  EXPECT_EQ(end.out, input);
  EXPECT_EQ(end.err, "said\n");
}

TEST(Child, NeedNotReadItsInput) { EXPECT_EQ(shell("exit 0", {}, {}, std::string(1 << 20, 'x')).status, 0); }

TEST(Child, ThatTakesTooLongIsEnded) {
  ChildLimits limits;
  limits.time = 200ms;
  const auto begin = Clock::now();
  EXPECT_EQ(shell("sleep 60", limits).how, How::tookTooLong);
  EXPECT_EQ(shell("exec >&- 2>&-; sleep 60", limits).how, How::tookTooLong);
  EXPECT_LT(Clock::now() - begin, 5s);
}

TEST(Child, ThatSaysTooMuchIsEnded) {
  ChildLimits limits;
  limits.output = 1 << 20;
  EXPECT_EQ(shell("yes", limits).how, How::saidTooMuch);
}

TEST(Child, ThatCrashesIsTold) {
  const ChildEnd end = shell("kill -SEGV $$");
  EXPECT_EQ(end.how, How::crashed);
  EXPECT_EQ(end.status, SIGSEGV);
}

TEST(Child, IsStoppedWithItsOwnChildren) {
  std::stop_source source;
  std::thread stopper([&] {
    std::this_thread::sleep_for(100ms);
    source.request_stop();
  });
  const auto begin = Clock::now();
  EXPECT_EQ(shell("sleep 60 | sleep 60", {}, source.get_token()).how, How::stopped);
  EXPECT_LT(Clock::now() - begin, 2s);
  stopper.join();
}

TEST(Child, TellsProgressLineByLine) {
  std::vector<std::string> told;
  runChild("/bin/sh", {{"-c", "echo '{\"a\":1}' >&3; echo two >&3; printf half >&3"}, "", "/", "/"}, {}, {},
           [&](std::string_view line) { told.emplace_back(line); });
  EXPECT_EQ(told, (std::vector<std::string>{"{\"a\":1}", "two"}));
}

TEST(Child, InheritsNothingButItsPipes) {
  EXPECT_EQ(shell("ls /proc/self/fd | wc -l").out, "5\n"); // 0 to 3, and the folder that ls reads
}

TEST(Child, ThatCannotStartIsTold) {
  EXPECT_EQ(runChild("/nothing/here", {{}, "", "/", "/"}, {}, {}, {}).status, 127);
}

/// A runner that works until it is let go or stopped.
class Gate {
public:
  Jobs::Runner runner() {
    return [this](const ChildTask& task, const std::stop_token& stop, const auto&) {
      ++running;
      most = std::max(most.load(), running.load());
      while (!stop.stop_requested() && !open)
        std::this_thread::sleep_for(1ms);
      --running;
      return ChildEnd{stop.stop_requested() ? How::stopped : How::exited, 0, task.input, {}};
    };
  }
  std::atomic<bool> open = false;
  std::atomic<int> running = 0;
  std::atomic<int> most = 0;
};

template <class Condition> bool comesTrue(Condition condition) {
  const auto until = Clock::now() + 10s;
  while (!condition() && Clock::now() < until)
    std::this_thread::sleep_for(1ms);
  return condition();
}

ChildTask task(const std::string& input) { return {{}, input, {}, {}}; }

TEST(JobQueue, KeepsAPlaceForWhatIsAskedNow) {
  Gate gate;
  Jobs jobs(gate.runner());
  for (int i = 0; i < 5; ++i)
    ASSERT_TRUE(jobs.submit(task("background"), Lane::background));
  ASSERT_TRUE(comesTrue([&] { return gate.running == 2; }));
  ASSERT_TRUE(jobs.submit(task("now"), Lane::now));
  EXPECT_TRUE(comesTrue([&] { return gate.running == 3; }));
  gate.open = true;
}

TEST(JobQueue, IsBounded) {
  Gate gate;
  JobLimits limits;
  limits.waiting = 4;
  Jobs jobs(gate.runner(), limits);
  std::size_t taken = 0;
  for (int i = 0; i < 50; ++i)
    taken += jobs.submit(task(""), Lane::now).has_value();
  EXPECT_GE(taken, 4U);
  EXPECT_LE(taken, 7U);
  EXPECT_LE(gate.most, 3);
  gate.open = true;
}

TEST(JobQueue, NewsComeInOrderAndOnlyOnce) {
  Gate gate;
  Jobs jobs(gate.runner());
  const auto id = *jobs.submit(task("answer"), Lane::now);
  ASSERT_TRUE(comesTrue([&] { return gate.running == 1; }));
  const auto running = *jobs.news(id, 0, 1s);
  EXPECT_EQ(running.state, JobNews::State::running);
  const auto begin = Clock::now();
  EXPECT_EQ(jobs.news(id, running.seq, 150ms)->seq, running.seq);
  EXPECT_GE(Clock::now() - begin, 150ms);
  gate.open = true;
  const auto done = *jobs.news(id, running.seq, 10s);
  EXPECT_EQ(done.state, JobNews::State::done);
  EXPECT_GT(done.seq, running.seq);
  EXPECT_EQ(done.end->out, "answer");
  jobs.forget(id);
  EXPECT_FALSE(jobs.news(id, 0, 0ms));
  EXPECT_FALSE(jobs.stop(id));
}

TEST(JobQueue, WhatWaitsIsStoppedAtOnceAndWhatRunsSoon) {
  Gate gate;
  Jobs jobs(gate.runner());
  std::vector<Jobs::Id> ids;
  for (int i = 0; i < 4; ++i)
    ids.push_back(*jobs.submit(task(""), Lane::background));
  ASSERT_TRUE(comesTrue([&] { return gate.running == 2; }));
  EXPECT_TRUE(jobs.stop(ids[3]));
  EXPECT_EQ(jobs.news(ids[3], 0, 0ms)->state, JobNews::State::stopped);
  EXPECT_TRUE(jobs.stop(ids[0]));
  EXPECT_TRUE(comesTrue([&] { return jobs.news(ids[0], 0, 0ms)->state == JobNews::State::stopped; }));
  EXPECT_TRUE(comesTrue([&] { return jobs.news(ids[2], 0, 0ms)->state == JobNews::State::running; }));
  gate.open = true;
}

TEST(JobQueue, WhatNobodyAsksAboutIsStopped) {
  Gate gate;
  JobLimits limits;
  limits.unasked = 200ms;
  Jobs jobs(gate.runner(), limits);
  const auto wanted = *jobs.submit(task(""), Lane::now);
  ASSERT_TRUE(jobs.submit(task(""), Lane::now));
  ASSERT_TRUE(jobs.submit(task(""), Lane::background));
  ASSERT_TRUE(comesTrue([&] { return gate.running == 3; }));
  std::jthread asks([&] { jobs.news(wanted, 2, 10s); });
  EXPECT_TRUE(comesTrue([&] { return gate.running == 1; }));
  EXPECT_EQ(jobs.news(wanted, 0, 0ms)->state, JobNews::State::running);
  gate.open = true;
}

TEST(JobQueue, OldAnswersMakePlace) {
  Gate gate;
  gate.open = true;
  JobLimits limits;
  limits.kept = 3;
  Jobs jobs(gate.runner(), limits);
  std::vector<Jobs::Id> ids;
  for (int i = 0; i < 6; ++i) {
    ids.push_back(*jobs.submit(task(""), Lane::now));
    ASSERT_TRUE(comesTrue([&] { return jobs.news(ids.back(), 0, 0ms)->over(); }));
  }
  EXPECT_FALSE(jobs.news(ids[0], 0, 0ms));
  EXPECT_TRUE(jobs.news(ids[5], 0, 0ms));
}

TEST(JobQueue, EndsWithWorkInIt) {
  Gate gate;
  {
    Jobs jobs(gate.runner());
    for (int i = 0; i < 6; ++i)
      jobs.submit(task(""), Lane::background);
    ASSERT_TRUE(comesTrue([&] { return gate.running == 2; }));
  }
  EXPECT_EQ(gate.running, 0);
}

TEST(OpenFiles, ThatNoPageAsksAboutAreLetGo) {
  const std::string path = "/a file of " + std::to_string(::getpid());
  Claims first;
  Claims second(100ms);
  EXPECT_FALSE(first.isShared(path));
  EXPECT_TRUE(second.isShared(path));
  EXPECT_TRUE(first.isShared(path));
  std::this_thread::sleep_for(150ms);
  EXPECT_FALSE(second.isShared("/another file"));
  EXPECT_FALSE(first.isShared(path));
}

TEST(Child, IsTriedAgainWhereTheSystemHasNoRoomForItNow) {
  int runs = 0;
  int rooms = 0;
  const auto run = [&] {
    ++runs;
    return ChildEnd{rooms < 2 ? ChildEnd::How::noRoom : ChildEnd::How::exited, 0, {}, {}};
  };
  EXPECT_EQ(withRoom(run, {}, [&] { ++rooms; }).how, ChildEnd::How::exited);
  EXPECT_EQ(runs, 3);
  std::stop_source stopped;
  stopped.request_stop();
  EXPECT_EQ(withRoom([&] { return ChildEnd{ChildEnd::How::noRoom, 0, {}, {}}; }, stopped.get_token(), {}).how,
            ChildEnd::How::noRoom);
  const ChildEnd full{ChildEnd::How::noRoom, 0, {}, {}};
  EXPECT_NE(endJson(&full).find("\"exit\":3"), std::string::npos);
  EXPECT_NE(saidBy(full).find("no more processes"), std::string::npos);
}

TEST(Child, TellsThatItsArgumentsAreTooLong) {
  const std::vector<std::string> words(200, std::string(100'000, 'x'));
  const ChildEnd end = runChild("/bin/sh", {words, "", "/", "/"}, {}, {}, {});
  EXPECT_EQ(end.status, 2);
  EXPECT_NE(end.err.find("too long"), std::string::npos);
}

TEST(Child, TellsThatItsFolderIsGone) {
  const ChildEnd end = runChild("/bin/sh", {{"-c", "echo"}, "", "/nowhere/at/all", "/"}, {}, {}, {});
  EXPECT_EQ(end.status, 1);
  EXPECT_NE(end.err.find("folder"), std::string::npos);
}

/// Two ends of a connection.
struct Ends {
  Ends() { EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0); }
  ~Ends() {
    ::close(ends[0]);
    ::close(ends[1]);
  }
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;
  int ends[2]{};
};

TEST(Crew, AConnectionThatGivesNothingMakesRoomEvenIfItBeginsToWaitLater) {
  Awaited awaited;
  const Ends slow;
  std::promise<void> asked;
  std::promise<void> done;
  Crew crew(1, [&](std::size_t n) { awaited.need(n); });
  crew.enqueue([&] {
    asked.get_future().wait(); // the other one waits already
    awaited.add(slow.ends[0], Awaited::For::request);
    char c = 0;
    EXPECT_EQ(::recv(slow.ends[0], &c, 1, 0), 0); // it would wait for ever
    awaited.remove(slow.ends[0]);
  });
  crew.enqueue([&] { done.set_value(); });
  asked.set_value();
  EXPECT_EQ(done.get_future().wait_for(20s), std::future_status::ready);
  crew.shutdown();
}

TEST(Crew, TheIdlestIsCutFirstAndWhatHasComeIsStillRead) {
  Awaited awaited;
  const Ends first;
  const Ends second;
  awaited.add(first.ends[0], Awaited::For::request);
  awaited.add(second.ends[0], Awaited::For::request);
  ASSERT_EQ(::send(second.ends[1], "x", 1, 0), 1);
  awaited.stir(first.ends[0]);
  awaited.need(1);
  EXPECT_FALSE(awaited.isCut(first.ends[0]));
  EXPECT_TRUE(awaited.isCut(second.ends[0]));
  char c = 0;
  EXPECT_EQ(::recv(second.ends[0], &c, 1, 0), 1);
  EXPECT_EQ(::recv(second.ends[0], &c, 1, 0), 0);
  EXPECT_EQ(::send(second.ends[0], "y", 1, MSG_NOSIGNAL), 1);
}

TEST(Crew, WhoDoesNotTakeItsAnswerMakesRoomForThoseThatWait) {
  Shared shared;
  shared.awaited.need(1);
  const Ends ends;
  Connection slow(::dup(ends.ends[0]), ends.ends[0], shared);
  const std::string answer(std::size_t{8} << 20U, 'x');
  EXPECT_EQ(slow.write(answer.data(), answer.size()), -1);
  std::string some(1 << 16, ' ');
  ssize_t n = 1;
  while (n > 0)
    n = ::recv(ends.ends[1], some.data(), some.size(), MSG_DONTWAIT);
  EXPECT_EQ(n, 0); // it was ended at once; one that only took too long would still be open
  shared.awaited.need(0);
  const Ends others;
  Connection taken(::dup(others.ends[0]), others.ends[0], shared);
  EXPECT_EQ(taken.write("short", 5), 5);
}

TEST(Crew, ThreadsThatNobodyNeedsEnd) {
  const auto threads = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"),
                         std::filesystem::directory_iterator());
  };
  const auto before = threads();
  Crew crew(40, [](std::size_t) {});
  std::promise<void> go;
  const auto gone = go.get_future().share();
  for (int i = 0; i < 30; ++i)
    crew.enqueue([gone] { gone.wait(); });
  EXPECT_GE(threads(), before + 30);
  go.set_value();
  for (int tries = 0; tries < 2000 && threads() > before + 2; ++tries)
    std::this_thread::sleep_for(10ms);
  EXPECT_LE(threads(), before + 2);
  crew.shutdown();
}

TEST(Access, SecretsAreNewEveryTime) {
  std::set<std::string> addresses;
  for (int i = 0; i < 50; ++i)
    addresses.insert(Access(8000).startAddress());
  EXPECT_EQ(addresses.size(), 50U);
}

TEST(Access, AWrongTokenDoesNotUseUpTheRightOne) {
  Access access(8000);
  const std::string address = access.startAddress();
  const std::string token = address.substr(address.find('=') + 1);
  EXPECT_FALSE(access.admit(""));
  EXPECT_FALSE(access.admit(token + "0"));
  EXPECT_FALSE(access.admit(token.substr(1)));
  const auto cookie = access.admit(token);
  ASSERT_TRUE(cookie);
  EXPECT_FALSE(access.admit(token));
  EXPECT_TRUE(access.hasSession(cookie->substr(0, cookie->find(';'))));
  EXPECT_FALSE(access.hasSession("stasis-8000="));
  EXPECT_FALSE(access.hasSession(""));
}

// Every option of a verb that may be run takes a value that names no file, or is refused.
TEST(VerbGate, EveryOptionIsHarmlessOrRefused) {
  const std::set<std::string_view> values{"FORMAT",  "LIST",  "EXPRESSION", "N",      "K",       "ID",
                                          "STATE",   "PARTY", "TIME",       "AMOUNT", "HOW",     "ENGINE",
                                          "PARTIES", "NAME",  "BODY",       "WHAT",   "VERSION", "CONCEPT",
                                          "DATE",    "A-B",   "S",          "KEY",    "TEXT"};
  const std::set<std::string_view> switches{
      "--coverage",   "--pareto",  "--all",      "--moves",  "--check",       "--every",
      "--each",       "--subsets", "--concepts", "--join",   "--verdicts",    "--improvements",
      "--with-model", "--reasons", "--payoffs",  "--orders", "--assumptions", "--complete"};
  const auto allowed = cli::verbsForOthers();
  EXPECT_GE(allowed.size(), 10U);
  for (const auto& verb : cli::verbs()) {
    if (std::ranges::find(allowed, verb.name) == allowed.end())
      continue;
    for (const auto& row : verb.options) {
      EXPECT_TRUE(cli::touchesFiles(row) ||
                  (row.value.empty() ? switches.contains(row.name) : values.contains(row.value)))
          << verb.name << ' ' << row.name << ' ' << row.value << ": does it name a file?";
    }
  }
}

TEST(VerbGate, ARunNeverGetsMoreThanTheStudioGives) {
  const cli::RunLimits limits{"1G", "10s"};
  const auto wordsOf = [&](const std::vector<std::string>& arguments) {
    std::string all;
    const auto words = cli::wordsForOthers("solve", arguments, limits);
    if (const auto* list = std::get_if<std::vector<std::string>>(&words))
      for (const auto& word : *list)
        all += word + " ";
    return all;
  };
  const std::string most = "--max-memory 1G --timeout 10s ";
  for (const std::vector<std::string>& asked : {std::vector<std::string>{},
                                                {"--max-memory=9G"},
                                                {"--max-memory", "2G", "--timeout", "3h"},
                                                {"--timeout=1min"}})
    EXPECT_TRUE(wordsOf(asked).ends_with(most)) << wordsOf(asked);
  EXPECT_EQ(wordsOf({"--timeout", "3h"}).find("3h"), std::string::npos);
  EXPECT_NE(wordsOf({"--timeout", "2s", "--max-memory=100M"}).find("--timeout 2s --max-memory=100M"),
            std::string::npos);
}

TEST(Embedded, TheGalleryIsInsideUnderNamesOfItsOwn) {
  std::set<std::string> names;
  std::size_t conflicts = 0;
  for (const auto& file : embeddedGallery()) {
    const std::string path = file.name;
    if (!path.ends_with(".conflict"))
      continue;
    ++conflicts;
    names.insert(path.substr(path.rfind('/') + 1));
    EXPECT_GT(file.bytes().size(), 100U);
  }
  EXPECT_GE(conflicts, 10U);
  EXPECT_EQ(names.size(), conflicts);
}

} // namespace
} // namespace stasis::studio
