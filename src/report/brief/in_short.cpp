// In short: the answer to the question that the model asks, which of the outcomes that have a name hold, and
// what it means to hold, with how many outcomes do.
#include "report/brief/brief_parts.h"
#include "report/brief/brief_question.h"
#include "report/explain/outcome_in_words.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <array>

namespace stasis::report {

using analysis::Standing;

namespace {

constexpr std::size_t mostNamed = 6; ///< outcomes of one kind that are named in a sentence
constexpr std::array everyStanding{Standing::byItself, Standing::byAnswers, Standing::byFear,
                                   Standing::holdsNot};

class InShort {
public:
  explicit InShort(const BriefWords& words) : words_(words), brief_(words.brief()) {}

  BriefSection section() const {
    BriefSection section{"In short", {}, {}, BriefPart::inShort};
    if (!brief_.holding || brief_.standing == Standing::unknown)
      return section;
    section.opening = opening();
    const auto all = words_.view().engine.count(words_.view().engine.feasible());
    section.paragraphs.push_back(meanings());
    return section;
  }

private:
  /// What it means to hold in each way in which something does, and how many outcomes do.
  BriefParagraph meanings() const {
    const stability::Count all = words_.view().engine.count(words_.view().engine.feasible());
    const auto number = [&](Standing standing) {
      return standing == Standing::holdsNot ? stability::Count(all - *brief_.holding)
                                            : brief_.holdingBy[static_cast<std::size_t>(standing)];
    };
    const bool answers = number(Standing::byAnswers) != 0;
    const bool some = answers || number(Standing::byFear) != 0 || number(Standing::holdsNot) != 0;
    BriefParagraph paragraph{{},
                             "Of " + counted(Look{}, all, "possible outcome") +
                                 (some ? " (an answer is what other parties do in return):" : ":")};
    for (const Standing standing : everyStanding)
      if (number(standing) != 0)
        paragraph.points.push_back(grouped(Look{}, number(standing)) + " " +
                                   BriefWords::holds(standing, number(standing) != 1) +
                                   meaning(standing, answers));
    return paragraph;
  }

  /// `answers`: whether it was said before what an answer does.
  std::string meaning(Standing standing, bool answers) const {
    switch (standing) {
    case Standing::byItself: return words_.named("Nash") + ": no party would gain by acting alone.";
    case Standing::byAnswers:
      return words_.named("SEQ") +
             ": a party would gain, but an answer would undo the gain and pay its givers.";
    case Standing::byFear:
      return words_.named("GMR") +
             (answers ? ": the same, but the answer would not pay all its givers, so it may not come."
                      : ": a party would gain, but an answer would undo the gain; it would not pay all its "
                        "givers, so it may not come.");
    case Standing::holdsNot: return ": a party would gain, and no answer would undo the gain.";
    default: return {};
    }
  }

  /// Names inside a sentence; those beyond `mostNamed` are counted.
  static std::string few(std::vector<std::string> names) {
    if (names.size() > mostNamed + 1) {
      const std::size_t more = names.size() - mostNamed;
      names.resize(mostNamed);
      names.push_back(std::to_string(more) + " more");
    }
    return enumerated(names);
  }

  /// `In every outcome that holds by itself, unlike today, Upland would choose “Fill the dam”`; empty if
  /// there is no such choice.
  std::string shared() const {
    return brief_.sharedByFirmest ? (brief_.holdingBy[static_cast<std::size_t>(brief_.firmest)] == 1
                                         ? "in the only outcome that "
                                         : "in every outcome that ") +
                                        BriefWords::holds(brief_.firmest) + ", unlike today, " +
                                        differenceInWords(words_.conflict(), *words_.conflict().statusQuo,
                                                          *brief_.sharedByFirmest)
                                  : std::string();
  }

  std::string opening() const {
    const std::string all = shared();
    const std::string told = verdicts();
    const bool answered = told.starts_with("The model's answer");
    if (!all.empty() && !answered &&
        asksOfChoice(words_.conflict(), *words_.conflict().statusQuo, *brief_.sharedByFirmest))
      return "The model's answer: " + all + ". " + told;
    return told + (all.empty() ? "" : " " + BriefWords::sentence(all));
  }

  /// The outcomes on the page that have a name, the one in question first.
  std::vector<ToldOutcome> named() const {
    std::vector<ToldOutcome> all;
    const auto add = [&](const model::Pattern& state, Standing standing) {
      if (words_.hasTitle(state) && standing != Standing::unknown)
        all.push_back({words_.called(state), state, standing});
    };
    add(brief_.state, brief_.standing);
    for (const auto& outcome : brief_.outcomes)
      add(outcome.state, outcome.standing);
    for (const auto& fallen : brief_.fallen)
      add(fallen.state, Standing::holdsNot);
    return all;
  }

  std::string verdicts() const {
    std::vector<ToldOutcome> outcomes = named();
    if (outcomes.size() < 2)
      return alone();
    const ToTheQuestion answer = toTheQuestion(words_.conflict(), outcomes);
    std::erase_if(outcomes, [&](const ToldOutcome& outcome) {
      return std::ranges::find(answer.told, outcome.called) != answer.told.end();
    });
    std::vector<std::string> parts;
    for (const Standing standing : everyStanding) {
      std::vector<std::string> names;
      for (const ToldOutcome& outcome : outcomes)
        if (outcome.standing == standing)
          names.push_back(outcome.called);
      if (!names.empty())
        parts.push_back(few(names) + " " + BriefWords::holds(standing, names.size() > 1));
    }
    std::string text = answer.text;
    if (!parts.empty())
      text += (text.empty() ? "" : " ") + atBeginning(joined(parts, "; ")) + ".";
    return text + (*brief_.holding == 0 ? " Nor does any other outcome." : "");
  }

  /// At most one outcome has a name.
  std::string alone() const {
    const stability::Count others = *brief_.holding - (brief_.standing == Standing::holdsNot ? 0UL : 1UL);
    const bool unnamed = !brief_.isToday && !words_.hasTitle(brief_.state);
    return atBeginning(words_.asked()) +
           (unnamed ? " (" + inWords(words_.conflict(), brief_.state) + ")" : "") + " " +
           BriefWords::holds(brief_.standing) + "; " +
           (others == 0 ? std::string("no other outcome can hold")
                        : counted(Look{}, others, "other outcome") + " can hold") +
           ".";
  }

  const BriefWords& words_;
  const analysis::Brief& brief_;
};

} // namespace

BriefSection inShortSection(const BriefWords& words) { return InShort(words).section(); }

} // namespace stasis::report
