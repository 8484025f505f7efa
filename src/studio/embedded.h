#pragma once

// Files that are part of the program: the page, and the gallery. The build puts their bytes in
// (cmake/embed.cmake).

#include <span>
#include <string_view>

namespace stasis::studio {

struct EmbeddedFile {
  const char* name; ///< relative, `assets/studio.js`
  const char* begin;
  const char* end;

  std::string_view bytes() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

/// The built page; empty if it could not be built.
std::span<const EmbeddedFile> embeddedPage();
/// The folder conflicts/.
std::span<const EmbeddedFile> embeddedGallery();
/// The pages of the documentation, docs/*.md.
std::span<const EmbeddedFile> embeddedDocs();

const EmbeddedFile* findEmbedded(std::span<const EmbeddedFile> files, std::string_view name);

/// The media type of a file, by its ending.
std::string_view mediaType(std::string_view name);

} // namespace stasis::studio
