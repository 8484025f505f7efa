#pragma once

// The conflict as a party sees it, where its picture differs from the conflict (hypergames: Bennett 1977,
// 1980; Wang, Hipel & Fraser 1988; in the graph model: Aljefri, Bashar, Hipel & Fang 2017). A view is a
// patch: what it does not mention is as in the conflict. With `by`, it is what that party thinks the other
// sees, and a patch of the first party's own picture. Views stand beside the conflict and not in it: no
// engine sees them.
//
// Invariant: a party has at most one view, and at most one of each other party's.
//
// Tested by tests/language and tests/views.

#include "model/conflict.h"

#include <optional>
#include <variant>
#include <vector>

namespace stasis::model {

struct View {
  /// `prefer Q`, `rank Q` or `weigh Q`: replaces all that Q wants.
  struct Wish {
    PartyId party;
    Preference preference;
  };
  /// `attitude Q for R`: replaces all attitudes of Q.
  struct Regard {
    PartyId party;
    std::vector<AttitudeTowards> attitudes;
  };
  /// `unaware Q.option`: in this picture nobody can take the option.
  struct Unaware {
    OptionId option;
    std::vector<Citation> because;
    Range range; ///< the name of the option
  };
  /// `blind s3` or `blind A`: states that are not there in this picture, for anybody.
  struct Blind {
    std::variant<StateRef, Expression> what;
    std::vector<Citation> because;
    Range range; ///< the state or the condition
  };

  PartyId of;                  ///< whose picture
  std::optional<PartyId> by{}; ///< second level: who thinks that `of` sees it so
  Range range{};               ///< `view P`
  std::vector<Wish> wishes{};  ///< one for a party at most
  std::vector<Regard> regards{};
  std::vector<Constraint> constraints{}; ///< in addition to those of the conflict
  std::vector<Unaware> unaware{};        ///< no option of `of`
  std::vector<Blind> blind{};
};

/// `expect in view P …`, `expect in view P of Q …`, `expect in hypergame …`: what a picture, or the
/// hypergame, must give. States in it are those of the conflict.
struct ExpectInViews {
  Expectation expected;
  std::optional<PartyId> of{}; ///< whose picture, one of the views; none: the hypergame
  std::optional<PartyId> by{}; ///< second level
};

/// In the order of the text.
struct Views : std::vector<View> {
  using std::vector<View>::vector;
  std::vector<ExpectInViews> expectations{};
};

/// The picture of a party, or what `by` thinks of it; null if there is no such view.
const View* viewOf(const Views& views, PartyId of, std::optional<PartyId> by = std::nullopt);

/// Whether some view has marks of strength (`strongly`, `>>`), of doubt (`perhaps`), or attitudes. O(tiers).
bool speakOfStrength(const Views& views);
bool speakOfDoubt(const Views& views);
bool speakOfAttitudes(const Views& views);
inline bool speakBeyondRanks(const Views& views) {
  return speakOfStrength(views) || speakOfDoubt(views) || speakOfAttitudes(views);
}

} // namespace stasis::model
