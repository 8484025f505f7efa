#pragma once

// Pieces of work that do not depend on each other, done by several threads in any order: each writes to a
// place of its own, so that the result is the same whatever the number of threads. One thread: the caller's.

#include "stability/errand.h"

#include <cstddef>
#include <functional>
#include <string>

namespace stasis::analysis {

/// work(0) … work(count - 1). What one throws ends the others after the piece they are at and comes out here.
/// The errand is asked before each and told how many are done.
void inTurns(std::size_t count, std::size_t threads, const std::string& phase,
             const stability::Errand& errand, const std::function<void(std::size_t)>& work);

/// As many as the machine has.
std::size_t threadsOfMachine();

} // namespace stasis::analysis
