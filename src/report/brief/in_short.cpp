// In short: what it means to hold, with how many outcomes do; the answer to the question that the model asks;
// and which of the outcomes that have a name hold.
#include "model/options_changed.h"
#include "report/brief/brief_parts.h"
#include "report/brief/brief_question.h"
#include "report/explain/outcome_in_words.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

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
    section.paragraphs.push_back(meanings());
    for (BriefParagraph& paragraph : answer())
      section.paragraphs.push_back(std::move(paragraph));
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
    const bool some = number(Standing::byItself) != all;
    BriefParagraph paragraph{{},
                             "Of " + counted(Look{}, all, "possible outcome") +
                                 (some ? " (an answer is what other parties do in return):" : ":")};
    for (const Standing standing : everyStanding)
      if (number(standing) != 0)
        paragraph.points.push_back(grouped(Look{}, number(standing)) + " " +
                                   BriefWords::holds(standing, number(standing) != 1) + meaning(standing));
    return paragraph;
  }

  /// `; Nash` if concepts are named.
  std::string conceptBeside(std::string_view name) const {
    return words_.view().concepts ? "; " + std::string(name) : std::string();
  }

  std::string meaning(Standing standing) const {
    switch (standing) {
    case Standing::byItself:
      return " (firm" + conceptBeside("Nash") + "): no party would gain by acting alone.";
    case Standing::byAnswers:
      return words_.named("SEQ") + ": a party would gain, but others would gain by an answer that undoes it.";
    case Standing::byFear:
      return " (weak" + conceptBeside("GMR") +
             "): a party would gain, but fears an answer; one who gives it would not gain by that, so "
             "it may be a bluff.";
    case Standing::holdsNot: return ": a party would gain, and no answer would undo that.";
    default: return {};
    }
  }

  /// Sentences, of which each may be empty, one after another.
  static std::string after(const std::string& one, const std::string& other) {
    return one + (one.empty() || other.empty() ? "" : " ") + other;
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

  /// `in both outcomes that hold by themselves Upland would choose “Fill the dam”; today that is not so`;
  /// empty if there is no such choice.
  std::string shared() const {
    if (!brief_.sharedByFirmest)
      return {};
    const stability::Count& number = brief_.holdingBy[static_cast<std::size_t>(brief_.firmest)];
    const bool one = number == 1;
    const model::Pattern& today = *words_.conflict().statusQuo;
    return (one ? "in the only outcome that "
            : number == 2
                ? "in both outcomes that "
                : "in all " + (number < 10 ? BriefWords::number(number.get_ui()) : grouped(Look{}, number)) +
                      " outcomes that ") +
           BriefWords::holds(brief_.firmest, !one) + " " +
           differenceInWords(words_.conflict(), today, *brief_.sharedByFirmest) + "; today " +
           (model::optionsChanged(today, *brief_.sharedByFirmest) == 1 ? "that is not so"
                                                                       : "none of that is so");
  }

  /// The question answered, by a list if it speaks of several outcomes; then the other outcomes.
  std::vector<BriefParagraph> answer() const {
    std::vector<ToldOutcome> outcomes = named();
    if (outcomes.size() < 2)
      return {{{}, withShared(alone(), false)}};
    const ToTheQuestion asked = toTheQuestion(words_.conflict(), outcomes);
    std::erase_if(outcomes, [&](const ToldOutcome& outcome) {
      return std::ranges::find(asked.told, outcome.called) != asked.told.end();
    });
    if (!asked.told.empty()) // what does not hold is told below, and what is asked has been told
      std::erase_if(outcomes,
                    [](const ToldOutcome& outcome) { return outcome.standing == Standing::holdsNot; });
    const std::string rest = after(verdicts(outcomes), *brief_.holding != 0 ? ""
                                                       : outcomes.empty()   ? "No other outcome holds."
                                                                            : "Nor does any other outcome.");
    const std::string assumed = whoseWishIsAssumed(asked);
    std::vector<BriefParagraph> told;
    if (asked.points.empty()) {
      told.push_back({{}, withShared(after(asked.text, rest), !asked.text.empty())});
    } else {
      told.push_back({{}, asked.text});
      told.back().points = asked.points;
      if (const std::string others = withShared(rest, true); !others.empty())
        told.push_back({{}, others});
    }
    if (!assumed.empty())
      told.push_back({{}, assumed});
    return told;
  }

  /// With what the firmest outcomes share, which comes first where that answers the question.
  std::string withShared(const std::string& told, bool answered) const {
    const std::string all = shared();
    if (!all.empty() && !answered &&
        asksOfChoice(words_.conflict(), *words_.conflict().statusQuo, *brief_.sharedByFirmest))
      return "The model's answer: " + all + ". " + told;
    return all.empty() ? told : after(told, BriefWords::sentence(all));
  }

  /// Who is assumed, without a source, to wish for what the question names.
  std::string whoseWishIsAssumed(const ToTheQuestion& asked) const {
    const model::Conflict& conflict = words_.conflict();
    if (!asked.about || conflict.sources.empty())
      return {};
    std::vector<std::string> whose;
    for (const auto& one : words_.view().coverage.uncited) {
      if (one.kind != evidence::Citable::statement)
        continue;
      bool same = false;
      if (const auto* said = std::get_if<model::Prioritised>(&conflict.party(one.party).preference))
        for (const auto& tier : said->tiers)
          for (const auto& statement : tier)
            same = same || (statement.range == one.range && statement.wanted == *asked.about);
      const std::string who = insideSentence(wisherWords(conflict, one.party, one.range));
      if (same && std::ranges::find(whose, who) == whose.end())
        whose.push_back(who);
    }
    return whose.empty() ? std::string()
                         : "The wish for " + conditionInWords(conflict, *asked.about) + " is assumed of " +
                               BriefWords::listOf(whose) + ": no source is cited for it.";
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

  std::string verdicts(const std::vector<ToldOutcome>& outcomes) const {
    std::vector<std::string> parts;
    for (const Standing standing : everyStanding) {
      std::vector<std::string> names;
      for (const ToldOutcome& outcome : outcomes)
        if (outcome.standing == standing)
          names.push_back(outcome.called);
      if (!names.empty())
        parts.push_back(few(names) + " " + BriefWords::holds(standing, names.size() > 1));
    }
    return parts.empty() ? std::string() : BriefWords::sentence(joined(parts, "; "));
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
