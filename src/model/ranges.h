#pragma once

// Every range of a conflict, one by one: for a conflict that was read by way of another text, whose ranges
// must then be places in the file the reader has.
//
// O(size of the conflict). Tested by reading conflicts back from JSON (conflict_json_read_test.cpp).

#include "model/conflict.h"

#include <functional>

namespace stasis::model {

void forEachRange(Conflict& conflict, const std::function<void(Range&)>& visit);

} // namespace stasis::model
