#pragma once

// States as written to states: the list and its letters, named states, the status quo, and the references
// that rankings, moves and expectations make. A name means a listed state, else a named one, else `YNY` the
// state with these letters, else `sN` the state with the number N; how many states there are is known here
// only where they are listed.

#include "language/resolving/expression_resolver.h"
#include "language/resolving/pattern_tree.h"

namespace stasis::language {

class StateResolver {
public:
  StateResolver(const Names& names, ExpressionResolver& expressions, model::Conflict& conflict,
                Expansion& expansion)
      : names_(names), expressions_(expressions), conflict_(conflict), expansion_(expansion) {}

  /// Fills the lists of the conflict; ids in them are positions in the file, so a broken one leaves a gap.
  void enterAll(const syntax::File& file);
  std::optional<model::StateRef> resolve(const syntax::StateName& written) const;
  /// The listed state that a reference means, by name, number or options; none if there is no list or it is
  /// none of it.
  std::optional<std::size_t> listedIndex(const model::StateRef& ref) const;
  /// What tells states apart: their place in the list where there is one, else their options or number. Where
  /// no states are listed a number and a name may mean the same state and differ here.
  std::string keyOf(const model::StateRef& ref) const;
  /// True if a line of the list could not be read, so that nobody knows which states there are.
  bool listBroken() const { return listBroken_; }

private:
  bool listBroken_ = false;

  void listed(const syntax::ListedState& written);
  void checkOverlaps(const std::vector<syntax::ListedState>& written);
  void reportOverlap(const syntax::ListedState& one, const syntax::ListedState& other, bool same);
  void named(const syntax::NamedState& written);
  void statusQuo(const std::vector<syntax::StatusQuo>& written);
  std::optional<model::State> stateOf(const syntax::OptionList& list, syntax::Words words);
  bool take(const syntax::Reference& ref, model::State& state);
  void stateAmongOptions(const syntax::Reference& ref, const model::Pattern& pattern) const;
  model::Pattern patternOf(const model::StateRef& known) const;
  std::optional<model::State> byLetters(syntax::Words words) const;
  model::StateRef lettered(syntax::Words words, const model::State& state) const;
  std::optional<model::StateRef> numbered(syntax::Words words, std::string_view digits) const;

  const Names& names_;
  ExpressionResolver& expressions_;
  model::Conflict& conflict_;
  Expansion& expansion_;
  PatternTree tree_; ///< of the listed states
};

} // namespace stasis::language
