#pragma once

// What a party wants, in one of three written forms. Each defines a total preorder on the feasible states;
// the engines turn it into ranks (larger is better).
//
//   Prioritised  statements in tiers, most important first; states are compared lexicographically by the
//                number of statements that hold in each tier (option prioritisation: Hipel, Kilgour, Fang &
//                Peng 1997)
//   Ranking      the states themselves, best first, ties in one class
//   Weights      a number for some options or other conditions; a state is worth the sum over those that hold
//   (nothing)    the party is indifferent
//
// Statements and rankings may carry marks. The order above does not depend on them; only the concepts for a
// mark read it.
//
//   strongly, >>  strength (Hamouda, Kilgour & Hipel 2004): state q is strongly preferred to s if `>>` stands
//                 between their classes, or if the first tier that distinguishes them is marked
//   perhaps, ?    doubt (Li, Hipel, Kilgour & Fang 2004): it is not known whether the party holds the line,
//                 or how it compares the two states

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
  Range wordsRange; ///< the quoted words with their quotation marks
};

/// How sure and how strong a line of `prefer` is.
enum class Mark : std::uint8_t {
  none,
  strongly, ///< the difference it makes is strong
  perhaps,  ///< it is not known whether the party holds it; classical concepts assume it does
};

/// How likely what is in doubt is: an exact decimal from 0 to 1.
struct Odds {
  std::int64_t billionths = 500'000'000;
  friend auto operator<=>(const Odds&, const Odds&) = default;
};

/// As short as it can be written: `0.7`, `1`.
std::string oddsText(Odds odds);

struct Statement {
  Expression wanted;
  std::vector<Citation> because;
  /// Where it is written, without its mark. The copies that `prefer each` makes for the members of a family
  /// have the same range.
  Range range;
  Mark mark = Mark::none; ///< the mark of the line, the same for all statements of a tier
  /// `perhaps 0.7 A`: that the line is held; even if absent. The same for all statements of a tier.
  std::optional<Odds> odds = {};
};

struct Prioritised {
  /// Most important first; each tier has one or more statements (`A | B`) of equal priority. Tiers marked
  /// `strongly` come before all others. A `perhaps` tier is held as a whole or not at all.
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
  std::vector<std::vector<StateRef>> classes; ///< best first; each class is a tie
  Range range;
  /// The classes followed by `>>`, ascending: k if classes[k] >> classes[k + 1].
  std::vector<std::size_t> strongAfter = {};
};

/// `unsure P  a ? b`: it is not known how P compares the two. They are in different classes of its ranking.
struct UnsurePair {
  StateRef one;
  StateRef other;
  Range range; ///< the pair: `a ? b`
};

struct Weight {
  Expression wanted;      ///< usually a single option
  std::int64_t units = 0; ///< in units of 10^-decimals
  std::vector<Citation> because;
  Range range;

  /// The option, if the condition is a single option.
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

/// The mark of a tier; none for an empty one.
Mark markOf(const std::vector<Statement>& tier);
/// The odds of a tier, if they are written.
std::optional<Odds> oddsOf(const std::vector<Statement>& tier);
/// True if some tier, or some step of a ranking, is marked as strong. O(tiers).
bool hasStrong(const Preference& preference);
/// True if some tier is marked `perhaps`; unsure pairs are not part of the preference. O(tiers).
bool hasPerhaps(const Preference& preference);

} // namespace stasis::model
