#include "studio/embedded.h"

#include <algorithm>
#include <utility>

namespace stasis::studio {

const EmbeddedFile* findEmbedded(std::span<const EmbeddedFile> files, std::string_view name) {
  const auto found = std::ranges::find_if(files, [&](const EmbeddedFile& f) { return name == f.name; });
  return found == files.end() ? nullptr : &*found;
}

std::string_view mediaType(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> types[] = {
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".json", "application/json"},
      {".png", "image/png"},
      {".webmanifest", "application/manifest+json"}};
  for (const auto& [ending, type] : types)
    if (name.ends_with(ending))
      return type;
  return "application/octet-stream";
}

} // namespace stasis::studio
