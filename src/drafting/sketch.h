#pragma once

// The model that statements sketch: parties, what each can do, and what each said outright that it wants,
// before any of it is text. A thing said twice is one option with two citations. What a condition speaks of
// is an option as well: of the party it names, else of `Events`, whose doing is left open.
//
// Bounded: acts beyond the number of options allowed are left out and listed. The most telling come first:
// conditional ones, then threats, refusals, offers, commitments, demands, requests.

#include "drafting/act.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::drafting {

struct Cite {
  std::size_t report = 0;
  std::string words;
};

struct SketchOption {
  std::size_t party = 0;
  std::string name;
  std::string words; ///< of the report, for its label
  std::vector<Cite> because;
};

/// `[not] option [if [not] condition]`.
struct Wish {
  std::size_t option = 0;
  bool negated = false;
  std::optional<std::size_t> condition;
  bool conditionNegated = false;
  std::vector<Cite> because;
  std::string remark; ///< what was not decided; may be empty
};

struct SketchParty {
  std::string name;
  std::string label;
  std::vector<Wish> wishes; ///< in the order of the reports
  bool isEvents = false;
};

struct Sketch {
  std::vector<SketchParty> parties;
  std::vector<SketchOption> options;
  std::vector<const evidence::LedgerEntry*> unused; ///< in the order given
};

Sketch sketch(const std::vector<evidence::Ledger>& ledgers, std::size_t mostOptions);

} // namespace stasis::drafting
