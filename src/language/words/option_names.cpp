#include "language/words/option_names.h"

#include <string_view>
#include <unordered_map>

namespace stasis::language {

OptionNames::OptionNames(const model::Conflict& conflict) {
  std::unordered_map<std::string_view, std::size_t> bearers;
  for (const model::Option& option : conflict.options)
    ++bearers[option.name];
  for (const model::Define& define : conflict.defines)
    ++bearers[define.name];
  for (const model::Party& party : conflict.parties)
    ++bearers[party.name];
  for (const model::Family& family : conflict.families)
    ++bearers[family.name];
  names_.reserve(conflict.options.size());
  for (const model::Option& option : conflict.options)
    names_.push_back(bearers[option.name] == 1 ? option.name
                                               : conflict.party(option.owner).name + '.' + option.name);
}

std::optional<model::OptionId> sameOptionOf(model::PartyId member, model::OptionId option,
                                            const model::Conflict& conflict) {
  const model::Option& one = conflict.option(option);
  const std::size_t place = option.index() - conflict.party(one.owner).firstOption;
  const model::Party& other = conflict.party(member);
  if (place >= other.optionCount || conflict.options[other.firstOption + place].name != one.name)
    return std::nullopt;
  return model::OptionId(other.firstOption + place);
}

} // namespace stasis::language
