#include "exchange/state_words.h"

#include "model/lettered.h"

namespace stasis::exchange {

using model::Choice;
using model::Conflict;
using model::OptionId;
using model::Pattern;

std::string numberOf(const Conflict& conflict, std::size_t position) {
  if (position < conflict.listed.size() && !conflict.listed[position].name.empty())
    return conflict.listed[position].name;
  return std::to_string(position + 1);
}

std::vector<std::string> titlesOf(const Conflict& conflict, std::size_t position, const Pattern& state) {
  std::vector<std::string> titles;
  if (position < conflict.listed.size() && !conflict.listed[position].label.empty())
    titles.push_back(conflict.listed[position].label);
  for (const auto& named : conflict.named)
    if (state.covers(named.state) && !model::isLettered(named))
      titles.push_back(named.label.empty() ? named.name : named.label);
  if (conflict.statusQuo && state.covers(*conflict.statusQuo))
    titles.emplace_back("status quo");
  return titles;
}

std::vector<std::string> takenBy(const Conflict& conflict, model::PartyId party, const Pattern& state) {
  std::vector<std::string> taken;
  const auto& owner = conflict.party(party);
  for (std::size_t i = owner.firstOption; i < owner.firstOption + owner.optionCount; ++i)
    if (const Choice choice = state[OptionId(i)]; choice != Choice::no)
      taken.push_back(conflict.labelOf(OptionId(i)) + (choice == Choice::either ? " or not" : ""));
  return taken;
}

} // namespace stasis::exchange
