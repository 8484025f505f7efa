#pragma once

// The text of a source, read whole or not at all. Checking citations asks for sources through a function, so
// that whoever embeds the library decides what may be read; this is the one that reads files. Of a PDF or an
// office file it is the extract that `read` keeps beside it, if that is of the same bytes;
// `case.zip/report.txt` is a file in an archive.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace stasis::evidence {

struct SourceContent {
  std::optional<std::string> text;
  std::string problem;      ///< why there is no text: `is a directory`
  std::string extract = {}; ///< the path of the extract the text is of; empty: it is the file's
};

/// The content of the file at a path, as given by the model (with the folder of the model in front, where it
/// is relative).
using ReadSource = std::function<SourceContent(const std::string& path)>;

inline constexpr std::size_t mostSourceBytes = std::size_t{64} << 20U;

/// Regular files of up to `most` bytes.
SourceContent readSourceFile(const std::string& path, std::size_t most = mostSourceBytes);

} // namespace stasis::evidence
