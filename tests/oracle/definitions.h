#pragma once

// The definitions of the graph model as nested loops in the order of their quantifiers (Fang, Hipel & Kilgour
// 1993; SSEQ: Rêgo & Vieira 2017). Tests compare every engine and analysis with it. It shares no code with
// them and reads only the data of a model::Conflict. Its own recursion evaluates expressions. It tries all
// 2^n choices, compares preferences by statement and searches group moves over (state, last mover).
//
// The conflict must be sound (complete rankings, no preference between members of a merged state), with up to
// about 12 options. Tested against results worked out by hand in
// tests/stability/definitions_by_hand_test.cpp.

#include "model/conflict.h"

#include <map>
#include <set>
#include <vector>

namespace stasis::oracle {

/// Position among the feasible states, in the order of their numbers, from 0.
using Place = std::size_t;
using Places = std::vector<Place>; ///< ascending

class Game {
public:
  explicit Game(const model::Conflict& conflict);

  const std::vector<model::Pattern>& feasible() const { return states_; }
  std::size_t size() const { return states_.size(); }
  const model::Conflict& conflict() const { return conflict_; }
  std::size_t parties() const { return conflict_.parties.size(); }

  /// Takes these states out of everybody's sight: no move leads from or to them.
  void hide(const std::set<Place>& hidden);

  /// What a reference in the text means. A named state inside a merged one means the merged state.
  Place place(const model::StateRef& reference) const;
  /// Every member of a state (the state itself if it is not merged).
  const std::vector<model::State>& members(Place s) const { return members_[s]; }
  /// The expression holds in every member.
  bool holds(const model::Expression& expression, Place s) const;

  /// Whether party i strictly prefers `better` to `worse`.
  bool prefers(std::size_t i, Place better, Place worse) const;
  /// R_i(s) and R+_i(s).
  const Places& moves(std::size_t i, Place s) const { return moves_[i][s]; }
  Places improvements(std::size_t i, Place s) const;

  /// R_H(s): where legal sequences of one move or more of the members lead, nobody twice in a row.
  Places groupMoves(const std::vector<std::size_t>& group, Place s) const;
  /// R+_H(s): the same, each move an improvement for its mover.
  Places groupImprovements(const std::vector<std::size_t>& group, Place s) const;

  bool isStable(model::Concept concept_, std::size_t i, Place s) const;
  Places stable(model::Concept concept_, std::size_t i) const;
  Places equilibria(model::Concept concept_) const;

private:
  bool isNash(std::size_t i, Place s) const;
  bool isGmr(std::size_t i, Place s) const;
  bool isSmr(std::size_t i, Place s) const;
  bool isSeq(std::size_t i, Place s) const;
  bool isSseq(std::size_t i, Place s) const;
  std::vector<std::size_t> others(std::size_t i) const;
  const Places& othersReach(std::size_t i, Place s, bool improving) const;
  Places reach(const std::vector<std::size_t>& group, Place s, bool improving) const;
  bool canChange(std::size_t i, const model::State& from, const model::State& to) const;
  void findStates();
  void findMoves();
  std::vector<long long> scores(std::size_t i, Place s) const;

  const model::Conflict& conflict_;
  std::vector<model::Pattern> states_;
  std::vector<std::vector<model::State>> members_;
  std::vector<std::vector<std::vector<long long>>> scores_; ///< [party][state], compared lexicographically
  std::vector<std::vector<Places>> moves_;                  ///< [party][state]
  mutable std::map<std::size_t, Places> reached_;
};

/// The value of a connective for these values of its operands.
bool joined(model::Expression::Op op, std::uint32_t k, const std::vector<bool>& values);
/// Whether an expression holds in a state, by recursion on its structure.
bool truth(const model::Conflict& conflict, const model::Expression& expression, const model::State& state);

} // namespace stasis::oracle
