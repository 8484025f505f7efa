#pragma once

// Sets options one after another under constraints. After each setting it evaluates the constraints that name
// the option, in three truth values. A branch ends as soon as one of them can no longer hold (backtracking
// with forward checking of whole expressions). The enumeration of feasible states and the search for
// contradictory constraints use it. It works for any number of options.
//
// Each setting costs the nodes of the undecided constraints that name the option.

#include "stability/circuit.h"
#include "stability/errand.h"

#include <optional>
#include <vector>

namespace stasis::stability {

class ConstraintSearch {
public:
  /// Uses only the constraints at these positions of `conflict.constraints`.
  ConstraintSearch(const model::Conflict& conflict, const std::vector<std::size_t>& constraints);

  /// False if some constraint cannot hold whatever is set.
  bool possible() const { return possible_; }
  /// Sets an open option; false if some constraint can then no longer hold. `undo` must follow in both cases.
  bool set(model::OptionId option, bool taken);
  void undo();

  /// The number of constraints that can still fail.
  std::size_t undecided() const { return undecided_; }
  bool isDecided(std::size_t k) const { return decided_[k]; }
  /// The options that constraint k (its position in the given list) depends on.
  const std::vector<model::OptionId>& optionsOf(std::size_t k) const { return entries_[k].options; }
  std::size_t constraintCount() const { return entries_.size(); }

  const Circuit& circuit() const { return circuit_; }
  /// The gates of constraint k, operands first; its root is the gate of the constraint itself.
  const std::vector<Circuit::GateId>& coneOf(std::size_t k) const { return entries_[k].cone; }
  Circuit::GateId rootOf(std::size_t k) const { return entries_[k].root; }

  /// An order of all options that decides constraints early: the options of the constraint with the fewest
  /// options left come first.
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
  std::vector<std::vector<std::size_t>> naming_; ///< by option: the constraints that name it
  std::vector<Circuit::GateId> optionGate_;      ///< by option; only if some constraint names it
  std::vector<Tri> values_;                      ///< by gate
  std::vector<bool> decided_;
  std::size_t undecided_ = 0;
  bool possible_ = true;
  struct Step {
    model::OptionId option;
    std::size_t trail; ///< length of the trail before the setting
  };
  std::vector<Step> steps_;
  std::vector<std::size_t> trail_; ///< constraints in the order of decision
};

/// Ascending positions of constraints that cannot all hold; empty if all can. As few as possible if the sets
/// of one, two and three are quick to try; otherwise a set from which none can be left out.
std::vector<std::size_t> smallestContradiction(const model::Conflict& conflict, const Errand& errand);
/// The same; none if it is not found within this many settings. The search is exponential if constraints
/// contradict each other only by their number (more pigeons than holes).
std::optional<std::vector<std::size_t>> contradictionWithin(const model::Conflict& conflict,
                                                            std::size_t settings, const Errand& errand);

} // namespace stasis::stability
