#pragma once

// What the program contains and links, each part with its licence by its SPDX name: the lists in the file
// NOTICE, which is embedded in the program. cmake/notices.sh checks that NOTICE names everything. Tested in
// tests/cli.

#include <string>

namespace stasis::cli {

/// The lists of NOTICE, without the texts of the licences.
std::string thirdParties();

} // namespace stasis::cli
