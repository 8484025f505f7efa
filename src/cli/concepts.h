#pragma once

// `--concept nash,seq`: the concepts asked for, each once, in the order of the table. A group (`classical`,
// `strength`, …, `all`) stands for its concepts. Verbs that allow it take `--concept seq,Russia=smr`: a
// concept for each party. Without the option: the classical concepts, and those of every family that the
// model mentions.

#include "cli/verb.h"
#include "stability/engine.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::cli {

class Console;

/// The default of `--concept`, as the help of verbs gives it.
inline constexpr std::string_view conceptsByDefault = "classical, and those the model speaks of";
inline constexpr std::string_view classicalByDefault = "nash,gmr,smr,seq,sseq";
inline constexpr std::string_view underTheseConcepts = "only under these concepts, such as nash,seq";

/// The option row `--concept`.
OptionRow conceptOption(std::string_view help = underTheseConcepts,
                        std::string_view byDefault = conceptsByDefault);

/// If parties (or families) are named, there is one concept for each party: the one without a name applies to
/// all others (SEQ if there is none).
struct ConceptsAsked {
  bool byDefault = false;             ///< nothing is asked for, or `default` among others
  std::vector<model::Concept> forAll; ///< in the order of the table
  std::vector<model::Concept> named;  ///< those of them that were called by their own keys
  bool led = false;                   ///< also the Stackelberg concepts of the conflict
  struct Own {
    std::string party;
    model::Concept id = model::Concept::nash;
  };
  std::vector<Own> own; ///< not empty: the user asks for a mixture
};

/// False, after an error message, if a word is neither a concept nor a group.
bool readConcepts(const Arguments& arguments, ConceptsAsked& asked, Console& console);
/// The same for verbs in which no party may have a concept of its own.
bool readConceptsForAll(const Arguments& arguments, ConceptsAsked& asked, Console& console);

/// The concepts asked for, for a conflict that is open. A concept that the conflict cannot have or the engine
/// does not support is refused if it was called by its own key; otherwise it is left out with a message.
/// None, after a message, if nothing is left.
std::optional<std::vector<model::Concept>> conceptsFor(const ConceptsAsked& asked,
                                                       const stability::Engine& engine, Console& console);

/// The same for work that is defined for the classical concepts only; `which` says what that is.
std::optional<std::vector<model::Concept>> classicalConcepts(const ConceptsAsked& asked,
                                                             std::string_view which, Console& console);

/// The concept of every party. If a party is named twice, the later one counts. None, after an error message,
/// if a party is not known or the engine does not support a concept.
std::optional<std::vector<model::Concept>> conceptsByParty(const ConceptsAsked& asked,
                                                           const stability::Engine& engine, Console& console);

/// Whether concepts other than the classical ones are asked for, as far as the words show.
bool asksBeyondClassical(const Arguments& arguments);

} // namespace stasis::cli
