#include "support/random_conflict.h"

#include <algorithm>
#include <numeric>

namespace stasis::support {

using model::Conflict;
using model::Expression;
using model::OptionId;
using model::Pattern;
using model::State;
using model::StateRef;
using Op = Expression::Op;

Kind Kind::optionForm() {
  Kind kind;
  kind.rankings = kind.weights = kind.listed = kind.merged = kind.graphForm = false;
  return kind;
}

Kind Kind::families() {
  Kind kind = optionForm();
  kind.inFamilies = true;
  kind.maxOptions = 9;
  kind.rankings = kind.weights = true;
  return kind;
}

Kind Kind::mergedStates() {
  Kind kind;
  kind.alwaysListed = true;
  return kind;
}

Kind Kind::graphOnly() {
  Kind kind;
  kind.alwaysGraph = true;
  return kind;
}

namespace {

Expression randomLeaf(const Conflict& conflict, Dice& dice) {
  const std::size_t options = conflict.options.size();
  const std::size_t pick = dice.roll(options + conflict.defines.size() + 1);
  if (pick < options)
    return Expression::option(OptionId(pick));
  if (pick < options + conflict.defines.size())
    return Expression::define(model::DefineId(pick - options));
  return Expression::constant(dice.chance(1, 2));
}

/// An expression of the leaves that `leaf` gives.
template <class Leaf> Expression grown(Dice& dice, std::size_t depth, const Leaf& leaf) {
  if (depth == 0 || dice.chance(1, 3))
    return leaf();
  const auto some = [&](std::size_t least, std::size_t most) {
    std::vector<Expression> operands(least + dice.roll(most - least + 1));
    for (Expression& operand : operands)
      operand = grown(dice, depth - 1, leaf);
    return operands;
  };
  constexpr Op binary[] = {Op::iff, Op::implies, Op::whenever};
  constexpr Op any[] = {Op::conjunction, Op::disjunction, Op::exclusive};
  constexpr Op counts[] = {Op::atLeast, Op::atMost, Op::exactly};
  switch (dice.roll(4)) {
  case 0: return Expression::negation(grown(dice, depth - 1, leaf));
  case 1: return Expression::join(any[dice.roll(3)], some(2, 3));
  case 2: return Expression::join(binary[dice.roll(3)], some(2, 2));
  default: {
    const auto k = static_cast<std::uint32_t>(dice.roll(4));
    return Expression::count(counts[dice.roll(3)], k, some(0, 4));
  }
  }
}

model::Stability randomStability(const Conflict& conflict, Dice& dice) {
  model::Stability asked;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    if (dice.chance(1, 3))
      asked.parties.emplace_back(i);
  for (const auto& row : model::concepts)
    if (dice.chance(1, 4))
      asked.concepts.push_back(row.id);
  if (asked.concepts.empty())
    asked.concepts.push_back(model::concepts[dice.roll(model::conceptCount)].id);
  return asked;
}

} // namespace

Expression randomExpression(const Conflict& conflict, Dice& dice, std::size_t depth) {
  return grown(dice, depth, [&] { return randomLeaf(conflict, dice); });
}

model::Query randomQuery(const Conflict& conflict, Dice& dice, std::size_t depth) {
  model::Query query;
  query.condition = grown(dice, depth, [&] {
    if (dice.chance(1, 2))
      return randomLeaf(conflict, dice);
    query.stabilities.push_back(randomStability(conflict, dice));
    return Expression::define(model::DefineId(conflict.defines.size() + query.stabilities.size() - 1));
  });
  return query;
}

namespace {

/// Makes one conflict; the members are called in this order.
class Maker {
public:
  Maker(const Kind& kind, Dice& dice) : kind_(kind), dice_(dice) {}

  Conflict make() {
    addParties();
    addDefines();
    const bool listed = kind_.listed && (kind_.alwaysListed || dice_.chance(1, 4));
    if (kind_.constraints)
      addConstraints();
    findFeasible();
    if (listed)
      listStates();
    if (kind_.namedStates)
      nameStates();
    for (std::size_t i = 0; i < c_.parties.size(); ++i) {
      givePreference(c_.parties[i]);
      if (kind_.graphForm && (kind_.alwaysGraph || dice_.chance(1, 8)))
        listMoves(c_.parties[i]);
    }
    if (dice_.chance(3, 4))
      c_.statusQuo = memberOf(dice_.roll(states_.size()));
    return std::move(c_);
  }

private:
  void addParties() {
    c_.title = "random";
    std::size_t left = 1 + dice_.roll(kind_.maxOptions);
    const std::size_t parties = kind_.minParties + dice_.roll(kind_.maxParties - kind_.minParties + 1);
    for (std::size_t i = 0; i < parties; ++i) {
      const std::size_t owned = i + 1 == parties ? left : dice_.roll(std::min<std::size_t>(left, 4) + 1);
      left -= owned;
      c_.parties.push_back(
          {.name = std::string(1, static_cast<char>('A' + i)), .firstOption = c_.options.size()});
      c_.parties.back().optionCount = owned;
      for (std::size_t o = 0; o < owned; ++o)
        addOption(i);
    }
  }

  void addOption(std::size_t owner) {
    model::Option option;
    option.name = "o" + std::to_string(c_.options.size() + 1);
    option.owner = model::PartyId(owner);
    if (kind_.directions && dice_.chance(1, 4))
      option.direction = dice_.chance(1, 2) ? model::Direction::unresumable : model::Direction::irrevocable;
    c_.options.push_back(std::move(option));
  }

  void addDefines() {
    for (std::size_t count = dice_.roll(3); count > 0; --count) {
      Expression meaning = randomExpression(c_, dice_);
      c_.defines.push_back({.name = "d" + std::to_string(c_.defines.size() + 1), .meaning = meaning});
    }
  }

  State stateOf(std::size_t bits) const {
    State state(c_.options.size(), model::Choice::no);
    for (std::size_t o = 0; o < c_.options.size(); ++o)
      if ((bits >> o & 1) != 0)
        state.set(OptionId(o), model::Choice::yes);
    return state;
  }

  /// Each holds in one state chosen beforehand, so that some state is feasible.
  void addConstraints() {
    const State witness = stateOf(dice_.roll(std::size_t{1} << c_.options.size()));
    for (std::size_t count = dice_.roll(4); count > 0; --count) {
      Expression e = randomExpression(c_, dice_);
      if (!model::holds(e, c_, witness))
        e = Expression::negation(std::move(e));
      c_.constraints.push_back({.holds = std::move(e)});
    }
  }

  void findFeasible() {
    for (std::size_t bits = 0; bits < std::size_t{1} << c_.options.size(); ++bits)
      if (isFeasible(stateOf(bits)))
        states_.push_back(stateOf(bits));
  }

  bool isFeasible(const State& state) const {
    return std::ranges::all_of(c_.constraints,
                               [&](const auto& k) { return model::holds(k.holds, c_, state); });
  }

  /// Some of the feasible states in any order, some of them merged with others.
  void listStates() {
    std::vector<Pattern> lines;
    for (std::size_t tries = kind_.merged ? dice_.roll(3) : 0; tries > 0; --tries) {
      Pattern pattern = states_[dice_.roll(states_.size())];
      for (std::size_t opened = 1 + dice_.roll(2); opened > 0; --opened)
        pattern.set(OptionId(dice_.roll(c_.options.size())), model::Choice::either);
      if (mayMerge(pattern, lines))
        lines.push_back(pattern);
    }
    for (const State& state : states_)
      if (std::ranges::none_of(lines, [&](const Pattern& p) { return p.overlaps(state); }) &&
          (lines.empty() || !dice_.chance(1, 4)))
        lines.push_back(state);
    shuffle(lines);
    states_ = lines;
    for (const Pattern& line : lines)
      c_.listed.push_back({.name = "s" + std::to_string(c_.listed.size() + 1), .pattern = line});
  }

  bool mayMerge(const Pattern& pattern, const std::vector<Pattern>& lines) const {
    for (std::size_t bits = 0; bits < std::size_t{1} << c_.options.size(); ++bits)
      if (pattern.covers(stateOf(bits)) && !isFeasible(stateOf(bits)))
        return false;
    return std::ranges::none_of(lines, [&](const Pattern& p) { return p.overlaps(pattern); });
  }

  State memberOf(std::size_t place) {
    State member = states_[place];
    for (std::size_t o = 0; o < member.size(); ++o)
      if (member[OptionId(o)] == model::Choice::either)
        member.set(OptionId(o), dice_.chance(1, 2) ? model::Choice::yes : model::Choice::no);
    return member;
  }

  void nameStates() {
    for (std::size_t count = dice_.roll(3); count > 0; --count) {
      c_.named.push_back(
          {.name = "n" + std::to_string(c_.named.size() + 1), .state = memberOf(dice_.roll(states_.size()))});
      namedPlaces_.push_back(placeOf(c_.named.back().state));
    }
  }

  std::size_t placeOf(const State& state) const {
    return static_cast<std::size_t>(
        std::ranges::find_if(states_, [&](const Pattern& p) { return p.covers(state); }) - states_.begin());
  }

  StateRef refer(std::size_t place) {
    const auto named = std::ranges::find(namedPlaces_, place);
    if (named != namedPlaces_.end() && dice_.chance(1, 2))
      return {StateRef::Kind::named, static_cast<std::size_t>(named - namedPlaces_.begin()), {}};
    if (!c_.listed.empty() && dice_.chance(1, 2))
      return {StateRef::Kind::listed, place, {}};
    return {StateRef::Kind::number, place + 1, {}};
  }

  void givePreference(model::Party& party) {
    if (kind_.indifferent && dice_.chance(1, 12))
      return;
    if (kind_.rankings && states_.size() <= 40 && dice_.chance(1, 4))
      party.preference = ranking();
    else if (kind_.weights && dice_.chance(1, 4))
      party.preference = weights();
    else
      party.preference = statements();
  }

  model::Preference statements() {
    model::Prioritised preference;
    for (std::size_t count = 1 + dice_.roll(6); count > 0; --count) {
      preference.tiers.emplace_back();
      const std::size_t equals = kind_.tiers && dice_.chance(1, 4) ? 2 + dice_.roll(2) : 1;
      for (std::size_t k = 0; k < equals; ++k)
        preference.tiers.back().push_back({.wanted = blind(randomExpression(c_, dice_, 2))});
    }
    return preference;
  }

  /// The same condition without what merged states leave open: in such a state it holds if it does with every
  /// open option not taken.
  Expression blind(Expression e) const {
    for (const auto& line : c_.listed) {
      if (line.pattern.isState())
        continue;
      std::vector<Expression> inside;
      for (std::size_t o = 0; o < line.pattern.size(); ++o) {
        const Expression option = Expression::option(OptionId(o));
        if (line.pattern[OptionId(o)] == model::Choice::yes)
          inside.push_back(option);
        else if (line.pattern[OptionId(o)] == model::Choice::no)
          inside.push_back(Expression::negation(option));
      }
      State bottom = line.pattern;
      for (std::size_t o = 0; o < bottom.size(); ++o)
        if (bottom[OptionId(o)] == model::Choice::either)
          bottom.set(OptionId(o), model::Choice::no);
      const Expression merged = Expression::join(Op::conjunction, std::move(inside));
      const bool held = model::holds(e, c_, bottom);
      e = held ? Expression::join(Op::disjunction, {merged, e})
               : Expression::join(Op::conjunction, {Expression::negation(merged), e});
    }
    return e;
  }

  model::Preference ranking() {
    std::vector<std::size_t> order(states_.size());
    std::iota(order.begin(), order.end(), 0);
    shuffle(order);
    model::Ranking preference;
    for (const std::size_t place : order) {
      if (preference.classes.empty() || !dice_.chance(1, 4))
        preference.classes.emplace_back();
      preference.classes.back().push_back(refer(place));
    }
    return preference;
  }

  model::Preference weights() {
    model::Weights preference;
    for (std::size_t o = 0; o < c_.options.size(); ++o) {
      const bool open = std::ranges::any_of(
          c_.listed, [&](const auto& line) { return line.pattern[OptionId(o)] == model::Choice::either; });
      if (!open && dice_.chance(3, 4))
        preference.weights.push_back({.wanted = Expression::option(OptionId(o)),
                                      .units = static_cast<std::int64_t>(dice_.roll(9)) - 4});
    }
    for (std::size_t count = dice_.chance(1, 2) ? dice_.roll(3) : 0; count > 0; --count) {
      auto wanted = blind(randomExpression(c_, dice_, 2));
      if (std::ranges::find(preference.weights, wanted, &model::Weight::wanted) == preference.weights.end())
        preference.weights.push_back(
            {.wanted = std::move(wanted), .units = static_cast<std::int64_t>(dice_.roll(9)) - 4});
    }
    return preference;
  }

  void listMoves(model::Party& party) {
    party.moves.emplace();
    const std::size_t n = states_.size();
    if (n < 2)
      return;
    for (std::size_t count = dice_.roll(std::min<std::size_t>(2 * n, 40)); count > 0; --count) {
      const std::size_t from = dice_.roll(n);
      const std::size_t to = (from + 1 + dice_.roll(n - 1)) % n;
      party.moves->push_back({refer(from), refer(to)});
    }
  }

  template <class T> void shuffle(std::vector<T>& list) {
    for (std::size_t k = 1; k < list.size(); ++k)
      std::swap(list[k], list[k - dice_.roll(k + 1)]);
  }

  Kind kind_;
  Dice& dice_;
  Conflict c_;
  std::vector<Pattern> states_;
  std::vector<std::size_t> namedPlaces_;
};

} // namespace

Conflict randomConflict(const Kind& kind, Dice& dice) {
  return kind.inFamilies ? randomFamily(kind, dice) : Maker(kind, dice).make();
}

} // namespace stasis::support
