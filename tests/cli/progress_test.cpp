// Long work on a terminal: within a second, a line shows what is being done, the share that is done and a
// time.

#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace stasis::test {
namespace {

/// What the program writes on a terminal of 80 columns.
std::string onTerminal(const std::vector<std::string>& words) {
  int terminal = -1;
  const winsize size{24, 80, 0, 0};
  const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    std::vector<char*> arguments;
    for (const std::string& word : words)
      arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  std::string shown;
  std::array<char, 4096> buffer;
  for (ssize_t n = 0; (n = read(terminal, buffer.data(), buffer.size())) > 0;)
    shown.append(buffer.data(), static_cast<std::size_t>(n));
  close(terminal);
  waitpid(child, nullptr, 0);
  return shown;
}

/// Work that takes many seconds: two parties who weigh all thirty-two options differently.
std::string longModel() {
  std::string text = "conflict \"long\"\n";
  for (int p = 0; p < 2; ++p) {
    text += "party P" + std::to_string(p) + "\n";
    for (int o = 0; o < 16; ++o)
      text += "  option o" + std::to_string(p) + "_" + std::to_string(o) + "\n";
  }
  for (int p = 0; p < 2; ++p) {
    text += "weigh P" + std::to_string(p) + "\n";
    for (int q = 0; q < 2; ++q)
      for (int o = 0; o < 16; ++o)
        text += "  o" + std::to_string(q) + "_" + std::to_string(o) + " " +
                std::to_string((o + 3) * (o + 5) * (q + 2) * (p + 3) % 97 - 40) + "\n";
  }
  return text;
}

TEST(Progress, ShowsOnATerminalWithinASecond) {
  const auto path =
      std::filesystem::temp_directory_path() / ("stasis-long-" + std::to_string(getpid()) + ".conflict");
  std::ofstream(path) << longModel();
  const std::string shown = onTerminal(
      {STASIS_PROGRAM_DIR "/stasis", "solve", path.string(), "--timeout", "3s", "--max-memory", "1G"});
  std::filesystem::remove(path);
  EXPECT_TRUE(shown.find(" so far") != std::string::npos || shown.find(" left") != std::string::npos)
      << shown;
  EXPECT_NE(shown.find("\r\x1b[2K"), std::string::npos);
}

} // namespace
} // namespace stasis::test
