#include "analysis/states/state_reference.h"

#include "model/lettered.h"

#include <algorithm>

namespace stasis::analysis {

using model::Pattern;
using model::StateRef;
using stability::Engine;

namespace {

std::optional<Pattern> feasibleAmong(Engine& engine, const Pattern& pattern) {
  const auto found = engine.list(engine.matching({pattern}), 1);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

} // namespace

std::optional<Pattern> patternOf(Engine& engine, const StateRef& reference) {
  switch (reference.kind) {
  case StateRef::Kind::listed: return engine.conflict().listed[reference.value].pattern;
  case StateRef::Kind::named: return feasibleAmong(engine, engine.conflict().named[reference.value].state);
  case StateRef::Kind::number: return engine.state(reference.value);
  }
  return std::nullopt;
}

std::string referenceTo(Engine& engine, const Pattern& state) {
  const auto& conflict = engine.conflict();
  if (const auto listed = std::ranges::find(conflict.listed, state, &model::ListedState::pattern);
      listed != conflict.listed.end())
    return listed->name;
  if (const auto* named = model::namedAs(conflict, state))
    return named->name;
  if (std::ranges::any_of(conflict.named, model::isLettered))
    return state.letters(); // the file uses letters
  const auto number = engine.number(state);
  return number ? "s" + std::to_string(*number) : state.letters();
}

} // namespace stasis::analysis
