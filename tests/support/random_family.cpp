// Conflicts with families whose members are usually alike, and sometimes told apart by a statement, a
// constraint, a direction or a preference of one of them.
#include "support/random_conflict.h"

#include <algorithm>
#include <map>
#include <optional>

namespace stasis::support {

using model::Conflict;
using model::Expression;
using model::OptionId;
using model::PartyId;
using Op = Expression::Op;

namespace {

class FamilyMaker {
public:
  FamilyMaker(const Kind& kind, Dice& dice) : kind_(kind), dice_(dice) {}

  Conflict make() {
    c_.title = "random family";
    addParties();
    addDefines();
    if (kind_.constraints)
      addConstraints();
    for (const auto& family : c_.families)
      preferFamily(family);
    for (auto& party : c_.parties)
      if (!party.family)
        preferSingle(party);
    if (kind_.namedApart && dice_.chance(1, 5))
      tellApart();
    return std::move(c_);
  }

private:
  void addParties() {
    std::size_t left = 2 + dice_.roll(kind_.maxOptions - 1);
    const std::size_t families = 1 + dice_.roll(2);
    for (std::size_t f = 0; f < families; ++f) {
      addSingle(left);
      addFamily(left);
    }
    addSingle(left);
    if (c_.parties.empty())
      addParty("S", directions(1));
  }

  void addSingle(std::size_t& left) {
    const std::size_t owned = dice_.roll(std::min<std::size_t>(left, 2) + 1);
    if (owned == 0)
      return;
    left -= owned;
    addParty(std::string(1, static_cast<char>('S' + c_.parties.size())), directions(owned));
  }

  void addFamily(std::size_t& left) {
    const std::size_t members = 2 + dice_.roll(3);
    const std::size_t owned = 1 + dice_.roll(3);
    if (members * owned > left)
      return;
    left -= members * owned;
    const auto changes = directions(owned);
    model::Family family{.name = std::string("F") + std::to_string(c_.families.size() + 1)};
    for (std::size_t m = 0; m < members; ++m) {
      family.members.emplace_back(c_.parties.size());
      addParty(family.name + "m" + std::to_string(m + 1), changes);
      c_.parties.back().family = model::FamilyId(c_.families.size());
    }
    c_.families.push_back(std::move(family));
  }

  std::vector<model::Direction> directions(std::size_t owned) {
    std::vector<model::Direction> changes(owned, model::Direction::both);
    for (auto& change : changes)
      if (kind_.directions && dice_.chance(1, 4))
        change = dice_.chance(1, 2) ? model::Direction::unresumable : model::Direction::irrevocable;
    return changes;
  }

  void addParty(const std::string& name, const std::vector<model::Direction>& changes) {
    const PartyId id(c_.parties.size());
    c_.parties.push_back({.name = name, .firstOption = c_.options.size(), .optionCount = changes.size()});
    for (std::size_t k = 0; k < changes.size(); ++k)
      c_.options.push_back({.name = "o" + std::to_string(k + 1), .owner = id, .direction = changes[k]});
  }

  Expression ofParty(PartyId party, std::size_t k) const {
    return Expression::option(OptionId(c_.party(party).firstOption + k));
  }

  /// What a member does, as any of its family might: one option, or two joined.
  Expression act(PartyId member, std::size_t first, std::size_t second, bool both) const {
    if (first == second)
      return ofParty(member, first);
    return Expression::join(both ? Op::conjunction : Op::exclusive,
                            {ofParty(member, first), ofParty(member, second)});
  }

  /// How many of a family do something; if `self` is a member, sometimes only the others are counted.
  Expression count(std::optional<PartyId> self) {
    if (c_.families.empty())
      return Expression::constant(dice_.chance(1, 2));
    const auto& family = c_.families[dice_.roll(c_.families.size())];
    const std::size_t owned = c_.party(family.members.front()).optionCount;
    const std::size_t first = dice_.roll(owned);
    const std::size_t second = dice_.chance(1, 4) ? dice_.roll(owned) : first;
    const bool both = dice_.chance(1, 2);
    const bool others = self && dice_.chance(1, 3);
    std::vector<Expression> acts;
    for (const PartyId member : family.members)
      if (!others || member != *self)
        acts.push_back(act(member, first, second, both));
    constexpr Op counts[] = {Op::atLeast, Op::atMost, Op::exactly};
    const std::size_t form = dice_.roll(5);
    if (form >= 3)
      return Expression::join(form == 3 ? Op::exclusive : Op::disjunction, std::move(acts));
    return Expression::count(counts[form], static_cast<std::uint32_t>(dice_.roll(family.members.size() + 1)),
                             std::move(acts));
  }

  Expression leaf(std::optional<PartyId> self) {
    std::vector<PartyId> singles;
    for (std::size_t p = 0; p < c_.parties.size(); ++p)
      if (!c_.parties[p].family)
        singles.emplace_back(p);
    switch (dice_.roll(8)) {
    case 0:
    case 1:
    case 2:
      if (self)
        return ofParty(*self, dice_.roll(c_.party(*self).optionCount));
      break;
    case 3:
    case 4:
      if (!singles.empty()) {
        const PartyId single = singles[dice_.roll(singles.size())];
        return ofParty(single, dice_.roll(c_.party(single).optionCount));
      }
      break;
    case 5:
      if (!c_.defines.empty())
        return Expression::define(model::DefineId(dice_.roll(c_.defines.size())));
      break;
    default: break;
    }
    return count(self);
  }

  Expression condition(std::optional<PartyId> self, std::size_t depth = 2) {
    if (depth == 0 || dice_.chance(1, 3))
      return leaf(self);
    constexpr Op joins[] = {Op::conjunction, Op::disjunction, Op::exclusive,
                            Op::iff,         Op::implies,     Op::whenever};
    if (dice_.chance(1, 5))
      return Expression::negation(condition(self, depth - 1));
    std::vector<Expression> two{condition(self, depth - 1), condition(self, depth - 1)};
    return Expression::join(joins[dice_.roll(6)], std::move(two));
  }

  void addDefines() {
    for (std::size_t count = dice_.roll(3); count > 0; --count)
      c_.defines.push_back(
          {.name = "d" + std::to_string(c_.defines.size() + 1), .meaning = condition(std::nullopt)});
  }

  /// Each holds if nobody does anything; if it would not, its negation is used.
  void addConstraints() {
    const model::State nothing(c_.options.size(), model::Choice::no);
    for (std::size_t count = dice_.roll(3); count > 0; --count) {
      std::vector<Expression> all{condition(std::nullopt)};
      if (!c_.families.empty() && dice_.chance(1, 2)) { // of each member
        const auto& members = c_.families[dice_.roll(c_.families.size())].members;
        all = {condition(members.front(), 1)};
        for (std::size_t m = 1; m < members.size(); ++m)
          all.push_back(inPlaceOf(all.front(), members.front(), members[m]));
      }
      if (!model::holds(all.front(), c_, nothing))
        for (Expression& e : all)
          e = Expression::negation(std::move(e));
      for (Expression& e : all)
        c_.constraints.push_back({.holds = std::move(e)});
    }
  }

  /// The same condition with two parties in each other's place.
  struct Exchanged {
    const model::Party& a;
    const model::Party& b;
    Expression constant(bool value) const { return Expression::constant(value); }
    Expression define(model::DefineId id) const { return Expression::define(id); }
    Expression option(OptionId id) const {
      std::size_t o = id.index();
      if (o >= a.firstOption && o < a.firstOption + a.optionCount)
        o = b.firstOption + (o - a.firstOption);
      else if (o >= b.firstOption && o < b.firstOption + b.optionCount)
        o = a.firstOption + (o - b.firstOption);
      return Expression::option(OptionId(o));
    }
    Expression apply(Op op, std::uint32_t k, std::span<Expression> operands) const {
      std::vector<Expression> list(operands.begin(), operands.end());
      if (op == Op::negation)
        return Expression::negation(list.front());
      const bool counts = op == Op::atLeast || op == Op::atMost || op == Op::exactly;
      return counts ? Expression::count(op, k, std::move(list)) : Expression::join(op, std::move(list));
    }
  };
  Expression inPlaceOf(const Expression& condition, PartyId a, PartyId b) const {
    return condition.fold<Expression>(Exchanged{c_.party(a), c_.party(b)});
  }

  void preferFamily(const model::Family& family) {
    const PartyId first = family.members.front();
    model::Party& party = c_.parties[first.index()];
    if (kind_.weights && dice_.chance(1, 4))
      party.preference = weights(first);
    else
      party.preference = statements(first);
    for (std::size_t m = 1; m < family.members.size(); ++m)
      c_.parties[family.members[m].index()].preference =
          inPlaceOf(party.preference, first, family.members[m]);
  }

  model::Preference inPlaceOf(const model::Preference& preference, PartyId a, PartyId b) const {
    model::Preference other = preference;
    if (auto* tiers = std::get_if<model::Prioritised>(&other))
      for (auto& tier : tiers->tiers)
        for (auto& statement : tier)
          statement.wanted = inPlaceOf(statement.wanted, a, b);
    if (auto* weights = std::get_if<model::Weights>(&other))
      for (auto& weight : weights->weights)
        weight.wanted = inPlaceOf(weight.wanted, a, b);
    return other;
  }

  void preferSingle(model::Party& party) {
    const PartyId id(static_cast<std::size_t>(&party - c_.parties.data()));
    if (kind_.indifferent && dice_.chance(1, 12))
      return;
    if (kind_.rankings && c_.options.size() <= 6 && dice_.chance(1, 4))
      party.preference = ranking();
    else if (kind_.weights && dice_.chance(1, 4))
      party.preference = weights(id);
    else
      party.preference = statements(id);
  }

  model::Preference statements(PartyId self) {
    model::Prioritised preference;
    for (std::size_t count = 1 + dice_.roll(5); count > 0; --count) {
      preference.tiers.emplace_back();
      const std::size_t equals = kind_.tiers && dice_.chance(1, 5) ? 2 : 1;
      for (std::size_t k = 0; k < equals; ++k)
        preference.tiers.back().push_back({.wanted = condition(self)});
    }
    return preference;
  }

  /// The same weight for an option of all members but oneself.
  model::Preference weights(PartyId self) {
    model::Weights preference;
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> ofFamily;
    for (std::size_t p = 0; p < c_.parties.size(); ++p)
      for (std::size_t k = 0; k < c_.parties[p].optionCount; ++k) {
        auto units = static_cast<std::int64_t>(dice_.roll(9)) - 4;
        if (c_.parties[p].family && PartyId(p) != self)
          units = ofFamily.try_emplace({c_.parties[p].family->index(), k}, units).first->second;
        preference.weights.push_back(
            {.wanted = Expression::option(OptionId(c_.parties[p].firstOption + k)), .units = units});
      }
    for (std::size_t count = dice_.chance(1, 2) ? dice_.roll(3) : 0; count > 0; --count) {
      auto wanted = condition(self);
      if (std::ranges::find(preference.weights, wanted, &model::Weight::wanted) == preference.weights.end())
        preference.weights.push_back(
            {.wanted = std::move(wanted), .units = static_cast<std::int64_t>(dice_.roll(9)) - 4});
    }
    return preference;
  }

  /// Feasible states in classes that do not tell members apart, by their numbers.
  model::Preference ranking() {
    std::map<std::string, std::vector<model::StateRef>> alike;
    std::size_t number = 0;
    for (std::size_t bits = 0; bits < std::size_t{1} << c_.options.size(); ++bits) {
      model::State state(c_.options.size(), model::Choice::no);
      for (std::size_t o = 0; o < c_.options.size(); ++o)
        if ((bits >> o & 1) != 0)
          state.set(OptionId(o), model::Choice::yes);
      if (std::ranges::all_of(c_.constraints,
                              [&](const auto& k) { return model::holds(k.holds, c_, state); }))
        alike[inAnyOrder(state)].push_back({model::StateRef::Kind::number, ++number, {}});
    }
    model::Ranking preference;
    for (auto& [key, states] : alike)
      if (preference.classes.empty() || !dice_.chance(1, 4))
        preference.classes.push_back(states);
      else {
        auto& tie = preference.classes[dice_.roll(preference.classes.size())];
        tie.insert(tie.end(), states.begin(), states.end());
      }
    for (std::size_t k = 1; k < preference.classes.size(); ++k)
      std::swap(preference.classes[k], preference.classes[k - dice_.roll(k + 1)]);
    return preference;
  }

  std::string inAnyOrder(const model::State& state) const {
    std::string key;
    std::map<std::size_t, std::vector<std::string>> ofFamily;
    for (const auto& party : c_.parties) {
      const std::string done = state.letters().substr(party.firstOption, party.optionCount);
      if (party.family)
        ofFamily[party.family->index()].push_back(done);
      else
        key += done + ' ';
    }
    for (auto& [family, acts] : ofFamily) {
      std::ranges::sort(acts);
      for (const std::string& done : acts)
        key += done + ' ';
    }
    return key;
  }

  void tellApart() {
    if (c_.families.empty())
      return;
    const auto& family = c_.families[dice_.roll(c_.families.size())];
    const PartyId member = family.members[dice_.roll(family.members.size())];
    const Expression named = ofParty(member, dice_.roll(c_.party(member).optionCount));
    switch (dice_.roll(3)) {
    case 0: c_.parties[member.index()].preference = statements(member); return;
    case 1: c_.options[c_.party(member).firstOption].direction = model::Direction::irrevocable; return;
    default:
      for (auto& party : c_.parties)
        if (auto* tiers = std::get_if<model::Prioritised>(&party.preference)) {
          tiers->tiers.push_back({{.wanted = named}});
          return;
        }
    }
  }

  Kind kind_;
  Dice& dice_;
  Conflict c_;
};

} // namespace

Conflict randomFamily(const Kind& kind, Dice& dice) { return FamilyMaker(kind, dice).make(); }

} // namespace stasis::support
