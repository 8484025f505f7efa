#pragma once

// Expressions of one conflict as gates: every operand before the gate that uses it, every option and define
// one gate however often it is named (so that defines nested in defines cost what they say, not what they
// expand to). Evaluated over 64 states a word, or in three truth values where some options are still open.
//
// Adding and evaluating cost O(nodes). Tested against model::holds in tests/properties/circuit_test.cpp.

#include "model/conflict.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace stasis::stability {

class Circuit {
public:
  using GateId = std::uint32_t;
  using Op = model::Expression::Op;

  struct Gate {
    Op op;
    std::uint32_t value; ///< option, constant or K
    std::uint32_t firstOperand;
    std::uint32_t operandCount;
  };

  explicit Circuit(const model::Conflict& conflict);

  /// The gate that tells whether the expression holds.
  GateId add(const model::Expression& expression);

  std::size_t size() const { return gates_.size(); }
  const Gate& gate(GateId id) const { return gates_[id]; }
  std::span<const GateId> operands(const Gate& gate) const {
    return std::span(operands_).subspan(gate.firstOperand, gate.operandCount);
  }

  /// Every gate these roots depend on, themselves included, operands first; but nothing that only `known`
  /// gates (ascending) depend on.
  std::vector<GateId> cone(std::span<const GateId> roots, std::span<const GateId> known = {}) const;
  /// The options among these gates, ascending.
  std::vector<model::OptionId> options(std::span<const GateId> gates) const;

private:
  GateId append(Op op, std::uint32_t value, std::span<const GateId> operands);
  GateId option(model::OptionId id);
  GateId define(model::DefineId id);
  GateId constant(bool value);
  struct Adder;

  const model::Conflict& conflict_;
  std::vector<Gate> gates_;
  std::vector<GateId> operands_;
  std::vector<GateId> optionGates_, defineGates_, constantGates_; ///< `none` where not made yet
};

/// 64 × W states at once: bit b of word w is the gate's value in state 64 w + b.
template <std::size_t W> using Words = std::array<std::uint64_t, W>;

/// `values` holds the words of every gate; those of option gates are set by the caller, all others of the
/// cone are computed in its order. W is 1 or 16.
template <std::size_t W>
void evaluateWords(const Circuit& circuit, std::span<const Circuit::GateId> cone,
                   std::vector<Words<W>>& values);

/// A truth value when some options are not decided: the values it can still take.
enum class Tri : std::uint8_t { no = 1, yes = 2, open = 3 };

/// Kleene's three-valued logic, counts by the least and most that can hold. `values` holds one per gate;
/// option gates are set by the caller. `open` may be said of an expression that in fact cannot vary.
void evaluateOpen(const Circuit& circuit, std::span<const Circuit::GateId> cone, std::vector<Tri>& values);

} // namespace stasis::stability
