#include "stability/orbits/counted_conditions.h"

#include <algorithm>
#include <set>

namespace stasis::stability {

using Op = Circuit::Op;
using GateId = Circuit::GateId;

namespace {

/// The values of the whole count at which the gate may change.
std::vector<std::uint32_t> thresholdsOf(const Circuit::Gate& gate) {
  std::vector<std::uint32_t> at;
  for (std::uint32_t held = 1; held <= gate.operandCount; ++held)
    if (holdsWith(gate, held) != holdsWith(gate, held - std::size_t{1}))
      at.push_back(held);
  return at;
}

} // namespace

std::optional<CountedConditions>
CountedConditions::of(const CountedConflict& counted, const Parties& apart,
                      const std::vector<const model::Expression*>& conditions) {
  CountedConditions made(counted, apart);
  return made.prepare(conditions) ? std::optional(std::move(made)) : std::nullopt;
}

bool CountedConditions::prepare(const std::vector<const model::Expression*>& conditions) {
  for (const auto* condition : conditions)
    roots_.push_back(circuit_.add(*condition));
  std::vector<Parties> blocks;
  for (const model::PartyId single : counted_->singles())
    blocks.push_back({single});
  for (const model::PartyId party : apart_)
    blocks.push_back({party});
  Parties others = counted_->members();
  std::erase_if(others,
                [&](model::PartyId party) { return std::ranges::find(apart_, party) != apart_.end(); });
  if (!others.empty())
    blocks.push_back(std::move(others));
  AlikeConflict tables = counted_->alike(); // a space keeps histograms in it
  const OrbitSpace space(tables, blocks);
  std::vector<GateId> counting;
  for (Tally& tally : talliesOf(circuit_, circuit_.cone(roots_), space)) {
    counting.push_back(tally.gate);
    addCounter(std::move(tally));
  }
  cone_ = circuit_.cone(roots_, counting);
  values_.resize(circuit_.size());
  std::vector<GateId> left;
  for (const GateId id : cone_) {
    if (std::ranges::binary_search(counting, id))
      continue;
    if (circuit_.gate(id).op != Op::option)
      left.push_back(id);
    else if (!addLeaf(id))
      return false;
  }
  cone_ = std::move(left);
  return true;
}

bool CountedConditions::addLeaf(GateId gate) {
  const std::size_t option = circuit_.gate(gate).value;
  const model::PartyId owner = counted_->conflict().options[option].owner;
  const auto bit = static_cast<std::uint32_t>(option - counted_->conflict().party(owner).firstOption);
  const auto apart = std::ranges::find(apart_, owner);
  if (apart != apart_.end())
    leaves_.push_back({gate, true, static_cast<std::size_t>(apart - apart_.begin()), bit});
  else if (!counted_->isMember(owner))
    leaves_.push_back({gate, false, counted_->singleOf(owner), bit});
  else
    return false;
  return true;
}

/// Cuts the others' sum wherever the gate may change, whatever singles and those apart add to it.
void CountedConditions::addCounter(Tally tally) {
  const Circuit::Gate& gate = circuit_.gate(tally.gate);
  const std::size_t known = counted_->singles().size() + apart_.size();
  std::set<std::uint32_t> added{tally.always};
  for (std::size_t b = 0; b < known; ++b) {
    if (tally.held[b].empty())
      continue;
    std::set<std::uint32_t> more;
    for (const std::uint32_t before : added)
      for (const std::uint32_t held : tally.held[b])
        more.insert(before + held);
    added = std::move(more);
  }
  Counter counter{std::move(tally), std::nullopt};
  if (counter.tally.held.size() > known && !counter.tally.held[known].empty()) {
    const auto& byChoice = counter.tally.held[known];
    std::vector<std::uint32_t> cuts;
    for (const std::uint32_t at : thresholdsOf(gate))
      for (const std::uint32_t by : added)
        cuts.push_back(at > by ? at - by : 0);
    classes_.cut(byChoice, cuts);
    const auto& summands = classes_.summands();
    counter.summand = static_cast<std::size_t>(
        std::ranges::find(summands, byChoice, &SumClasses::Summand::byChoice) - summands.begin());
  }
  counters_.push_back(std::move(counter));
}

std::span<const std::uint8_t> CountedConditions::evaluate(std::size_t together,
                                                          std::span<const std::size_t> apart,
                                                          std::span<const std::uint32_t> sums) {
  const auto& singles = counted_->together()[together];
  for (const Leaf& leaf : leaves_) {
    const std::uint32_t mask = leaf.isApart ? counted_->choices().mask(apart[leaf.who])
                                            : counted_->choicesOf(leaf.who).mask(singles[leaf.who]);
    values_[leaf.gate] = mask >> leaf.bit & 1;
  }
  for (const Counter& counter : counters_) {
    std::size_t held = counter.tally.always + (counter.summand ? sums[*counter.summand] : 0);
    for (std::size_t b = 0; b < singles.size() + apart.size(); ++b)
      if (const auto& byChoice = counter.tally.held[b]; !byChoice.empty())
        held += byChoice[b < singles.size() ? singles[b] : apart[b - singles.size()]];
    values_[counter.tally.gate] = holdsWith(circuit_.gate(counter.tally.gate), held) ? 1 : 0;
  }
  for (const GateId id : cone_) {
    const Circuit::Gate& gate = circuit_.gate(id);
    operands_.clear();
    for (const GateId operand : circuit_.operands(gate))
      operands_.push_back(values_[operand]);
    values_[id] = gate.op == Op::constant ? static_cast<std::uint8_t>(gate.value)
                                          : model::applyTo(gate.op, gate.value, operands_);
  }
  result_.clear();
  for (const GateId root : roots_)
    result_.push_back(values_[root]);
  return result_;
}

} // namespace stasis::stability
