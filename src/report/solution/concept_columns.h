#pragma once

// The columns that show under which concepts something holds. Usually one for each concept solved; concepts
// that differ only in how they look at the same answers share one:
//
//   a concept and its strong form   holds strongly, holds weakly (`◐`: stable, but not strongly), does not
//   hold attitudes to the unknown        the letters a b c d of those under which it holds
//
// Tested by the sessions of tests/cli.

#include "report/telling/table.h"
#include "stability/solution.h"

#include <optional>
#include <vector>

namespace stasis::report {

/// How many were asked, and for how many of these it holds.
struct HeldBy {
  std::size_t held = 0;
  std::size_t of = 1;
};

class ConceptColumns {
public:
  explicit ConceptColumns(const stability::Solution& solution);

  std::vector<Column> columns() const;

  /// One cell for each column. `held`: whether it holds under each concept, in the order solved (none: not
  /// known). `yes`: the mark if it does.
  std::vector<Cell> cells(const std::vector<std::optional<HeldBy>>& held, std::string_view yes,
                          const Look& look) const;
  std::vector<Cell> cells(const std::vector<std::optional<bool>>& held, std::string_view yes,
                          const Look& look) const;

private:
  enum class Kind : std::uint8_t { one, strength, letters };
  struct Shared {
    Kind kind = Kind::one;
    std::string name;
    std::vector<std::size_t> concepts; ///< in the order solved; for strength the plain form first
    std::string letters{};             ///< of attitudes to the unknown, in the order of the concepts
  };
  void add(const stability::Solution& solution, std::size_t at);
  Shared* plainFormOf(const stability::Solution& solution, model::Concept strong);

  std::vector<Shared> shared_;
};

} // namespace stasis::report
