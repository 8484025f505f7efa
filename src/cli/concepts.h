#pragma once

// `--concept nash,seq`: the concepts asked for, in the order of the table, each once.

#include "model/concept.h"

#include <vector>

namespace stasis::cli {

class Console;
struct Arguments;

/// False (and said) if a word is not a concept.
bool readConcepts(const Arguments& arguments, std::vector<model::Concept>& concepts, Console& console);

} // namespace stasis::cli
