#pragma once

// Topics of the concepts beyond the classical ones, one for each row of the table (model/concept.h). Their
// definitions are put together from the four relations of the row.
//
// Tested by tests/cli/topics_test.cpp.

#include "cli/topics.h"

#include <string_view>
#include <vector>

namespace stasis::cli {

/// One topic for each concept that is not classical, in the order of the table; its name is the concept's
/// key.
const std::vector<Topic>& conceptTopics();
/// That of a concept beyond the table (`mr10`), by its key; null if there is none. Not for several threads.
const Topic* numberedTopic(std::string_view key);

} // namespace stasis::cli
