#pragma once

// A conflict played step by step: its current state, who can move and how, and the moves made so far. Where
// moves are not transitive (listed moves, merged states) nobody moves twice in a row, as in every legal
// sequence of the graph model (Fang, Hipel & Kilgour 1993, section 4.2); elsewhere the rule changes nothing.
//
// Cost of a step: moves × parties comparisons. Tested against tests/oracle/ on random walks.

#include "analysis/moves/moves.h"

#include <optional>
#include <random>
#include <vector>

namespace stasis::analysis {

struct PlayMove {
  model::PartyId mover;
  UnilateralMove what;

  bool improves() const { return what.improves(mover); }
};

/// What one of the others can do after a move, by one own move.
struct PlayAnswer {
  model::PartyId party;
  model::Pattern to;
  bool willing = false; ///< it is an improvement for the party that answers
  bool deters = false;  ///< the first mover likes the end no better than its start
  bool lasts = false;   ///< the first mover has no move from the end to a state better than its start
};

class Play {
public:
  Play(stability::Engine& engine, const Rules& rules, model::Pattern start);

  const model::Pattern& state() const { return steps_.empty() ? start_ : steps_.back().to; }
  const Sequence& steps() const { return steps_; }
  /// True if the party just moved and may not move again at once.
  bool mustWait(model::PartyId party) const;

  /// The moves these parties have now: improvements first, then the rest; both by party and number.
  std::vector<PlayMove> moves(const std::vector<model::PartyId>& parties) const;
  /// Whether any of them has an improvement and may move.
  bool wouldMove(const std::vector<model::PartyId>& parties) const;
  /// The improvement the party likes best, the first of equals; none if it has none or must wait.
  std::optional<PlayMove> best(model::PartyId party) const;
  /// One of its improvements at random, all equally likely.
  std::optional<PlayMove> random(model::PartyId party, std::mt19937_64& dice) const;

  /// What the others could do after this move.
  std::vector<PlayAnswer> answers(const PlayMove& move) const;

  void take(const PlayMove& move) { steps_.push_back({move.mover, state(), move.what.to}); }
  /// Goes back to the state after `count` steps.
  void backTo(std::size_t count) { steps_.resize(std::min(count, steps_.size())); }

private:
  std::vector<PlayMove> improvements(model::PartyId party) const;

  stability::Engine& engine_;
  const Rules& rules_;
  model::Pattern start_;
  Sequence steps_;
};

} // namespace stasis::analysis
