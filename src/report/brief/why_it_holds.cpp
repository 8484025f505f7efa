// Why the outcome in question holds or does not: party by party, those who would gain by acting alone first.
#include "report/brief/brief_parts.h"
#include "report/brief/what_changes.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/party_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stasis::report {

using analysis::BriefReason;
using analysis::Standing;
using model::PartyId;

namespace {

constexpr std::size_t mostLacks = 2; ///< groups of parties that want the same

class WhyItHolds {
public:
  explicit WhyItHolds(const BriefWords& words)
      : words_(words), reasons_(words), brief_(words.brief()), conflict_(words.conflict()) {}

  BriefSection section() const {
    BriefSection section{title(), {}, {}, BriefPart::reasons};
    auto& engine = words_.view().engine;
    if (!conflict_.statusQuo && engine.list(engine.feasible(), 1).front() == brief_.state)
      section.opening = "The model does not say which outcome is today's; this is its first.";
    bool toldMissed = false;
    for (const bool acts : {true, false})
      for (const auto& [parties, words] : alike()) {
        const BriefReason* reason = reasonOf(parties.front());
        if (words.empty() || (reason != nullptr && reason->leavesFor.has_value()) != acts)
          continue;
        section.paragraphs.push_back(paragraph(parties, words));
        if (acts || toldMissed || reason == nullptr || !reason->canMove)
          continue;
        section.paragraphs.back().text += missedWords(words_, brief_.lacks);
        toldMissed = true;
      }
    const WhatChanges::Told changes = WhatChanges(words_).ofTheAsked();
    section.leavesOut = changes.leavesOut;
    if (!changes.sentences.empty())
      section.paragraphs.push_back(whatWouldChange(changes.sentences));
    return section;
  }

private:
  std::string title() const {
    if (brief_.standing == Standing::unknown)
      return "Whether " + words_.asked() + " holds";
    return "Why " + words_.asked() + " " + BriefWords::holds(brief_.standing) +
           ", and what would change that";
  }

  BriefParagraph paragraph(const std::vector<PartyId>& parties, const std::string& words) const {
    const BriefReason* reason = reasonOf(parties.front());
    const bool quiet = reason == nullptr || !reasons_.quiet(*reason).empty();
    const bool rest = quiet && parties.size() > 2 && acting() > 0 &&
                      parties.size() + acting() == conflict_.parties.size() && reason != nullptr &&
                      reason->canMove;
    BriefParagraph paragraph{
        quiet && !rest ? words_.parties(parties, true) : std::string(),
        rest ? "The other parties would gain nothing by acting alone" + words_.named("Nash") + "." : words};
    if (reason != nullptr && reason->wish != nullptr && !reason->wish->because.empty())
      cite(paragraph, reason->wish->because.front(), parties.front(), words_);
    return paragraph;
  }

  static BriefParagraph whatWouldChange(std::vector<std::string> sentences) {
    constexpr std::size_t together = 3;
    BriefParagraph paragraph{"What would change that:", {}};
    if (sentences.size() <= together)
      paragraph.text = joined(sentences, " ");
    else
      paragraph.points = std::move(sentences);
    return paragraph;
  }

  /// Parties about whom the same is said, if nothing is cited for it. Members of a family are always
  /// together.
  std::vector<std::pair<std::vector<PartyId>, std::string>> alike() const {
    std::vector<std::pair<std::vector<PartyId>, std::string>> all;
    const auto reasonWords = [&](PartyId id) {
      const BriefReason* reason = reasonOf(id);
      if (reason == nullptr)
        return std::string();
      const std::string quiet = reasons_.quiet(*reason);
      return quiet.empty() ? reasons_.reason(*reason, brief_.state) : quiet;
    };
    for (const auto& [parties, words] : toldTogether(conflict_, reasonWords)) {
      const BriefReason* reason = reasonOf(parties.front());
      const bool quiet = reason != nullptr && !reason->leavesFor;
      const auto same = std::ranges::find(all, words, &std::pair<std::vector<PartyId>, std::string>::second);
      if (quiet && same != all.end())
        same->first.insert(same->first.end(), parties.begin(), parties.end());
      else
        all.emplace_back(parties, words);
    }
    return all;
  }

  /// How many parties would gain by acting alone.
  std::size_t acting() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(brief_.reasons, [](const BriefReason& r) { return r.leavesFor.has_value(); }));
  }

  const BriefReason* reasonOf(PartyId id) const {
    const auto found = std::ranges::find(brief_.reasons, id, &BriefReason::party);
    return found == brief_.reasons.end() ? nullptr : &*found;
  }

  const BriefWords& words_;
  ReasonWords reasons_;
  const analysis::Brief& brief_;
  const model::Conflict& conflict_;
};

} // namespace

BriefSection reasonsSection(const BriefWords& words) { return WhyItHolds(words).section(); }

std::vector<MissedWish> missedWishes(const BriefWords& words, const std::vector<analysis::BriefLack>& lacks) {
  const ReasonWords reasons(words);
  std::vector<MissedWish> wishes;
  for (const auto& lack : lacks) {
    const auto same = std::ranges::find_if(wishes, [&](const MissedWish& wish) {
      return reasons.lack(*wish.lack, false) == reasons.lack(lack, false);
    });
    if (same == wishes.end())
      wishes.push_back({{lack.party}, &lack});
    else
      same->parties.push_back(lack.party);
  }
  std::ranges::stable_sort(wishes, std::greater{},
                           [](const MissedWish& wish) { return wish.parties.size(); });
  return wishes;
}

std::string missedWords(const BriefWords& words, const std::vector<analysis::BriefLack>& lacks) {
  const auto wishes = missedWishes(words, lacks);
  std::string text;
  for (std::size_t k = 0; k < wishes.size() && k < words.atMost(mostLacks); ++k) {
    const MissedWish& wish = wishes[k];
    const std::string told = ReasonWords(words).lack(*wish.lack, wish.parties.size() > 1);
    const std::string_view none = ", but none of them can bring that about alone.";
    const auto thing = wishOf(words.conflict(), wish.lack->wish->wanted, wish.lack->party);
    if (k > 0 && !wish.lack->alone && !thing.against && text.ends_with(none)) { // the same of others
      text.resize(text.size() - none.size());
      text += ", and " + words.parties(wish.parties, false) + " to have " + thing.what + std::string(none);
    } else {
      text += " " + words.parties(wish.parties, true) + " " + told + ".";
    }
  }
  return text;
}

void cite(BriefParagraph& paragraph, const model::Citation& cited, PartyId whose, const BriefWords& words) {
  const auto& source = words.conflict().source(cited.source);
  const std::string name = words.parties({whose}, false);
  paragraph.quote = cited.words;
  paragraph.quoted = source.description.empty() ? source.name : source.description;
  paragraph.quotedFor = name + (name.ends_with('s') ? "’ wish" : "’s wish");
  paragraph.speaker = words.view().speaker ? words.view().speaker(cited) : std::string();
}

} // namespace stasis::report
