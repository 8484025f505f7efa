#pragma once

// What can still change an equilibrium, by definition: every ranking with ties of one party is tried, and
// each judged by oracle::Game. Up to about five states. Shares no code with src/. Tested by hand in
// tests/elicit.

#include "oracle/definitions.h"

#include <vector>

namespace stasis::oracle {

/// The class of every state; a smaller number is better.
using Classes = std::vector<std::size_t>;

/// Every ranking of so many states, ties included, each once.
std::vector<Classes> allRankings(std::size_t states);
model::Conflict withClasses(const model::Conflict& conflict, std::size_t party, const Classes& classes);

/// The order that a list of statements makes, most important first: of two states the one comes first in
/// which the first statement holds that tells them apart. The class of a state is the number of states before
/// it.
Classes classesByStatements(const Game& game, const std::vector<model::Expression>& statements);

/// `one` is preferred to `other`, or is the same.
struct KnownPair {
  Place one = 0;
  Place other = 0;
  bool same = false;
};

class AllRankings {
public:
  AllRankings(const model::Conflict& conflict, std::size_t party,
              const std::vector<model::Concept>& concepts);

  std::size_t states() const { return states_; }
  /// Two rankings that fit compare a and b differently and all else alike, and have different equilibria.
  /// What every ranking that fits holds to be the same as a (or b) goes with it.
  bool decisive(const std::vector<KnownPair>& known, Place a, Place b) const;
  /// All rankings that fit have the same equilibria.
  bool settled(const std::vector<KnownPair>& known) const;
  /// Every ranking that fits compares them alike.
  bool compared(const std::vector<KnownPair>& known, Place a, Place b) const;

private:
  std::vector<std::size_t> fitting(const std::vector<KnownPair>& known) const;
  bool sameInAll(const std::vector<std::size_t>& fitting, Place a, Place b) const;

  std::size_t states_;
  std::vector<Classes> rankings_;
  std::vector<std::vector<Places>> equilibria_; ///< by ranking, by concept
};

} // namespace stasis::oracle
