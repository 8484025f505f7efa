#pragma once

// How verbs that answer under solution concepts begin: read `--concept`, open the model, and choose the
// concepts for it. A wrong concept is reported before the model is opened. Tested by tests/cli.

#include "cli/concepts.h"
#include "cli/model_file.h"

#include <functional>

namespace stasis::cli {

/// Which of the concepts asked for the verb answers under; none, after a message, if there are none.
using ChooseConcepts = std::function<std::optional<std::vector<model::Concept>>(
    const ConceptsAsked& asked, stability::Engine& engine, Console& console)>;

/// If the model or the concepts are not usable, there is no model and the status says why.
struct OpenedUnder {
  std::optional<OpenModel> model;
  std::vector<model::Concept> concepts;
  Exit status = Exit::usage;
};
OpenedUnder openUnderConcepts(const Arguments& arguments, const ChooseConcepts& choose, Console& console);

} // namespace stasis::cli
