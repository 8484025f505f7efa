#pragma once

// The columns that tell under which concepts something holds. As a rule one for each concept solved; what
// differs only in how it is looked upon shares one:
//
//   a concept and its strong form   holds strongly, holds weakly (`◐`: stable, and not strongly), does not
//   attitudes to what is not known  the letters a b c d of those under which it holds
//
// Tested by the sessions of tests/cli.

#include "report/telling/table.h"
#include "stability/solution.h"

#include <optional>
#include <vector>

namespace stasis::report {

/// Of so many that were asked, for how many it holds.
struct HeldBy {
  std::size_t held = 0;
  std::size_t of = 1;
};

class ConceptColumns {
public:
  explicit ConceptColumns(const stability::Solution& solution);

  std::vector<Column> columns() const;
  bool tellsStrength() const;

  /// A cell for each column, from whether it holds under each concept as solved (none: not known), with this
  /// mark where it does.
  std::vector<Cell> cells(const std::vector<std::optional<HeldBy>>& held, std::string_view yes,
                          const Look& look) const;
  std::vector<Cell> cells(const std::vector<std::optional<bool>>& held, std::string_view yes,
                          const Look& look) const;

private:
  enum class Kind : std::uint8_t { one, strength, letters };
  struct Shared {
    Kind kind = Kind::one;
    std::string name;
    std::vector<std::size_t> concepts; ///< as solved; of strength the plain form first
    std::string letters{};             ///< of attitudes to what is not known, as the concepts
  };
  void add(const stability::Solution& solution, std::size_t at);
  Shared* plainFormOf(const stability::Solution& solution, model::Concept strong);

  std::vector<Shared> shared_;
};

} // namespace stasis::report
