#pragma once

// The search behind inversion.h. It goes distance by distance over all states asked about, until a change is
// found. It then combines the ways of the parties and solves each again.

#include "analysis/invert/inversion.h"
#include "analysis/invert/joint_changes.h"

#include <memory>

namespace stasis::analysis {

class LeastChangeSearch {
public:
  /// All arguments must outlive it.
  LeastChangeSearch(stability::Engine& engine, const Rules& rules, const InversionQuestion& question,
                    const OpenEngine& open, const stability::Errand& errand);

  /// The states of the following calls; at first all of the question.
  void about(std::vector<model::Pattern> states) { states_ = std::move(states); }
  /// Throw LimitReached.
  LeastChange forParty(model::Concept id, model::PartyId party);
  LeastChange forEverybody(model::Concept id);

  PreferenceChanges& changes(model::PartyId party) { return changes_[party.index()]; }

private:
  using Arrangements = JointChanges::Arrangements;
  bool holdsAsWritten(LeastChange& least, const std::vector<model::PartyId>& parties);
  void apart(LeastChange& least, const std::vector<model::PartyId>& parties);
  void together(LeastChange& least);
  void tell(LeastChange& least, const model::Pattern& state, const Arrangements& arrangements);
  static LeastChange sound(LeastChange least);
  bool stable(model::Concept id, model::PartyId party, const model::Pattern& state);
  std::size_t depth(model::Concept id) const;

  /// What is known of one party and one state.
  struct Known {
    std::size_t searched = 0;
    std::optional<OwnChanges::Found> found; ///< at the distance `searched`
    std::optional<std::size_t> most;        ///< the greatest distance to search; known after a search
    bool tooMany = false;
    bool tooLarge = false;
    std::size_t bound() const { return found ? searched : searched + 1; }
    bool closed() const { return tooLarge || (!found && most && searched >= *most); }
  };
  struct Target {
    model::Pattern state;
    std::vector<model::PartyId> parties; ///< those for which it is not stable
    std::vector<Known> known;            ///< by party of `parties`
    std::size_t bound() const;
    bool closed() const;
  };
  void search(Known& known, model::Concept id, model::PartyId party, const model::Pattern& state,
              std::size_t budget);
  void searchUpTo(std::size_t distance, model::Concept id, Target& target);
  void product(LeastChange& least, const Target& target);

  stability::Engine& engine_;
  const Rules& rules_;
  const InversionQuestion& question_;
  std::vector<model::Pattern> states_;
  const OpenEngine& open_;
  const stability::Errand& errand_;
  std::vector<PreferenceChanges> changes_; ///< by party
  std::unique_ptr<ChangedStability> changed_;
};

} // namespace stasis::analysis
