#pragma once

// The texts an assistant can name: given outright, files below the folder of the server, conflicts of the
// gallery; and the pages of the documentation. Nothing outside the folder is read or written.
//
// Threads: any. Tested by tests/mcp/server_test.cpp.

#include "studio/folder.h"
#include "studio/gallery.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

namespace stasis::mcp {

using studio::Refusal;

struct GivenText {
  std::string text;
  std::string folder; ///< where its relative paths begin
  std::string within; ///< the only folder whose files it may cite
};

class Texts {
public:
  /// `folder`: empty for none. The problem is empty where it can be opened.
  Texts(const std::string& folder, std::string& problem);

  bool hasFolder() const { return folder_.has_value(); }
  std::variant<GivenText, Refusal> given(std::string text) const;
  std::variant<GivenText, Refusal> file(const std::string& path) const;
  std::variant<GivenText, Refusal> gallery(const std::string& name);

  std::vector<studio::FolderEntry> files() const;
  const std::vector<studio::GalleryEntry>& conflicts();
  /// Text and revision of a file.
  std::variant<studio::FolderText, Refusal> read(const std::string& path) const;
  /// `revision`: of the text that the writer has seen; none: there must be no such file. The new one.
  std::variant<studio::Written, Refusal> write(const std::string& path, const std::string& text,
                                               const std::optional<std::string>& revision);
  /// A conflict, or `NAME/report.txt` beside it.
  std::optional<std::string> galleryText(std::string_view name);

private:
  studio::Gallery& shown();

  std::optional<studio::Folder> folder_;
  std::once_flag opened_;
  std::unique_ptr<studio::Gallery> gallery_; ///< opened when it is first asked for
  std::mutex writing_;
};

} // namespace stasis::mcp
