#pragma once

// A verb of speech in its tree, and what is found about it: the common part of all rules about reported
// statements. Where a subtree begins and ends, which words are its object, and where content stops because a
// semicolon, a contrast or a new clause of the reporter cuts it off.
//
// Linear in the words of the sentence. Tested through reported_speech.h.

#include "evidence/reading/reported_speech.h"

namespace stasis::evidence {

/// Whether this is a subject, of whatever clause.
inline bool isSubject(Relation r) {
  return grammar::base(r) == Relation::nsubj || grammar::base(r) == Relation::csubj;
}

/// "denied that any had been moved and accused Serrado": for the second verb of speech, which the tree has
/// joined to the words of the first, the first; else `noWord`. The tense decides: reported words have `had`,
/// `would` or `to`, the second verb has the tense of the first. O(depth).
WordIndex outerVerb(const Syntax& syntax, WordIndex verb);

class VerbOfSpeech {
public:
  /// Both must outlive this. Findings are written to `told`.
  VerbOfSpeech(const Syntax& syntax, WordIndex verb, ReportedSpeech& told)
      : s_(syntax), t_(syntax.tree()), v_(verb), told_(told) {}

protected:
  const Syntax& s_;
  const SentenceTree& t_;
  WordIndex v_;
  ReportedSpeech& told_;

  /// The `that` before a clause, whatever the tree took it for.
  WordIndex thatOf(WordIndex clause) const;
  /// Without a comma before it that may be attached to its head.
  SentenceTree::Extent extentOf(WordIndex w) const;
  void step(std::string_view how, WordIndex w);
  bool hasModal() const;
  std::uint16_t valency() const;
  model::Range bytes(WordIndex first, WordIndex last) const;
  WordIndex object() const;
  bool isCondition(WordIndex clause) const;
  /// Sets the content to words [first, last], without what does not belong to it at either end.
  bool put(WordIndex first, WordIndex last, WordIndex head);
  bool isClosing(WordIndex w) const;
  bool isTime(WordIndex w) const;
  /// Content ends at a semicolon, and at a comma before `but` or `while` with a subject of its own.
  WordIndex cut(WordIndex first, WordIndex last) const;
  WordIndex behindThat(WordIndex first, WordIndex last) const;
  WordIndex withCondition(WordIndex last) const;
  bool isStrictIf(WordIndex w) const;
  bool setsOffCondition(WordIndex w) const;
  bool limits(WordIndex w) const;
  bool opensOccasion(WordIndex after, WordIndex last) const;
  bool leavesInfinitive(WordIndex joint, WordIndex last) const;
  bool addsOn(WordIndex w) const;
  bool saysMore(WordIndex w) const;
  bool endsInRelative(WordIndex w, WordIndex last) const;
  bool addsNote(WordIndex w, WordIndex last) const;
  WordIndex skipSetting(WordIndex first, WordIndex last, WordIndex head) const;
  bool hasRelative(WordIndex clause) const;
  WordIndex ownSubjectOf(WordIndex clause) const;
  bool hasFinite() const;
  /// The last word below the verb before something set off by a comma: content extends to there.
  WordIndex endOfVerb(WordIndex last) const;
  WordIndex lastOf() const;
  /// Whether the sentence begins with a condition, separated from the speaker by a comma, wherever the tree
  /// attaches it.
  bool conditionFirst() const;
};

} // namespace stasis::evidence
