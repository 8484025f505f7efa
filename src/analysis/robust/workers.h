#pragma once

// Independent pieces of work on several threads, in any order. Each piece writes to its own place, so the
// number of threads does not change the result. With one thread the caller's is used.

#include "stability/errand.h"

#include <cstddef>
#include <functional>
#include <string>

namespace stasis::analysis {

/// Runs work(0) … work(count - 1). If one throws, the others finish their current piece and the exception is
/// thrown here. The errand is checked before each piece and hears how many are done.
void inTurns(std::size_t count, std::size_t threads, const std::string& phase,
             const stability::Errand& errand, const std::function<void(std::size_t)>& work);

/// The number of threads that the machine has.
std::size_t threadsOfMachine();

} // namespace stasis::analysis
