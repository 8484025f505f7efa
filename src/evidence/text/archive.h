#pragma once

// The files in a ZIP archive (APPNOTE 6.3.10), stored or deflated, from its central directory. Each is
// unpacked within a limit, so that a small archive cannot fill the memory. Encrypted files are listed as
// unreadable.
//
// Linear in what is unpacked. Tested on archives of the tests, on cut ones and on bombs.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

struct ArchiveEntry {
  std::string name;
  std::size_t size = 0; ///< unpacked, by the archive's own account
  std::size_t packed = 0;
  std::size_t at = 0; ///< of its own header
  bool isDeflated = false;
  bool isReadable = true; ///< it is not encrypted, and its method is known
};

bool isArchive(std::string_view bytes);

/// The files in the order of the archive, without folders; none if the directory is incomplete.
std::optional<std::vector<ArchiveEntry>> archiveEntries(std::string_view bytes);

/// The bytes of a file; none if it is broken or larger than `most`.
std::optional<std::string> unpacked(std::string_view bytes, const ArchiveEntry& entry, std::size_t most);

} // namespace stasis::evidence
