#pragma once

// What of a report is prose. Headlines, bylines, captions, menus, form labels and source lines hold no
// statements; a dateline ("ERBIL, Kurdistan Region –", "New Delhi:") belongs to no sentence.

#include "evidence/reading/sentences.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::evidence {

/// A short paragraph without a full stop is prose where it tells that somebody says something, but not at the
/// head of a report, where it is its headline.
bool isProse(std::string_view text, model::Range paragraph, bool isHead = false);

/// Ends in a full stop or its kin.
bool endsLikeProse(std::string_view words);

/// Takes a dateline from the front of a paragraph's first sentence.
void dropDateline(Sentence& sentence, std::string_view text);

/// The date the report gives of itself, `2025-04-08`: the first one in its first paragraphs.
std::optional<std::string> dateOf(std::string_view text, const std::vector<model::Range>& paragraphs);

} // namespace stasis::evidence
