#pragma once

// SIM (Fraser & Hipel 1984) as nested loops: for every improvement s1 of party i from s there are a set of
// others, not empty, and an improvement from s for each of them, such that the state in which all these
// choices are taken together is feasible and no better than s for i.
//
// Options only, no merged states. Tested against published results in
// tests/stability/explicit/simultaneous_stability_test.cpp.

#include "oracle/definitions.h"

namespace stasis::oracle {

class Simultaneous {
public:
  explicit Simultaneous(const Game& game) : game_(game) {}

  bool isStable(std::size_t i, Place s) const;
  Places stable(std::size_t i) const;

private:
  /// The states that come about if each of these parties makes one of its improvements from s, together with
  /// what has been changed in `state` already; not every one is feasible.
  std::vector<std::string> together(const std::vector<std::size_t>& actors, Place s,
                                    const std::string& state) const;
  std::string with(std::string state, std::size_t actor, const std::string& itsOptionsFrom) const;

  const Game& game_;
};

} // namespace stasis::oracle
