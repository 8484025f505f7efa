#include "cli/opening.h"

namespace stasis::cli {

OpenedUnder openUnderConcepts(const Arguments& arguments, const ChooseConcepts& choose, Console& console) {
  ConceptsAsked asked;
  if (!readConceptsForAll(arguments, asked, console))
    return {};
  auto [model, status] = openModel(arguments.operands[0], arguments, console);
  if (!model)
    return {std::nullopt, {}, status};
  auto concepts = choose(asked, *model->engine, console);
  if (!concepts)
    return {};
  return {std::move(model), std::move(*concepts), Exit::done};
}

} // namespace stasis::cli
