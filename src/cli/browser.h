#pragma once

// Opens an address in the browser of whoever sits at this machine, if there is a screen and a program that
// opens addresses. Never waits, never says anything, never fails.

#include <string>

namespace stasis::cli {

void openInBrowser(const std::string& address);

} // namespace stasis::cli
