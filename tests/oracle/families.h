#pragma once

// The concepts beyond the classical ones as nested loops in the order of their quantifiers, over a Game:
//
//   strength   Hamouda, Kilgour & Hipel 2004      unknown   Li, Hipel, Kilgour & Fang 2004
//   attitudes  Inohara, Hipel & Walker 2007
//
// From the table in src/model/concept.cpp only the keys are used. All readings of `perhaps` lines are tried.
// R_H(s1) is searched over (state, last mover) and does not contain s1. Tested against published results in
// tests/stability/explicit/relational_stability_test.cpp.

#include "oracle/definitions.h"

#include <functional>
#include <map>
#include <string_view>
#include <tuple>

namespace stasis::oracle {

class Families {
public:
  explicit Families(const Game& game) : game_(game) {}

  bool isStable(std::string_view key, std::size_t i, Place s) const;
  Places stable(std::string_view key, std::size_t i) const;
  Places equilibria(std::string_view key) const;

  /// `better` ≫ `worse`.
  bool muchBetter(std::size_t i, Place better, Place worse) const;
  enum class Order { better, same, worse, unknown };
  /// How t compares with s, as far as it is known.
  Order known(std::size_t i, Place t, Place s) const;
  /// t is in the total relational preference of s; never s itself.
  bool liked(std::size_t i, Place t, Place s) const;

private:
  using Step = std::function<bool(std::size_t mover, Place from, Place to)>;
  using Is = std::function<bool(Place)>;
  Places reach(std::size_t i, Place s1, const Step& step) const;
  /// For every s1 that i leaves for, the others can reach some s2 that deters and that no s3 undoes.
  bool holds(std::size_t i, Place s, const Is& leaves, const Step& step, const Is& deters,
             const Is& undoes) const;
  bool strong(std::string_view key, std::size_t i, Place s) const;
  bool unsure(std::string_view key, char x, std::size_t i, Place s) const;
  bool relational(std::string_view key, std::size_t i, Place s) const;

  Order read(std::size_t i, Place t, Place s) const;

  const Game& game_;
  mutable std::map<std::tuple<std::size_t, Place, Place>, Order> known_;
};

} // namespace stasis::oracle
