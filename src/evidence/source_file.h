#pragma once

// The text of a source, read as a whole or not at all. The check of citations asks for sources through a
// function, so that a program that embeds the library decides what may be read. This is the function that
// reads files. For a PDF or an office file it gives the extract that `read` keeps beside it, if that was made
// from the same bytes. `case.zip/report.txt` is a file in an archive.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace stasis::evidence {

struct SourceContent {
  std::optional<std::string> text;
  std::string problem;      ///< why there is no text: `is a directory`
  std::string extract = {}; ///< the path of the extract that has the text; empty: the text is the file's own
};

/// The content of the file at a path. The path is the one in the model; if it is relative, the folder of the
/// model stands before it.
using ReadSource = std::function<SourceContent(const std::string& path)>;

inline constexpr std::size_t mostSourceBytes = std::size_t{64} << 20U;

/// Reads regular files of up to `most` bytes.
SourceContent readSourceFile(const std::string& path, std::size_t most = mostSourceBytes);

} // namespace stasis::evidence
