#pragma once

// The model that statements sketch: parties, what each can do, and what each said outright that it wants,
// before any of it is text. An option is a deed in positive form with its owner; `X` and `not X`, and one
// deed in two wordings, are one option. What a condition speaks of is an option as well: of the party it
// names, of whoever has that option already, else of `Events`.
//
// Nothing is wished by what is denied, asked, supposed, past or in another's mouth, nor where the words leave
// open whose deed it is: that is left out, with its reason. Bounded: what needs more options than are allowed
// is left out as well, what hangs on a condition last.

#include "drafting/party_book.h"
#include "drafting/saying.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::drafting {

struct Cite {
  std::size_t report = 0;
  std::string words;
  std::string sentence; ///< the whole of it, where the words are part of one
};

struct SketchOption {
  std::size_t party = 0;
  std::string name;
  Deed deed;
  bool used = false; ///< by a preference
  std::vector<Cite> because;
};

struct WishCondition {
  std::size_t option = 0;
  bool negated = false;
  bool operator==(const WishCondition&) const = default;
};

/// `[not] option [if [not] a and [not] b]`.
struct Wish {
  std::size_t option = 0;
  bool negated = false;
  std::vector<WishCondition> conditions;
  bool either = false; ///< one of the conditions is enough
  std::vector<Cite> because;
  std::string remark; ///< may be empty
  const evidence::LedgerEntry* entry = nullptr;
};

struct SketchParty {
  std::string name;
  std::string label;
  std::vector<Wish> wishes; ///< in the order of the reports
  bool isEvents = false;
};

struct LeftOut {
  const evidence::LedgerEntry* entry = nullptr;
  std::size_t report = 0;
  std::string words;
  std::string why; ///< in three words
};

struct Sketch {
  std::vector<SketchParty> parties;
  std::vector<SketchOption> options;
  std::vector<LeftOut> leftOut; ///< in the order of the reports
};

struct SketchReport {
  std::string_view text;
  const evidence::Ledger* ledger = nullptr;
};

Sketch sketch(const std::vector<SketchReport>& reports, std::size_t mostOptions);

} // namespace stasis::drafting
