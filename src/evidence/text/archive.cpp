#include "evidence/text/archive.h"

#include "language/lexing/loaded_library.h"

#include <zlib.h>

#include <algorithm>

namespace stasis::evidence {

namespace {

/// Reads a little-endian number; 0 beyond the end.
std::size_t number(std::string_view bytes, std::size_t at, std::size_t length) {
  std::size_t value = 0;
  for (std::size_t i = length; i > 0; --i)
    value = (value << 8U) | (at + i - 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + i - 1]) : 0U);
  return value;
}

struct Inflation {
  language::LoadedLibrary library{STASIS_FILE_ZLIB};
  decltype(inflateInit2_)* begin = nullptr;
  decltype(::inflate)* inflate = nullptr;
  decltype(inflateEnd)* end = nullptr;

  Inflation() {
    library.find(begin, "inflateInit2_");
    library.find(inflate, "inflate");
    library.find(end, "inflateEnd");
    library.demand();
  }
};

const Inflation& inflation() {
  static const Inflation loaded;
  return loaded;
}

constexpr std::string_view localSign = "PK\x03\x04";
constexpr std::string_view centralSign = "PK\x01\x02";
constexpr std::string_view endSign = "PK\x05\x06";

} // namespace

bool isArchive(std::string_view bytes) { return bytes.starts_with(localSign) || bytes.starts_with(endSign); }

std::optional<std::vector<ArchiveEntry>> archiveEntries(std::string_view bytes) {
  const std::size_t end = bytes.rfind(endSign);
  if (end == std::string_view::npos)
    return std::nullopt;
  std::vector<ArchiveEntry> entries;
  std::size_t at = number(bytes, end + 16, 4);
  for (std::size_t left = number(bytes, end + 10, 2); left > 0; --left) {
    constexpr std::size_t fixed = 46;
    if (at > bytes.size() || !bytes.substr(at).starts_with(centralSign))
      return std::nullopt;
    const std::size_t name = number(bytes, at + 28, 2);
    if (at + fixed + name > bytes.size())
      return std::nullopt;
    const std::size_t method = number(bytes, at + 10, 2);
    ArchiveEntry entry;
    entry.name = bytes.substr(at + fixed, name);
    entry.packed = number(bytes, at + 20, 4);
    entry.size = number(bytes, at + 24, 4);
    entry.at = number(bytes, at + 42, 4);
    entry.isDeflated = method == 8;
    entry.isReadable = (method == 0 || method == 8) && (number(bytes, at + 8, 2) & 1U) == 0;
    if (!entry.name.ends_with('/'))
      entries.push_back(std::move(entry));
    at += fixed + name + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  }
  return entries;
}

std::optional<std::string> unpacked(std::string_view bytes, const ArchiveEntry& entry, std::size_t most) {
  constexpr std::size_t fixed = 30;
  if (!entry.isReadable || entry.size > most || entry.at > bytes.size() ||
      !bytes.substr(entry.at).starts_with(localSign))
    return std::nullopt;
  const std::size_t begin =
      entry.at + fixed + number(bytes, entry.at + 26, 2) + number(bytes, entry.at + 28, 2);
  if (begin > bytes.size() || entry.packed > bytes.size() - begin)
    return std::nullopt;
  if (!entry.isDeflated)
    return std::string(bytes.substr(begin, entry.packed));
  std::string out(entry.size, '\0');
  std::string in(bytes.substr(begin, entry.packed));
  const Inflation& zlib = inflation();
  z_stream stream{};
  if (zlib.begin(&stream, -MAX_WBITS, ZLIB_VERSION, static_cast<int>(sizeof stream)) != Z_OK)
    return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = zlib.inflate(&stream, Z_FINISH);
  zlib.end(&stream);
  return ended == Z_STREAM_END && stream.avail_out == 0 ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace stasis::evidence
