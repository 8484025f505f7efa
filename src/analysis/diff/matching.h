#pragma once

// Matches the parties and options of one conflict with those of another. Equal names match. Within a party a
// dropped and an added option match as a renamed one if they have the same label, or are the only two left of
// the same direction. Parties match the same way, by label or by equal options. So a state of one conflict
// has its letters in the other, even if options were added, dropped or renumbered.
//
// At worst O(parties² + options²) within a party. Tested in tests/diff.

#include "model/conflict.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

class Matching {
public:
  Matching(const model::Conflict& a, const model::Conflict& b);

  std::optional<model::PartyId> partyInB(model::PartyId inA) const { return parties_[inA.index()]; }
  std::optional<model::OptionId> optionInB(model::OptionId inA) const { return options_[inA.index()]; }
  bool isNew(model::PartyId inB) const { return newParties_[inB.index()]; }
  bool isNew(model::OptionId inB) const { return newOptions_[inB.index()]; }

  /// The same state in the other conflict. Added options are not taken. None for a state that takes, or may
  /// take, a dropped option.
  std::optional<model::Pattern> inB(const model::Pattern& ofA) const;

private:
  const model::Conflict& a_;
  const model::Conflict& b_;
  std::vector<std::optional<model::PartyId>> parties_;
  std::vector<std::optional<model::OptionId>> options_;
  std::vector<bool> newParties_;
  std::vector<bool> newOptions_;

  void matchParties();
  void matchOptions(model::PartyId inA, model::PartyId inB);
};

} // namespace stasis::analysis
