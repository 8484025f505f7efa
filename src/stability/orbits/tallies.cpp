#include "stability/orbits/tallies.h"

#include <algorithm>

namespace stasis::stability {

namespace {

using Op = Circuit::Op;
using GateId = Circuit::GateId;

bool counts(Op op) {
  return op == Op::conjunction || op == Op::disjunction || op == Op::exclusive || op == Op::atLeast ||
         op == Op::atMost || op == Op::exactly;
}

/// For each gate: the one party it mentions, if it is only one, and in which choices of that party it holds.
class GatesOfOne {
public:
  GatesOfOne(const Circuit& circuit, std::span<const GateId> cone, const AlikeConflict& alike)
      : circuit_(circuit), alike_(alike), speaksOf_(circuit.size(), nobody), holds_(circuit.size()) {
    for (const GateId id : cone)
      look(id);
  }

  static constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t several = nobody - 1;

  std::size_t speaksOf(GateId id) const { return speaksOf_[id]; }
  /// By choice of the party that the gate mentions; one value if it mentions no party.
  const std::vector<std::uint8_t>& holds(GateId id) const { return holds_[id]; }

private:
  void look(GateId id) {
    const Circuit::Gate& gate = circuit_.gate(id);
    if (gate.op == Op::option)
      return lookAtOption(id, gate.value);
    std::size_t& party = speaksOf_[id];
    for (const GateId operand : circuit_.operands(gate))
      if (const std::size_t other = speaksOf_[operand]; other != nobody)
        party = party == nobody || party == other ? other : several;
    if (party != several)
      evaluate(id, gate);
  }

  void lookAtOption(GateId id, std::size_t option) {
    const auto owner = alike_.conflict.options[option].owner;
    speaksOf_[id] = owner.index();
    const auto& party = alike_.conflict.party(owner);
    const auto& choices = alike_.kind(owner).choices;
    for (std::size_t c = 0; c < choices.size(); ++c)
      holds_[id].push_back(choices.mask(c) >> (option - party.firstOption) & 1);
  }

  void evaluate(GateId id, const Circuit::Gate& gate) {
    const std::size_t party = speaksOf_[id];
    holds_[id].resize(party == nobody ? 1 : alike_.kind(model::PartyId(party)).choices.size());
    std::vector<std::uint8_t> operands(gate.operandCount);
    for (std::size_t c = 0; c < holds_[id].size(); ++c) {
      for (std::size_t k = 0; k < operands.size(); ++k) {
        const auto& values = holds_[circuit_.operands(gate)[k]];
        operands[k] = values[values.size() == 1 ? 0 : c];
      }
      holds_[id][c] = gate.op == Op::constant ? static_cast<std::uint8_t>(gate.value)
                                              : model::applyTo(gate.op, gate.value, operands);
    }
  }

  const Circuit& circuit_;
  const AlikeConflict& alike_;
  std::vector<std::size_t> speaksOf_;
  std::vector<std::vector<std::uint8_t>> holds_;
};

/// For each party and choice: the operands that hold.
using ByParty = std::vector<std::vector<std::uint32_t>>;

void addTo(std::vector<std::uint32_t>& sums, const std::vector<std::uint8_t>& holds, std::size_t choices) {
  sums.resize(choices);
  for (std::size_t c = 0; c < choices; ++c)
    sums[c] += holds[holds.size() == 1 ? 0 : c];
}

std::optional<Tally> tallyOf(const Circuit& circuit, GateId id, const GatesOfOne& gates,
                             const OrbitSpace& space) {
  const AlikeConflict& alike = space.alike();
  Tally tally{id, 0, {}};
  ByParty byParty(alike.conflict.parties.size());
  for (const GateId operand : circuit.operands(circuit.gate(id))) {
    const std::size_t party = gates.speaksOf(operand);
    if (party == GatesOfOne::several)
      return std::nullopt;
    if (party == GatesOfOne::nobody)
      tally.always += gates.holds(operand).front();
    else
      addTo(byParty[party], gates.holds(operand), alike.kind(model::PartyId(party)).choices.size());
  }
  bool severalMembers = false;
  for (const OrbitBlock& block : space.blocks()) {
    const auto& first = byParty[block.members.front().index()];
    if (!std::ranges::all_of(block.members, [&](auto member) { return byParty[member.index()] == first; }))
      return std::nullopt;
    severalMembers |= block.members.size() > 1 && !first.empty();
    tally.held.push_back(first);
  }
  return severalMembers ? std::optional(std::move(tally)) : std::nullopt;
}

} // namespace

std::vector<Tally> talliesOf(const Circuit& circuit, std::span<const GateId> cone, const OrbitSpace& space) {
  std::vector<Tally> tallies;
  if (std::ranges::none_of(space.blocks(), [](const auto& block) { return block.members.size() > 1; }))
    return tallies;
  const GatesOfOne gates(circuit, cone, space.alike());
  for (const GateId id : cone)
    if (counts(circuit.gate(id).op))
      if (auto tally = tallyOf(circuit, id, gates, space))
        tallies.push_back(std::move(*tally));
  return tallies;
}

bool holdsWith(const Circuit::Gate& gate, std::size_t held) {
  switch (gate.op) {
  case Op::conjunction: return held == gate.operandCount;
  case Op::disjunction: return held > 0;
  case Op::exclusive: return held % 2 == 1;
  case Op::atLeast: return held >= gate.value;
  case Op::atMost: return held <= gate.value;
  default: return held == gate.value; // exactly
  }
}

} // namespace stasis::stability
