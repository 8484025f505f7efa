#pragma once

// What a sentence tells without quotation marks, by its tree: a verb of speech with the clause, the
// infinitive or the thing it tells ("said she would sue", "urged Suria to free the crew", "demanded a vote"),
// in the passive with its agent ("was warned by the director that …", "was rejected by the tenants"), set
// between its words ("the port, Holt said, will close"), and the phrases that do the same ("called on", "set
// conditions", "reserves the right").
//
// Who speaks are all that are joined in the subject. Whether it was said at all: standing.h. Linear in the
// words. Acts that a noun names: told_noun.h. Tested on hand-made trees and on the tables of tests/reading/.

#include "evidence/ledger.h"
#include "evidence/reading/frame.h"
#include "evidence/reading/syntax.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::evidence {

struct Told {
  std::size_t verb = 0; ///< token of the sentence
  WordIndex word = noWord;
  CueClass cue = CueClass::say;
  std::vector<NounPhrase> speakers;
  std::vector<std::size_t> heads;    ///< the token that each turns on
  std::optional<NounPhrase> apposed; ///< the name beside the first
  std::optional<NounPhrase> addressee;
  std::optional<model::Range> content;
  WordIndex head = noWord; ///< of the content's clause
  bool passive = false;
  bool relative = false;              ///< "who said"
  bool borrowed = false;              ///< the subject is that of another verb
  bool aside = false;                 ///< set between its words or behind them
  std::optional<model::Range> teller; ///< of an aside, who says it with the verb
  std::optional<model::Range> rest;   ///< of an aside behind a condition, what follows who says it
  std::optional<model::Range> tail;   ///< a second statement behind the aside: ", she said, and was refused"
  WordIndex inverted = noWord;        ///< who speaks, where the tree has an object: ", said Marta Lind"
  bool second = false;                ///< told beside another, by the same verb
  bool question = false;              ///< "asked whether …": the question was put
  Polarity polarity = Polarity::positive;
  Reality reality = Reality::asserted;
  std::string path; ///< "urged ← nsubj Suria → obj Norland → xcomp attack"
};

/// In the order of their verbs; also those that nobody said, with their reality.
std::vector<Told> toldIn(const Syntax& syntax);

/// The phrase that a noun heads, without what is joined or added to it.
std::optional<NounPhrase> phraseOf(const Syntax& syntax, WordIndex noun);

} // namespace stasis::evidence
