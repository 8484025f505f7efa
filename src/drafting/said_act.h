#pragma once

// What somebody said that he wishes, with its owner decided: the step between a sentence (saying.h) and a
// preference. Who owns a deed: whoever the subject is; the speaker of a passive that he says will be; whoever
// is asked. What cannot be decided has no wish and a reason.
//
// O(acts × parties). Tested by drafts.

#include "drafting/party_book.h"
#include "drafting/saying.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::drafting {

/// A deed and whose it is; no owner: whoever has that option, else nobody.
struct OwnedDeed {
  std::optional<std::string> owner;
  Deed deed;
  bool negative = false;
  bool ordered = false; ///< done to whom the sentence is of: `if a court orders it`
};

struct SaidAct {
  std::string party; ///< whose wish it is
  OwnedDeed act;
  bool answers = false; ///< to what was asked of the party, or offered to it
  std::vector<OwnedDeed> conditions;
  bool either = false;
  bool only = false;     ///< `only if`
  bool agrees = false;   ///< `agreed to`: perhaps to what was asked
  bool asked = false;    ///< a demand, a request
  bool warning = false;  ///< nothing else was said but what is not wished
  bool sanction = false; ///< a threat: the condition is not wished
  bool bound = false;    ///< a promise, an offer: `these commitments` may speak of it
  const Saying* saying = nullptr;
  std::vector<const Saying*> more; ///< that say on what it hangs
};

struct Undecided {
  const Saying* saying = nullptr;
  std::string why;
};

struct SaidActs {
  std::vector<SaidAct> acts;
  std::vector<Undecided> undecided;
};

SaidActs saidActs(const std::vector<Saying>& sayings, const PartyBook& book);

} // namespace stasis::drafting
