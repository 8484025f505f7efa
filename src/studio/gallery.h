#pragma once

// The gallery inside the program: published conflicts to open, each by the name of its file, with the reports
// it cites. It is only read from memory. A child process that checks a model of the gallery is this same
// program and finds the reports in itself (galleryFile), so no file on a disk can change its answer.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stasis::studio {

struct GalleryEntry {
  std::string name; ///< `syria-iraq`
  std::string title;
  std::string path;  ///< within the embedded files
  std::string about; ///< the first sentence about it; may be empty
  std::size_t parties = 0;
  std::size_t options = 0;
};

struct GalleryText {
  std::string text;
  std::vector<std::pair<std::string, std::string>> files; ///< the reports it cites, by name
};

/// A file beside the model of this name; none if there is no such file. No model is parsed.
std::optional<std::string_view> galleryFile(std::string_view name, std::string_view file);

class Gallery {
public:
  Gallery();

  const std::vector<GalleryEntry>& entries() const { return entries_; }
  bool has(std::string_view name) const { return entry(name) != nullptr; }
  std::optional<GalleryText> find(std::string_view name) const;

private:
  const GalleryEntry* entry(std::string_view name) const;

  std::vector<GalleryEntry> entries_;
};

} // namespace stasis::studio
