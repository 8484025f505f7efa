#include "studio/child.h"

#include "files/descriptor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <thread>

extern char** environ;

namespace stasis::studio {

namespace {

using Clock = std::chrono::steady_clock;
using How = ChildEnd::How;

constexpr int progressDescriptor = 3;

struct Pipe {
  files::Descriptor read;
  files::Descriptor write;
};

// Opens a pipe whose ends have numbers above those that the child will use.
std::optional<Pipe> openPipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    return std::nullopt;
  const files::Descriptor low[2] = {files::Descriptor(ends[0]), files::Descriptor(ends[1])};
  Pipe high{files::Descriptor(::fcntl(ends[0], F_DUPFD_CLOEXEC, 10)),
            files::Descriptor(::fcntl(ends[1], F_DUPFD_CLOEXEC, 10))};
  if (!high.read || !high.write)
    return std::nullopt;
  return high;
}

// What the child needs, prepared before the fork. After a fork of a process with threads, almost nothing may
// be called.
class Launch {
public:
  Launch(const std::string& program, const ChildTask& task, const ChildLimits& limits)
      : program_(program), folder_(task.folder), limits_(limits) {
    words_.push_back("stasis");
    words_.insert(words_.end(), task.words.begin(), task.words.end());
    for (char** variable = environ; *variable != nullptr; ++variable)
      if (!std::string_view(*variable).starts_with("STASIS_"))
        environment_.emplace_back(*variable);
    environment_.push_back("STASIS_PROGRESS=" + std::to_string(progressDescriptor));
    environment_.push_back("STASIS_WITHIN=" + task.within);
    environment_.emplace_back("NO_COLOR=1");
    for (auto& word : words_)
      argv_.push_back(word.data());
    for (auto& variable : environment_)
      envp_.push_back(variable.data());
    argv_.push_back(nullptr);
    envp_.push_back(nullptr);
  }

  pid_t start(std::array<int, 4> ends) const {
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0)
      becomeChild(parent, ends);
    return child;
  }

private:
  [[noreturn]] void becomeChild(pid_t parent, const std::array<int, 4>& ends) const {
    for (int i = 0; i < static_cast<int>(ends.size()); ++i)
      ::dup2(ends[static_cast<std::size_t>(i)], i);
    // Closed when the program begins, and not before: it may be given as one of them.
    ::close_range(static_cast<unsigned>(ends.size()), ~0U, CLOSE_RANGE_CLOEXEC);
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    limit(RLIMIT_AS, limits_.memory);
    limit(RLIMIT_CORE, 0);
    if (::getppid() != parent)
      ::_exit(127);
    if (!folder_.empty() && ::chdir(folder_.c_str()) != 0)
      giveUp("error: the folder of this model is no longer there, or cannot be entered\n", 1);
    ::execve(program_.c_str(), argv_.data(), envp_.data());
    if (errno == EAGAIN || errno == ENOMEM)
      giveUp("error: the system allows no more processes or memory\n", 3);
    if (errno == E2BIG)
      giveUp("error: the arguments are too long for the system\n", 2);
    giveUp("error: the program of this studio cannot be started\n", 127);
  }

  [[noreturn]] static void giveUp(std::string_view why, int status) {
    if (::write(STDERR_FILENO, why.data(), why.size()) < 0)
      ::_exit(127);
    ::_exit(status);
  }

  static void limit(__rlimit_resource which, std::uint64_t most) {
    rlimit value{};
    ::getrlimit(which, &value);
    if (value.rlim_max == RLIM_INFINITY || most < value.rlim_max)
      value.rlim_max = most;
    value.rlim_cur = value.rlim_max;
    ::setrlimit(which, &value);
  }

  std::string program_;
  std::string folder_;
  ChildLimits limits_;
  std::vector<std::string> words_;
  std::vector<std::string> environment_;
  std::vector<char*> argv_;
  std::vector<char*> envp_;
};

// The parent's side: writes to the child, reads from it, and ends it when necessary.
class Supervision {
public:
  Supervision(pid_t child, const ChildTask& task, const ChildLimits& limits, const std::stop_token& stop,
              const std::function<void(std::string_view)>& progress)
      : child_(child), input_(task.input), limits_(limits), stop_(stop), progress_(progress) {}

  ChildEnd run(files::Descriptor in, files::Descriptor out, files::Descriptor err,
               files::Descriptor progress) {
    in_ = std::move(in);
    out_ = std::move(out);
    err_ = std::move(err);
    told_ = std::move(progress);
    for (const files::Descriptor* end : {&in_, &out_, &err_, &told_})
      ::fcntl(end->get(), F_SETFL, O_NONBLOCK);
    wake_ = files::Descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    {
      const std::stop_callback wakeUp(stop_, [this] { ::eventfd_write(wake_.get(), 1); });
      while ((out_ || err_) && keepsGoing())
        serve();
    }
    await();
    return std::move(end_);
  }

private:
  bool keepsGoing() {
    if (stop_.stop_requested())
      return finish(How::stopped);
    if (Clock::now() >= deadline_)
      return finish(How::tookTooLong);
    if (end_.out.size() > limits_.output || end_.err.size() > (16U << 20U))
      return finish(How::saidTooMuch);
    return true;
  }

  bool finish(How how) {
    end_.how = how;
    ::kill(-child_, SIGKILL);
    ::kill(child_, SIGKILL); // it may not have a group of its own yet
    return false;
  }

  void serve() {
    std::array<pollfd, 5> ends{{{in_.get(), POLLOUT, 0},
                                {out_.get(), POLLIN, 0},
                                {err_.get(), POLLIN, 0},
                                {told_.get(), POLLIN, 0},
                                {wake_.get(), POLLIN, 0}}};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
    if (::poll(ends.data(), ends.size(), static_cast<int>(std::max<std::int64_t>(left.count(), 0)) + 1) <= 0)
      return;
    if (ends[0].revents != 0)
      feed();
    if (ends[1].revents != 0)
      listen(out_, end_.out);
    if (ends[2].revents != 0)
      listen(err_, end_.err);
    if (ends[3].revents != 0) {
      listen(told_, record_);
      tellProgress();
    }
  }

  void feed() {
    const ssize_t n = ::write(in_.get(), input_.data(), input_.size());
    if (n > 0)
      input_.remove_prefix(static_cast<std::size_t>(n));
    if (input_.empty() || (n < 0 && errno != EAGAIN && errno != EINTR))
      in_.close();
  }

  static void listen(files::Descriptor& from, std::string& to) {
    std::array<char, 1 << 16> block;
    const ssize_t n = ::read(from.get(), block.data(), block.size());
    if (n > 0)
      to.append(block.data(), static_cast<std::size_t>(n));
    else if (n == 0 || (errno != EAGAIN && errno != EINTR))
      from.close();
  }

  void tellProgress() {
    for (std::size_t end = 0; (end = record_.find('\n')) != std::string::npos; record_.erase(0, end + 1))
      if (progress_)
        progress_(std::string_view(record_).substr(0, end));
    if (record_.size() > 4096)
      record_.clear();
  }

  // Its output has ended, so the child should end too.
  void await() {
    int status = 0;
    while (::waitpid(child_, &status, WNOHANG) == 0) {
      if (end_.how == How::exited)
        keepsGoing();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (end_.how != How::exited)
      return;
    end_.how = WIFEXITED(status) ? How::exited : How::crashed;
    end_.status = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
  }

  pid_t child_;
  std::string_view input_;
  const ChildLimits& limits_;
  std::stop_token stop_;
  const std::function<void(std::string_view)>& progress_;
  Clock::time_point deadline_ = Clock::now() + limits_.time;
  files::Descriptor in_, out_, err_, told_, wake_;
  std::string record_;
  ChildEnd end_;
};

} // namespace

ChildEnd withRoom(const std::function<ChildEnd()>& run, const std::stop_token& stop,
                  const std::function<void()>& makeRoom) {
  constexpr std::chrono::milliseconds pause(20);
  const auto until = Clock::now() + roomPatience;
  for (;;) {
    ChildEnd end = run();
    if (end.how != How::noRoom || stop.stop_requested() || Clock::now() >= until)
      return end;
    if (makeRoom)
      makeRoom();
    std::this_thread::sleep_for(pause);
  }
}

ChildEnd runChild(const std::string& program, const ChildTask& task, const ChildLimits& limits,
                  const std::stop_token& stop, const std::function<void(std::string_view)>& progress) {
  sigset_t brokenPipe; // a child that ends without reading must not end this process
  sigemptyset(&brokenPipe);
  sigaddset(&brokenPipe, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
  auto in = openPipe();
  auto out = openPipe();
  auto err = openPipe();
  auto told = openPipe();
  const Launch launch(program, task, limits);
  const pid_t child =
      in && out && err && told
          ? launch.start({in->read.get(), out->write.get(), err->write.get(), told->write.get()})
          : -1;
  if (child < 0) {
    const bool full = errno == EAGAIN || errno == ENOMEM || errno == EMFILE || errno == ENFILE;
    return {full ? How::noRoom : How::notStarted, 0, {}, {}};
  }
  for (files::Descriptor* end : {&in->read, &out->write, &err->write, &told->write})
    end->close();
  return Supervision(child, task, limits, stop, progress)
      .run(std::move(in->write), std::move(out->read), std::move(err->read), std::move(told->read));
}

} // namespace stasis::studio
