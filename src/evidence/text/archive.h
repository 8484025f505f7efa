#pragma once

// The files in a ZIP archive (APPNOTE 6.3.10), stored or deflated, by its central directory. Each is unpacked
// within a bound, so that a small archive cannot fill the memory; encrypted ones are named.
//
// Linear in what is unpacked. Tested on archives of the tests, cut ones and bombs.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

struct ArchiveEntry {
  std::string name;
  std::size_t size = 0; ///< unpacked, as the archive says
  std::size_t packed = 0;
  std::size_t at = 0; ///< of its own header
  bool isDeflated = false;
  bool isReadable = true; ///< not encrypted, of a known method
};

bool isArchive(std::string_view bytes);

/// The files in the order of the archive, folders left out; none where it has no whole directory.
std::optional<std::vector<ArchiveEntry>> archiveEntries(std::string_view bytes);

/// The bytes of a file; none where it is broken or larger than `most`.
std::optional<std::string> unpacked(std::string_view bytes, const ArchiveEntry& entry, std::size_t most);

} // namespace stasis::evidence
