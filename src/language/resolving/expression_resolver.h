#pragma once

// Conditions as written to conditions on options: every name its id, every list of a count written out. `any
// of L` is at least 1 of L, `none of L` at most 0, `all of L` at least as many as L has. O(nodes × depth).

#include "language/resolving/expansion.h"
#include "language/resolving/names.h"

namespace stasis::language {

class ExpressionResolver {
public:
  ExpressionResolver(const Names& names, const model::Conflict& conflict, Expansion& expansion)
      : names_(names), conflict_(conflict), expansion_(expansion) {}

  /// None if some name in it stands for nothing (reported, now or before). `self`: the member spoken of,
  /// inside `prefer each`.
  std::optional<model::Expression> resolve(const syntax::Expression& written,
                                           std::optional<model::PartyId> self = std::nullopt);
  /// The same of a query, in which stability may be named.
  std::optional<model::Query> resolveQuery(const syntax::Expression& written);
  /// Whose wishes are read from here on: a name that several parties have as an option is likely meant as
  /// its.
  void setWisher(std::optional<model::PartyId> party) { wisher_ = party; }
  /// No warnings from here on, or again: the copies of a statement would only repeat those of the first.
  void setQuiet(bool quiet) { quiet_ = quiet; }
  /// The options a reference of a list stands for; none if it stands for nothing (reported).
  std::optional<std::vector<model::OptionId>> optionsOf(const syntax::Reference& ref,
                                                        std::optional<model::PartyId> self = std::nullopt,
                                                        Names::Use use = Names::Use::list);

private:
  using Node = syntax::ExpressionNode;

  void checkNames(const syntax::Expression& broken);
  void node(const syntax::Expression& written, const Node& n);
  void reference(const syntax::Reference& ref);
  std::optional<model::Pattern> stateCalled(syntax::Words name) const;
  void single(const syntax::Reference& ref, Names::Use use);
  void listItem(const syntax::Reference& ref);
  void connective(const Node& n);
  void stability(const syntax::Stability& asked);
  void count(const Node& n);
  void warnOfOneItem(const syntax::Expression& written, const Node& n, const Node& item);
  void warnOfCount(const Node& n, std::uint32_t k, std::size_t items);
  void warnOfRepetition(const Node& n, const std::vector<model::Expression>& items);
  void listAlone(const syntax::Reference& ref, std::size_t options);
  std::optional<model::PartyId> ownerOf(const syntax::Reference& ref);
  std::optional<std::vector<model::OptionId>> familyOptions(const syntax::Reference& ref,
                                                            model::FamilyId family);
  std::vector<model::OptionId> allOf(model::PartyId party) const;

  void push(model::Expression e);
  void poison();
  std::vector<model::Expression> pop(std::size_t items);

  const Names& names_;
  const model::Conflict& conflict_;
  Expansion& expansion_;
  std::optional<model::PartyId> self_;
  std::optional<model::PartyId> wisher_;
  std::vector<model::Expression> values_;
  std::vector<model::Stability> stabilities_;
  std::vector<std::size_t> widths_; ///< how many of the values each operand stands for
  bool broken_ = false;
  bool asks_ = false; ///< a query, which may call states
  bool quiet_ = false;
};

} // namespace stasis::language
