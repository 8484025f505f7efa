#pragma once

// A change to a conflict for readers who have not seen the file, as what would be different, behind `if`:
// `Ukraine gave up the wish for “A”`, `Russia could not take back “Accept a settlement”`, `Syria put “war”
// before “attack”`, `it were possible to have “A” without “B”`. (change_words.h says it in the words of the
// file.)
//
// Tested by tests/robust/ways_test.cpp.

#include "analysis/robust/variation.h"
#include "language/lexing/source_text.h"

#include <string>
#include <vector>

namespace stasis::report {

/// For the conflict as written; `source` may be null.
std::string changeInWords(const model::Conflict& conflict,
                          const std::vector<analysis::WrittenPreference>& preferences,
                          const language::SourceText* source, const analysis::Change& change);

/// All changes of a variant.
std::string variantInWords(const model::Conflict& conflict,
                           const std::vector<analysis::WrittenPreference>& preferences,
                           const language::SourceText* source, const analysis::Variant& variant);

/// `If Russia gave up the wish for “talks”, today would hold by itself.`; the other way round where a list
/// ends it.
std::string wouldIf(const std::string& condition, const std::string& consequence);

} // namespace stasis::report
