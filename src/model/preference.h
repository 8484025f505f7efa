#pragma once

// What a party wants, in one of the three written forms. Each defines a total preorder on the feasible
// states; the engines turn it into ranks (larger is better).
//
//   Prioritised  statements in tiers, most important first; states are compared lexicographically on the
//   number of
//                statements that hold in each tier (option prioritisation: Hipel, Kilgour, Fang & Peng 1997)
//   Ranking      the states outright, best first, ties in one class
//   Weights      a number for some options or other conditions; a state is worth the sum over those that hold
//   (nothing)    the party is indifferent

#include "model/expression.h"
#include "model/pattern.h"
#include "model/range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace stasis::model {

/// `because SOURCE "words"`.
struct Citation {
  SourceId source;
  std::string words;
  Range range;      ///< the whole citation
  Range wordsRange; ///< the quoted words, marks included
};

struct Statement {
  Expression wanted;
  std::vector<Citation> because;
  /// Where it is written. The copies that `prefer each` makes for the members of a family share it.
  Range range;
};

struct Prioritised {
  /// Most important first; each tier has one statement or more (`A | B`) of equal priority.
  std::vector<std::vector<Statement>> tiers;
  Range range;
};

/// A state as the text names it.
struct StateRef {
  enum class Kind : std::uint8_t {
    listed, ///< index into Conflict::listed
    named,  ///< index into Conflict::named
    number, ///< the state with this id, counted from 1
  };
  Kind kind = Kind::number;
  std::size_t value = 0;
  Range range;
};

struct Ranking {
  std::vector<std::vector<StateRef>> classes; ///< best first; each a tie
  Range range;
};

struct Weight {
  Expression wanted;      ///< most often one option
  std::int64_t units = 0; ///< in 10^-decimals of one
  std::vector<Citation> because;
  Range range;

  /// The option, where the condition is one alone.
  std::optional<OptionId> option() const {
    const bool alone = wanted.nodes().size() == 1 && wanted.root().op == Expression::Op::option;
    return alone ? std::optional(OptionId(wanted.root().value)) : std::nullopt;
  }
};

struct Weights {
  std::vector<Weight> weights;
  int decimals = 0; ///< 0 to 9, the same for all, so that sums are exact
  Range range;
};

using Preference = std::variant<std::monostate, Prioritised, Ranking, Weights>;

} // namespace stasis::model
