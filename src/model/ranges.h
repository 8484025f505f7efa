#pragma once

// Visits every range of a conflict. A conflict may be read through another text; its ranges must then become
// places in the reader's file.
//
// O(size of the conflict). Tested by reading conflicts back from JSON (conflict_json_read_test.cpp).

#include "model/view.h"

#include <functional>

namespace stasis::model {

void forEachRange(Conflict& conflict, const std::function<void(Range&)>& visit);
void forEachRange(Views& views, const std::function<void(Range&)>& visit);

} // namespace stasis::model
