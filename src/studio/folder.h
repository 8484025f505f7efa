#pragma once

// The folder the studio was opened on, and the only files it ever touches. A path is relative and made of
// plain names: no `..`, nothing hidden, no symbolic link on the way. (Each name is opened from the folder
// before it with links refused, so that nothing can be swapped in between.) Files have known endings and
// limited size. Only `write` changes them, as a whole or not at all, and only if they are still what the
// writer has seen (file_exchange.h). A file that is write-protected or not UTF-8 is read and never written.
//
// Tested with every way out we know, in tests/studio.

#include "studio/descriptor.h"
#include "studio/file_exchange.h"

#include <sys/stat.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stasis::studio {

inline constexpr std::size_t largestText = std::size_t{8} << 20U;

struct Refusal {
  enum class Why : std::uint8_t { forbidden, missing, changed, tooLarge, failed };
  Why why = Why::failed;
  std::string message;
  std::string help;
};

struct FolderEntry {
  std::string path;
  std::string
      kind; ///< `conflict`, `gmcr`, `report`: text; `document`: a report whose text a converter takes out
  std::uint64_t size = 0;
  std::int64_t modified = 0; ///< milliseconds since 1970
};

struct FolderText {
  std::string text;
  std::string revision; ///< of the text: equal texts have equal revisions
  std::string locked;   ///< why it is never saved; empty if it can be
};

struct Written {
  std::string revision;
  std::size_t otherNames = 0; ///< hard links, which keep the text of before
};

/// Decided by the ending; empty: not a file of the studio.
std::string_view kindOf(std::string_view path);

class Folder {
public:
  /// A file opens the folder it is in. None if there is no such folder.
  static std::optional<Folder> open(const std::string& path, std::string& problem);

  const std::string& root() const { return root_; }
  /// The file that was given, relative to the folder.
  const std::optional<std::string>& file() const { return file_; }

  /// Sorted by path; files that are too deep, or too many, are left out.
  std::vector<FolderEntry> list() const;
  std::variant<FolderText, Refusal> read(std::string_view path) const;
  /// `revision`: what the writer has seen; none: there must be no such file yet. Returns the new revision.
  std::variant<Written, Refusal> write(std::string_view path, std::string_view text,
                                       const std::optional<std::string>& revision);
  /// Whether this is a file, reached without links.
  bool has(std::string_view path) const;
  /// The folder from which a model at this path reads its sources; none if the path leads out.
  std::optional<std::string> folderOf(std::string_view path) const;

private:
  struct Place {
    Descriptor folder;
    std::string name;
  };
  void clear() const;
  static std::string lockedBecause(const Place& place, const struct stat& status, std::string_view text);
  std::variant<Place, Refusal> find(std::string_view path) const;
  std::variant<FolderText, Refusal> readAt(const Place& place, std::string_view path) const;
  /// Why a writer who has seen this revision may not write.
  std::optional<Refusal> staleAt(const Place& place, std::string_view path,
                                 const std::optional<std::string>& revision) const;

  std::string root_;
  std::optional<std::string> file_;
  Descriptor descriptor_;
};

} // namespace stasis::studio
