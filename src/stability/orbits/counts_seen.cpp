#include "stability/orbits/counts_seen.h"

#include "stability/orbits/written_shape.h"

#include <set>

namespace stasis::stability {

namespace {

constexpr std::size_t fewestOperands = 3;

/// A condition that was seen, and the counts in it.
struct Seen {
  std::uint64_t shape = 0;
  std::set<std::uint64_t> counts;
};

struct Look {
  const std::vector<Seen>& defines;
  using Op = model::Expression::Op;

  Seen constant(bool value) const { return leaf(Op::constant, value ? 1 : 0); }
  Seen option(model::OptionId id) const { return leaf(Op::option, id.index()); }
  Seen define(model::DefineId id) const { return defines[id.index()]; }
  Seen apply(Op op, std::uint32_t k, std::span<Seen> operands) const {
    std::vector<std::uint64_t> words{static_cast<std::uint64_t>(op), k};
    Seen seen;
    for (Seen& operand : operands) {
      words.push_back(operand.shape);
      seen.counts.merge(operand.counts);
    }
    std::sort(words.begin() + 2, words.end());
    seen.shape = Hashed()(words);
    if (operands.size() >= fewestOperands)
      seen.counts.insert(seen.shape);
    return seen;
  }

private:
  static Seen leaf(Op op, std::uint64_t value) {
    return {Hashed()({static_cast<std::uint64_t>(op), value}), {}};
  }
};

} // namespace

std::size_t mostCountsSeen(const model::Conflict& conflict) {
  std::vector<Seen> defines;
  for (const auto& define : conflict.defines)
    defines.push_back(define.meaning.fold<Seen>(Look{defines}));
  std::size_t most = 0;
  for (const auto& party : conflict.parties) {
    std::set<std::uint64_t> counts;
    if (const auto* tiers = std::get_if<model::Prioritised>(&party.preference))
      for (const auto& tier : tiers->tiers)
        for (const auto& statement : tier)
          counts.merge(statement.wanted.fold<Seen>(Look{defines}).counts);
    most = std::max(most, counts.size());
  }
  return most;
}

} // namespace stasis::stability
