#pragma once

// Views as written to views. Inside, a preference or an attitude is that of the picture alone; the names, the
// definitions and the numbers of states are those of the conflict.
//
// O(size of the views). Tested by tests/language/cases/views.

#include "language/resolving/preference_resolver.h"
#include "model/view.h"

namespace stasis::language {

class ViewResolver {
public:
  ViewResolver(const Names& names, ExpressionResolver& expressions, const StateResolver& states,
               model::Conflict& conflict, Expansion& expansion)
      : names_(names), expressions_(expressions), states_(states), conflict_(conflict),
        expansion_(expansion) {}

  void enter(const syntax::View& written);
  model::Views take() && { return std::move(views_); }

private:
  bool header(const syntax::View& written, model::View& view);
  bool isFirst(const syntax::View& written, const model::View& view);
  void unaware(const syntax::Unaware& written, model::View& view);
  bool isOwn(model::OptionId option, const syntax::Reference& ref, const model::View& view) const;
  void blind(const syntax::Blind& written, model::View& view);
  bool isState(const syntax::StateName& name) const;
  void blindState(const syntax::StateName& name, const std::vector<model::Citation>& because,
                  model::View& view);

  const Names& names_;
  ExpressionResolver& expressions_;
  const StateResolver& states_;
  model::Conflict& conflict_;
  Expansion& expansion_;
  model::Views views_;
  struct Header {
    model::PartyId of;
    std::optional<model::PartyId> by;
    syntax::Words words;
  };
  std::vector<Header> entered_;
};

} // namespace stasis::language
