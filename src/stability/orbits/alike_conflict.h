#pragma once

// A conflict as its kinds of party see it: who is of which kind, what choices each has, and the histograms
// over them. Kinds stand in ascending order of how many histograms they have, so that the largest is the one
// whose neighbours lie together in memory.

#include "stability/orbits/histograms.h"
#include "stability/orbits/kinds.h"
#include "stability/orbits/own_choices.h"

#include <map>
#include <memory>

namespace stasis::stability {

/// Histograms, made when first asked for and kept.
class HistogramTables {
public:
  const Histograms& of(std::size_t members, std::size_t choices);
  /// From `members` to one more.
  const OneMore& oneMore(std::size_t members, std::size_t choices);

private:
  std::map<std::pair<std::size_t, std::size_t>, Histograms> histograms_;
  std::map<std::pair<std::size_t, std::size_t>, OneMore> oneMore_;
};

struct AlikeKind {
  Parties members;
  OwnChoices choices;
  bool joint = false; ///< a constraint ties it to others
};

struct AlikeConflict {
  AlikeConflict(const model::Conflict& conflict, const std::vector<Parties>& parts);

  const model::Conflict& conflict;
  std::vector<AlikeKind> kinds;
  std::vector<std::size_t> kindOf; ///< by party
  std::vector<std::size_t> jointConstraints;
  HistogramTables tables;

  const AlikeKind& kind(model::PartyId party) const { return kinds[kindOf[party.index()]]; }
  /// Which of its choices the party makes in the state; none where constraints on it alone forbid it.
  std::optional<std::size_t> choice(model::PartyId party, const model::Pattern& state) const {
    return kind(party).choices.find(ownMask(conflict, party, state));
  }
  /// Some party has no choice at all: no state is feasible.
  bool noChoice() const;
  /// Orbits gone through for all kinds, those of all states included; 2^64 - 1 if that many or more.
  std::uint64_t orbits() const;
  /// Whether rows can be numbered in 32 bits, and ranks, sets and searches of all kinds fit in so many bytes.
  bool fits(std::uint64_t bytes) const;
};

} // namespace stasis::stability
