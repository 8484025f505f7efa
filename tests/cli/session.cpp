#include "session.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace stasis::test {

namespace {

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text)
    out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

bool matchesFrom(const std::vector<std::string>& expected, std::size_t e,
                 const std::vector<std::string>& found, std::size_t f) {
  if (e == expected.size())
    return f == found.size();
  if (expected[e] != "…")
    return f < found.size() && expected[e] == found[f] && matchesFrom(expected, e + 1, found, f + 1);
  for (std::size_t next = f; next <= found.size(); ++next)
    if (matchesFrom(expected, e + 1, found, next))
      return true;
  return false;
}

} // namespace

Session readSession(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  Session session{file, linesOf(text.str()), {}};
  const bool markdown = file.ends_with(".md");
  bool inside = !markdown;
  Exchange* current = nullptr;
  for (std::size_t i = 0; i < session.lines.size(); ++i) {
    const std::string& line = session.lines[i];
    if (markdown && line.starts_with("```")) {
      inside = !inside && line == "```console";
      current = nullptr;
    } else if (inside && line.starts_with("$ ")) {
      session.exchanges.push_back({line.substr(2), {}, 0, i + 1, i + 1});
      current = &session.exchanges.back();
    } else if (inside && current != nullptr && line.starts_with("? ")) {
      current->status = std::stoi(line.substr(2));
      current = nullptr;
    } else if (inside && current != nullptr) {
      current->expected.push_back(line);
      current->lastLine = i + 1;
    }
  }
  // A blank line before the next command is for the reader.
  for (Exchange& exchange : session.exchanges)
    while (!exchange.expected.empty() && exchange.expected.back().empty()) {
      exchange.expected.pop_back();
      --exchange.lastLine;
    }
  return session;
}

Ran run(const std::string& command, const std::string& folder) {
  const std::string whole = "cd " + quoted(folder) + " && { " + command + "\n} 2>&1 < /dev/null";
  const std::string shell =
      "PATH=" + quoted(STASIS_PROGRAM_DIR) + ":$PATH NO_COLOR=1 LC_ALL=C.UTF-8 bash -c " + quoted(whole);
  FILE* pipe = popen(shell.c_str(), "r");
  if (pipe == nullptr)
    throw std::runtime_error("cannot run: " + shell);
  std::string text;
  std::array<char, 4096> block{};
  for (std::size_t n = 0; (n = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
    text.append(block.data(), n);
  const int status = pclose(pipe);
  Ran ran{linesOf(text), WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
  while (!ran.lines.empty() && ran.lines.back().empty())
    ran.lines.pop_back();
  return ran;
}

bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
  return matchesFrom(expected, 0, found, 0);
}

void rewrite(const Session& session, const std::vector<Ran>& ran) {
  std::ofstream out(session.file, std::ios::binary);
  std::size_t line = 0;
  for (std::size_t i = 0; i < session.exchanges.size(); ++i) {
    const Exchange& exchange = session.exchanges[i];
    for (; line < exchange.firstLine; ++line)
      out << session.lines[line] << '\n';
    for (const std::string& text :
         matches(exchange.expected, ran[i].lines) ? exchange.expected : ran[i].lines)
      out << text << '\n';
    line = exchange.lastLine;
    if (ran[i].status != exchange.status) {
      if (exchange.status != 0)
        ++line; // the old `? N`
      if (ran[i].status != 0)
        out << "? " << ran[i].status << '\n';
    }
  }
  for (; line < session.lines.size(); ++line)
    out << session.lines[line] << '\n';
}

} // namespace stasis::test
