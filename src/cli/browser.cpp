#include "cli/browser.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>

namespace stasis::cli {

namespace {

bool isSet(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

// Forks twice, so that the browser is no child of this process and its end needs no attention.
[[noreturn]] void open(const std::string& address) {
  ::setsid();
  if (::fork() != 0)
    ::_exit(0);
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (int i = 0; i < 3; ++i)
    ::dup2(nowhere, i);
  ::close_range(3, ~0U, 0);
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  for (const char* program : std::array{"xdg-open", "wslview", "gio"}) {
    const bool takesVerb = program == std::string("gio");
    ::execlp(program, program, takesVerb ? "open" : address.c_str(), takesVerb ? address.c_str() : nullptr,
             nullptr);
  }
  ::_exit(0);
}

} // namespace

void openInBrowser(const std::string& address) {
  if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY"))
    return;
  const pid_t child = ::fork();
  if (child == 0)
    open(address);
  if (child > 0)
    ::waitpid(child, nullptr, 0);
}

} // namespace stasis::cli
