#pragma once

// The frames of a sentence: a verb of saying with its speaker, wherever it stands: "she said", "said the
// spokesman", "who warned", "was told by the minister", "according to officials". The subject is looked for
// from the verb: next to it, across what is set off by commas, across the other verbs of the same clause.
//
// Bounded for each verb. If its subject is not found, the frame has none.

#include "evidence/reading/noun_phrase.h"

#include <optional>
#include <vector>

namespace stasis::evidence {

struct Frame {
  std::size_t verb = 0; ///< token; for "according to" its first
  CueClass cue = CueClass::none;
  std::optional<NounPhrase> subject;
  std::optional<NounPhrase> apposed; ///< set off by commas: "Sybiha, the minister,"
  std::optional<NounPhrase> addressee;
  bool inverted = false;  ///< the subject follows
  bool borrowed = false;  ///< the subject is that of another verb of the sentence
  bool according = false; ///< "according to"
  bool finite = true;
  bool infinitive = false; ///< "to say"
  bool negated = false;    ///< "did not say"
  bool relative = false;   ///< "who said"
  bool nested = false;     ///< inside the clause of another frame: "Putin said that Trump had asked him"
};

/// In the order of their verbs.
std::vector<Frame> framesOf(const Sentence& sentence);

/// The first phrase that can be the subject of the whole sentence.
std::optional<NounPhrase> subjectOf(const Sentence& sentence);

} // namespace stasis::evidence
