#include "report/telling/shell_word.h"

#include "report/telling/printable.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

std::string shellWord(std::string_view word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_./,:+@%^-=").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::ranges::all_of(word, plain) && word.front() != '=')
    return std::string(word);
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  std::string out = "'";
  for (const char c : word) {
    if (c == '\'')
      out += "'\\''";
    else if (control(c))
      out += fmt::format("'$'\\{:03o}''", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out + "'";
}

namespace {

/// The end of the shell word that begins at `begin`.
std::size_t endOfWord(std::string_view command, std::size_t begin) {
  bool inQuotes = false;
  std::size_t end = begin;
  while (end < command.size() && (inQuotes || command[end] != ' ')) {
    inQuotes = inQuotes != (command[end] == '\'');
    end += !inQuotes && command[end] == '\\' ? 2 : 1;
  }
  return std::min(end, command.size());
}

/// Adds a word wider than a line, cut between two characters; the quotes are closed and opened again.
void addCut(std::string& out, std::string_view word, std::size_t columns, std::size_t& used) {
  bool inQuotes = false;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t length = !inQuotes && word[i] == '\\' ? 2 : 1;
    while (i + length < word.size() && (static_cast<unsigned char>(word[i + length]) & 0xC0U) == 0x80U)
      ++length;
    const std::string_view piece = word.substr(i, length);
    if (used + width(piece) + 2 > columns) {
      out += inQuotes ? "'\\\n'" : "\\\n";
      used = inQuotes ? 1 : 0;
    }
    inQuotes = inQuotes != (piece == "'");
    out += piece;
    used += width(piece);
    i += length;
  }
}

} // namespace

std::string foldedCommand(std::string_view command, std::size_t columns, std::size_t used) {
  const std::size_t room = std::max<std::size_t>(columns, 12);
  std::string out;
  for (std::size_t begin = 0; begin < command.size();) {
    const std::size_t end = endOfWord(command, begin);
    const std::string_view word = command.substr(begin, end - begin);
    const std::size_t behind = end < command.size() ? 2 : 0; // room for ` \`
    if (begin > 0 && used + 1 + width(word) + behind > room) {
      out += " \\\n  ";
      used = 2;
    } else if (begin > 0) {
      out += ' ';
      ++used;
    }
    if (used + width(word) + behind <= room) {
      out += word;
      used += width(word);
    } else {
      addCut(out, word, room - behind, used);
    }
    begin = end + 1;
  }
  return out;
}

} // namespace stasis::report
