#pragma once

// What a sentence reports without quotation marks, by its tree: a verb of speech with the clause, the
// infinitive or the thing it takes ("said she would sue", "urged Suria to free the crew", "demanded a vote");
// in the passive with its agent ("was warned by the director that …", "was rejected by the tenants");
// standing among its words ("the port, Holt said, will close"); and the phrases that do the same ("called
// on", "set conditions", "reserves the right").
//
// All who are joined in the subject speak. standing.h decides whether it was said at all. Linear in the
// words. For acts named by a noun see reported_noun.h. Tested on hand-made trees and on the tables of
// tests/reading/.

#include "evidence/ledger.h"
#include "evidence/reading/frame.h"
#include "evidence/reading/syntax.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::evidence {

struct ReportedSpeech {
  std::size_t verb = 0; ///< token of the sentence
  WordIndex word = noWord;
  CueClass cue = CueClass::say;
  std::vector<NounPhrase> speakers;
  std::vector<std::size_t> heads;    ///< the head token of each
  std::optional<NounPhrase> apposed; ///< the name beside the first
  std::optional<NounPhrase> addressee;
  std::optional<model::Range> content;
  WordIndex head = noWord; ///< of the content's clause
  bool passive = false;
  bool relative = false;              ///< "who said"
  bool borrowed = false;              ///< the subject belongs to another verb
  bool aside = false;                 ///< it stands among its words or after them
  std::optional<model::Range> teller; ///< for an aside: the speaker with the verb
  std::optional<model::Range> rest;   ///< for an aside after a condition: what follows the speaker
  std::optional<model::Range> tail;   ///< a second statement after the aside: ", she said, and was refused"
  WordIndex inverted = noWord;        ///< the speaker whom the tree takes for an object: ", said Marta Lind"
  bool second = false;                ///< reported beside another by the same verb
  bool ofThing = false;               ///< what is told is a thing: "demanded a vote"
  bool question = false;              ///< "asked whether …": the question was put
  Polarity polarity = Polarity::positive;
  Reality reality = Reality::asserted;
  std::string path; ///< "urged ← nsubj Suria → obj Norland → xcomp attack"
};

/// In the order of their verbs. Includes those that nobody said, with their reality.
std::vector<ReportedSpeech> reportedSpeechIn(const Syntax& syntax);

/// The phrase whose head is this noun, without conjuncts and additions.
std::optional<NounPhrase> phraseOf(const Syntax& syntax, WordIndex noun);

} // namespace stasis::evidence
