#include "stability/explicit/members.h"

#include <algorithm>

namespace stasis::stability {

using model::Choice;
using model::Pattern;

Members::Members(const model::Conflict& conflict, const std::vector<const model::Expression*>& conditions)
    : circuit_(conflict) {
  for (const model::Expression* condition : conditions)
    roots_.push_back(circuit_.add(*condition));
  cone_ = circuit_.cone(roots_);
  values_.resize(circuit_.size());
}

bool Members::visit(const Pattern& pattern, const Errand& errand, const Visit& visit) {
  Pattern partly = pattern;
  return decide(partly, errand, visit);
}

bool Members::decide(Pattern& pattern, const Errand& errand, const Visit& visit) {
  if (++steps_ % 4096 == 0)
    errand.check();
  for (const Circuit::GateId g : cone_)
    if (circuit_.gate(g).op == Circuit::Op::option) {
      const Choice choice = pattern[model::OptionId(circuit_.gate(g).value)];
      values_[g] = choice == Choice::either ? Tri::open : choice == Choice::yes ? Tri::yes : Tri::no;
    }
  evaluateOpen(circuit_, cone_, values_);
  if (std::ranges::none_of(roots_, [&](auto root) { return values_[root] == Tri::open; })) {
    const auto held = std::ranges::count_if(roots_, [&](auto root) { return values_[root] == Tri::yes; });
    model::State member = pattern;
    for (std::size_t o = 0; o < member.size(); ++o)
      if (member[model::OptionId(o)] == Choice::either)
        member.set(model::OptionId(o), Choice::no);
    return visit(member, static_cast<std::size_t>(held));
  }
  const auto options = circuit_.options(cone_);
  const auto open = std::ranges::find_if(options, [&](auto o) { return pattern[o] == Choice::either; });
  bool going = true;
  for (const Choice choice : {Choice::no, Choice::yes}) {
    pattern.set(*open, choice);
    going = going && decide(pattern, errand, visit);
  }
  pattern.set(*open, Choice::either);
  return going;
}

bool Members::allHold(const Pattern& pattern, const Errand& errand) {
  return visit(pattern, errand, [&](const model::State&, std::size_t held) { return held == roots_.size(); });
}

std::optional<std::pair<model::State, model::State>> Members::toldApart(const Pattern& pattern,
                                                                        const Errand& errand) {
  std::optional<std::pair<model::State, std::size_t>> first;
  std::optional<std::pair<model::State, model::State>> apart;
  visit(pattern, errand, [&](const model::State& member, std::size_t held) {
    if (!first)
      first = {member, held};
    else if (held > first->second)
      apart = {member, first->first};
    else if (held < first->second)
      apart = {first->first, member};
    return !apart;
  });
  return apart;
}

} // namespace stasis::stability
