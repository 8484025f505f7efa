#pragma once

// A complete ranking that fits what is known, drawn at random: of the classes above which nothing remains one
// is taken, each as likely as the next, until none is left. It serves to weigh questions and to find
// examples. Nothing is concluded from it, so it does no harm that some rankings are likelier than others.
//
// States that are not known to be the same get different classes. Cost: n². Tested by tests/elicit.

#include "analysis/elicit/known_order.h"

#include <random>

namespace stasis::analysis {

KnownOrder randomCompletion(const KnownOrder& order, std::mt19937_64& dice);

/// The same without chance: the state of the smallest place first. Classes of equals, best first.
std::vector<std::vector<Place>> firstCompletion(const KnownOrder& order);

} // namespace stasis::analysis
