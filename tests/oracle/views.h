#pragma once

// The conflict as each sees it, by definition (hypergames: Wang, Hipel & Fraser 1988). All states of the
// conflict stay where they are; a picture hides some of them from everybody and gives some parties other
// wishes. So nothing is renumbered, and no conflict is patched. Shares no code with src/. Up to about 10
// options.

#include "model/view.h"
#include "oracle/definitions.h"

#include <memory>

namespace stasis::oracle {

/// A whole picture: the conflict after one view, or after two on top of each other.
class Picture {
public:
  /// `views` in the order in which they are laid over the conflict; none: the conflict itself.
  Picture(const model::Conflict& conflict, const std::vector<const model::View*>& views);

  const Game& game() const { return *game_; }
  bool sees(Place s) const { return !hidden_.contains(s); }

private:
  void hide(const Game& all, const model::View& view);
  void complete(model::Preference& preference, const Game& all) const;

  model::Conflict wishes_; ///< the conflict with the wishes of the picture
  std::set<Place> hidden_;
  std::unique_ptr<Game> game_;
};

class Hypergame {
public:
  Hypergame(const model::Conflict& conflict, const model::Views& views);

  /// What `of` sees; with `by`, what `by` thinks that `of` sees.
  const Picture& picture(std::size_t of, std::optional<std::size_t> by = std::nullopt) const;
  /// Seen by the party, and stable for it in its own picture.
  bool isStable(model::Concept concept_, std::size_t of, Place s) const;
  Places equilibria(model::Concept concept_) const;
  /// What party i takes for an equilibrium: stable for each in the picture that i thinks the other has.
  Places expected(model::Concept concept_, std::size_t i) const;

private:
  std::size_t parties_;
  std::vector<std::unique_ptr<Picture>> own_;                  ///< by party
  std::vector<std::vector<std::unique_ptr<Picture>>> thought_; ///< by who thinks, then of whom
};

} // namespace stasis::oracle
