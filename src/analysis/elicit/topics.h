#pragma once

// What a party's list of statements may be about. A topic is a condition on options; the party wants it,
// wants its opposite, or does not care. Each topic is two literals, the condition and its negation, so that
// answers about literals are answers about pairs of places (pair_answers.h):
//
//   A > not A   it wants A           A > B   A counts for more than B
//   A ~ not A   A does not matter    A ~ B   they count for the same: `A | B`
//
// Topics are those given; else the statements that the model has for the party, of which neither the order
// nor the sign counts; else the model's defines and options. Left out are conditions that hold in all states
// or none, that hold in the same states as an earlier one or its opposite, or that tell the members of a
// merged state apart.
//
// States in which the same topics hold are of one kind: every list takes them to be alike.
// Cost: topics × states. Tested by tests/elicit.

#include "analysis/elicit/statement_columns.h"
#include "stability/engine.h"
#include "stability/errand.h"

#include <vector>

namespace stasis::analysis {

class Topics {
public:
  static constexpr std::size_t most = 48;

  Topics(const model::Conflict& conflict, model::PartyId party, const std::vector<model::Pattern>& states,
         const std::vector<model::Expression>& given);

  enum class Why : std::uint8_t { tellsMembersApart, alwaysTheSame, repeated, tooMany };
  struct LeftOut {
    model::Expression wanted;
    Why why;
  };
  /// Conditions that are no topics, in order.
  const std::vector<LeftOut>& leftOut() const { return leftOut_; }

  std::size_t size() const { return topics_.size(); }
  model::PartyId party() const { return party_; }
  std::size_t literals() const { return 2 * topics_.size(); }
  static std::size_t topicOf(Place literal) { return literal / 2; }
  static Place opposite(Place literal) { return literal ^ 1U; }
  /// The condition of a literal.
  model::Expression wanted(Place literal) const;
  /// The literal that holds in the same states as this condition; none if there is none.
  std::optional<Place> literalOf(const model::Expression& wanted, const model::Conflict& conflict,
                                 const std::vector<model::Pattern>& states) const;

  std::size_t kinds() const { return kinds_.size(); }
  /// By place of the state.
  const std::vector<Place>& kindOf() const { return kindOf_; }
  bool holds(std::size_t topic, Place kind) const { return kinds_[kind][topic]; }

private:
  void add(const model::Expression& wanted, const model::Conflict& conflict,
           const std::vector<model::Pattern>& states);

  model::PartyId party_;
  std::vector<StatementColumn> topics_;
  std::vector<LeftOut> leftOut_;
  std::vector<Place> kindOf_;
  std::vector<std::vector<bool>> kinds_; ///< by kind, by topic
};

/// What topics are chosen from: those given, or else the conditions of the conflict.
std::vector<model::Expression> conditionsAskedAbout(const model::Conflict& conflict, model::PartyId party,
                                                    const std::vector<model::Expression>& given);

/// Feasible states, few of many, that tell these conditions apart as well as all of them do: what holds in
/// each of these or in none, or in the same of them as another or its opposite, does so in all feasible
/// states. The named ones are among them. Cost: conditions² × the states found. Throws LimitReached.
std::vector<model::Pattern> tellingStates(stability::Engine& engine,
                                          const std::vector<model::Expression>& conditions,
                                          const stability::Errand& errand);

/// How all lists that fit compare the kinds of states: of two kinds, the topics in which they differ and that
/// no other of these outweighs all have to speak for the same one.
KnownOrder orderOfKinds(const Topics& topics, const KnownOrder& literals);

/// A list that fits, from a complete order of the literals: the better literal of each topic that matters, in
/// tiers of equals, most important first. Topics whose sign is not known (in `known`) are left out.
std::vector<std::vector<Place>>
listFrom(const Topics& topics, const std::vector<std::vector<Place>>& complete, const KnownOrder& known);

} // namespace stasis::analysis
