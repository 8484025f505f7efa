#pragma once

// The members of a merged state (or of any pattern), as far as some conditions tell them apart. Open options
// are decided one by one, and only while a condition depends on them (three truth values). So a state that
// merges 2^40 members costs little unless the conditions mention all 40 options.
//
// O(2^d × nodes) for d open options that the conditions mention. Tested in tests/stability.

#include "stability/circuit.h"
#include "stability/errand.h"

#include <functional>
#include <optional>
#include <utility>

namespace stasis::stability {

class Members {
public:
  Members(const model::Conflict& conflict, const std::vector<const model::Expression*>& conditions);

  /// Calls `visit(member, held)` with one member of each group; in all members of a group, `held` conditions
  /// hold. Goes on while `visit` returns true; returns false if it stopped.
  bool visit(const model::Pattern& pattern, const Errand& errand,
             const std::function<bool(const model::State& member, std::size_t held)>& visit);

  /// Whether every condition holds in every member.
  bool allHold(const model::Pattern& pattern, const Errand& errand);

  /// Two members in which different numbers of the conditions hold, the one with more first; none if there
  /// are no such members.
  std::optional<std::pair<model::State, model::State>> toldApart(const model::Pattern& pattern,
                                                                 const Errand& errand);

private:
  using Visit = std::function<bool(const model::State&, std::size_t)>;
  bool decide(model::Pattern& pattern, const Errand& errand, const Visit& visit);

  Circuit circuit_;
  std::vector<Circuit::GateId> roots_;
  std::vector<Circuit::GateId> cone_;
  std::vector<Tri> values_;
  std::size_t steps_ = 0;
};

} // namespace stasis::stability
