#pragma once

// The user's own folder for what a program keeps from one start to the next ($XDG_STATE_HOME, else
// ~/.local/state, then stasis), and private files in it: readable by nobody else (0600). A file that belongs
// to somebody else, or that others can read, is not trusted.

#include <filesystem>
#include <optional>
#include <string>

namespace stasis::files {

/// Empty if the user has none.
std::filesystem::path stateFolder();

/// The text of a file that only this user can read; none if there is none, or if it is longer than 4 KiB.
std::optional<std::string> privateText(const std::filesystem::path& path);
/// Written as a whole or not at all, with the folders it needs; false if it cannot be.
bool writePrivateText(const std::filesystem::path& path, const std::string& text);

} // namespace stasis::files
