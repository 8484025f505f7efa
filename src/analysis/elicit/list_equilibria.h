#pragma once

// The equilibria of a conflict as far as a partly known order of one party settles them: in which states
// every order that fits makes an equilibrium (`sure`), and in which some may (`possible`). For a complete
// order the two are the same and are the definition's (Fang, Hipel & Kilgour 1993; SSEQ: Rêgo & Vieira 2017).
//
// What the party holds enters its own stability, and under SEQ and SSEQ, by its improvements, that of the
// others. Both are monotone, so the bounds follow from taking what is open against the state, and for it.
// `possible` may hold a state too many where several comparisons are open, never one too few.
//
// Cost of a pair of bounds: for each party moves × states / 64. Tested by tests/elicit against tests/oracle/.

#include "analysis/elicit/reach_rows.h"
#include "analysis/elicit/statement_columns.h"
#include "analysis/paths/rules.h"

#include <optional>

namespace stasis::analysis {

/// The most feasible states of which lists of statements are asked.
inline constexpr std::size_t mostStatesOfLists = 4096;

class ListEquilibria {
public:
  struct Bounds {
    PlaceBits sure, possible; ///< by place of the state
  };

  /// `states`: all feasible ones; `kindOf`: states of one kind are alike to the party in every order that is
  /// asked about. Classical concepts. Throws LimitReached.
  ListEquilibria(stability::Engine& engine, const Rules& rules, model::PartyId asked,
                 const std::vector<model::Pattern>& states, const std::vector<Place>& kindOf,
                 const std::vector<model::Concept>& concepts, const stability::Errand& errand);

  std::size_t states() const { return kindOf_.size(); }
  const std::vector<model::Concept>& concepts() const { return concepts_; }
  /// By concept.
  std::vector<Bounds> bounds(const KnownOrder& kinds) const;
  /// The equilibria of a complete order, by concept.
  std::vector<PlaceBits> equilibria(const KnownOrder& kinds) const;

private:
  enum class Taken : std::uint8_t { against, forIt };
  /// One party's order as sets: by class of states that compare alike.
  struct Thresholds {
    std::vector<Place> classOf;          ///< by state
    std::vector<std::uint64_t> noBetter; ///< by class: a row of the states that are no better
    std::vector<std::uint64_t> held;     ///< the same, and no move leads from there to a better one
  };
  Thresholds thresholds(std::size_t party, std::vector<Place> classOf, std::size_t classes,
                        const std::function<bool(Place, Place)>& isNoBetter) const;
  std::vector<PlaceBits> settled(const KnownOrder& kinds, Taken taken) const;
  ReachRows improvements(std::size_t without, const KnownOrder& kinds, Taken taken) const;
  bool stays(model::Concept id, std::size_t party, Place state, const Thresholds& order, const ReachRows& all,
             const ReachRows& improving) const;

  model::PartyId asked_;
  std::vector<Place> kindOf_;
  std::vector<model::Concept> concepts_;
  bool transitive_;
  std::size_t width_;
  MoveLists moves_;                            ///< of all
  std::vector<std::vector<Place>> ranks_;      ///< of the others, by state; larger is better
  std::vector<Thresholds> others_;             ///< by party; of the asked one empty
  std::vector<std::optional<PlaceBits>> held_; ///< by concept: stable for all others, where that is settled
  std::optional<ReachRows> othersMoves_;       ///< of all but the asked party
  std::optional<ReachRows> othersImprovements_;
};

} // namespace stasis::analysis
