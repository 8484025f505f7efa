#pragma once

// The expressions of one conflict as gates. Every operand comes before the gate that uses it. Every option
// and define is one gate, however often it is named, so nested defines cost their length, not their
// expansion. Gates are evaluated for 64 states a word, or in three truth values if some options are open.
//
// Adding and evaluating cost O(nodes). Tested against model::holds in tests/stability/circuit_test.cpp.

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

  /// The gate whose value is the truth of the expression.
  GateId add(const model::Expression& expression);

  std::size_t size() const { return gates_.size(); }
  const Gate& gate(GateId id) const { return gates_[id]; }
  std::span<const GateId> operands(const Gate& gate) const {
    return std::span(operands_).subspan(gate.firstOperand, gate.operandCount);
  }

  /// Every gate that these roots depend on, the roots included, operands first; without gates that only
  /// `known` gates (ascending) depend on.
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
  std::vector<GateId> optionGates_, defineGates_, constantGates_; ///< `none` if not made yet
};

/// 64 × W states at once: bit b of word w is the gate's value in state 64 w + b.
template <std::size_t W> using Words = std::array<std::uint64_t, W>;

/// `values` holds the words of every gate. The caller sets those of option gates; all others of the cone are
/// computed in its order. W is 1 or 16.
template <std::size_t W>
void evaluateWords(const Circuit& circuit, std::span<const Circuit::GateId> cone,
                   std::vector<Words<W>>& values);

/// A truth value if some options are open: the values it can still take.
enum class Tri : std::uint8_t { no = 1, yes = 2, open = 3 };

/// Kleene's three-valued logic; counts by the least and most operands that can hold. `values` has one value
/// per gate; the caller sets option gates. An expression that in fact cannot vary may still be `open`.
void evaluateOpen(const Circuit& circuit, std::span<const Circuit::GateId> cone, std::vector<Tri>& values);

} // namespace stasis::stability
