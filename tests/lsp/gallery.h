#pragma once

#include "support/root.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace stasis::test {

inline std::vector<std::filesystem::path> galleryModels() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(support::root()) / "conflicts"))
    if (entry.path().extension() == ".conflict")
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

inline std::string textOf(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// A text with a mark `¦` where the cursor is, taken out.
struct Marked {
  std::string text;
  std::size_t cursor = 0;

  explicit Marked(std::string with) : text(std::move(with)) {
    cursor = text.find("¦");
    text.erase(cursor, std::string("¦").size());
  }
};

} // namespace stasis::test
