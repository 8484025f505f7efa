#include "report/telling/move_words.h"

#include "report/telling/state_words.h"

namespace stasis::report {

using model::Choice;
using model::Conflict;
using model::OptionId;
using model::PartyId;
using model::Pattern;

namespace {

/// `take a`, `take a and b`, `take a, b and c`; empty without names.
std::string phrase(const std::string& verb, const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t k = 0; k < names.size(); ++k)
    out.append(k == 0 ? verb + " " : k + 1 == names.size() ? " and " : ", ").append(names[k]);
  return out;
}

} // namespace

std::string moveWords(const Conflict& conflict, PartyId mover, const Pattern& from, const Pattern& to) {
  std::vector<std::string> drops;
  std::vector<std::string> takes;
  for (std::size_t o = 0; o < from.size(); ++o) {
    const OptionId id(o);
    if (from[id] == to[id] || to[id] == Choice::either)
      continue;
    const auto& option = conflict.option(id);
    (to[id] == Choice::yes ? takes : drops)
        .push_back(option.owner == mover ? option.name : conflict.nameOf(id));
  }
  const std::string separator = drops.empty() || takes.empty() ? "" : ", ";
  return phrase("drop", drops) + separator + phrase("take", takes);
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
