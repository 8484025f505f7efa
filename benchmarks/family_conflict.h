#pragma once

// A conflict of families of any size, as text: guarantors with three options each and seven hosts, who look
// at how many of each do something, and three parties beside them. 94 options with 26 guarantors.

#include <string>

namespace stasis::benchmarks {

std::string familyConflict(std::size_t guarantors);

} // namespace stasis::benchmarks
