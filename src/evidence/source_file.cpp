#include "evidence/source_file.h"

#include "evidence/text/archive.h"
#include "evidence/text/extract.h"
#include "evidence/text/sha256.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace stasis::evidence {

namespace fs = std::filesystem;

namespace {

SourceContent fileContent(const std::string& path, std::size_t most) {
  std::error_code failure;
  const auto status = fs::status(path, failure);
  if (status.type() == fs::file_type::not_found)
    return {std::nullopt, "does not exist", {}};
  if (failure == std::errc::too_many_symbolic_link_levels)
    return {std::nullopt, "is a symbolic link that leads in a circle", {}};
  if (failure)
    return {std::nullopt, "cannot be read: " + failure.message(), {}};
  if (fs::is_directory(status))
    return {std::nullopt, "is a directory", {}};
  if (!fs::is_regular_file(status))
    return {std::nullopt, "is not a file", {}};
  if (fs::file_size(path, failure) > most || failure)
    return {std::nullopt, "is larger than " + std::to_string(most >> 20U) + " MiB", {}};
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.good() && !file.eof())
    return {std::nullopt, "cannot be read", {}};
  return {std::move(text), {}, {}};
}

/// `case.zip/report.txt`; none if there is no such archive.
std::optional<SourceContent> archivedContent(const std::string& path, std::size_t most) {
  const std::size_t end = path.find(".zip/");
  std::error_code error;
  if (end == std::string::npos || !fs::is_regular_file(path.substr(0, end + 4), error))
    return std::nullopt;
  const SourceContent archive = fileContent(path.substr(0, end + 4), most);
  if (!archive.text)
    return archive;
  const std::string name = path.substr(end + 5);
  const auto entries = archiveEntries(*archive.text);
  const auto found =
      entries ? std::ranges::find(*entries, name, &ArchiveEntry::name) : decltype(entries->end()){};
  if (!entries || found == entries->end())
    return SourceContent{std::nullopt, "is not in the archive", {}};
  auto text = unpacked(*archive.text, *found, most);
  return text ? SourceContent{std::move(text), {}, {}}
              : SourceContent{std::nullopt, "cannot be unpacked", {}};
}

/// The extract that `read` has kept of a file that is not text.
SourceContent extracted(const std::string& path, const std::string& bytes, std::size_t most) {
  SourceContent content = fileContent(extractPath(path), most);
  const auto header = extractHeader(content.text.value_or(""));
  if (!header)
    return {std::nullopt,
            "is no text, and its text is not kept beside it: `stasis read " + path + "` takes it",
            {}};
  if (header->sha256 != sha256(bytes))
    return {
        std::nullopt, "has changed since its text was taken: `stasis read " + path + "` takes it again", {}};
  content.extract = extractPath(path);
  return content;
}

} // namespace

SourceContent readSourceFile(const std::string& path, std::size_t most) {
  if (auto archived = archivedContent(path, most))
    return std::move(*archived);
  SourceContent content = fileContent(path, most);
  if (content.text && converterFor(*content.text, path))
    return extracted(path, *content.text, most);
  return content;
}

} // namespace stasis::evidence
