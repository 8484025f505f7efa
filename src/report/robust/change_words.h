#pragma once

// A change to a conflict in the conflict's own words, with the lines it concerns and what they cite: "Russia:
// `not troops` is dropped", "Russia: `settlement` before `not troops`", "`accept` cannot be taken back".

#include "analysis/robust/variation.h"
#include "language/lexing/source_text.h"
#include "language/words/option_names.h"

#include <string>
#include <vector>

namespace stasis::report {

class ChangeWords {
public:
  /// For the conflict as written. All arguments must outlive this. Without a source there are no lines.
  ChangeWords(const model::Conflict& conflict, const std::vector<analysis::WrittenPreference>& preferences,
              const language::SourceText* source);

  std::string text(const analysis::Change& change) const;
  /// The lines it concerns, each once, ascending.
  std::vector<std::size_t> lines(const analysis::Change& change) const;
  /// `line 12`, `lines 12 and 13`; empty without a source.
  std::string place(const analysis::Change& change) const;
  std::vector<const model::Citation*> because(const analysis::Change& change) const;
  /// The party or family whose preference or option is changed; empty for a constraint.
  std::string whose(const analysis::Change& change) const;
  /// The statements, states or weights of one preference at these positions, in words.
  std::string said(std::size_t preference, const std::vector<std::size_t>& positions) const;

private:
  struct Thing {
    model::Range range;
    const std::vector<model::Citation>* because = nullptr;
    std::string words;
  };
  Thing thing(std::size_t preference, std::size_t position) const;
  std::string statement(const model::Statement& statement, const std::vector<model::PartyId>& parties) const;
  std::vector<Thing> things(const analysis::Change& change) const;
  std::string constraint(std::size_t constraint) const;

  const model::Conflict& conflict_;
  const std::vector<analysis::WrittenPreference>& preferences_;
  const language::SourceText* source_;
  language::OptionNames names_;
};

/// Words between the marks that set off what stands in the file.
std::string marked(const std::string& words);

} // namespace stasis::report
