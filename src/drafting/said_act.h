#pragma once

// A wish that somebody stated, with its owner decided: the step between a sentence (saying.h) and a
// preference. The owner of a deed is the subject; the speaker, for a passive that he says will happen; or
// whoever is asked. If it cannot be decided, there is no wish, and a reason is given.
//
// O(acts × parties). Tested by drafts.

#include "drafting/party_book.h"
#include "drafting/saying.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::drafting {

/// A deed and its owner. Without an owner, it is that of whoever has this option, else nobody's.
struct OwnedDeed {
  std::optional<std::string> owner;
  Deed deed;
  bool negative = false;
  bool today = false;   ///< it goes on already
  bool ordered = false; ///< done to the party that the sentence is about: `if a court orders it`
};

struct SaidAct {
  std::string party; ///< whose wish it is
  OwnedDeed act;
  bool answers = false; ///< answers what the party was asked or offered
  std::vector<OwnedDeed> conditions;
  bool either = false;
  bool only = false;     ///< `only if`
  bool agrees = false;   ///< `agreed to`: perhaps to what the party was asked
  bool asked = false;    ///< a demand, a request; a wish about what nobody known does
  bool warning = false;  ///< the words say only what is not wished
  bool sanction = false; ///< a threat: its condition is not wished
  bool bound = false;    ///< a promise, an offer: `these commitments` may refer to it
  const Saying* saying = nullptr;
  std::vector<const Saying*> more; ///< further sentences with its conditions
};

struct Undecided {
  const Saying* saying = nullptr;
  std::string why;
};

/// What cannot be together: `the truce begins only after both have signed`, `will pay instead of closing it`.
struct SaidRule {
  OwnedDeed act;
  std::vector<OwnedDeed> conditions; ///< with which the act cannot be: as they stand
  bool each = false;                 ///< with none of them; else not with all of them together
  const Saying* saying = nullptr;
};

struct SaidActs {
  std::vector<SaidAct> acts;
  std::vector<SaidRule> rules;
  std::vector<Undecided> undecided;
};

SaidActs saidActs(const std::vector<Saying>& sayings, const PartyBook& book);

} // namespace stasis::drafting
