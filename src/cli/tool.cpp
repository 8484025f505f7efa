#include "cli/tool.h"

#include "cli/files.h"
#include "cli/run_bounds.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>

extern char** environ; // NOLINT: as POSIX has it

namespace stasis::cli {

namespace {

constexpr auto patience = std::chrono::seconds(120);

struct Pipe {
  std::array<int, 2> ends{-1, -1};
  bool open() { return pipe2(ends.data(), O_CLOEXEC) == 0; }
  void closeEnd(std::size_t i) {
    if (ends[i] >= 0)
      close(ends[i]);
    ends[i] = -1;
  }
  ~Pipe() {
    closeEnd(0);
    closeEnd(1);
  }
};

/// Reads what is there; false at the end of the pipe.
bool take(Pipe& from, std::string& into) {
  std::array<char, 65536> room{};
  const ssize_t got = read(from.ends[0], room.data(), room.size());
  if (got > 0)
    into.append(room.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && errno == EINTR);
}

/// Reads until both pipes are at their end; false if that took too long or was too much.
bool gather(Pipe& out, Pipe& err, Ran& ran) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (out.ends[0] >= 0 || err.ends[0] >= 0) {
    if (std::chrono::steady_clock::now() > until || ran.out.size() > largestFile ||
        ran.err.size() > largestFile)
      return false;
    std::array<pollfd, 2> wait{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
    if (poll(wait.data(), wait.size(), 1000) < 0 && errno != EINTR)
      return false;
    if (wait[0].revents != 0 && !take(out, ran.out))
      out.closeEnd(0);
    if (wait[1].revents != 0 && !take(err, ran.err))
      err.closeEnd(0);
  }
  return true;
}

} // namespace

Ran runTool(const std::string& name, const std::vector<std::string>& arguments) {
  Ran ran;
  Pipe out;
  Pipe err;
  if (!out.open() || !err.open())
    return ran;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
  std::vector<char*> argv{const_cast<char*>(name.c_str())};
  for (const std::string& one : arguments)
    argv.push_back(const_cast<char*>(one.c_str()));
  argv.push_back(nullptr);
  pid_t child = 0;
  const std::uint64_t bound = liftMemoryBound(); // this run's memory limit does not apply to the tool
  const int failure = posix_spawnp(&child, name.c_str(), &actions, nullptr, argv.data(), environ);
  setMemoryBound(bound);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0)
    return ran;
  ran.found = true;
  out.closeEnd(1);
  err.closeEnd(1);
  const bool whole = gather(out, err, ran);
  if (!whole) {
    kill(child, SIGKILL);
    ran.err = "it took too long, or wrote too much";
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  ran.status = whole && WIFEXITED(status) ? WEXITSTATUS(status) : 1;
  if (ran.status == 127)
    ran.found = false;
  return ran;
}

} // namespace stasis::cli
