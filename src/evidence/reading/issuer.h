#pragma once

// The body that issued a document, if the document itself says so: its name is a line in the head of a
// communiqué, a statement or a report. There `we` is that body.
//
// Linear in the lines of the head and the names of the text. Tested on the tables of tests/reading/.

#include "evidence/reading/cast.h"

#include <optional>
#include <span>
#include <string_view>

namespace stasis::evidence {

/// `lines`: those of the head that are no prose. None if no line is the name of somebody who acts in the
/// text.
std::optional<EntityId> issuerOf(std::span<const std::string_view> lines, const Cast& cast);

} // namespace stasis::evidence
