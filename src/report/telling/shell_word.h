#pragma once

// Words as a shell takes them, for the commands that answers suggest: a word as it is where no shell makes
// anything of it, else between single quotes; a long command on several lines, each but the last with the `\`
// behind it that makes the shell read on, so that it runs as it is printed. O(bytes).

#include <string>
#include <string_view>

namespace stasis::report {

std::string shellWord(std::string_view word);

/// The command on lines of at most `columns`, of which the first `used` are taken on the first one. A word
/// that is wider than a line is cut inside. No line end behind it.
std::string foldedCommand(std::string_view command, std::size_t columns, std::size_t used);

} // namespace stasis::report
