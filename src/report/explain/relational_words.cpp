#include "report/explain/relational_words.h"

#include "model/limited_moves.h"
#include "model/looking_ahead.h"
#include "model/simultaneous.h"
#include "report/explain/foresight_words.h"
#include "report/telling/folded_line.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/path_words.h"
#include "report/telling/printable.h"

#include <algorithm>

namespace stasis::report {

using analysis::ConceptReasons;
using analysis::DepartureReasons;
using analysis::NearMiss;
using model::Relation;

namespace {

class Words {
public:
  Words(stability::Engine& engine, const ConceptReasons& told, Called called)
      : engine_(engine), concept_(row(told.id)), told_(told), called_(called), party_(name(told.party)) {}

  RelationalStory story() const {
    RelationalStory story{party_ + (told_.stable ? " stays." : " does not stay."), {}};
    if (concept_.family == model::limitedFamily)
      story.reasons = foresightSentences(engine_, told_);
    for (const ConceptReasons& part : told_.either) {
      const RelationalStory one = Words(engine_, part, called_).story();
      story.reasons.push_back("Under " + std::string(row(part.id).key) + " " + one.verdict);
      story.reasons.insert(story.reasons.end(), one.reasons.begin(), one.reasons.end());
    }
    if (concept_.family == model::limitedFamily || !told_.either.empty())
      return story;
    if (inTree() && isLimit(told_.id))
      story.reasons.push_back(limit());
    if (told_.departures.empty())
      story.reasons.push_back("It has no move to a state that " + left() + ".");
    for (const DepartureReasons& departure : told_.departures)
      story.reasons.push_back(reason(departure));
    return story;
  }

private:
  const std::string& name(model::PartyId party) const { return calledBy(engine_.conflict(), party, called_); }
  std::string state(const model::Pattern& pattern) const { return markAndTitle(engine_, pattern); }

  bool inTree() const { return concept_.family == model::treeFamily; }

  /// For which numbers of moves the verdict is the same.
  std::string limit() const {
    const bool odd = told_.looks % 2 == 1;
    const std::string kind = odd ? "odd" : "even";
    const std::string does = told_.stable ? "It stays" : "It leaves";
    return odd == told_.stable
               ? does + " if it looks " + std::to_string(told_.looks) +
                     (told_.looks == 1 ? " move" : " moves") + " ahead, and for every larger " + kind +
                     " number."
               : does + " however many moves it looks ahead, as long as their number is " + kind + ".";
  }

  std::string left() const {
    switch (concept_.leaves) {
    case Relation::perhapsBetter: return "it likes better or might like better";
    case Relation::surelyBetter: return "it is known to like better";
    case Relation::liked: return "suits all it is for and none it is against";
    default: return "it likes better";
    }
  }

  std::string reason(const DepartureReasons& departure) const {
    const std::string move = "It would move to " + state(departure.to) + ", a state that " + left() + ": ";
    if (departure.sanction)
      return move + answer(*departure.sanction) + " deters it, since " + end(*departure.sanction) + " " +
             deterring() + (inTree() ? lasting(departure) : undoing());
    if (departure.together)
      return move + together(*departure.together);
    if (concept_.family == model::simultaneousFamily)
      return move + "nothing that others gain by doing at the same time deters it.";
    if (inTree() && told_.looks == 1)
      return move + "looking one move ahead, it does not think of what the others do then.";
    if (concept_.answers == Relation::never)
      return move + "nothing that the others do then counts under this concept.";
    if (departure.nearMiss)
      return move + missed(*departure.nearMiss);
    return move + (inTree() && concept_.answers == Relation::better
                       ? "nothing that the others gain by doing then deters it."
                       : "nothing the others can do then deters it.");
  }

  std::string undoing() const {
    return concept_.undoes == Relation::never ? "." : " and no move of its own undoes that.";
  }

  /// Why an answer lasts as far as the party looks ahead.
  std::string lasting(const DepartureReasons& departure) const {
    if (told_.looks == 2)
      return ".";
    if (departure.again.empty())
      return " and no move of its own undoes that.";
    std::string out;
    for (const analysis::AnsweredAgain& one : departure.again)
      out +=
          "; if it then moved on to " + state(one.to) + ", " + answer(one.answer) + " would deter it again";
    return out + (departure.goesOn ? ", and so on." : ".");
  }

  std::string together(const analysis::Together& acts) const {
    std::vector<std::string> doers;
    for (const analysis::Step& act : acts.acts)
      doers.push_back(name(act.mover) + "'s move to " + state(act.to));
    return enumerated(doers) + " at the same time would make it " + state(acts.end) +
           ", which is no better for it.";
  }

  std::string answer(const analysis::Sequence& steps) const {
    std::string out;
    for (const analysis::Step& step : steps)
      out += (out.empty() ? "" : ", then ") + name(step.mover) + "'s move to " + state(step.to);
    return out;
  }

  std::string end(const analysis::Sequence& steps) const { return state(steps.back().to); }

  std::string deterring() const {
    switch (concept_.deters) {
    case Relation::muchWorse: return "is much worse for it";
    case Relation::surelyNotBetter: return "is known to be no better for it";
    case Relation::perhapsNotBetter: return "is no better for it as far as is known";
    case Relation::notLiked: return "does not suit it";
    default: return "is no better for it";
    }
  }

  std::string missed(const NearMiss& miss) const {
    const std::string steps = answer(miss.steps);
    switch (miss.why) {
    case NearMiss::Why::mild:
      return "nothing deters it; " + steps + " would leave it worse off, but not much worse.";
    case NearMiss::Why::unknown:
      return "nothing deters it; of " + end(miss.steps) + ", after " + steps + ", " + party_ +
             " does not know whether it would like that better.";
    case NearMiss::Why::ofNeutral:
      return "nothing deters it; " + steps + " would deter only if " + name(miss.whose) +
             "'s loss mattered to " + party_ + ".";
    case NearMiss::Why::undone:
      return "nothing deters it; " + steps + " would, but " + party_ + " would then move to " +
             state(miss.undone) +
             (inTree() && told_.looks > 3 ? ", and no answer to that lasts as far as it looks ahead." : ".");
    case NearMiss::Why::unwilling:
      return "nothing deters it; " + steps + " would, but " + name(miss.whose) + " would not take part.";
    }
    return {};
  }

  stability::Engine& engine_;
  const model::ConceptRow& concept_;
  const ConceptReasons& told_;
  Called called_;
  const std::string& party_;
};

} // namespace

RelationalStory relationalStory(stability::Engine& engine, const ConceptReasons& told, Called called) {
  return Words(engine, told, called).story();
}

namespace {

/// Concepts of one party that share a text.
struct ToldTogether {
  std::vector<std::string> keys;
  RelationalStory story;
  bool stable = true;

  std::string verdict() const { return "Under " + enumerated(keys) + " " + story.verdict; }
};

std::vector<ToldTogether> together(stability::Engine& engine, const std::vector<ConceptReasons>& told) {
  std::vector<ToldTogether> all;
  for (const ConceptReasons& one : told) {
    const RelationalStory story = relationalStory(engine, one, Called::name);
    auto same = std::ranges::find(all, story, &ToldTogether::story);
    if (same == all.end())
      same = all.insert(all.end(), {{}, story, one.stable});
    same->keys.emplace_back(row(one.id).key);
  }
  return all;
}

} // namespace

std::string relationalText(stability::Engine& engine, const std::vector<ConceptReasons>& told,
                           const Look& look) {
  std::string out;
  for (const ToldTogether& one : together(engine, told)) {
    out += look.paint(one.stable ? Tone::good : Tone::warn, foldedLine(printable(one.verdict()), look.width));
    for (const std::string& reason : one.story.reasons)
      out += foldedLine(printable(reason), look.width, 2);
  }
  return out;
}

std::string relationalMarkdown(stability::Engine& engine, const std::vector<ConceptReasons>& told) {
  std::string out;
  for (const ToldTogether& one : together(engine, told)) {
    out += "**" + markdownText(one.verdict()) + "**\n\n";
    for (const std::string& reason : one.story.reasons)
      out += "- " + markdownText(reason) + "\n";
    out += "\n";
  }
  return out;
}

} // namespace stasis::report
