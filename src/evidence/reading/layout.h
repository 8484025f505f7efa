#pragma once

// Which parts of a report are prose. Headlines, bylines, captions, menus, form labels and source lines
// contain no statements; a dateline ("ERBIL, Kurdistan Region –", "New Delhi:") belongs to no sentence.

#include "evidence/reading/sentences.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::evidence {

/// A short paragraph without a full stop is prose if it says that somebody says something; at the head of a
/// report it is a headline.
bool isProse(std::string_view text, model::Range paragraph, bool isHead = false);

/// True if it ends in a full stop or the like.
bool endsLikeProse(std::string_view words);

/// Removes a dateline from the front of a paragraph's first sentence.
void dropDateline(Sentence& sentence, std::string_view text);

/// The report's own date, `2025-04-08`: the first date in its first paragraphs.
std::optional<std::string> dateOf(std::string_view text, const std::vector<model::Range>& paragraphs);

} // namespace stasis::evidence
