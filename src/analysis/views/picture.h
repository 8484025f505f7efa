#pragma once

// The conflict as a view leaves it: the same parties and options, with the wishes and attitudes of the view
// in place of those of the conflict, and without the states that are not there in this picture. Views are
// patches, so every engine and every analysis runs on a picture as on any conflict.
//
//   no list of states    what the view hides becomes constraints
//   a list of states     the hidden lines leave the list. A merged state is hidden by `blind A` and `unaware
//   x`
//                        if A, or x, holds in every member, and by a constraint that fails in some member
//   rankings, moves      the hidden states leave them; states named by number get a name, since a picture
//                        numbers its states anew
//
// O(model + references × the engine's look-up of a state). Tested against tests/oracle/views.h in
// tests/views.

#include "model/view.h"
#include "stability/engine.h"

namespace stasis::analysis {

/// A view of the conflict of `whole`, laid over what `below` stands for: the conflict, or another picture of
/// it. References to states that do not exist are kept, for the engine that is opened on the picture to
/// report. The picture expects nothing; its title says whose it is. Throws LimitReached.
model::Conflict pictureOf(stability::Engine& whole, stability::Engine& below, const model::View& view);

/// `Russia's view`, `what Russia thinks Ukraine sees`, by names.
std::string viewWords(const model::Conflict& conflict, const model::View& view);

} // namespace stasis::analysis
