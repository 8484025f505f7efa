#pragma once

// The one table of solution concepts. A concept is a row of four relations between states. Each is judged by
// the party that compares the states:
//
//   s is stable for i iff for every s1 in R_i(s) that i *leaves* for, the others can reach some s2 from s1
//   (other than s1) by *answers*, such that s2 *deters* i and no s3 in R_i(s2) *undoes* it.
//
// `leaves`, `deters` and `undoes` compare a state with s for party i; `answers` compares the end of each step
// with its start for the party that makes the step. Names on the command line, JSON keys, documentation and
// the loops of the engines all come from the rows.
//
//   classical  Nash (Nash 1950), GMR and SMR (Howard 1971), SEQ (Fraser & Hipel 1979), SSEQ (Rêgo & Vieira
//              2017); in the graph model: Fang, Hipel & Kilgour, Interactive Decision Making (1993)

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace stasis::model {

/// A row of the table; concepts have the order of the rows.
class Concept {
public:
  static const Concept nash, gmr, smr, seq, sseq;

  constexpr Concept() = default; ///< Nash
  constexpr explicit Concept(std::size_t row) : row_(static_cast<std::uint8_t>(row)) {}
  constexpr std::size_t index() const { return row_; }

  friend constexpr auto operator<=>(Concept, Concept) = default;

private:
  std::uint8_t row_ = 0;
};

inline constexpr Concept Concept::nash{0};
inline constexpr Concept Concept::gmr{1};
inline constexpr Concept Concept::smr{2};
inline constexpr Concept Concept::seq{3};
inline constexpr Concept Concept::sseq{4};

/// Concepts that use the same part of a preference.
enum class ConceptFamily : std::uint8_t {
  classical, ///< ranks
  strength,  ///< also how much better: `>>`, `strongly`
  unknown,   ///< also what is not known of the ranks: `unsure`, `perhaps`
  attitudes, ///< also whose ranks count for whom: `attitude`
};

/// How a state t compares with a state s for a party.
enum class Relation : std::uint8_t {
  never,
  always,
  better,           ///< t ≻ s
  notBetter,        ///< t ≼ s
  muchWorse,        ///< t ≪ s
  notMuchWorse,     ///< the contrary of muchWorse
  surelyBetter,     ///< t ≻ s is known
  perhapsBetter,    ///< t ≻ s, or how they compare is not known
  surelyNotBetter,  ///< t ≼ s is known
  perhapsNotBetter, ///< t ≼ s, or how they compare is not known
  liked,            ///< t differs from s, and is no worse for those the party is for and no better for
                    ///< those it is against
  notLiked,         ///< the contrary of liked
};

/// The relation that holds exactly if this one does not.
Relation contrary(Relation relation);

/// The moves of the others that may sanction.
enum class Sanctions : std::uint8_t { none, moves, improvements };
/// What counts for the sanctioned party: the rank of the end, or also its best move from there (high).
enum class Judgement : std::uint8_t { rank, high };

struct ConceptRow {
  Concept id;
  ConceptFamily family;
  std::string_view key;   ///< command line and JSON: `nash`
  std::string_view name;  ///< in tables: `Nash`
  std::string_view title; ///< in full
  Relation leaves;
  Relation answers; ///< never: nobody answers; always: any move
  Relation deters;
  Relation undoes;
  std::string_view source;
  std::string_view plainly; ///< when a party stays, in one sentence

  Sanctions sanctions() const {
    return answers == Relation::never    ? Sanctions::none
           : answers == Relation::always ? Sanctions::moves
                                         : Sanctions::improvements;
  }
  Judgement judgement() const { return undoes == Relation::never ? Judgement::rank : Judgement::high; }
};

/// Every concept, family by family.
std::span<const ConceptRow> allConcepts();
const ConceptRow& row(Concept concept_);
/// The concepts of a family, in the order of the table.
std::span<const ConceptRow> conceptsOf(ConceptFamily family);

/// The classical concepts, which every engine and every analysis supports; the first rows of the table.
inline constexpr std::size_t conceptCount = 5;
extern const std::span<const ConceptRow, conceptCount> concepts;

struct ConceptFamilyRow {
  ConceptFamily id;
  std::string_view key;  ///< the group on the command line
  std::string_view name; ///< in text
};
std::span<const ConceptFamilyRow> families();
const ConceptFamilyRow& row(ConceptFamily family);

/// The concept with this key (`seq`), in upper or lower case; none if there is none.
std::optional<Concept> findConcept(std::string_view key);

} // namespace stasis::model
