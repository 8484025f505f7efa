#pragma once

// What options are called, for text that names many of them: Conflict::nameOf for all at once, O(options and
// defines) together instead of for each.
//
// Tested against Conflict::nameOf in tests/language/write_test.cpp.

#include "model/conflict.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::language {

class OptionNames {
public:
  explicit OptionNames(const model::Conflict& conflict);

  const std::string& of(model::OptionId option) const { return names_[option.index()]; }

private:
  std::vector<std::string> names_;
};

/// The option of another member of the family that is the same to it, by place and name. O(1).
std::optional<model::OptionId> sameOptionOf(model::PartyId member, model::OptionId option,
                                            const model::Conflict& conflict);

} // namespace stasis::language
