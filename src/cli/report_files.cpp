#include "cli/report_files.h"

#include "cli/console.h"
#include "cli/extract_text.h"
#include "cli/files.h"
#include "evidence/source_file.h"
#include "evidence/text/archive.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace stasis::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 12> textEndings{".txt", ".text", ".html", ".htm", ".xhtml", ".md",
                                                       ".eml", ".mbox", ".srt",  ".vtt", ".rss",   ".atom"};
constexpr std::array<std::string_view, 6> takenEndings{".pdf", ".docx", ".odt", ".rtf", ".epub", ".doc"};

template <std::size_t N> bool endsIn(const fs::path& path, const std::array<std::string_view, N>& endings) {
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::ranges::find(endings, ending) != endings.end();
}

/// Whether the path is the extract of a file that is itself read.
bool isExtractOf(const fs::path& path, const std::vector<std::string>& others) {
  const fs::path stem = fs::path(path).replace_extension();
  return path.extension() == ".txt" && endsIn(stem, takenEndings) &&
         std::ranges::find(others, stem.string()) != others.end();
}

std::vector<language::SourceText> archived(const std::string& path, std::string_view bytes, bool& failed,
                                           Console& console) {
  std::vector<language::SourceText> texts;
  const auto entries = evidence::archiveEntries(bytes);
  if (!entries) {
    console.sayError('`' + path + "` is no whole archive: its list of files is missing");
    failed = true;
    return texts;
  }
  std::size_t room = largestFile;
  for (const evidence::ArchiveEntry& entry : *entries) {
    const std::string name = path + '/' + entry.name;
    if (!endsIn(fs::path(entry.name), textEndings)) {
      console.say("note: " + name + " is not read: unpack it first\n");
      continue;
    }
    auto text = evidence::unpacked(bytes, entry, std::min(room, evidence::mostSourceBytes));
    if (!text) {
      console.sayError('`' + name + "` cannot be unpacked: it is broken, encrypted or too large");
      failed = true;
      continue;
    }
    room -= text->size();
    texts.emplace_back(name, std::move(*text));
  }
  return texts;
}

} // namespace

std::vector<std::string> reportsIn(const std::string& folder, bool& failed, Console& console) {
  std::error_code error;
  std::vector<std::string> found;
  for (auto at = fs::recursive_directory_iterator(folder, error); !error && at != fs::end(at);
       at.increment(error))
    if (at->is_regular_file(error) && (endsIn(at->path(), textEndings) || endsIn(at->path(), takenEndings) ||
                                       at->path().extension() == ".zip"))
      found.push_back(at->path().string());
  if (error)
    console.sayError("the folder `" + folder + "` cannot be read: " + error.message());
  else if (found.empty())
    console.sayError(
        "there is no report in `" + folder + "`",
        "reports are texts, pages, mail, captions, PDF and office files; name others one by one");
  failed = failed || error || found.empty();
  std::ranges::sort(found);
  const std::vector<std::string> all = found;
  std::erase_if(found, [&](const std::string& one) { return isExtractOf(one, all); });
  return found;
}

std::vector<language::SourceText> reportTexts(const std::string& path, bool& failed, Console& console) {
  std::vector<language::SourceText> texts;
  auto source = readFile(path, console);
  if (!source) {
    failed = true;
    return texts;
  }
  if (const auto converter = evidence::converterFor(source->text(), path); converter && path != "-") {
    const auto kept = extractText(path, source->text(), *converter, console);
    auto extract = kept ? readFile(*kept, console) : std::nullopt;
    failed = failed || !extract;
    if (extract)
      texts.push_back(std::move(*extract));
  } else if (evidence::isArchive(source->text())) {
    return archived(path, source->text(), failed, console);
  } else {
    texts.push_back(std::move(*source));
  }
  return texts;
}

} // namespace stasis::cli
