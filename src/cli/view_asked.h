#pragma once

// `--view P`, `--view 'P of Q'`: the view of the model in which a verb answers. Mistakes are answered with
// the views there are. Tested by the sessions of tests/cli.

#include "cli/verb.h"
#include "model/view.h"
#include "stability/engine.h"

#include <memory>
#include <string>

namespace stasis::analysis {
class Hypergame;
}

namespace stasis::cli {

class Console;
struct OpenModel;

/// The option row `--view`.
OptionRow viewOption();

/// None, after an error message, if the model has no such view.
const model::View* viewGiven(const std::string& text, const model::Conflict& conflict,
                             const model::Views& views, Console& console);

/// Engines on every view of a model that has some; none, after its errors, if a view has some.
std::unique_ptr<analysis::Hypergame> hypergameOf(OpenModel& model, const Arguments& arguments,
                                                 Console& console);

/// `Russia`, `Russia of Ukraine`: as the model writes it and `--view` takes it.
std::string nameOfView(const model::Conflict& conflict, const model::View& view);

} // namespace stasis::cli
