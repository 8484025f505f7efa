#pragma once

// Options set one after another under constraints: after each setting those constraints that name the option
// are evaluated in three truth values, and a branch ends as soon as one of them cannot hold any more
// (backtracking with forward checking of whole expressions). Underneath the enumeration of feasible states
// and the search for constraints that contradict each other; any number of options.
//
// Each setting costs the nodes of the constraints that name the option and are not yet decided.

#include "stability/circuit.h"
#include "stability/errand.h"

#include <optional>
#include <vector>

namespace stasis::stability {

class ConstraintSearch {
public:
  /// Only the constraints at these positions of `conflict.constraints`.
  ConstraintSearch(const model::Conflict& conflict, const std::vector<std::size_t>& constraints);

  /// False if a constraint cannot hold whatever is set.
  bool possible() const { return possible_; }
  /// Sets an open option; false if some constraint can then no longer hold. Undone in any case by `undo`.
  bool set(model::OptionId option, bool taken);
  void undo();

  /// Constraints that do not hold yet whatever else is set.
  std::size_t undecided() const { return undecided_; }
  bool isDecided(std::size_t k) const { return decided_[k]; }
  /// The options that constraint k (its place in the list given) depends on.
  const std::vector<model::OptionId>& optionsOf(std::size_t k) const { return entries_[k].options; }
  std::size_t constraintCount() const { return entries_.size(); }

  const Circuit& circuit() const { return circuit_; }
  /// Gates of the constraints not decided, operands first; those constraints' own gates.
  const std::vector<Circuit::GateId>& coneOf(std::size_t k) const { return entries_[k].cone; }
  Circuit::GateId rootOf(std::size_t k) const { return entries_[k].root; }

  /// An order of all options in which constraints are decided early: the options of the constraint with the
  /// fewest options left come first.
  std::vector<model::OptionId> constraintOrder() const;

private:
  struct Entry {
    Circuit::GateId root;
    std::vector<Circuit::GateId> cone;
    std::vector<model::OptionId> options;
  };
  bool evaluate(std::size_t k);

  Circuit circuit_;
  std::vector<Entry> entries_;
  std::vector<std::vector<std::size_t>> naming_; ///< by option: constraints that name it
  std::vector<Circuit::GateId> optionGate_;      ///< by option; only where some constraint names it
  std::vector<Tri> values_;                      ///< by gate
  std::vector<bool> decided_;
  std::size_t undecided_ = 0;
  bool possible_ = true;
  struct Step {
    model::OptionId option;
    std::size_t trail; ///< length of the trail before
  };
  std::vector<Step> steps_;
  std::vector<std::size_t> trail_; ///< constraints in the order they were decided
};

/// Positions, ascending, of constraints that cannot all hold, empty if all can: as few as there can be where
/// the sets of one, two and three are quick to try, else none of which can be left out.
std::vector<std::size_t> smallestContradiction(const model::Conflict& conflict, const Errand& errand);
/// The same, or none where it is not found by setting an option so many times: the search is exponential
/// where constraints contradict each other by their number alone (more pigeons than holes).
std::optional<std::vector<std::size_t>> contradictionWithin(const model::Conflict& conflict,
                                                            std::size_t settings, const Errand& errand);

} // namespace stasis::stability
