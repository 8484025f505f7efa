#include "analysis/robust/switches.h"

#include <algorithm>

namespace stasis::analysis {

using model::Choice;
using model::Conflict;
using model::Expression;
using model::OptionId;
using model::Pattern;
using model::Prioritised;
using model::Ranking;
using model::Statement;
using Op = Expression::Op;

namespace {

/// Exactly this state.
Expression being(const Pattern& state) {
  std::vector<Expression> choices;
  for (std::size_t o = 0; o < state.size(); ++o) {
    Expression option = Expression::option(OptionId(o));
    choices.push_back(state.taken(OptionId(o)) ? std::move(option) : Expression::negation(std::move(option)));
  }
  return Expression::join(Op::conjunction, std::move(choices));
}

const Pattern& meant(const Conflict& conflict, const model::StateRef& ref) {
  switch (ref.kind) {
  case model::StateRef::Kind::listed: return conflict.listed[ref.value].pattern;
  case model::StateRef::Kind::named: return conflict.named[ref.value].state;
  case model::StateRef::Kind::number: break;
  }
  return conflict.listed[ref.value - 1].pattern; // other numbers are resolved before
}

/// The same order as statements: to be in the best class, else in the second, and so on.
Prioritised asStatements(const Ranking& ranking, const Conflict& conflict) {
  Prioritised said;
  for (const auto& tie : ranking.classes) {
    std::vector<Expression> states;
    for (const auto& ref : tie)
      states.push_back(being(meant(conflict, ref)));
    said.tiers.push_back({Statement{Expression::join(Op::disjunction, std::move(states)), {}, {}}});
  }
  return said;
}

class Switching {
public:
  explicit Switching(const Variation& variation) : variation_(variation) {
    out_.conflict = variation.asWritten();
    out_.options = out_.conflict.options.size();
  }

  Switched make() {
    Conflict& c = out_.conflict;
    const Conflict& written = variation_.asWritten();
    for (std::size_t i = 0; i < c.parties.size(); ++i)
      if (const auto* ranking = std::get_if<Ranking>(&written.parties[i].preference))
        c.parties[i].preference = asStatements(*ranking, written);
    for (const Change& change : variation_.changes(variation_.draft()))
      if (change.kind == ChangeKind::drop)
        add({change.where, change.first.front()});
    if (!written.listed.empty())
      c.constraints = {{.holds = oneOf(written.listed)}};
    c.listed.clear();
    c.named.clear();
    c.statusQuo.reset();
    return std::move(out_);
  }

private:
  static Expression oneOf(const std::vector<model::ListedState>& listed) {
    std::vector<Expression> states;
    for (const auto& line : listed)
      states.push_back(being(line.pattern));
    return Expression::join(Op::disjunction, std::move(states));
  }

  void add(const Belief& belief) {
    Conflict& c = out_.conflict;
    const auto& parties = variation_.preferences()[belief.preference].parties;
    if (!std::holds_alternative<Prioritised>(c.party(parties.front()).preference))
      return;
    const OptionId id(c.options.size());
    c.options.push_back(
        {.name = "statement " + std::to_string(out_.beliefs.size() + 1), .owner = parties.front()});
    for (const auto party : parties) {
      Expression& wanted =
          statement(std::get<Prioritised>(c.parties[party.index()].preference), belief.position).wanted;
      wanted = Expression::join(Op::conjunction, {Expression::option(id), std::move(wanted)});
    }
    out_.beliefs.push_back(belief);
  }

  static Statement& statement(Prioritised& said, std::size_t position) {
    auto tier = said.tiers.begin();
    for (; position >= tier->size(); ++tier)
      position -= tier->size();
    return (*tier)[position];
  }

  const Variation& variation_;
  Switched out_;
};

} // namespace

Pattern Switched::withAnySwitches(const Pattern& state) const {
  Pattern all(conflict.options.size(), Choice::either);
  for (std::size_t o = 0; o < options; ++o)
    all.set(OptionId(o), state[OptionId(o)]);
  return all;
}

std::string whyNotSwitched(const Conflict& conflict) {
  if (conflict.hasMergedStates())
    return "states are merged";
  if (conflict.hasGraphForm())
    return "moves are listed one by one";
  return {};
}

Switched switched(const Variation& variation) { return Switching(variation).make(); }

} // namespace stasis::analysis
