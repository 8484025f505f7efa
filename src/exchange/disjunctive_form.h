#pragma once

// Any expression as a list of cubes, for formats that have nothing else. Connectives are pushed inwards only
// in the sense (true or false) that is needed, so negating a long conjunction of short disjunctions is cheap.
// Beyond a stated size the conversion gives up.
//
// Textbook distribution with absorption. No recursion: depth costs no stack. Tested against evaluating the
// expression in every state.

#include "exchange/cube.h"

#include <array>
#include <span>

namespace stasis::exchange {

class DisjunctiveForm {
public:
  static constexpr std::size_t mostCubes = 4096;
  static constexpr std::size_t mostLiterals = std::size_t{1} << 20U;

  explicit DisjunctiveForm(const model::Conflict& conflict)
      : conflict_(conflict), defines_(conflict.defines.size()) {}

  /// Cubes that hold exactly where the expression is `truth`; none if any step needs more than `mostCubes`.
  /// Defines are computed once for all calls.
  std::optional<Cubes> of(const model::Expression& expression, bool truth);

private:
  /// One subtree: for each sense, whether it is needed, and its cubes once computed (none: too large).
  struct Subtree {
    std::array<bool, 2> needed{};
    std::array<std::optional<Cubes>, 2> cubes;
  };
  struct Definition : Subtree {
    std::array<bool, 2> computed{};
  };
  using Nodes = std::span<const model::Expression::Node>;

  std::vector<Subtree> spread(Nodes nodes, std::array<bool, 2> needed);
  void compute(Nodes nodes, std::vector<Subtree>& subtrees) const;
  void computeDefines();

  const model::Conflict& conflict_;
  std::vector<Definition> defines_;
};

} // namespace stasis::exchange
