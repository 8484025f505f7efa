#pragma once

// A verb of speech in its tree, and what is found about it: what all rules about told statements share. Where
// a subtree begins and ends, which words are its object, where content stops that a semicolon, a contrast or
// a new clause of the reporter cuts off.
//
// Linear in the words of the sentence. Tested through told.h.

#include "evidence/reading/told.h"

namespace stasis::evidence {

/// A subject, whatever its clause.
inline bool isSubject(Relation r) {
  return grammar::base(r) == Relation::nsubj || grammar::base(r) == Relation::csubj;
}

/// "denied that any had been moved and accused Serrado": the verb of speech beside which a second one stands
/// that the tree has joined to what the first tells; else `noWord`. By the tense: what is told stands behind
/// `had`, `would` or `to`, the second verb in the tense of the first. O(depth).
WordIndex outerVerb(const Syntax& syntax, WordIndex verb);

class VerbOfSpeech {
public:
  /// Both must outlive it. What is found is written to `told`.
  VerbOfSpeech(const Syntax& syntax, WordIndex verb, Told& told)
      : s_(syntax), t_(syntax.tree()), v_(verb), told_(told) {}

protected:
  const Syntax& s_;
  const SentenceTree& t_;
  WordIndex v_;
  Told& told_;

  /// The `that` before a clause, whatever it was taken for.
  WordIndex thatOf(WordIndex clause) const;
  /// Without the comma that may hang from its head before it.
  SentenceTree::Extent extentOf(WordIndex w) const;
  void step(std::string_view how, WordIndex w);
  bool hasModal() const;
  std::uint16_t valency() const;
  model::Range bytes(WordIndex first, WordIndex last) const;
  WordIndex object() const;
  bool isCondition(WordIndex clause) const;
  /// Sets the content to words [first, last], less what does not belong to it at its ends.
  bool put(WordIndex first, WordIndex last, WordIndex head);
  bool isClosing(WordIndex w) const;
  bool isTime(WordIndex w) const;
  /// A semicolon ends it, and a comma before `but` or `while` with a subject of its own.
  WordIndex cut(WordIndex first, WordIndex last) const;
  WordIndex withCondition(WordIndex last) const;
  bool isStrictIf(WordIndex w) const;
  bool setsOffCondition(WordIndex w) const;
  bool limits(WordIndex w) const;
  bool leavesInfinitive(WordIndex joint, WordIndex last) const;
  bool addsOn(WordIndex w) const;
  bool saysMore(WordIndex w) const;
  bool endsInRelative(WordIndex w, WordIndex last) const;
  bool addsNote(WordIndex w, WordIndex last) const;
  WordIndex skipSetting(WordIndex first, WordIndex last, WordIndex head) const;
  bool hasRelative(WordIndex clause) const;
  WordIndex ownSubjectOf(WordIndex clause) const;
  bool hasFinite() const;
  /// Behind the verb, its last word before what a comma sets off: content goes on to there.
  WordIndex endOfVerb(WordIndex last) const;
  WordIndex lastOf() const;
  /// The sentence begins with a condition, and a comma parts it from who says: wherever the tree hangs it.
  bool conditionFirst() const;
};

} // namespace stasis::evidence
