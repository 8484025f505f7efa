#pragma once

// A session is a text in which lines that begin with `$ ` are commands, and the lines up to the next command
// are what it prints, standard output and standard error together. A line `? N` gives the exit status N
// (otherwise 0). A line that is only `…` stands for any number of lines. Session files end in .session; in
// Markdown, sessions are the fenced blocks marked `console`.
//
// With STASIS_UPDATE=1 in the environment, the files are rewritten with what the commands print now.

#include <string>
#include <vector>

namespace stasis::test {

struct Exchange {
  std::string command;
  std::vector<std::string> expected;
  int status = 0;
  std::size_t firstLine = 0; ///< of the expected lines in the file, from 0
  std::size_t lastLine = 0;  ///< one past them
};

struct Session {
  std::string file;
  std::vector<std::string> lines;
  std::vector<Exchange> exchanges;
};

Session readSession(const std::string& file);

struct Ran {
  std::vector<std::string> lines;
  int status = 0;
};

/// Runs the command with `bash -c` in that folder; the program under test is first in PATH.
Ran run(const std::string& command, const std::string& folder);

bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& found);

/// The file with the expected lines replaced by what the commands printed.
void rewrite(const Session& session, const std::vector<Ran>& ran);

} // namespace stasis::test
