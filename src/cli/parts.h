#pragma once

// What the program contains and links, each with its licence as SPDX names it: the lists of the file NOTICE,
// which is part of the program. cmake/notices.sh checks that NOTICE names all of it. Tested in tests/cli.

#include <string>

namespace stasis::cli {

/// The lists of NOTICE, without the texts of the licences.
std::string parts();

} // namespace stasis::cli
