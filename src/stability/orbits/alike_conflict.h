#pragma once

// A conflict seen by kinds of party: which kind each party is of, which choices each has, and the histograms
// over them. Kinds stand in ascending order of their number of histograms, so that the neighbours of the
// largest kind lie together in memory.

#include "stability/orbits/histograms.h"
#include "stability/orbits/kinds.h"
#include "stability/orbits/own_choices.h"

#include <map>

namespace stasis::stability {

/// Histograms, made when first asked for and kept.
class HistogramTables {
public:
  const Histograms& of(std::size_t members, std::size_t choices);
  /// The step from histograms of `members` to those of one more.
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
  /// The choice the party makes in the state; none if constraints on the party alone forbid it.
  std::optional<std::size_t> choice(model::PartyId party, const model::Pattern& state) const {
    return kind(party).choices.find(ownMask(conflict, party, state));
  }
  /// True if some party has no choice at all: then no state is feasible.
  bool noChoice() const;
  /// The orbits visited for all kinds, those of all states included; 2^64 - 1 if there are that many or more.
  std::uint64_t orbits() const;
  /// Whether rows can be numbered in 32 bits, and the ranks, sets and searches of all kinds fit in this many
  /// bytes.
  bool fits(std::uint64_t bytes) const;
};

} // namespace stasis::stability
