#pragma once

// The members of a merged state (or of any pattern), as far as some conditions can tell them apart: open
// options are decided one by one, and only while a condition depends on them (three truth values), so that a
// state that merges 2^40 members is no matter unless the conditions mention the 40.
//
// O(2^d × nodes) for d open options that the conditions mention. Tested in tests/properties.

#include "stability/circuit.h"
#include "stability/errand.h"

#include <functional>
#include <optional>
#include <utility>

namespace stasis::stability {

class Members {
public:
  Members(const model::Conflict& conflict, const std::vector<const model::Expression*>& conditions);

  /// Calls `visit(member, held)` for groups of members in all of which `held` conditions hold, one member of
  /// each; goes on while it answers true. False if it did not.
  bool visit(const model::Pattern& pattern, const Errand& errand,
             const std::function<bool(const model::State& member, std::size_t held)>& visit);

  /// Every condition holds in every member.
  bool allHold(const model::Pattern& pattern, const Errand& errand);

  /// Two members in which different numbers of the conditions hold, the larger number first.
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
