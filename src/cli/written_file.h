#pragma once

// A file written piece by piece, as a whole or not at all. The pieces go to a new file beside it, which takes
// its name at the end, and its owner, permissions and attributes; what cannot be kept is said. A device or a
// pipe is written directly. A file that has other names (hard links) is rewritten in place, at the end, once
// there is room for all of it; if that fails, it gets its text back. With `seen`, the text that the writer
// has read, nothing that another program wrote since is overwritten (files/file_exchange.h). A signal that
// ends the program leaves nothing beside it.

#include "files/descriptor.h"
#include "files/unfinished.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace stasis::cli {

class Console;

class WrittenFile {
public:
  /// Opens it. If that fails, or if the file exists and `overwrite` is false, an error message is printed and
  /// isOpen() is false. `seen`: the revision of what the file should still be.
  WrittenFile(const std::string& path, bool overwrite, Console& console,
              std::optional<std::string> seen = std::nullopt);
  /// Without finish(), nothing is written.
  ~WrittenFile() = default;
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;

  bool isOpen() const { return static_cast<bool>(file_); }
  /// False, after an error message, if it cannot be written.
  bool write(std::string_view text);
  bool finish();

private:
  files::Descriptor openTarget();
  void openBeside();
  bool replaceText();
  void keepAttributes();
  bool takeName();
  std::string inFolder(const std::string& name) const { return (target_.parent_path() / name).string(); }
  bool fail(const std::string& why, std::string_view help = {});
  bool failChanged();
  bool failBusy();

  std::string path_;
  bool overwrite_;
  Console& console_;
  std::optional<std::string> seen_;
  std::filesystem::path target_;
  files::Descriptor folder_;
  files::Descriptor file_;
  std::string beside_; ///< the name of the file beside it; empty: the target itself is written
  std::optional<files::Unfinished> unfinished_;
  bool exists_ = false;
  bool inPlace_ = false; ///< the target has other names, which a new file would not have
  std::string text_;     ///< the text for such a target, or to tell its revision
};

} // namespace stasis::cli
