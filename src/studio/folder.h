#pragma once

// The folder the studio was opened on, and the only files it ever touches. A path is relative and made of
// plain names: no `..`, nothing hidden, no symbolic link on the way. (Each name is opened from the folder
// before it with links refused, so that nothing can be swapped in between.) Files have known endings and
// limited size. Only `write` changes them, as a whole or not at all, and only if they are still what the
// writer has seen (file_exchange.h). A file that is write-protected or not UTF-8 is read and never written,
// and so is every file where the folder does not take new ones.
//
// Tested with every way out we know, in tests/studio.

#include "files/descriptor.h"
#include "files/file_exchange.h"

#include <sys/stat.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stasis::studio {

inline constexpr std::size_t largestText = std::size_t{8} << 20U;
/// Of a request: the largest text fits, as JSON, unless most of it has to be escaped.
inline constexpr std::size_t largestBody = 2 * largestText;

struct Refusal {
  enum class Why : std::uint8_t { forbidden, missing, changed, busy, tooLarge, moved, failed };
  Why why = Why::failed;
  std::string message;
  std::string help;
};

struct FolderEntry {
  std::string path; ///< what cannot be shown of it as `\xHH`
  std::string
      kind; ///< `conflict`, `gmcr`, `report`: text; `document`: a report whose text a converter takes out
  std::uint64_t size = 0;
  std::int64_t modified = 0; ///< milliseconds since 1970
  std::string problem;       ///< why it cannot be opened under this name; empty if it can be
};

struct Listing {
  std::vector<FolderEntry> entries;
  bool whole = true; ///< false: files that lie too deep, or are too many, are left out
};

struct FolderText {
  std::string text;
  std::string revision; ///< of the text: equal texts have equal revisions
  std::string locked;   ///< why it is never saved; empty if it can be
};

struct Written {
  std::string revision;
  std::size_t otherNames = 0; ///< hard links, which keep the text of before
  std::string notKept;        ///< what the file had beside its text and has no longer; empty: nothing
};

/// Decided by the ending; empty: not a file of the studio.
std::string_view kindOf(std::string_view path);

class Folder {
public:
  /// A file opens the folder it is in. None if there is no such folder. What a killed studio has left there
  /// is cleared, unless `readOnly`.
  static std::optional<Folder> open(const std::string& path, std::string& problem, bool readOnly = false);

  const std::string& root() const { return root_; }
  /// Why nothing of it can be reached: it is no longer where it was. Every other call depends on it.
  std::optional<Refusal> moved() const;
  /// Whether files can be added to it.
  bool writable() const;
  /// The file that was given, relative to the folder.
  const std::optional<std::string>& file() const { return file_; }

  /// Sorted by path.
  Listing list() const;
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
    files::Descriptor folder;
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
  files::Descriptor descriptor_;
};

} // namespace stasis::studio
