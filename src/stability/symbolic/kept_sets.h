#pragma once

// Sets kept for the life of an engine and named by handles. Equal sets are kept once. The sets kept last can
// be freed.

#include "stability/engine.h"
#include "stability/symbolic/diagram.h"

#include <unordered_map>
#include <vector>

namespace stasis::stability {

class KeptSets {
public:
  StateSet keep(Diagram set) {
    const auto [known, isNew] = byEdge_.try_emplace(set.edge().code, size());
    if (isNew)
      sets_.push_back(std::move(set));
    return {known->second};
  }
  const Diagram& operator[](StateSet set) const { return sets_[set.handle]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(sets_.size()); }

  /// Frees the sets kept last, until this many are left.
  void shrink(std::uint32_t size) {
    for (; sets_.size() > size; sets_.pop_back())
      byEdge_.erase(sets_.back().edge().code);
  }

private:
  std::vector<Diagram> sets_;
  std::unordered_map<std::uint32_t, std::uint32_t> byEdge_;
};

} // namespace stasis::stability
