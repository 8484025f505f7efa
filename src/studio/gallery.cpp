#include "studio/gallery.h"

#include "language/parse.h"
#include "studio/embedded.h"

#include <algorithm>
#include <filesystem>

namespace stasis::studio {

namespace fs = std::filesystem;

namespace {

std::string_view folderIn(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

/// The text up to the end of a sentence: a full stop or question mark before a blank or the end.
std::string firstSentence(const std::vector<std::string>& lines) {
  std::string all;
  for (const auto& line : lines)
    all += (all.empty() ? "" : " ") + line;
  for (std::size_t at = 0; at < all.size(); ++at)
    if ((all[at] == '.' || all[at] == '?') && (at + 1 == all.size() || all[at + 1] == ' '))
      return all.substr(0, at + 1);
  return all;
}

GalleryEntry entryOf(const EmbeddedFile& file) {
  GalleryEntry entry{fs::path(file.name).stem().string(), file.name, file.name, {}, 0, 0};
  const auto parsed = language::parse(language::SourceText(file.name, std::string(file.bytes())));
  if (!parsed.conflict)
    return entry;
  entry.title = parsed.conflict->title;
  entry.about = firstSentence(parsed.conflict->about);
  entry.parties = parsed.conflict->parties.size();
  entry.options = parsed.conflict->options.size();
  return entry;
}

} // namespace

Gallery::Gallery() {
  for (const EmbeddedFile& file : embeddedGallery())
    if (fs::path(file.name).extension() == ".conflict")
      entries_.push_back(entryOf(file));
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
