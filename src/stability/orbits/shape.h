#pragma once

// The shape of a condition, as one value: conditions of one value have the same operators over the same
// leaves, the operands of `and`, `or`, counts and the like in any order; they hold in the same states. What
// an option and a definition are at the leaves is for the caller to say, so options can be renamed, or called
// by what they have in common.
//
// Cost: one name for each node. Tested in tests/stability/orbits/kinds_test.cpp.

#include "model/preference.h"

#include <algorithm>

namespace stasis::stability {

/// `Leaves` has `option(OptionId)`, a number, and `define(DefineId)`, a value of the naming.
template <class Naming, class Leaves> class Shape {
public:
  using Value = typename Naming::Value;
  using Values = std::vector<Value>;

  Shape(Naming& naming, const Leaves& leaves) : naming_(naming), leaves_(leaves) {}

  Value of(const model::Expression& expression) { return expression.fold<Value>(*this); }

  /// Tier by tier, strong ones apart, or each weight, sorted. Empty for a ranking, which speaks of no
  /// condition.
  Values of(const model::Preference& preference) {
    Values values;
    if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
      for (const auto& tier : tiers->tiers) {
        Values wanted;
        for (const auto& statement : tier)
          wanted.push_back(of(statement.wanted));
        const bool isStrong = model::markOf(tier) == model::Mark::strongly;
        values.push_back(anyOrder(isStrong ? strongTierKey : tierKey, std::move(wanted)));
      }
    else if (const auto* weights = std::get_if<model::Weights>(&preference)) {
      for (const auto& weight : weights->weights)
        values.push_back(naming_({weightKey, static_cast<std::uint64_t>(weight.units), of(weight.wanted)}));
      std::ranges::sort(values);
    }
    return values;
  }

  Value anyOrder(std::uint64_t key, Values values) {
    std::ranges::sort(values);
    std::vector<std::uint64_t> words{key};
    words.insert(words.end(), values.begin(), values.end());
    return naming_(std::move(words));
  }

  // --- the algebra that a condition is folded in ---
  using Op = model::Expression::Op;
  Value constant(bool value) { return naming_({key(Op::constant), value ? 1U : 0U}); }
  Value option(model::OptionId id) { return naming_({key(Op::option), leaves_.option(id)}); }
  Value define(model::DefineId id) const { return leaves_.define(id); }
  Value apply(Op op, std::uint32_t k, std::span<Value> operands) {
    if (op != Op::implies && op != Op::whenever)
      std::ranges::sort(operands);
    std::vector<std::uint64_t> words{key(op), k};
    words.insert(words.end(), operands.begin(), operands.end());
    return naming_(std::move(words));
  }

private:
  enum Key : std::uint64_t { tierKey = 100, weightKey, strongTierKey };
  static std::uint64_t key(Op op) { return static_cast<std::uint64_t>(op); }

  Naming& naming_;
  const Leaves& leaves_;
};

} // namespace stasis::stability
