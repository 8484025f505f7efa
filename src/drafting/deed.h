#pragma once

// What is done, in positive form: a predicate with its arguments, taken from the tree of a clause. `they will
// not close the port` and `the closing of the port` are the deed `close port`; that it is not wanted is
// recorded elsewhere. Two wordings are one deed if predicate and arguments have the same heads, or heads that
// mean the same (lemma.h), and do not have different numbers (`pay two million`, `pay three million`).
//
// O(words of the clause). Tested on clauses with their trees, and on pairs that are and are not one deed.

#include "evidence/grammar/sentence_tree.h"

#include <string>
#include <vector>

namespace stasis::drafting {

struct Deed {
  std::string verb;                ///< lemma: `close`
  std::string object;              ///< lemma of the head of its object, or of its place; may be empty
  std::string amount;              ///< how many or how much of the object: `two`, `30`; empty if not said
  std::vector<std::string> others; ///< lemmas of the heads of further arguments
  std::string particle;            ///< of a verb that is another one with it: `off` of `call off`
  bool against = false;            ///< done against its object: `vote against the budget`
  std::string label;               ///< the plain clause, at most eight words
  bool pronoun = false;            ///< done to `it`, `them`: which thing is not said here
  std::string stands;              ///< that pronoun, in lower case; empty where it is a subject
};

inline constexpr std::size_t longestLabel = 8; ///< in words

/// The deed of a verb. Its subject is not part of it unless the verb is passive.
Deed deedOf(const evidence::grammar::SentenceTree& tree, evidence::grammar::WordIndex verb);
/// What happens by itself, including the subject: `hostilities cease`.
/// `the strike would go ahead`: the deed that its subject names; without a verb for others.
Deed happeningOf(const evidence::grammar::SentenceTree& tree, evidence::grammar::WordIndex verb);
Deed eventOf(const evidence::grammar::SentenceTree& tree, evidence::grammar::WordIndex verb);
/// The deed that a noun names: `the withdrawal of the guns`; without a verb if it names none.
Deed deedNamedBy(const evidence::grammar::SentenceTree& tree, evidence::grammar::WordIndex noun);
/// The deed that hangs from a noun: `the proposal to submit the matter to a court`; without a verb if none
/// does.
Deed deedProposedBy(const evidence::grammar::SentenceTree& tree, evidence::grammar::WordIndex noun);
/// `accept` and the noun: what agreeing to a thing, or refusing it, is.
Deed acceptanceOf(const evidence::grammar::SentenceTree& tree, evidence::grammar::WordIndex noun);

/// `five million dollars`, `a ransom`: what whoever is asked for it would pay; without a verb for other
/// things and for `no ransom`.
Deed paymentOf(const evidence::grammar::SentenceTree& tree, evidence::grammar::WordIndex noun);

/// What whoever rules a thing out, or agrees to it, does not do or does: holds `early elections`, accepts
/// `the offer`.
Deed answerTo(const evidence::grammar::SentenceTree& tree, evidence::grammar::WordIndex noun);

/// A noun for something said, which nobody does or leaves undone: `the suggestion`, `the warning`.
bool isClaim(const std::string& noun);

bool sameDeed(const Deed& a, const Deed& b);

/// `close_port`: verb and object.
std::string nameOf(const Deed& deed);
/// A longer one where that is taken: with the owner before it, or, without an owner, all words of the deed.
std::string longerNameOf(const Deed& deed, const std::string& owner);

/// The words of a noun with what belongs to it, without clauses: `the howitzers`.
std::string phraseAt(const evidence::grammar::SentenceTree& tree, evidence::grammar::WordIndex noun);

} // namespace stasis::drafting
