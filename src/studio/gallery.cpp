#include "studio/gallery.h"

#include "language/parse.h"
#include "studio/embedded.h"

#include <algorithm>
#include <filesystem>

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

std::optional<std::string_view> galleryFile(std::string_view name, std::string_view file) {
  for (const EmbeddedFile& model : embeddedGallery()) {
    const std::string_view path = model.name;
    if (path.substr(folderIn(path).size()) != std::string(name) + ".conflict")
      continue;
    const EmbeddedFile* found =
        findEmbedded(embeddedGallery(), std::string(folderIn(path)) + std::string(file));
    return found == nullptr ? std::nullopt : std::optional(found->bytes());
  }
  return std::nullopt;
}

} // namespace stasis::studio
