#pragma once

// A word as a shell takes it, for the commands that answers suggest: as it is where no shell makes anything
// of it, else between single quotes.

#include <string>
#include <string_view>

namespace stasis::report {

std::string shellWord(std::string_view word);

} // namespace stasis::report
