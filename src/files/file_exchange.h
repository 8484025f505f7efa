#pragma once

// Puts one file in place of another such that nothing another program wrote meanwhile is lost. The new text
// is written beside the file and the two names are exchanged (renameat2, RENAME_EXCHANGE). What came out is
// then compared with what the writer had seen. If it differs, or if another program still has it open for
// writing, the names are exchanged back, and the writer gets an error. If the file system cannot exchange
// names, the file is checked again right before a plain rename. The new file gets the owner, the permissions
// and the other attributes of the old one (attributes.h).
//
// The file beside it is named `.NAME.stasis-PID.START-…-MARK`, with the revisions before and after in the
// name. MARK depends on the rest of the name and on a secret of the user, so no other program's file is taken
// for one of these. After a power cut or kill -9, the next start of a studio knows what it finds: a text that
// is also stored elsewhere is removed, anything else gets a visible name (`NAME.recovered`).
//
// Tested by tests/studio/save_test.cpp: hundreds of other writers within milliseconds of a save.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::files {

std::string revisionOf(std::string_view text);

enum class Placed : std::uint8_t {
  done,
  changed, ///< it is not what the writer has seen
  busy,    ///< another program has it open for writing
  failed   ///< errno says why
};

struct Put {
  Placed placed = Placed::failed;
  std::vector<std::string> lost; ///< what the file had and the new one has not, in words (attributes.h)
};

/// `seen`: the revision the writer has seen; none: there must be no such file.
Put putInPlace(int folder, const std::string& name, std::string_view text,
               const std::optional<std::string>& seen);

/// The same for a text of this revision that is already in the file `beside`, which is in the same folder and
/// is gone afterwards.
Placed exchangeIn(int folder, const std::string& name, const std::string& beside, const std::string& revision,
                  const std::string& seen);

/// The name of a file beside this one, not there yet, that `clearLeftovers` recognises. Stages: `w` (a text
/// is still being written), `xBEFORE_AFTER` (revisions: the names are exchanged).
std::string besideOf(const std::string& name, const std::string& stage = "w");

/// Waits a moment for a program that has the file open for writing, because what it still writes belongs to
/// the file. False if it does not finish. Of files of other users the system does not tell (true).
bool writersFinish(int folder, const std::string& name);

/// Deals with what a killed studio of this user has left in this folder (not below it).
void clearLeftovers(int folder);

/// Makes the secret that marks this user's files, if there is none yet. Without a place to keep it, leftovers
/// of this process are not recognised later.
void makeOwnMark();

/// The whole content; none if it cannot be read. A longer content is cut just after `most` bytes.
std::optional<std::string> readAll(int descriptor, std::size_t most);
/// False, with errno, if it cannot be written.
bool writeAll(int descriptor, std::string_view text);

} // namespace stasis::files
