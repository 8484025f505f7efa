#pragma once

// What a file has beside its text: owner, group, permissions, access lists and extended attributes. A new
// file that takes the place of another gets all of them, as far as the system allows.

#include <string>
#include <vector>

namespace stasis::files {

/// Gives the open file `to` what the open file `from` has. Returns what could not be given, in words ("its
/// owner", "the attribute `user.origin`"); empty: everything.
std::vector<std::string> keepAttributes(int from, int to);

/// `its owner and its group`, for a sentence.
std::string listed(const std::vector<std::string>& words);

} // namespace stasis::files
