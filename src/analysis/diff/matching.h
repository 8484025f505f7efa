#pragma once

// Which parties and options of one conflict are which of another: those of the same name; then, within a
// party, a dropped and an added option with the same label, or the only two left over of the same direction:
// a renamed one. Parties the same way, by label or by having the same options. So a state of one has its
// letters in the other, whatever was added, dropped or renumbered.
//
// O(parties² + options²) within a party at worst. Tested in tests/diff.

#include "model/conflict.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::analysis {

class Matching {
public:
  Matching(const model::Conflict& a, const model::Conflict& b);

  std::optional<model::PartyId> partyInB(model::PartyId inA) const { return parties_[inA.index()]; }
  std::optional<model::OptionId> optionInB(model::OptionId inA) const { return options_[inA.index()]; }
  bool isNew(model::PartyId inB) const { return newParties_[inB.index()]; }
  bool isNew(model::OptionId inB) const { return newOptions_[inB.index()]; }

  /// The same state in the other conflict: options it adds are not taken, and a state that takes, or may
  /// take, an option it has dropped has none.
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
