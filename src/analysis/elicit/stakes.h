#pragma once

// What the equilibria have to do with what one party wants. A stake is a state and a concept: is the state an
// equilibrium under it? The preference of party i enters in two places:
//
//   i's own stability    a condition on s ≽ q alone (analysis/invert/stability_condition.h)
//   that of the others   under SEQ and SSEQ, by i's improvements (swayed_parties.h)
//
// Both are monotone in what i holds, so a partly known ranking gives a verdict where both bounds agree. A
// complete ranking gives the definition's verdict. Only stakes that are open while nothing is known are kept.
//
// Cost: a condition for each state and concept; a verdict takes the size of its condition, under SEQ and SSEQ
// also a search. Tested against tests/oracle/ over all rankings.

#include "analysis/elicit/swayed_parties.h"
#include "analysis/invert/stability_condition.h"

namespace stasis::analysis {

/// The most feasible states that can be asked about.
inline constexpr std::size_t mostAskedAbout = 256;

enum class StakeVerdict : std::uint8_t { no, yes, open };

class Stakes {
public:
  /// The conflict has at most `mostAskedAbout` feasible states; the concepts are classical. Whatever the
  /// model says of this party's preference is not read. Throws LimitReached.
  Stakes(stability::Engine& engine, const Rules& rules, model::PartyId party,
         const std::vector<model::Concept>& concepts, const stability::Errand& errand);

  const std::vector<model::Pattern>& states() const { return states_; }
  model::PartyId party() const { return party_; }

  std::size_t size() const { return stakes_.size(); }
  Place state(std::size_t stake) const { return stakes_[stake].state; }
  model::Concept under(std::size_t stake) const { return stakes_[stake].id; }
  /// Whether it is an equilibrium in every ranking that fits what is known, in none, or whether that is open.
  StakeVerdict verdict(std::size_t stake, const KnownOrder& order) const;
  /// The pairs of states whose comparison can matter to it, each once, smaller place first.
  const std::vector<std::pair<Place, Place>>& pairs(std::size_t stake) const { return stakes_[stake].pairs; }

private:
  using Clauses = std::vector<std::vector<std::vector<Place>>>;
  struct Stake {
    model::Concept id;
    Place state = 0;
    Clauses condition;  ///< for every clause some term: s ≽ all of these
    bool sways = false; ///< the others' stability is not settled either
    std::vector<std::pair<Place, Place>> pairs = {};
  };
  void add(Stake stake);
  bool stays(const Stake& stake, const KnownOrder& order, Taken taken) const;

  model::PartyId party_;
  std::vector<model::Pattern> states_;
  SwayedParties others_;
  std::vector<Stake> stakes_;
};

} // namespace stasis::analysis
