#include "model/concept.h"

#include <algorithm>
#include <stdexcept>

namespace stasis::model {

namespace {

using enum Relation;

constexpr std::array table{
    ConceptRow{Concept(0), ConceptFamily::classical, "nash", "Nash", "Nash stability", better, never, never,
               never, "Nash 1950", "nobody gains by acting alone"},
    ConceptRow{Concept(1), ConceptFamily::classical, "gmr", "GMR", "general metarationality", better, always,
               notBetter, never, "Howard 1971",
               "whoever gains by acting fears some answer, whatever it costs those who give it"},
    ConceptRow{Concept(2), ConceptFamily::classical, "smr", "SMR", "symmetric metarationality", better,
               always, notBetter, better, "Howard 1971",
               "whoever gains by acting fears an answer that it could not repair, whatever it costs those "
               "who give it"},
    ConceptRow{Concept(3), ConceptFamily::classical, "seq", "SEQ", "sequential stability", better, better,
               notBetter, never, "Fraser & Hipel 1979",
               "whoever gains by acting fears an answer that others gain by giving"},
    ConceptRow{Concept(4), ConceptFamily::classical, "sseq", "SSEQ", "symmetric sequential stability", better,
               better, notBetter, better, "Rêgo & Vieira 2017",
               "whoever gains by acting fears an answer that others gain by giving and that it could not "
               "repair"},
};

constexpr std::array familyTable{
    ConceptFamilyRow{ConceptFamily::classical, "classical", "the classical concepts"},
};

constexpr bool inOrder() {
  for (std::size_t k = 0; k < table.size(); ++k)
    if (table[k].id.index() != k || (k > 0 && table[k].family < table[k - 1].family))
      return false;
  return true;
}
static_assert(inOrder() && table[conceptCount - 1].family == ConceptFamily::classical);

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

constinit const std::span<const ConceptRow, conceptCount> concepts{table.data(), conceptCount};

Relation contrary(Relation relation) {
  switch (relation) {
  case never: return always;
  case always: return never;
  case better: return notBetter;
  case notBetter: return better;
  case muchWorse: return notMuchWorse;
  case notMuchWorse: return muchWorse;
  case surelyBetter: return perhapsNotBetter;
  case perhapsNotBetter: return surelyBetter;
  case perhapsBetter: return surelyNotBetter;
  case surelyNotBetter: return perhapsBetter;
  case liked: return notLiked;
  case notLiked: return liked;
  }
  throw std::logic_error("a relation without a contrary");
}

std::span<const ConceptRow> allConcepts() { return table; }

const ConceptRow& row(Concept concept_) { return table[concept_.index()]; }

std::span<const ConceptRow> conceptsOf(ConceptFamily family) {
  const auto found = std::ranges::equal_range(table, family, {}, &ConceptRow::family);
  return {found.begin(), found.end()};
}

std::span<const ConceptFamilyRow> families() { return familyTable; }

const ConceptFamilyRow& row(ConceptFamily family) { return familyTable[static_cast<std::size_t>(family)]; }

std::optional<Concept> findConcept(std::string_view key) {
  for (const auto& concept_ : table)
    if (std::ranges::equal(key, concept_.key, {}, lower))
      return concept_.id;
  return std::nullopt;
}

} // namespace stasis::model
