#include "evidence/source_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace stasis::evidence {

namespace fs = std::filesystem;

SourceContent readSourceFile(const std::string& path, std::size_t most) {
  std::error_code failure;
  const auto status = fs::status(path, failure);
  if (status.type() == fs::file_type::not_found)
    return {std::nullopt, "does not exist"};
  if (failure)
    return {std::nullopt, "cannot be read: " + failure.message()};
  if (fs::is_directory(status))
    return {std::nullopt, "is a directory"};
  if (!fs::is_regular_file(status))
    return {std::nullopt, "is not a file"};
  if (fs::file_size(path, failure) > most || failure)
    return {std::nullopt, "is larger than " + std::to_string(most >> 20U) + " MiB"};
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.good() && !file.eof())
    return {std::nullopt, "cannot be read"};
  return {std::move(text), {}};
}

} // namespace stasis::evidence
