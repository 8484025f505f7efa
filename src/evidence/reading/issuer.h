#pragma once

// Whose document it is, where it says so itself: a body whose name is a line of the head of a communiqué, a
// statement or a report. There `we` is that body.
//
// Linear in the lines of the head and the names of the text. Tested on the tables of tests/reading/.

#include "evidence/reading/cast.h"

#include <optional>
#include <span>
#include <string_view>

namespace stasis::evidence {

/// `lines`: of the head, what is no prose. None where no line is a name that the text has for who acts.
std::optional<EntityId> issuerOf(std::span<const std::string_view> lines, const Cast& cast);

} // namespace stasis::evidence
