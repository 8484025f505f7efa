#pragma once

// Preferences as written to preferences: statements, rankings and weights of each party; `prefer each` copied
// for the members of a family, each copy with the member's own options for `self`.

#include "language/resolving/state_resolver.h"
#include "model/view.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::language {

class PreferenceResolver {
public:
  PreferenceResolver(const Names& names, ExpressionResolver& expressions, const StateResolver& states,
                     model::Conflict& conflict, Expansion& expansion, model::View* view = nullptr)
      : names_(names), expressions_(expressions), states_(states), conflict_(conflict), expansion_(expansion),
        view_(view) {}

  void enter(const syntax::Preference& written);
  /// What a copy takes in memory, about.
  static std::size_t bytesOf(const std::vector<model::Citation>& because);

private:
  void enterEach(const syntax::Preference& written);
  void set(model::PartyId party, const syntax::Preference& written, model::Preference preference);

  std::optional<model::Prioritised> statements(const syntax::Preference& written,
                                               std::optional<model::PartyId> self);
  std::optional<model::Ranking> ranking(const syntax::Preference& written);
  static std::size_t bytesOf(const model::Prioritised& said);
  bool checkRepeated(const model::Ranking& ranking) const;
  std::string hiddenNumber(const model::Ranking& ranking, const std::vector<std::string>& missing) const;
  bool checkComplete(const model::Ranking& ranking, const syntax::Preference& written) const;
  std::vector<std::string> unranked(const model::Ranking& ranking) const;
  bool isRest(syntax::Words state) const;
  void sayRest(const model::Ranking& ranking, syntax::Words rest) const;
  std::optional<model::Weights> weights(const syntax::Preference& written);

  const Names& names_;
  ExpressionResolver& expressions_;
  const StateResolver& states_;
  model::Conflict& conflict_;
  Expansion& expansion_;
  model::View* view_; ///< what the preferences belong to; null: the conflict
  std::unordered_map<std::size_t, syntax::Words> headers_; ///< by party, of the block it has
};

} // namespace stasis::language
