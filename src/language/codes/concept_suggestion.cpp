#include "language/codes/concept_suggestion.h"

#include "language/codes/nearest.h"
#include "model/concept.h"
#include "model/lower_case.h"
#include "model/numbered_concepts.h"

namespace stasis::language {

ConceptSuggestion suggestConcept(std::string_view word) {
  if (model::isNumberedKey(model::lowerCase(word)))
    return {std::nullopt, "`mr`, `cmr` and `l` take a number from 1 to " +
                              std::to_string(model::farthestByKey) +
                              "; `mr_odd`, `mr_even`, `cmr_odd`, `cmr_even` and `nonmyopic` tell what holds "
                              "for every larger one"};
  Nearest search(word);
  for (const auto& row : model::allConcepts())
    search.consider(row.key);
  if (search.found())
    return {std::string(*search.found()), "did you mean `" + std::string(*search.found()) + "`?"};
  std::string help = "the concepts are";
  for (const auto& row : model::concepts)
    help += " " + std::string(row.key) + ",";
  help += " and more in the groups";
  for (const auto& family : model::families())
    if (family.id != model::ConceptFamily::classical)
      help += " " + std::string(family.key) + ",";
  help.back() = ';';
  return {std::nullopt, help + " `stasis help concepts` lists them all"};
}

} // namespace stasis::language
