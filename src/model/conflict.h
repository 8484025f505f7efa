#pragma once

// The conflict as written: the parties, what each can do, what is infeasible, what each party wants, and the
// words that say so. Plain values in the order of the text, with every name resolved.
//
// Invariants (the parser and the importers produce only such conflicts):
//   - the options of a party are adjacent: party p owns options [first, first + count), parties in order
//   - names of parties are unique; names of options are unique within their party
//   - a define refers only to options and to defines of smaller index
//   - every Pattern has one choice per option; named states and the status quo have no open choice
//   - `strongly` marks the first tiers of a party or none; a party with `unsure` pairs has a ranking
//   - a party has at most one attitude towards each party
//   - `listed` empty: the feasible states are those that meet every constraint; else exactly the listed ones

#include "model/attitude.h"
#include "model/concept.h"
#include "model/expression.h"
#include "model/pattern.h"
#include "model/preference.h"
#include "model/query.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stasis::model {

/// In which direction an option can be changed.
enum class Direction : std::uint8_t {
  both,
  irrevocable, ///< only N to Y
  unresumable, ///< only Y to N
};

/// `perhaps irrevocable`: it is not known whether the option can be changed back.
struct DirectionDoubt {
  Direction direction = Direction::irrevocable; ///< the direction it may have; never `both`
  std::optional<Odds> odds = {};                ///< that it has it; even if absent
  friend bool operator==(const DirectionDoubt&, const DirectionDoubt&) = default;
};

/// `perhaps 0.7 irrevocable`.
std::string doubtText(const DirectionDoubt& doubt);

struct Option {
  std::string name;
  std::string label; ///< may be empty
  PartyId owner;
  Direction direction = Direction::both;
  std::vector<Citation> because;
  Range range; ///< the name in its declaration
  /// Concepts take an option in doubt as one of direction `both`.
  std::optional<DirectionDoubt> doubt = {};
};

/// `move P  from -> to`: one direction only.
struct Move {
  StateRef from;
  StateRef to;
};

struct Party {
  std::string name;
  std::string label;
  std::size_t firstOption = 0;
  std::size_t optionCount = 0;
  Preference preference;
  /// Present: all the moves it has (graph form). Absent: its options give its moves.
  std::optional<std::vector<Move>> moves;
  std::optional<FamilyId> family;
  std::vector<Citation> because;
  Range range;
  std::vector<UnsurePair> unsure = {};         ///< in addition to a ranking, in the order of the text
  std::vector<AttitudeTowards> attitudes = {}; ///< the written ones, in the order of the text
};

/// Similar parties declared together: `parties Guarantors of France, Britain, …`. All have the same option
/// names.
struct Family {
  std::string name;
  std::string label;
  std::vector<PartyId> members;
  Range range;
};

struct Constraint {
  Expression holds; ///< what must hold; for `never E` the negation of E
  std::vector<Citation> because;
  Range range;
};

struct Define {
  std::string name;
  std::string label;
  Expression meaning;
  Range range;
};

/// One line of a `states` block.
struct ListedState {
  std::string name;
  std::string label;
  Pattern pattern;
  Range range;
};

/// `state war "Open war" = escalate, attack`.
struct NamedState {
  std::string name;
  std::string label;
  State state;
  Range range;
};

struct Source {
  std::string name;
  std::string path; ///< relative to the file of the conflict
  std::string description;
  Range range;
};

struct ConceptRef {
  Concept id;
  Range range;
};

/// `expect seq = s5, s8`.
struct ExpectEquilibria {
  ConceptRef concept_;
  std::vector<StateRef> states;
};

/// `expect war is [not] stable for Syria under nash, seq`, or `is [not] equilibrium under …` without a party.
struct ExpectState {
  StateRef state;
  bool negated = false;
  std::optional<PartyId> stableFor;
  std::vector<ConceptRef> concepts;
};

/// `expect 12 states`, `expect 2256 equilibria under nash, gmr where peace`.
struct ExpectCount {
  std::string count;                ///< a decimal number of any length
  std::vector<ConceptRef> concepts; ///< empty: the feasible states
  std::optional<Query> where;
};

/// How many states of a set satisfy a condition.
enum class Quantity : std::uint8_t { all, some, no };

/// `expect all equilibria under nash satisfy peace`.
struct ExpectQuantity {
  Quantity quantity = Quantity::all;
  std::vector<ConceptRef> concepts; ///< empty: the feasible states
  Query satisfied;
};

struct Expectation {
  std::variant<ExpectEquilibria, ExpectState, ExpectCount, ExpectQuantity> what;
  Range range;
};

struct Conflict {
  std::string title;
  std::vector<std::string> about;
  std::vector<Source> sources;
  std::vector<Party> parties;
  std::vector<Option> options;
  std::vector<Family> families;
  std::vector<Constraint> constraints;
  std::vector<Define> defines;
  std::vector<ListedState> listed;
  std::vector<NamedState> named;
  std::optional<State> statusQuo;
  Range statusQuoRange;
  std::vector<Expectation> expectations;

  const Party& party(PartyId id) const { return parties[id.index()]; }
  const Option& option(OptionId id) const { return options[id.index()]; }
  const Define& define(DefineId id) const { return defines[id.index()]; }
  const Source& source(SourceId id) const { return sources[id.index()]; }

  std::optional<PartyId> findParty(std::string_view name) const;
  std::optional<DefineId> findDefine(std::string_view name) const;

  /// The name of an option in text: its own if no other option, party, family or define has it, else
  /// `party.option`.
  std::string nameOf(OptionId id) const;
  /// The label if there is one, else the name.
  const std::string& labelOf(PartyId id) const;
  const std::string& labelOf(OptionId id) const;

  /// The attitude of `who` to `towards`: as written, else `for` itself and neutral towards others. O(rows).
  Attitude attitude(PartyId who, PartyId towards) const;

  /// What the conflict contains beyond plain preferences, and so which families of concepts are of interest:
  /// `strongly` or `>>`; `perhaps` or `unsure`; `attitude`. O(tiers).
  bool speaksOfStrength() const;
  bool speaksOfDoubt() const;
  bool speaksOfAttitudes() const;
  /// True if it is not known of some option whether it can be changed back.
  bool doubtsDirections() const;

  /// True if some listed state stands for several (`-`).
  bool hasMergedStates() const;
  /// True if the moves of some party are listed.
  bool hasGraphForm() const;
};

/// Whether the expression holds in a state (no open choice). O(nodes); a define counts each time it is
/// named.
bool holds(const Expression& expression, const Conflict& conflict, const State& state);

} // namespace stasis::model
