#pragma once

// Topics of the concepts beyond the classical ones, one for each row of the table (model/concept.h). Their
// definitions are put together from the four relations of the row.
//
// Tested by tests/cli/topics_test.cpp.

#include "cli/topics.h"

namespace stasis::cli {

/// One topic for each concept that is not classical, in the order of the table; its name is the concept's
/// key.
const std::vector<Topic>& conceptTopics();

} // namespace stasis::cli
