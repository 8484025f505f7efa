#pragma once

// The model that statements amount to: parties, what each can do, and what each said outright that it wants,
// before it becomes text. An option is a deed in positive form with its owner; `X` and `not X`, and one deed
// in two wordings, are one option. What a condition mentions is an option as well: of the party it names,
// else of whoever has that option already, else of `Events`.
//
// A statement is left out, with a reason, if it is denied, a question, supposed, past or in another's mouth,
// or if the words leave open whose deed it is: none of these states a wish. The size is limited: what would
// need more options than are allowed is left out as well; options that only conditions mention come last.

#include "drafting/party_book.h"
#include "drafting/saying.h"

#include <string>
#include <vector>

namespace stasis::drafting {

struct Cite {
  std::size_t report = 0;
  std::string words;
  std::string sentence; ///< the whole sentence, if the words are part of one
};

struct SketchOption {
  std::size_t party = 0;
  std::string name;
  Deed deed;
  bool used = false;  ///< by a preference
  bool today = false; ///< the reports say that it goes on already
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

/// What cannot be together.
struct Bar {
  std::vector<WishCondition> together;
  std::vector<Cite> because;
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
  std::string why; ///< the reason in three words
};

struct Sketch {
  std::vector<SketchParty> parties;
  std::vector<SketchOption> options;
  std::vector<Bar> bars;
  std::vector<LeftOut> leftOut; ///< in the order of the reports
};

struct SketchReport {
  std::string_view text;
  const evidence::Ledger* ledger = nullptr;
};

Sketch sketch(const std::vector<SketchReport>& reports, std::size_t mostOptions);

} // namespace stasis::drafting
