#include "cli/extract_text.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/tool.h"
#include "evidence/source_file.h"
#include "evidence/text/sha256.h"

#include <algorithm>
#include <filesystem>

namespace stasis::cli {

namespace {

using evidence::Converter;

/// How a converter is called, and the package it comes from.
struct Way {
  std::string tool;
  std::string package;
  std::vector<std::string> arguments;
};

Way wayOf(Converter converter, const std::string& file) {
  switch (converter) {
  case Converter::pdftotext:
    return {"pdftotext", "poppler-utils", {"-enc", "UTF-8", "-eol", "unix", file, "-"}};
  case Converter::antiword: return {"antiword", "antiword", {"-m", "UTF-8.txt", "-w", "0", file}};
  case Converter::pandoc: break;
  }
  return {"pandoc", "pandoc", {"--wrap=none", "--track-changes=accept", "--to=plain", file}};
}

/// `pdftotext version 22.12.0` → `22.12.0`.
std::string versionOf(const std::string& tool) {
  const Ran ran = runTool(tool, {tool == "pdftotext" ? "-v" : "--version"});
  const std::string said = ran.out + ran.err;
  const std::size_t digit = said.find_first_of("0123456789");
  if (digit == std::string::npos)
    return {};
  const std::size_t end = said.find_first_not_of("0123456789.", digit);
  return ' ' + said.substr(digit, end == std::string::npos ? end : end - digit);
}

std::size_t lettersIn(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }));
}

} // namespace

std::optional<std::string> extractText(const std::string& file, std::string_view bytes, Converter converter,
                                       Console& console) {
  const std::string kept = evidence::extractPath(file);
  const std::string hash = evidence::sha256(bytes);
  const Way way = wayOf(converter, file.starts_with('-') ? "./" + file : file);
  std::error_code error;
  if (std::filesystem::exists(kept, error)) {
    const auto there = evidence::readSourceFile(kept);
    const auto header = evidence::extractHeader(there.text.value_or(""));
    if (!header) {
      console.sayError('`' + kept + "` is in the way: it is no text that was taken from `" + file + '`',
                       "move it, or read it itself");
      return std::nullopt;
    }
    if (header->sha256 == hash)
      return kept;
  }
  const Ran ran = runTool(way.tool, way.arguments);
  if (!ran.found) {
    console.sayError("the text of `" + file + "` cannot be taken: there is no " + way.tool,
                     "install it: `apt install " + way.package + '`');
    return std::nullopt;
  }
  if (ran.status != 0) {
    console.sayError("the text of `" + file + "` cannot be taken: " + way.tool +
                     " says: " + ran.err.substr(0, ran.err.find('\n')));
    return std::nullopt;
  }
  constexpr std::size_t fewLetters = 16;
  if (lettersIn(ran.out) < fewLetters) {
    console.sayError("there is no text in `" + file + "`: its pages are pictures",
                     "recognise the words first, with `ocrmypdf` for one");
    return std::nullopt;
  }
  const evidence::ExtractHeader header{std::filesystem::path(file).filename().string(), hash,
                                       way.tool + versionOf(way.tool)};
  if (!writeFile(kept, evidence::headerLine(header) + "\n" + ran.out, true, console))
    return std::nullopt;
  console.say("note: the text of " + file + " was taken by " + header.tool + " and is kept in " + kept +
              "\n");
  return kept;
}

} // namespace stasis::cli
