#pragma once

// The options that conditions mention, directly or through definitions at any depth.
//
// O(nodes of the conditions and of each definition that they reach, log options), without recursion, since a
// chain of definitions may be as long as the file. Tested in tests/model/mentioned_options_test.cpp.

#include "model/conflict.h"

#include <vector>

namespace stasis::model {

/// Each once, ascending.
std::vector<OptionId> mentionedOptions(std::vector<const Expression*> conditions, const Conflict& conflict);

} // namespace stasis::model
