#pragma once

// Opens an address in the user's browser, if there is a screen and a program that opens addresses. Never
// waits, never prints anything, never fails.

#include <string>

namespace stasis::cli {

void openInBrowser(const std::string& address);

} // namespace stasis::cli
