#include "report/move_words.h"

#include "report/state_words.h"

namespace stasis::report {

using model::Choice;
using model::Conflict;
using model::OptionId;
using model::PartyId;
using model::Pattern;

std::string moveWords(const Conflict& conflict, PartyId mover, const Pattern& from, const Pattern& to) {
  std::string drops;
  std::string takes;
  for (std::size_t o = 0; o < from.size(); ++o) {
    const OptionId id(o);
    if (from[id] == to[id] || to[id] == Choice::either)
      continue;
    const auto& option = conflict.option(id);
    const std::string name = option.owner == mover ? option.name : conflict.nameOf(id);
    std::string& words = to[id] == Choice::yes ? takes : drops;
    words.append(words.empty() ? (to[id] == Choice::yes ? "take " : "drop ") : " and ").append(name);
  }
  return drops.empty() || takes.empty() ? drops + takes : drops + ", " + takes;
}

std::string stateMark(stability::Engine& engine, const Pattern& state) {
  if (const auto number = engine.number(state))
    return std::to_string(*number);
  const std::string name = stateName(engine.conflict(), state);
  return name.empty() ? state.letters() : name;
}

std::string markAndTitle(stability::Engine& engine, const Pattern& state) {
  const std::string mark = stateMark(engine, state);
  const std::string title = stateTitle(engine.conflict(), state);
  return title.empty() || title == mark || title == "s" + mark ? mark : mark + " " + title;
}

} // namespace stasis::report
