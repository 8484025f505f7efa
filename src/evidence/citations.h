#pragma once

// Whether what a model cites is really there: every `source` is opened and the words of every `because` are
// looked for in it. Words that are not there are an error with the nearest passage shown. A statement of the
// ledger kept beside the source (`because report#4`) counts as the words the ledger has for it.
//
// Linear in the sources per citation. Tested against sources changed by hand.

#include "evidence/ledger.h"
#include "evidence/source_file.h"
#include "language/codes/diagnostic.h"
#include "model/conflict.h"

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

/// A statement of a kept ledger whose passage no citation touches.
struct UnusedStatement {
  model::SourceId source;
  LedgerEntry entry;
  std::size_t line = 1; ///< of the source
};

struct CheckedCitations {
  std::vector<FoundCitation> found;    ///< in the order of the model
  std::vector<UnusedStatement> unused; ///< in the order of the sources; only of sources with a ledger
  language::Diagnostics diagnostics;
};

/// The ledger kept beside a source, for `because report#4`: its entries, or why there are none.
struct KeptLedger {
  std::vector<LedgerEntry> entries;
  std::string problem; ///< `does not exist`; empty: it was read
};

/// Asked with the path of the ledger's file.
using ReadKeptLedger = std::function<KeptLedger(const std::string& path)>;

/// `directory`: of the model's file; relative paths of sources begin there (empty: where the program runs).
CheckedCitations checkCitations(const model::Conflict& conflict, const std::string& directory,
                                const ReadSource& read, const ReadKeptLedger& ledgers = {});

/// What can carry a citation.
enum class Citable : std::uint8_t { party, option, constraint, statement, weight };

struct Uncited {
  Citable kind;
  std::string words;    ///< a name, or the statement as written
  model::PartyId party; ///< whose option, statement or weight; the party itself
  model::Range range;
};

struct Coverage {
  std::vector<Uncited> uncited; ///< in the order of the model
  std::size_t citable = 0;
};

/// What a family's members share in the text counts once.
Coverage coverage(const model::Conflict& conflict);

} // namespace stasis::evidence
