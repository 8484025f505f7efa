#include "model/view.h"

#include <algorithm>

namespace stasis::model {

namespace {

/// Whether some wish in a view is of this kind.
template <class Is> bool somebodyWants(const Views& views, Is is) {
  return std::ranges::any_of(views, [&](const View& view) {
    return std::ranges::any_of(view.wishes, [&](const View::Wish& wish) { return is(wish.preference); });
  });
}

} // namespace

const View* viewOf(const Views& views, PartyId of, std::optional<PartyId> by) {
  const auto found =
      std::ranges::find_if(views, [&](const View& view) { return view.of == of && view.by == by; });
  return found == views.end() ? nullptr : &*found;
}

bool speakOfStrength(const Views& views) { return somebodyWants(views, hasStrong); }
bool speakOfDoubt(const Views& views) { return somebodyWants(views, hasPerhaps); }
bool speakOfAttitudes(const Views& views) {
  return std::ranges::any_of(views, [](const View& view) { return !view.regards.empty(); });
}

} // namespace stasis::model
