#pragma once

// Everything in a model that can carry a citation, in the order in which a reader meets it. Lines that the
// members of a family share appear once. O(size of the model).

#include "evidence/citations.h"

#include <functional>

namespace stasis::evidence {

struct Cited {
  Citable kind;
  model::PartyId party;
  model::Range range;
  const std::vector<model::Citation>& because;
  std::size_t position;                    ///< of an option or constraint in its list
  const model::Expression* said = nullptr; ///< of a constraint or statement
};

void forEachCitable(const model::Conflict& conflict, const model::Views& views,
                    const std::function<void(const Cited&)>& visit);

} // namespace stasis::evidence
