#pragma once

// A second, independent reading of a conflict's rules, for verify.h alone. It uses nothing of the engines, of
// rules.h or of the model's evaluation of expressions, so a mistake there cannot confirm itself. States are
// read one by one and remembered.
//
// It is as plain as possible: it tries every own choice and compares every listed state. For states that the
// text calls by number without listing them it counts through all 2^n choices, up to `mostCounted` options.

#include "model/conflict.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stasis::analysis {

class SecondReading {
public:
  static constexpr std::size_t mostCounted = 24;
  static constexpr std::size_t mostOwn = 24; ///< options of one party that can be changed

  /// Throws LimitReached above these limits.
  explicit SecondReading(const model::Conflict& conflict);

  using Met = std::uint32_t; ///< position among the states read so far

  /// The feasible state with these letters; none if there is none.
  std::optional<Met> find(std::string_view letters);
  const std::string& letters(Met state) const { return met_[state]; }

  /// The reference stays valid.
  const std::vector<Met>& moves(std::size_t party, Met from);
  bool prefers(std::size_t party, Met better, Met worse);

  /// `better` ≫ `worse`.
  bool prefersStrongly(std::size_t party, Met better, Met worse);
  /// How t compares with s over all readings of a preference.
  enum class Known : std::uint8_t { better, same, worse, unknown };
  Known known(std::size_t party, Met t, Met s);
  /// t differs from s, and is no worse for those the party is for and no better for those it is against.
  bool likes(std::size_t party, Met t, Met s);

private:
  using Score = std::vector<std::int64_t>;
  bool holds(const model::Expression& expression, const std::string& letters,
             const std::vector<bool>& defines) const;
  std::vector<bool> defines(const std::string& letters) const;
  bool feasible(const std::string& letters) const;
  Met meet(const std::string& letters);
  std::string meaning(const model::StateRef& reference);
  void readArcs();
  void readRankings();
  void readUnsure();
  std::vector<Met> byOptions(const model::Party& party, Met from);
  std::vector<Met> amongListed(std::size_t party, Met from);
  const Score& score(std::size_t party, Met state);

  const model::Conflict& conflict_;
  std::vector<std::string> numbered_;                                    ///< made on first use
  std::vector<std::map<std::string, std::vector<std::string>>> arcs_;    ///< by party
  std::vector<std::map<std::string, std::int64_t>> classes_;             ///< by party, of a ranking
  std::vector<std::vector<std::pair<std::string, std::string>>> unsure_; ///< by party
  std::vector<std::string> met_;
  std::unordered_map<std::string, Met> places_;
  std::vector<std::unordered_map<Met, std::vector<Met>>> moves_; ///< by party
  std::vector<std::unordered_map<Met, Score>> scores_;
};

} // namespace stasis::analysis
