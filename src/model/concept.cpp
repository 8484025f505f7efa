#include "model/concept.h"

#include "model/limited_moves.h"
#include "model/looking_ahead.h"
#include "model/lower_case.h"
#include "model/numbered_concepts.h"
#include "model/simultaneous.h"

#include <algorithm>
#include <array>
#include <stdexcept>

// Classical: Nash 1950, Howard 1971, Fraser & Hipel 1979, Rêgo & Vieira 2017. Strength: Hamouda, Kilgour &
// Hipel, Group Decision and Negotiation 13 (2004). Unknown preference: Li, Hipel, Kilgour & Fang, IEEE
// Transactions SMC-A 34 (2004). Attitudes: Inohara, Hipel & Walker, Journal of Systems Science and Systems
// Engineering 16 (2007). Tests compare each row with the nested loops of tests/oracle/families.h.

namespace stasis::model {

namespace {

using enum Relation;

/// MR_h (any answers) and CMR_h (answers that improve): what each step compares; h is in the key.
constexpr ConceptRow tree(std::size_t index, std::string_view key, std::string_view name,
                          std::string_view title, Relation answers) {
  return {Concept(index),
          treeFamily,
          key,
          name,
          title,
          better,
          answers,
          notBetter,
          better,
          "Zeng, Fang, Hipel & Kilgour 2006, 2007",
          answers == always
              ? "whoever gains by acting fears answers that last as far as it looks ahead, whatever they "
                "cost those who give them"
              : "whoever gains by acting fears answers that last as far as it looks ahead and that others "
                "gain by giving"};
}

/// l_h: each of the h moves is an improvement on where its mover expects to end otherwise.
constexpr ConceptRow limited(std::size_t index, std::string_view key, std::string_view name,
                             std::string_view title) {
  return {Concept(index),
          limitedFamily,
          key,
          name,
          title,
          better,
          better,
          notBetter,
          never,
          "Kilgour 1984; Fang, Hipel & Kilgour 1989, 1993",
          "whoever acted would end no better off, if both foresee every move up to where it looks ahead"};
}

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
    ConceptRow{Concept(5), ConceptFamily::strength, "strong_gmr", "sGMR", "strong general metarationality",
               better, always, muchWorse, never, "Hamouda, Kilgour & Hipel 2004",
               "whoever gains by acting fears some answer that would be much worse for it"},
    ConceptRow{Concept(6), ConceptFamily::strength, "strong_smr", "sSMR", "strong symmetric metarationality",
               better, always, muchWorse, notMuchWorse, "Hamouda, Kilgour & Hipel 2004",
               "whoever gains by acting fears an answer that would leave it much worse off whatever it did "
               "then"},
    ConceptRow{Concept(7), ConceptFamily::strength, "strong_seq", "sSEQ", "strong sequential stability",
               better, better, muchWorse, never, "Hamouda, Kilgour & Hipel 2004",
               "whoever gains by acting fears an answer that others gain by giving and that would be much "
               "worse for it"},
    ConceptRow{Concept(8), ConceptFamily::strength, "strong_sseq", "sSSEQ",
               "strong symmetric sequential stability", better, better, muchWorse, notMuchWorse,
               "Hamouda, Kilgour & Hipel 2004; Rêgo & Vieira 2017",
               "whoever gains by acting fears an answer that others gain by giving and that would leave it "
               "much worse off whatever it did then"},
    ConceptRow{Concept(9), ConceptFamily::unknown, "nash_a", "Nash_a",
               "Nash stability, attitude a to what is not known", perhapsBetter, never, never, never,
               "Li, Hipel, Kilgour & Fang 2004",
               "nobody could gain by acting alone, even where it does not know"},
    ConceptRow{Concept(10), ConceptFamily::unknown, "gmr_a", "GMR_a",
               "general metarationality, attitude a to what is not known", perhapsBetter, always,
               surelyNotBetter, never, "Li, Hipel, Kilgour & Fang 2004",
               "whoever might gain by acting fears some answer that would be surely no gain to it"},
    ConceptRow{Concept(11), ConceptFamily::unknown, "smr_a", "SMR_a",
               "symmetric metarationality, attitude a to what is not known", perhapsBetter, always,
               surelyNotBetter, perhapsBetter, "Li, Hipel, Kilgour & Fang 2004",
               "whoever might gain by acting fears some answer that would be surely no gain to it and that "
               "it could not repair"},
    ConceptRow{Concept(12), ConceptFamily::unknown, "seq_a", "SEQ_a",
               "sequential stability, attitude a to what is not known", perhapsBetter, perhapsBetter,
               surelyNotBetter, never, "Li, Hipel, Kilgour & Fang 2004",
               "whoever might gain by acting fears an answer that others may gain by giving and that would "
               "be surely no gain to it"},
    ConceptRow{Concept(13), ConceptFamily::unknown, "nash_b", "Nash_b",
               "Nash stability, attitude b to what is not known", surelyBetter, never, never, never,
               "Li, Hipel, Kilgour & Fang 2004", "nobody surely gains by acting alone"},
    ConceptRow{Concept(14), ConceptFamily::unknown, "gmr_b", "GMR_b",
               "general metarationality, attitude b to what is not known", surelyBetter, always,
               surelyNotBetter, never, "Li, Hipel, Kilgour & Fang 2004",
               "whoever surely gains by acting fears some answer that would be surely no gain to it"},
    ConceptRow{Concept(15), ConceptFamily::unknown, "smr_b", "SMR_b",
               "symmetric metarationality, attitude b to what is not known", surelyBetter, always,
               surelyNotBetter, perhapsBetter, "Li, Hipel, Kilgour & Fang 2004",
               "whoever surely gains by acting fears some answer that would be surely no gain to it and that "
               "it could not repair"},
    ConceptRow{Concept(16), ConceptFamily::unknown, "seq_b", "SEQ_b",
               "sequential stability, attitude b to what is not known", surelyBetter, perhapsBetter,
               surelyNotBetter, never, "Li, Hipel, Kilgour & Fang 2004",
               "whoever surely gains by acting fears an answer that others may gain by giving and that would "
               "be surely no gain to it"},
    ConceptRow{Concept(17), ConceptFamily::unknown, "nash_c", "Nash_c",
               "Nash stability, attitude c to what is not known", perhapsBetter, never, never, never,
               "Li, Hipel, Kilgour & Fang 2004",
               "nobody could gain by acting alone, even where it does not know"},
    ConceptRow{Concept(18), ConceptFamily::unknown, "gmr_c", "GMR_c",
               "general metarationality, attitude c to what is not known", perhapsBetter, always,
               perhapsNotBetter, never, "Li, Hipel, Kilgour & Fang 2004",
               "whoever might gain by acting fears some answer that would be perhaps no gain to it"},
    ConceptRow{Concept(19), ConceptFamily::unknown, "smr_c", "SMR_c",
               "symmetric metarationality, attitude c to what is not known", perhapsBetter, always,
               perhapsNotBetter, surelyBetter, "Li, Hipel, Kilgour & Fang 2004",
               "whoever might gain by acting fears some answer that would be perhaps no gain to it and that "
               "it could not repair"},
    ConceptRow{Concept(20), ConceptFamily::unknown, "seq_c", "SEQ_c",
               "sequential stability, attitude c to what is not known", perhapsBetter, perhapsBetter,
               perhapsNotBetter, never, "Li, Hipel, Kilgour & Fang 2004",
               "whoever might gain by acting fears an answer that others may gain by giving and that would "
               "be perhaps no gain to it"},
    ConceptRow{Concept(21), ConceptFamily::unknown, "nash_d", "Nash_d",
               "Nash stability, attitude d to what is not known", surelyBetter, never, never, never,
               "Li, Hipel, Kilgour & Fang 2004", "nobody surely gains by acting alone"},
    ConceptRow{Concept(22), ConceptFamily::unknown, "gmr_d", "GMR_d",
               "general metarationality, attitude d to what is not known", surelyBetter, always,
               perhapsNotBetter, never, "Li, Hipel, Kilgour & Fang 2004",
               "whoever surely gains by acting fears some answer that would be perhaps no gain to it"},
    ConceptRow{Concept(23), ConceptFamily::unknown, "smr_d", "SMR_d",
               "symmetric metarationality, attitude d to what is not known", surelyBetter, always,
               perhapsNotBetter, surelyBetter, "Li, Hipel, Kilgour & Fang 2004",
               "whoever surely gains by acting fears some answer that would be perhaps no gain to it and "
               "that it could not repair"},
    ConceptRow{Concept(24), ConceptFamily::unknown, "seq_d", "SEQ_d",
               "sequential stability, attitude d to what is not known", surelyBetter, perhapsBetter,
               perhapsNotBetter, never, "Li, Hipel, Kilgour & Fang 2004",
               "whoever surely gains by acting fears an answer that others may gain by giving and that would "
               "be perhaps no gain to it"},
    ConceptRow{Concept(25), ConceptFamily::attitudes, "rnash", "RNash", "relational Nash stability", liked,
               never, never, never, "Inohara, Hipel & Walker 2007",
               "nobody can by acting alone do something that suits all it is for and none it is against"},
    ConceptRow{Concept(26), ConceptFamily::attitudes, "rgmr", "RGMR", "relational general metarationality",
               liked, always, notLiked, never, "Inohara, Hipel & Walker 2007",
               "whoever would like to act fears some answer that would not suit it"},
    ConceptRow{
        Concept(27), ConceptFamily::attitudes, "rsmr", "RSMR", "relational symmetric metarationality", liked,
        always, notLiked, liked, "Inohara, Hipel & Walker 2007",
        "whoever would like to act fears some answer that would not suit it and that it could not repair"},
    ConceptRow{Concept(28), ConceptFamily::attitudes, "rseq", "RSEQ", "relational sequential stability",
               liked, liked, notLiked, never, "Inohara, Hipel & Walker 2007",
               "whoever would like to act fears an answer that would not suit it and that others would like "
               "to give"},
    tree(29, "mr1", "MR_1", "metarationality in a tree of one move", always),
    tree(30, "mr2", "MR_2", "metarationality in a tree of two moves", always),
    tree(31, "mr3", "MR_3", "metarationality in a tree of three moves", always),
    tree(32, "mr4", "MR_4", "metarationality in a tree of four moves", always),
    tree(33, "mr5", "MR_5", "metarationality in a tree of five moves", always),
    tree(34, "mr6", "MR_6", "metarationality in a tree of six moves", always),
    tree(35, "mr7", "MR_7", "metarationality in a tree of seven moves", always),
    tree(36, "mr8", "MR_8", "metarationality in a tree of eight moves", always),
    tree(37, "mr9", "MR_9", "metarationality in a tree of nine moves", always),
    tree(38, "mr_odd", "MR_odd", "metarationality in a tree of every odd number of moves", always),
    tree(39, "mr_even", "MR_even", "metarationality in a tree of every even number of moves", always),
    tree(40, "cmr1", "CMR_1", "credible metarationality in a tree of one move", better),
    tree(41, "cmr2", "CMR_2", "credible metarationality in a tree of two moves", better),
    tree(42, "cmr3", "CMR_3", "credible metarationality in a tree of three moves", better),
    tree(43, "cmr4", "CMR_4", "credible metarationality in a tree of four moves", better),
    tree(44, "cmr5", "CMR_5", "credible metarationality in a tree of five moves", better),
    tree(45, "cmr6", "CMR_6", "credible metarationality in a tree of six moves", better),
    tree(46, "cmr7", "CMR_7", "credible metarationality in a tree of seven moves", better),
    tree(47, "cmr8", "CMR_8", "credible metarationality in a tree of eight moves", better),
    tree(48, "cmr9", "CMR_9", "credible metarationality in a tree of nine moves", better),
    tree(49, "cmr_odd", "CMR_odd", "credible metarationality in a tree of every odd number of moves", better),
    tree(50, "cmr_even", "CMR_even", "credible metarationality in a tree of every even number of moves",
         better),
    ConceptRow{Concept(51), simultaneousFamily, "sim", "SIM", "simultaneous stability", better, better,
               notBetter, never, "Fraser & Hipel 1984",
               "whoever gains by acting fears that others act for their own gain at the same time"},
    ConceptRow{Concept(52), simultaneousFamily, "seq_or_sim", "SEQ|SIM",
               "sequential or simultaneous stability", better, better, notBetter, never,
               "Fraser & Hipel 1984",
               "whoever gains by acting fears that others act for their own gain, then or at the same time"},
    limited(53, "l1", "L_1", "limited-move stability, one move ahead"),
    limited(54, "l2", "L_2", "limited-move stability, two moves ahead"),
    limited(55, "l3", "L_3", "limited-move stability, three moves ahead"),
    limited(56, "l4", "L_4", "limited-move stability, four moves ahead"),
    limited(57, "l5", "L_5", "limited-move stability, five moves ahead"),
    limited(58, "l6", "L_6", "limited-move stability, six moves ahead"),
    limited(59, "l7", "L_7", "limited-move stability, seven moves ahead"),
    limited(60, "l8", "L_8", "limited-move stability, eight moves ahead"),
    limited(61, "l9", "L_9", "limited-move stability, nine moves ahead"),
    limited(62, "nonmyopic", "NM", "non-myopic stability, any number of moves ahead from some number on"),
};

constexpr std::array familyTable{
    ConceptFamilyRow{ConceptFamily::classical, "classical", "the classical concepts"},
    ConceptFamilyRow{ConceptFamily::strength, "strength", "strength of preference"},
    ConceptFamilyRow{ConceptFamily::unknown, "unknown", "unknown preference"},
    ConceptFamilyRow{ConceptFamily::attitudes, "attitudes", "attitudes"},
    ConceptFamilyRow{treeFamily, "trees", "trees of moves"},
    ConceptFamilyRow{simultaneousFamily, "simultaneous", "moves at the same time"},
    ConceptFamilyRow{limitedFamily, "limited", "limited moves"},
};

constexpr bool inOrder() {
  for (std::size_t k = 0; k < table.size(); ++k)
    if (table[k].id.index() != k || (k > 0 && table[k].family < table[k - 1].family))
      return false;
  return true;
}
static_assert(inOrder() && table[conceptCount - 1].family == ConceptFamily::classical);

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

const ConceptRow& row(Concept concept_) {
  if (concept_.index() < table.size())
    return table[concept_.index()];
  const std::size_t beyond = concept_.index() - table.size();
  return beyond < numberedCount() ? rowOfNumbered(beyond) : rowOfLed(beyond - numberedCount());
}

std::span<const ConceptRow> conceptsOf(ConceptFamily family) {
  const auto found = std::ranges::equal_range(table, family, {}, &ConceptRow::family);
  return {found.begin(), found.end()};
}

std::span<const ConceptFamilyRow> families() { return familyTable; }

const ConceptFamilyRow& row(ConceptFamily family) { return familyTable[static_cast<std::size_t>(family)]; }

std::optional<Concept> findConcept(std::string_view key) {
  const std::string lowered = lowerCase(key);
  for (const auto& concept_ : table)
    if (lowered == concept_.key)
      return concept_.id;
  if (const auto numbered = findNumbered(lowered))
    return numbered;
  const std::string_view leader = key.substr(std::min(ledPrefix.size(), key.size()));
  return !leader.empty() && lowered.starts_with(ledPrefix) ? ledBy(leader) : std::nullopt;
}

} // namespace stasis::model
