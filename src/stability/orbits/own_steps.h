#pragma once

// One party's moves on sets of orbits, the states stable for several parties at once, and the number of moves
// in all. If the party's block in a space is its own and the last, its moves stay in a row.
//
// O(orbits · choices).

#include "stability/engine.h"
#include "stability/orbits/block_steps.h"
#include "stability/orbits/orbit_sets.h"

#include <memory>

namespace stasis::stability {

/// Whether moves lead into a set or from it.
enum class Way : std::uint8_t { into, from };

class OwnSteps {
public:
  OwnSteps(AlikeConflict& alike, const OrbitSets& sets, const RanksByKind& ranks, const Errand& errand)
      : alike_(alike), sets_(sets), ranks_(ranks), errand_(errand) {}

  /// The feasible states from which the party moves (improves) into the set, or to which it moves from the
  /// set.
  OrbitSet across(const OrbitSet& set, model::PartyId party, model::Relation kind, Way way) const;

  /// The stable orbits in the space of a kind's first party.
  using StableBits = std::function<std::shared_ptr<const OrbitBits>(model::Concept, std::size_t kind)>;
  /// The part of `feasible`, in the space of all parties, that is stable for each of them. The resulting set
  /// tells members apart only if they are judged differently.
  OrbitSet stableForEach(const std::vector<Judged>& judged, const OrbitBits& feasible,
                         const StableBits& stable) const;

  Traffic traffic() const;

private:
  OrbitSet acrossList(const OrbitSet& set, model::PartyId party, model::Relation kind, Way way) const;
  bool steps(const OwnChoices& choices, const RankCode* codes, std::size_t from, std::size_t to,
             model::Relation kind) const {
    return choices.leads(from, to) && codes[from] != 0 && codes[to] != 0 &&
           (kind == model::Relation::always || codes[to] > codes[from]);
  }
  std::uint64_t stepsInRow(const OwnChoices& choices, const RankCode* codes, model::Relation kind) const;
  /// In the space of all parties: removes the orbits in which some member of the kind is not stable.
  void strike(OrbitBits& bits, const OrbitSpace& all, std::size_t kind, const OrbitBits& stable) const;
  /// The same in any space, for the members of one of its blocks.
  void strike(OrbitBits& bits, const OrbitSpace& space, const OrbitBlock& block,
              const OrbitBits& stable) const;

  AlikeConflict& alike_;
  const OrbitSets& sets_;
  const RanksByKind& ranks_;
  const Errand& errand_;
};

} // namespace stasis::stability
