#pragma once

// Where the answers of `elicit` come from (ledgers, files, the command line, standard input), and where its
// result goes. Tested in tests/cli/elicit.session.

#include "cli/elicit_talk.h"

namespace stasis::cli {

/// Writes the result in the form that --as asks for. A form that cannot be had is said, and the other is
/// taken. False (and said) if it cannot be written.
bool delivered(report::ElicitationView view, const Arguments& arguments, Console& console);

/// Takes what the party has said in the ledgers of --ledger. False (and said) if one cannot be read.
bool volunteered(Talk& talk, const Interview& asked, const analysis::Stakes& stakes,
                 const Arguments& arguments, Console& console);

/// Hears all answers, and writes the result. If a limit ends the search for a question, the answers are the
/// result.
Exit talked(Talk& talk, const Arguments& arguments, Console& console);

} // namespace stasis::cli
