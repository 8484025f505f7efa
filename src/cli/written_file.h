#pragma once

// A file written piece by piece, as a whole or not at all. The pieces go to a new file beside it, which takes
// its name at the end. A device or a pipe is written directly. A file that has other names (hard links) is
// rewritten in place, at the end.

#include <filesystem>
#include <string>
#include <string_view>

namespace stasis::cli {

class Console;

class WrittenFile {
public:
  /// Opens it. If that fails, or if the file exists and `overwrite` is false, an error message is printed and
  /// isOpen() is false.
  WrittenFile(const std::string& path, bool overwrite, Console& console);
  /// Without finish(), nothing is written.
  ~WrittenFile();
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;

  bool isOpen() const { return descriptor_ >= 0; }
  /// False, after an error message, if it cannot be written.
  bool write(std::string_view text);
  bool finish();

private:
  bool replaceText();
  bool fail(const std::string& why, std::string_view help = {});

  std::string path_;
  Console& console_;
  std::filesystem::path target_;
  std::filesystem::perms permissions_{};
  std::string temporary_; ///< empty: the target itself is written
  int descriptor_ = -1;
  bool inPlace_ = false; ///< the target has other names, which a new file would not have
  std::string text_;     ///< the text for such a target
};

} // namespace stasis::cli
