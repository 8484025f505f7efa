#pragma once

// The states from which a group can reach a set of states, and a shortest way there. The search runs
// backwards from the set, layer by layer, with the engine's set operations. Its cost does not depend on the
// number of states on the way. One way is then walked forward by the rules.
//
//   layer k of mover j = states from which j moves first and the set is reached in at most k legal moves
//
// Where moves are transitive, one layer serves all movers, since the last mover does not matter. Ways are
// shortest; among these the first in the order of parties, then of state numbers. Steps are moves or
// improvements, or, with an engine that steps back along another relation, what that relation takes. Cost:
// one canMoveInto for each member and layer. Tested against tests/oracle/ and against the forward walk of
// exploration.h.

#include "analysis/paths/rules.h"
#include "analysis/paths/sequence.h"

#include <functional>
#include <optional>
#include <vector>

namespace stasis::analysis {

class GroupSearch {
public:
  /// `target` must not hold a state from which a search starts.
  GroupSearch(stability::Engine& engine, const Rules& rules, std::vector<model::PartyId> group,
              model::Relation kind, stability::StateSet target, const stability::Errand& errand);
  /// Whether a party may make this step.
  using Takes =
      std::function<bool(model::PartyId mover, const model::Pattern& from, const model::Pattern& to)>;
  /// For a relation other than `always` and `better`.
  GroupSearch(stability::Engine& engine, const Rules& rules, std::vector<model::PartyId> group,
              model::Relation kind, Takes takes, stability::StateSet target, const stability::Errand& errand);

  /// A shortest way of one move or more, if there is one.
  std::optional<Sequence> from(const model::Pattern& start);
  /// All states from which there is a way, and those of the target.
  stability::StateSet everywhere();
  /// The states of `asked` from which there is a way, or that are in the target; searches no further than
  /// needed.
  stability::StateSet among(stability::StateSet asked);

private:
  struct Layer {
    std::vector<stability::StateSet> byMover; ///< by position in the group; with transitive moves only one
    stability::StateSet any;                  ///< their union, and the target
  };
  bool extend();
  std::vector<stability::StateSet> aims(const Layer& layer) const;
  stability::StateSet aim(const Layer& layer, std::size_t mover) const;
  std::vector<model::Pattern> ends(model::PartyId mover, const model::Pattern& at) const;
  Step step(const model::Pattern& at, std::optional<std::size_t> last, std::size_t movesLeft) const;

  stability::Engine& engine_;
  const Rules& rules_;
  std::vector<model::PartyId> group_;
  model::Relation kind_;
  stability::StateSet target_;
  Takes takes_; ///< only for such a relation
  const stability::Errand& errand_;
  bool transitive_;
  bool finished_ = false;
  std::vector<Layer> layers_; ///< layers_[k]: at most k moves
};

/// Everybody but one.
std::vector<model::PartyId> everybodyBut(const model::Conflict& conflict, model::PartyId party);

} // namespace stasis::analysis
