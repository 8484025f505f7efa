#pragma once

// Step-by-step changes of what a party wants, and their distance from the written preference. The elementary
// changes are:
//
//   prefer   a statement is dropped, negated, or moved to another place (as a tier of its own)
//   rank     two neighbouring classes are exchanged
//   weigh    a weight is dropped, or its sign reversed
//
// The distance of a preference is the least number of changes that lead to it. Preferences are visited by
// distance, each once at its own distance, always in the same order. Cost: the number visited, about
// (2 k²)^d for k statements at distance d. Tested against changes made one after another in tests/oracle/.

#include "model/conflict.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stasis::analysis {

/// A written preference rearranged: its statements (or classes, or weights) by their positions as written,
/// most important (best) first.
struct Arrangement {
  struct Item {
    std::uint16_t written = 0;
    bool negated = false;
    bool moved = false;
    friend bool operator==(const Item&, const Item&) = default;
  };
  std::vector<std::vector<Item>> tiers;
};

/// One change, described by what was written and what became of it.
struct PreferenceChange {
  enum class Kind : std::uint8_t {
    drop,
    negate,
    move,     ///< now stands above `other`, or last if there is none
    exchange, ///< the class `item` now stands above the class `other`, which was above it
  };
  Kind kind = Kind::drop;
  std::size_t item = 0; ///< the position over all tiers, as written
  std::optional<std::size_t> other;
  bool negated = false;      ///< move: …and it is negated
  bool otherNegated = false; ///< move: the one it stands above is negated
  friend bool operator==(const PreferenceChange&, const PreferenceChange&) = default;
};

class PreferenceChanges {
public:
  explicit PreferenceChanges(const model::Preference& written);

  /// At most this many preferences of one distance are kept to continue from.
  static constexpr std::size_t mostKept = 400'000;

  const Arrangement& written() const { return kept_.front().front(); }
  /// Whether anything can be changed at all.
  bool any() const { return form_ != Form::none; }

  /// Visits the preferences at this distance; `visit` returns false to end. At the greatest distance so far
  /// one may be visited more than once. False if there are too many to continue.
  bool each(std::size_t distance, const std::function<bool(const Arrangement&)>& visit);

  /// The preference in this arrangement; statements keep what they cite.
  model::Preference preference(const Arrangement& arrangement) const;
  std::vector<PreferenceChange> changes(const Arrangement& arrangement) const;
  /// Equal for equal preferences.
  static std::string key(const Arrangement& arrangement);

private:
  enum class Form : std::uint8_t { none, statements, classes, weights };
  using Visit = std::function<bool(const Arrangement&)>;
  bool keep(std::size_t distance);
  bool eachFrom(const Arrangement& from, const Visit& visit) const;
  bool eachOfStatements(const Arrangement& from, const Visit& visit) const;
  bool eachMove(const Arrangement& from, std::size_t tier, std::size_t item, const Visit& visit) const;
  std::vector<PreferenceChange> exchanges(const Arrangement& arrangement) const;

  const model::Preference& preference_;
  Form form_ = Form::none;
  std::size_t items_ = 0;
  std::vector<std::vector<Arrangement>> kept_; ///< by distance, each once
};

/// The negation; for a negation, what it negates.
model::Expression opposite(const model::Expression& wanted);

/// All statements of a preference in the order written.
std::vector<const model::Statement*> statementsOf(const model::Prioritised& preference);

} // namespace stasis::analysis
