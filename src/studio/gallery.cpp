#include "studio/gallery.h"

#include "language/parse.h"
#include "studio/embedded.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace stasis::studio {

namespace fs = std::filesystem;

namespace {

std::string_view folderIn(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

std::string titleOf(std::string_view path, std::string_view text) {
  const auto parsed = language::parse(language::SourceText(std::string(path), std::string(text)));
  return parsed.conflict ? parsed.conflict->title : std::string(path);
}

} // namespace

Gallery::Gallery() {
  for (const EmbeddedFile& file : embeddedGallery()) {
    const fs::path path(file.name);
    if (path.extension() == ".conflict")
      entries_.push_back({path.stem().string(), titleOf(file.name, file.bytes()), file.name});
  }
  std::ranges::sort(entries_, {}, &GalleryEntry::title);
}

Gallery::~Gallery() {
  std::error_code ignored;
  if (!laidOut_.empty())
    fs::remove_all(laidOut_, ignored);
}

const GalleryEntry* Gallery::entry(std::string_view name) const {
  const auto found = std::ranges::find(entries_, name, &GalleryEntry::name);
  return found == entries_.end() ? nullptr : &*found;
}

std::optional<GalleryText> Gallery::find(std::string_view name) const {
  const GalleryEntry* found = entry(name);
  if (found == nullptr)
    return std::nullopt;
  GalleryText text{std::string(findEmbedded(embeddedGallery(), found->path)->bytes()), {}};
  for (const EmbeddedFile& file : embeddedGallery()) {
    const std::string_view path = file.name;
    if (folderIn(path) == folderIn(found->path) && path.ends_with(".txt"))
      text.files.emplace_back(path.substr(folderIn(path).size()), file.bytes());
  }
  return text;
}

std::optional<std::string> Gallery::source(std::string_view path) const {
  const auto slash = path.find('/');
  const GalleryEntry* found = entry(path.substr(0, slash));
  if (found == nullptr || slash == std::string_view::npos)
    return std::nullopt;
  const EmbeddedFile* file = findEmbedded(embeddedGallery(), std::string(folderIn(found->path)) +
                                                                 std::string(path.substr(slash + 1)));
  return file == nullptr ? std::nullopt : std::optional<std::string>(file->bytes());
}

std::optional<std::string> Gallery::folderOf(std::string_view name) {
  const GalleryEntry* found = entry(name);
  const std::scoped_lock lock(mutex_);
  std::error_code error;
  if (found != nullptr && laidOut_.empty()) {
    std::string folder = (fs::temp_directory_path(error) / "stasis-gallery-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
      return std::nullopt;
    laidOut_ = folder;
    for (const EmbeddedFile& file : embeddedGallery()) {
      const fs::path path = fs::path(laidOut_) / file.name;
      fs::create_directories(path.parent_path(), error);
      std::ofstream(path, std::ios::binary) << file.bytes();
    }
  }
  if (found == nullptr)
    return std::nullopt;
  return (fs::path(laidOut_) / folderIn(found->path)).string();
}

} // namespace stasis::studio
