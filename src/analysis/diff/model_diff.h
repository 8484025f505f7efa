#pragma once

// What changed between two versions of a conflict, by name: parties, options, directions, labels,
// constraints, definitions, states, the status quo, moves, and what each party wants. Statements are a list
// in which each has a place. A statement can be added, dropped, moved, negated (`x` for `not x`) or reworded;
// its mark can change. What members of a family share (`prefer each`) is one change.
//
// Statements: longest common subsequence (Hunt & McIlroy 1976 solve the same problem for the lines of a
// file), O(statements²) for one party; above 4 million pairs by first match. Tested in tests/diff by making
// changes and finding them.

#include "analysis/diff/matching.h"
#include "model/view.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::analysis {

struct ModelChange {
  enum class Thing : std::uint8_t {
    title,
    party,
    option,
    direction,
    label,
    constraint,
    define,
    state,
    statusQuo,
    moves,
    preference, ///< another form, another ranking, or another weight
    statement,  ///< a statement or its mark
    unsure,
    attitude,
    view,
    citation,
  };
  enum class How : std::uint8_t { added, dropped, renamed, moved, reworded, denied, changed };
  Thing thing = Thing::title;
  How how = How::changed;
  std::string owner;    ///< the party, or the family if all its members change alike; may be empty
  std::string before;   ///< words of the first version; empty where there was nothing
  std::string after;    ///< words of the second
  std::size_t from = 0; ///< places of a statement, from 1; 0: it has none
  std::size_t to = 0;
};

std::string_view wordOf(ModelChange::Thing thing);
std::string_view wordOf(ModelChange::How how);

/// In the order of a text: title, parties and options, constraints and the like, what each party wants.
std::vector<ModelChange> diffModels(const model::Conflict& a, const model::Conflict& b,
                                    const Matching& matching, const model::Views& viewsOfA = {},
                                    const model::Views& viewsOfB = {});

} // namespace stasis::analysis
