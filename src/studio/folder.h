#pragma once

// The folder the studio was opened on, and the only files it ever touches. A path is relative, of plain
// names: no `..`, nothing hidden, no symbolic link on the way (each name is opened from the folder before it,
// links refused, so that nothing can be put in between). Files have known endings and bounded size;
// they are changed only by `write`, whole or not at all, and only if they are still what the writer has seen
// (file_exchange.h). What is write-protected or not UTF-8 is read and never written.
//
// Tested with every way out we know, in tests/studio.

#include "studio/descriptor.h"
#include "studio/file_exchange.h"

#include <sys/stat.h>

#include <cstdint>
#include <mutex>
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
      kind; ///< `conflict`, `gmcr`, `report`: text; `document`: a report whose text has to be taken from it
  std::uint64_t size = 0;
  std::int64_t modified = 0; ///< milliseconds since 1970
};

struct FolderText {
  std::string text;
  std::string revision; ///< of the text: equal texts have equal revisions
  std::string locked;   ///< why it is never saved; empty: it can be
};

struct Written {
  std::string revision;
  std::size_t otherNames = 0; ///< hard links, which keep the text before
};

/// By its ending; empty: not a file of the studio.
std::string_view kindOf(std::string_view path);

class Folder {
public:
  /// A file is opened as the folder it is in. None if there is no such folder.
  static std::optional<Folder> open(const std::string& path, std::string& problem);

  const std::string& root() const { return root_; }
  /// The file that was given, relative.
  const std::optional<std::string>& file() const { return file_; }

  /// By path; not those too deep or too many.
  std::vector<FolderEntry> list() const;
  std::variant<FolderText, Refusal> read(std::string_view path) const;
  /// `revision`: what the writer has seen; none: there must be no such file yet. The new revision.
  std::variant<Written, Refusal> write(std::string_view path, std::string_view text,
                                       const std::optional<std::string>& revision);
  /// A file, not by a link.
  bool has(std::string_view path) const;
  /// Where a model at this path takes its sources from; none if the path leads out.
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
