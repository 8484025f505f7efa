#include "support/published.h"

#include <initializer_list>
#include <utility>

namespace stasis::support {

using model::Conflict;
using model::Direction;
using model::Expression;
using model::OptionId;
using model::StateRef;

namespace {

using Options = std::initializer_list<std::pair<const char*, Direction>>;

void addParty(Conflict& c, const char* name, Options options) {
  const model::PartyId owner(c.parties.size());
  c.parties.push_back({.name = name, .firstOption = c.options.size(), .optionCount = options.size()});
  for (const auto& [option, direction] : options)
    c.options.push_back({.name = option, .owner = owner, .direction = direction});
}

/// States by number, best first, no ties.
model::Ranking ranking(std::initializer_list<std::size_t> numbers) {
  model::Ranking r;
  for (const std::size_t number : numbers)
    r.classes.push_back({{StateRef::Kind::number, number, {}}});
  return r;
}

model::Statement wanted(Expression e) { return {.wanted = std::move(e)}; }

} // namespace

Conflict prisonersDilemma() {
  Conflict c;
  c.title = "Prisoners' dilemma";
  addParty(c, "One", {{"cooperate", Direction::both}});
  addParty(c, "Two", {{"cooperate", Direction::both}});
  const auto option = [](std::size_t o) { return Expression::option(OptionId(o)); };
  for (const std::size_t i : {0, 1})
    c.parties[i].preference =
        model::Prioritised{.tiers = {{wanted(option(1 - i))}, {wanted(Expression::negation(option(i)))}}};
  return c;
}

Conflict syriaIraq() {
  Conflict c;
  c.title = "Syria and Iraq, 1975";
  addParty(c, "Syria", {{"release", Direction::both}, {"escalate", Direction::both}});
  addParty(c, "Iraq", {{"attack", Direction::both}});
  c.constraints.push_back({.holds = Expression::negation(Expression::join(
                               Expression::Op::conjunction,
                               {Expression::option(OptionId(0)), Expression::option(OptionId(1))}))});
  c.parties[0].preference = ranking({1, 3, 6, 2, 4, 5});
  c.parties[1].preference = ranking({2, 4, 6, 1, 5, 3});
  return c;
}

Conflict elmira() {
  Conflict c;
  c.title = "Elmira groundwater contamination";
  addParty(c, "MoE", {{"modify", Direction::irrevocable}});
  addParty(
      c, "Uniroyal",
      {{"delay", Direction::unresumable}, {"accept", Direction::both}, {"abandon", Direction::irrevocable}});
  addParty(c, "Local", {{"insist", Direction::both}});
  for (const char* letters :
       {"NYNNN", "YYNNN", "NNYNN", "YNYNN", "NYNNY", "YYNNY", "NNYNY", "YNYNY", "-NNY-"})
    c.listed.push_back(
        {.name = "s" + std::to_string(c.listed.size() + 1), .pattern = *model::Pattern::parse(letters)});
  c.parties[0].preference = ranking({7, 3, 4, 8, 5, 1, 2, 6, 9});
  c.parties[1].preference = ranking({1, 4, 8, 5, 9, 3, 7, 2, 6});
  c.parties[2].preference = ranking({7, 3, 5, 1, 8, 6, 4, 2, 9});
  c.statusQuo = *model::Pattern::parse("NYNNN");
  return c;
}

Conflict elmiraGraphForm() {
  Conflict c = elmira();
  for (auto& option : c.options)
    option.direction = Direction::both;
  using Arcs = std::initializer_list<std::pair<std::size_t, std::size_t>>;
  const auto moves = [&](std::size_t party, Arcs arcs) {
    c.parties[party].moves.emplace();
    for (const auto& [from, to] : arcs)
      c.parties[party].moves->push_back(
          {{StateRef::Kind::number, from, {}}, {StateRef::Kind::number, to, {}}});
  };
  moves(0, {{1, 2}, {3, 4}, {5, 6}, {7, 8}});
  moves(1, {{1, 3}, {1, 9}, {2, 4}, {2, 9}, {3, 9}, {4, 9}, {5, 7}, {5, 9}, {6, 8}, {6, 9}, {7, 9}, {8, 9}});
  moves(2, {{1, 5}, {5, 1}, {2, 6}, {6, 2}, {3, 7}, {7, 3}, {4, 8}, {8, 4}});
  return c;
}

Conflict elmiraTwelveStates() {
  Conflict c = elmira();
  c.listed.clear();
  const auto option = [](std::size_t o) { return Expression::option(OptionId(o)); };
  c.constraints.push_back(
      {.holds = Expression::count(Expression::Op::exactly, 1, {option(1), option(2), option(3)})});
  const auto tied = [](std::vector<std::vector<std::size_t>> classes) {
    model::Ranking r;
    for (const auto& tie : classes) {
      r.classes.emplace_back();
      for (const std::size_t number : tie)
        r.classes.back().push_back({StateRef::Kind::number, number, {}});
    }
    return r;
  };
  const std::vector<std::size_t> gone{5, 6, 11, 12};
  c.parties[0].preference = tied({{9}, {3}, {4}, {10}, {7}, {1}, {2}, {8}, gone});
  c.parties[1].preference = tied({{1}, {4}, {10}, {7}, gone, {2}, {3}, {9}, {8}});
  c.parties[2].preference = tied({{9}, {3}, {7}, {1}, {10}, {8}, {4}, {2}, gone});
  return c;
}

} // namespace stasis::support
