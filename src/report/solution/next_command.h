#pragma once

// The command worth typing after `solve`, as a shell takes it: why today does not hold; what it rests on, if
// it does; which outcomes there are, if the text does not say what is done today. Empty for standard input,
// which cannot be read a second time.

#include "report/solution/solution.h"

namespace stasis::report {

std::string nextCommand(const SolutionView& view);

} // namespace stasis::report
