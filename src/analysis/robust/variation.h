#pragma once

// What an analyst could have assumed differently, one thing at a time: whether a statement is held, which of
// two neighbours matters more, whether an option can be reversed, whether a constraint binds. A draft is the
// conflict with some such changes; a change leads from one draft to another.
//
//   drop   a statement of `prefer`, or a line of `weigh`, is left out
//   swap   two neighbours by importance change places: tiers of `prefer` (`A | B` as one), classes of `rank`
//   free   an irrevocable or unresumable option can be changed both ways
//   bind   an option that can be changed both ways becomes irrevocable
//   allow  a constraint is left out (not if states are listed: there it has no effect)
//
// What members of a family share by one line changes for all of them. States are identified by their options:
// numbers in the text (of rankings and moves) are read once, in the conflict as written. Tested against
// tests/oracle/variants.h.

#include "stability/engine.h"

#include <array>
#include <string_view>
#include <vector>

namespace stasis::analysis {

enum class ChangeKind : std::uint8_t { drop, swap, free, bind, allow };

inline constexpr std::array changeKinds{ChangeKind::drop, ChangeKind::swap, ChangeKind::free,
                                        ChangeKind::bind, ChangeKind::allow};

/// `drop` and the like, as on the command line and in JSON.
std::string_view keyOf(ChangeKind kind);

struct Change {
  ChangeKind kind = ChangeKind::drop;
  std::size_t where = 0; ///< place of the preference written, option (a family's first) or constraint
  std::vector<std::size_t> first;  ///< drop: what is left out; swap: the first one; places as written, from 0
  std::vector<std::size_t> second; ///< swap: the second of the two

  friend auto operator<=>(const Change&, const Change&) = default;
};

/// A preference as written: a party's own, or one that members of a family share.
struct WrittenPreference {
  std::vector<model::PartyId> parties;
};

/// A conflict with some changes.
struct Draft {
  /// By preference as written: the items held, by position as written, most important first.
  std::vector<std::vector<std::vector<std::size_t>>> preferences;
  std::vector<model::Direction> directions; ///< by option
  std::vector<bool> constraints;            ///< whether each binds

  friend bool operator<(const Draft& a, const Draft& b);
};

/// Changes that lead from the conflict as written to another conflict.
using Variant = std::vector<Change>;

struct Varied {
  std::vector<ChangeKind> kinds{changeKinds.begin(), changeKinds.end()};
  std::vector<model::PartyId>
      parties; ///< only what these want and can do (and no constraints); empty: everything
};

class Variation {
public:
  /// The engine provides the conflict and the meaning of its numbers; it need not outlive this.
  Variation(stability::Engine& engine, const Varied& varied);

  const model::Conflict& asWritten() const { return conflict_; }
  const std::vector<WrittenPreference>& preferences() const { return preferences_; }

  const Draft& draft() const { return draft_; }
  /// In the order of kinds, then of the text.
  std::vector<Change> changes(const Draft& draft) const;
  Draft after(Draft draft, const Change& change) const;
  model::Conflict conflict(const Draft& draft) const;
  model::Conflict conflict(const Variant& variant) const;

  /// Every different conflict that one change gives, then (depth 2) those that need two.
  std::vector<Variant> variants(std::size_t depth) const;

private:
  void pinNumbers(stability::Engine& engine);
  void gatherPreferences();
  bool isVaried(model::PartyId party) const;
  std::vector<std::size_t> sharing(std::size_t option) const;
  void addDrops(const Draft& draft, std::vector<Change>& out) const;
  void addSwaps(const Draft& draft, std::vector<Change>& out) const;
  void addDirections(const Draft& draft, bool bound, std::vector<Change>& out) const;
  void addConstraints(const Draft& draft, std::vector<Change>& out) const;

  model::Conflict conflict_;
  Varied varied_;
  std::vector<WrittenPreference> preferences_;
  Draft draft_;
};

} // namespace stasis::analysis
