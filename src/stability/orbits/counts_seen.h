#pragma once

// How many counts a party keeps in view: different conditions over three operands or more (`at least 5 of …`,
// `any of …`) that its statements mention, directly or through defines. If this number is small, sets of
// states stay simple functions of the options and decision diagrams do well. If a party weighs several counts
// together, intermediate sets tell members apart, and diagrams grow with every member.
//
// A rule of thumb for the choice of an engine; no answer depends on it. O(size of the conflict).

#include "model/conflict.h"

namespace stasis::stability {

/// The largest number of counts that any one party keeps in view.
std::size_t mostCountsSeen(const model::Conflict& conflict);

} // namespace stasis::stability
