#pragma once

// Words for a shell, in the commands that answers suggest. A word that means nothing special to any shell
// stays as it is; any other stands between single quotes, control characters as bash and zsh have them. A
// long command takes several lines, each but the last with a `\` at its end, so that it runs as it is
// printed. O(bytes).

#include <string>
#include <string_view>

namespace stasis::report {

std::string shellWord(std::string_view word);

/// The command on lines of at most `columns`; on the first line, `used` of them are already taken. A word
/// wider than a line is cut inside. No line end follows.
std::string foldedCommand(std::string_view command, std::size_t columns, std::size_t used);

} // namespace stasis::report
