#pragma once

// `--view P`, `--view 'P of Q'`: the view of the model in which a verb answers. Mistakes are answered with
// the views there are. Tested by the sessions of tests/cli.

#include "cli/verb.h"
#include "model/view.h"
#include "stability/engine.h"

#include <string>
#include <vector>

namespace stasis::cli {

class Console;

/// The option row `--view`.
OptionRow viewOption();

/// None, after an error message, if the model has no such view.
const model::View* viewGiven(const std::string& text, const model::Conflict& conflict,
                             const model::Views& views, Console& console);

/// `Russia`, `Russia of Ukraine`: as the model writes it and `--view` takes it.
std::string nameOfView(const model::Conflict& conflict, const model::View& view);

} // namespace stasis::cli
