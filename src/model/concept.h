#pragma once

// The one table of solution concepts. A concept is a row: which sequences of the other parties may sanction
// an improvement (none, any legal moves, improvements only) and what a sanction is judged by (the rank of the
// state it ends in, or the best the sanctioned party can still make of that state by one move). Names on the
// command line, JSON keys, documentation and engine loops all come from here; another concept of this kind is
// another row.
//
// Nash (Nash 1950), GMR and SMR (Howard 1971), SEQ (Fraser & Hipel 1979), SSEQ (Rêgo & Vieira 2017); in the
// graph model: Fang, Hipel & Kilgour, Interactive Decision Making (1993).

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace stasis::model {

enum class Concept : std::uint8_t { nash, gmr, smr, seq, sseq };

/// Which group moves may sanction.
enum class Sanctions : std::uint8_t { none, moves, improvements };
/// What the sanctioned party is judged to end with.
enum class Judgement : std::uint8_t { rank, high };

struct ConceptRow {
  Concept id;
  std::string_view key;   ///< command line and JSON: `nash`
  std::string_view name;  ///< in tables: `Nash`
  std::string_view title; ///< in full
  Sanctions sanctions;
  Judgement judgement;
  std::string_view source;
};

inline constexpr std::array<ConceptRow, 5> concepts{{
    {Concept::nash, "nash", "Nash", "Nash stability", Sanctions::none, Judgement::rank, "Nash 1950"},
    {Concept::gmr, "gmr", "GMR", "general metarationality", Sanctions::moves, Judgement::rank, "Howard 1971"},
    {Concept::smr, "smr", "SMR", "symmetric metarationality", Sanctions::moves, Judgement::high,
     "Howard 1971"},
    {Concept::seq, "seq", "SEQ", "sequential stability", Sanctions::improvements, Judgement::rank,
     "Fraser & Hipel 1979"},
    {Concept::sseq, "sseq", "SSEQ", "symmetric sequential stability", Sanctions::improvements,
     Judgement::high, "Rêgo & Vieira 2017"},
}};

inline constexpr std::size_t conceptCount = concepts.size();

constexpr const ConceptRow& row(Concept concept_) { return concepts[static_cast<std::size_t>(concept_)]; }

/// The concept with this key (`seq`), compared without regard to case; none if there is none.
std::optional<Concept> findConcept(std::string_view key);

} // namespace stasis::model
