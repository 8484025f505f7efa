#pragma once

// `unsure P  a ? b` as written to the unsure pairs of the party, which stand beside its ranking. What is
// wrong with pairs that the text alone does not show is reported by stability/reference_checks.h.

#include "language/resolving/state_resolver.h"

namespace stasis::language {

class UnsureResolver {
public:
  UnsureResolver(const Names& names, const StateResolver& states, model::Conflict& conflict)
      : names_(names), states_(states), conflict_(conflict) {}

  /// All of the file, when its rankings have been entered.
  void enterAll(const syntax::File& file);

private:
  void enter(const syntax::Unsure& written, const syntax::File& file);
  bool hasRanking(model::PartyId party, const syntax::Unsure& written, const syntax::File& file) const;
  std::optional<model::StateRef> state(const syntax::StateName& written) const;
  /// False, and reported, if something is wrong with the pairs of the party.
  bool areSound(const model::Party& party) const;

  const Names& names_;
  const StateResolver& states_;
  model::Conflict& conflict_;
};

} // namespace stasis::language
