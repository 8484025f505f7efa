#pragma once

// One file put in place of another, such that nothing another program wrote meanwhile is lost. The new text
// is written beside the file and the two names are exchanged (renameat2, RENAME_EXCHANGE); what came out is
// then looked at. If it is not what the writer had seen, the names are exchanged back, and the writer is
// told. Where the file system cannot exchange, the file is looked at again right before a plain rename.
//
// What lies beside the file for that moment is named `.NAME.studio-PID-…`, with the revisions before and
// after in the name, so that after a power cut or kill -9 the next start knows what it finds: text that
// stands elsewhere is removed, anything else is given a name that is seen (`NAME.recovered`).
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
/// file there is. With `failed`, errno says why.
Placed putInPlace(int folder, const std::string& name, std::string_view text,
                  const std::optional<std::string>& seen, const std::optional<mode_t>& mode);

/// What an earlier studio that was killed left in this folder (not below it).
void clearLeftovers(int folder);

/// Whole; none where it cannot be read. What is longer than `most` is cut after it.
std::optional<std::string> readAll(int descriptor, std::size_t most);

} // namespace stasis::studio
