#pragma once

// Whether what a model cites is really there: every `source` is opened and the words of every `because` are
// looked for in it. Words that are not there are an error with the nearest passage shown.
//
// Linear in the sources per citation. Tested against sources changed by hand.

#include "evidence/source_file.h"
#include "language/diagnostic.h"
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

struct CheckedCitations {
  std::vector<FoundCitation> found; ///< in the order of the model
  language::Diagnostics diagnostics;
};

/// `directory`: of the model's file; relative paths of sources begin there (empty: where the program runs).
CheckedCitations checkCitations(const model::Conflict& conflict, const std::string& directory,
                                const ReadSource& read);

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
