#pragma once

// The gallery as it is inside the program: published conflicts to open, each by the name of its file, with
// the reports it cites. For a child to find those it is laid out in a folder of its own, on first demand,
// gone at the end.

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stasis::studio {

struct GalleryEntry {
  std::string name; ///< `syria-iraq`
  std::string title;
  std::string path; ///< among the embedded files
};

struct GalleryText {
  std::string text;
  std::vector<std::pair<std::string, std::string>> files; ///< what it cites, by name
};

class Gallery {
public:
  Gallery();
  ~Gallery();
  Gallery(const Gallery&) = delete;
  Gallery& operator=(const Gallery&) = delete;

  const std::vector<GalleryEntry>& entries() const { return entries_; }
  std::optional<GalleryText> find(std::string_view name) const;
  /// `NAME/report.txt`.
  std::optional<std::string> source(std::string_view path) const;
  /// A folder with the entry's files.
  std::optional<std::string> folderOf(std::string_view name);

private:
  const GalleryEntry* entry(std::string_view name) const;

  std::vector<GalleryEntry> entries_;
  std::mutex mutex_;
  std::string laidOut_; ///< empty: not yet
};

} // namespace stasis::studio
