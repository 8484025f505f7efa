#pragma once

// `--concept nash,seq`: the concepts asked for, in the order of the table, each once. For verbs that take it,
// `--concept seq,Russia=smr`: a concept for each party.

#include "model/conflict.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::cli {

class Console;
struct Arguments;

/// False (and said) if a word is not a concept of all parties.
bool readConcepts(const Arguments& arguments, std::vector<model::Concept>& concepts, Console& console);

/// With parties (or families) named, one concept for each party: the one without a name is for all others
/// (SEQ where there is none).
struct ConceptsAsked {
  std::vector<model::Concept> forAll; ///< in the order of the table
  struct Own {
    std::string party;
    model::Concept id = model::Concept::nash;
  };
  std::vector<Own> own; ///< not empty: a mixture is asked for
};

/// The same with concepts of their own allowed.
bool readConcepts(const Arguments& arguments, ConceptsAsked& asked, Console& console);

/// The concept of every party; of a party named twice the later. None (and said) if a party is not known.
std::optional<std::vector<model::Concept>> conceptsByParty(const ConceptsAsked& asked,
                                                           const model::Conflict& conflict, Console& console);

} // namespace stasis::cli
