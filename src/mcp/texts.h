#pragma once

// The texts an assistant can name: a text itself, files below the folder of the server, conflicts of the
// gallery; also the pages of the documentation. Nothing outside the folder is read or written.
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
  std::string folder; ///< where its relative paths start
  std::string within; ///< the only folder whose files it may cite
};

class Texts {
public:
  /// `folder` may be empty. The problem is empty if the folder can be opened.
  Texts(const std::string& folder, std::string& problem);

  bool hasFolder() const { return folder_.has_value(); }
  std::variant<GivenText, Refusal> given(std::string text) const;
  std::variant<GivenText, Refusal> file(const std::string& path) const;
  std::variant<GivenText, Refusal> gallery(const std::string& name);

  studio::Listing files() const;
  const std::vector<studio::GalleryEntry>& conflicts();
  /// The text and revision of a file.
  std::variant<studio::FolderText, Refusal> read(const std::string& path) const;
  /// `revision`: of the text that the writer has seen; none: there must be no such file. Returns the new
  /// revision.
  std::variant<studio::Written, Refusal> write(const std::string& path, const std::string& text,
                                               const std::optional<std::string>& revision);
  /// The text of a conflict, or of `NAME/report.txt` beside it.
  std::optional<std::string> galleryText(std::string_view name);

private:
  studio::Gallery& shown();

  std::optional<studio::Folder> folder_;
  std::once_flag opened_;
  std::unique_ptr<studio::Gallery> gallery_; ///< opened when it is first asked for
  std::mutex writing_;
};

} // namespace stasis::mcp
