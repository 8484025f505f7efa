#pragma once

// The sections of a brief, each made by a file of its own. A section without words is left out.

#include "report/brief/brief_words.h"

#include <string>
#include <vector>

namespace stasis::report {

/// The answer to the question asked, which outcomes hold, and what it means to hold.
BriefSection inShortSection(const BriefWords& words);
/// The parties, and what each does today; in the outcome asked about, if the model does not say what is done
/// today.
BriefSection partiesSection(const BriefWords& words);
/// The outcome asked about, if that is not today's.
BriefSection askedSection(const BriefWords& words);
/// Why it holds or does not, and what would change that.
BriefSection reasonsSection(const BriefWords& words);
/// How each of the other outcomes holds, what would change that, and how it comes about.
BriefSection othersSection(const BriefWords& words);
/// What has no source, and what hangs on it.
BriefSection assumedSection(const BriefWords& words);

/// Words cited for what a party wants.
void cite(BriefParagraph& paragraph, const model::Citation& cited, model::PartyId whose,
          const BriefWords& words);

/// What parties would like and miss all the same, who want the same together, the most first.
struct MissedWish {
  std::vector<model::PartyId> parties;
  const analysis::BriefLack* lack = nullptr;
};
std::vector<MissedWish> missedWishes(const BriefWords& words, const std::vector<analysis::BriefLack>& lacks);
/// The first of these: ` Russia and Ukraine would like to have “settlement”, but none of them can bring that
/// about alone.`
std::string missedWords(const BriefWords& words, const std::vector<analysis::BriefLack>& lacks);

} // namespace stasis::report
