#pragma once

// Whether what a model cites is really there. Every `source` is opened, and the words of every `because` are
// looked for in it. Words that are not there are an error, shown with the nearest passage. A statement of the
// ledger kept beside the source (`because report#4`) stands for the words the ledger has for it.
//
// Linear in the sources for each citation. Tested against sources changed by hand.

#include "evidence/ledger.h"
#include "evidence/source_file.h"
#include "language/codes/diagnostic.h"
#include "model/view.h"

#include <string>
#include <vector>

namespace stasis::evidence {

/// A citation whose words were found.
struct FoundCitation {
  model::SourceId source;
  model::Range citation; ///< in the model
  model::Range passage;  ///< bytes of the source
  std::size_t line = 1;  ///< of the source, where the passage begins
};

/// A statement of a kept ledger that no citation touches.
struct UnusedStatement {
  model::SourceId source;
  LedgerEntry entry;
  std::size_t line = 1; ///< of the source
};

struct CheckedCitations {
  std::vector<FoundCitation> found;    ///< in the order of the model
  std::vector<UnusedStatement> unused; ///< in the order of the sources that have a ledger
  language::Diagnostics diagnostics;
};

/// The ledger kept beside a source, for `because report#4`: its entries, or why there are none.
struct KeptLedger {
  std::vector<LedgerEntry> entries;
  std::string problem; ///< `does not exist`; empty if it was read
};

/// Called with the path of the ledger's file.
using ReadKeptLedger = std::function<KeptLedger(const std::string& path)>;

/// `directory`: the folder of the model's file, from which relative paths of sources start (empty: the
/// current one).
CheckedCitations checkCitations(const model::Conflict& conflict, const std::string& directory,
                                const ReadSource& read, const ReadKeptLedger& ledgers = {},
                                const model::Views& views = {});

/// What can carry a citation.
enum class Citable : std::uint8_t {
  party,
  option,
  constraint,
  statement,
  weight,
  view, ///< what a party sees otherwise
};

struct Uncited {
  Citable kind;
  std::string words;    ///< a name, or the statement as the text has it
  model::PartyId party; ///< the owner of the option, statement or weight; or the party itself
  model::Range range;
};

struct Coverage {
  std::vector<Uncited> uncited; ///< in the order of the model
  std::size_t citable = 0;
};

/// What the members of a family share in the text counts once.
Coverage coverage(const model::Conflict& conflict, const model::Views& views = {});

} // namespace stasis::evidence
