#pragma once

// The inverse question by definition: it tries every ranking, makes every change one after another, and
// judges each resulting conflict by oracle::Game. It is slow. Shares no code with src/. Tested against
// published counts and by hand in tests/invert/inversion_test.cpp.

#include "oracle/definitions.h"

#include <optional>
#include <set>

namespace stasis::oracle {

/// The conflict with party i ranking all its states strictly, best first.
model::Conflict withRanking(const model::Conflict& conflict, std::size_t i, const Places& bestFirst);

/// How many of all n! rankings of party i make s stable for it.
std::size_t countRankings(const model::Conflict& conflict, model::Concept id, std::size_t i, Place s);

/// A written preference after some changes: tiers (classes, or one tier of weights) of items by their
/// positions as written, negated or not.
using Item = std::pair<std::size_t, bool>;
using Wishes = std::vector<std::set<Item>>;

/// By party.
using AllWishes = std::vector<Wishes>;

AllWishes written(const model::Conflict& conflict);
model::Conflict withWishes(const model::Conflict& conflict, const AllWishes& wishes);
/// Every preference that one elementary change makes.
std::set<Wishes> changedOnce(const model::Preference& preference, const Wishes& wishes);

struct LeastChanges {
  std::size_t distance = 0;
  std::set<AllWishes> all;
};

/// The least changes that make s stable for party i (only its preference changes), or, without a party, for
/// everybody (every preference may change); none within the depth.
std::optional<LeastChanges> leastChanges(const model::Conflict& conflict, model::Concept id,
                                         std::optional<std::size_t> i, Place s, std::size_t depth);

} // namespace stasis::oracle
