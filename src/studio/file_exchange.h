#pragma once

// Puts one file in place of another such that nothing another program wrote meanwhile is lost. The new text
// is written beside the file and the two names are exchanged (renameat2, RENAME_EXCHANGE). What came out is
// then compared with what the writer had seen. If it differs, the names are exchanged back, and the writer
// gets an error. If the file system cannot exchange names, the file is checked again right before a plain
// rename.
//
// The file beside it is named `.NAME.studio-PID-…`, with the revisions before and after in the name. So after
// a power cut or kill -9 the next start knows what it finds: a text that is also stored elsewhere is removed,
// anything else gets a visible name (`NAME.recovered`).
//
// Tested by tests/studio/save_test.cpp: hundreds of other writers within milliseconds of a save.

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stasis::studio {

std::string revisionOf(std::string_view text);

enum class Placed : std::uint8_t { done, changed, failed };

/// `seen`: the revision the writer has seen; none: there must be no such file. `mode`: the permissions of the
/// existing file. If the result is `failed`, errno says why.
Placed putInPlace(int folder, const std::string& name, std::string_view text,
                  const std::optional<std::string>& seen, const std::optional<mode_t>& mode);

/// Deals with what a killed studio has left in this folder (not below it).
void clearLeftovers(int folder);

/// The whole content; none if it cannot be read. A longer content is cut just after `most` bytes.
std::optional<std::string> readAll(int descriptor, std::size_t most);

} // namespace stasis::studio
