#pragma once

// `--concept nash,seq`: the concepts asked for, in the order of the table, each once; a group (`classical`,
// `strength`, …, `all`) stands for its concepts. For verbs that take it, `--concept seq,Russia=smr`: a
// concept for each party. Without the option: the classical ones, and those of every family the model speaks
// of.

#include "stability/engine.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::cli {

class Console;
struct Arguments;

/// What `--concept` says by default, in the help of verbs.
inline constexpr std::string_view conceptsByDefault = "classical, and those the model speaks of";

/// With parties (or families) named, one concept for each party: the one without a name is for all others
/// (SEQ where there is none).
struct ConceptsAsked {
  bool byDefault = false;             ///< nothing is asked; the rest is empty
  std::vector<model::Concept> forAll; ///< in the order of the table
  std::vector<model::Concept> named;  ///< those of them called by their own keys
  struct Own {
    std::string party;
    model::Concept id = model::Concept::nash;
  };
  std::vector<Own> own; ///< not empty: a mixture is asked for
};

/// False (and said) if a word is no concept and no group.
bool readConcepts(const Arguments& arguments, ConceptsAsked& asked, Console& console);
/// The same where no party has a concept of its own.
bool readConceptsForAll(const Arguments& arguments, ConceptsAsked& asked, Console& console);

/// What is asked, of a conflict that is open. What the engine does not serve is refused where it is called by
/// its own key, else left out and said. None (and said) if nothing is left.
std::optional<std::vector<model::Concept>> conceptsFor(const ConceptsAsked& asked,
                                                       const stability::Engine& engine, Console& console);

/// The same for what is defined for the classical concepts alone: `which` says what that is.
std::optional<std::vector<model::Concept>> classicalConcepts(const ConceptsAsked& asked,
                                                             std::string_view which, Console& console);

/// Those of them whose reasons can be told move by move. Trees look further ahead than one answer: they are
/// left out, and said. None (and said) if nothing is left.
std::optional<std::vector<model::Concept>> conceptsWithReasons(const std::vector<model::Concept>& concepts,
                                                               Console& console);

/// The concept of every party; of a party named twice the later. None (and said) if a party is not known or
/// the engine does not serve a concept.
std::optional<std::vector<model::Concept>> conceptsByParty(const ConceptsAsked& asked,
                                                           const stability::Engine& engine, Console& console);

/// Whether concepts other than the classical are asked for, as far as the words tell.
bool asksBeyondClassical(const Arguments& arguments);

} // namespace stasis::cli
