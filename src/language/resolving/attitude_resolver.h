#pragma once

// `attitude P  for Q, against R` as written to rows of the party. A family stands for its members on both
// sides, as the holder and as those looked upon; a member that looks on its own family looks on the others,
// and `self` is the holder.

#include "language/resolving/expansion.h"
#include "model/view.h"

#include <map>

namespace stasis::language {

class AttitudeResolver {
public:
  AttitudeResolver(const Names& names, model::Conflict& conflict, Expansion& expansion,
                   model::View* view = nullptr)
      : names_(names), conflict_(conflict), expansion_(expansion), view_(view) {}

  void enter(const syntax::Attitudes& written);

private:
  using Parties = std::vector<model::PartyId>;

  std::optional<Parties> holders(const syntax::Attitudes& written) const;
  void enter(const syntax::AttitudeTowards& item, const Parties& holders);
  Parties towards(const syntax::AttitudeTowards& item, const Parties& named, model::PartyId holder) const;
  std::vector<model::AttitudeTowards>& rowsOf(model::PartyId holder);
  bool set(model::PartyId holder, model::PartyId towards, const syntax::AttitudeTowards& item);

  const Names& names_;
  model::Conflict& conflict_;
  Expansion& expansion_;
  model::View* view_; ///< what the attitudes belong to; null: the conflict
  std::map<std::pair<model::PartyId, model::PartyId>, syntax::Words> seen_; ///< the item that said it
};

} // namespace stasis::language
