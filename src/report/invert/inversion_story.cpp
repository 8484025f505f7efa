#include "report/invert/condition_words.h"
#include "report/invert/inversion.h"
#include "report/invert/preference_words.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using analysis::ChangedWay;
using analysis::LeastChange;
using analysis::PartyCondition;
using analysis::StateConditions;
using model::Concept;
using model::PartyId;

namespace {

std::string names(const std::vector<Concept>& concepts, std::string_view last = "and") {
  std::vector<std::string> names;
  for (const Concept id : concepts)
    names.emplace_back(row(id).name);
  return enumerated(names, last);
}

bool sameChanges(const LeastChange& a, const LeastChange& b) {
  return a.party == b.party && a.state == b.state && a.distance == b.distance && a.all == b.all &&
         a.searched == b.searched && a.tooMany == b.tooMany && a.tooLarge == b.tooLarge &&
         std::ranges::equal(a.ways, b.ways, [](const ChangedWay& x, const ChangedWay& y) {
           return x.state == y.state && x.stable == y.stable &&
                  std::ranges::equal(x.parties, y.parties, [](const auto& p, const auto& q) {
                    return p.party == q.party && p.changes == q.changes;
                  });
         });
}

/// Groups of neighbours for which `same` is true, as positions; each group begins with its first.
template <class List, class Same> std::vector<std::vector<std::size_t>> alike(const List& list, Same&& same) {
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t k = 0; k < list.size(); ++k) {
    const auto group = std::ranges::find_if(groups, [&](const auto& g) { return same(list[g[0]], list[k]); });
    if (group == groups.end())
      groups.push_back({k});
    else
      group->push_back(k);
  }
  return groups;
}

class Teller {
public:
  Teller(const InversionView& view, const Look& look)
      : engine_(view.engine), conflict_(engine_.conflict()), question_(view.question), answer_(view.answer),
        target_(view.target), look_(look) {}

  InversionStory story() {
    InversionStory story;
    story.title = conflict_.title;
    story.who = whoIsWho(conflict_);
    if (several())
      story.asked =
          fmt::format("{} where {}: the least change is sought over all of them.",
                      counted(static_cast<unsigned long>(question_.states.size()), "state"), target_);
    for (const StateConditions& state : answer_.states)
      story.states.push_back(told(state));
    for (const auto& group : alike(answer_.least, sameChanges))
      story.least.push_back(told(group));
    if (std::ranges::any_of(story.states, [](const auto& s) { return !s.parties.empty(); }))
      story.notes.push_back(fmt::format(
          "{0} reads: is ranked above. With ties the same conditions hold, {0} read as: is no worse "
          "than. Rankings are all strict orders of the party's states, everybody else as written.",
          look_.ascii ? ">" : "≻"));
    return story;
  }

private:
  /// Whether the nearest of several states is wanted.
  bool several() const { return question_.states.size() > 1 && !question_.every; }

  // --- conditions

  InversionStory::State told(const StateConditions& state) {
    InversionStory::State out;
    out.heading = "State " + markAndTitle(engine_, state.state);
    out.done = whatIsDone(conflict_, state.state, Called::name);
    if (out.done.empty())
      out.done.emplace_back("nothing is done");
    for (const auto& party : state.parties)
      out.parties.push_back(told(party));
    return out;
  }

  InversionStory::Party told(const std::vector<PartyCondition>& byConcept) {
    InversionStory::Party out;
    std::vector<Concept> stable;
    std::vector<Concept> not_;
    for (const PartyCondition& one : byConcept)
      (one.stable ? stable : not_).push_back(one.condition.id);
    const std::string who = conflict_.party(byConcept.front().condition.party).name;
    if (not_.empty())
      out.heading =
          fmt::format("{}: stable under {}", who, byConcept.size() == 1 ? names(stable) : allOf(stable));
    else if (stable.empty())
      out.heading = fmt::format("{}: not stable under {}", who, names(not_, "or"));
    else
      out.heading = fmt::format("{}: stable under {}; not under {}", who, names(stable), names(not_, "or"));
    for (const auto& group :
         alike(byConcept, [](const auto& a, const auto& b) { return sameCondition(a, b); }))
      out.conditions.push_back(told(byConcept, group));
    return out;
  }

  static std::string allOf(const std::vector<Concept>& concepts) {
    return concepts.size() == model::conceptCount ? "every concept" : names(concepts);
  }

  InversionStory::Condition told(const std::vector<PartyCondition>& byConcept,
                                 const std::vector<std::size_t>& group) {
    std::vector<Concept> concepts;
    for (const std::size_t k : group)
      concepts.push_back(byConcept[k].condition.id);
    const PartyCondition& one = byConcept[group.front()];
    return {names(concepts), shareWords(engine_, one), conditionWords(engine_, one, look_),
            notMetWords(engine_, one, look_), one.stable};
  }

  // --- changes

  InversionStory::Least told(const std::vector<std::size_t>& group) {
    std::vector<Concept> concepts;
    for (const std::size_t k : group)
      concepts.push_back(answer_.least[k].id);
    const LeastChange& least = answer_.least[group.front()];
    InversionStory::Least out;
    out.heading = heading(least, concepts);
    if (least.distance == std::size_t{0})
      return out;
    for (const auto& ways : alike(least.ways, alternatives))
      out.ways.push_back(told(least, ways));
    const stability::Count more = least.all - static_cast<unsigned long>(least.ways.size());
    if (more > 0)
      out.untold = counted(more, "way more", "ways more") + "; --limit shows more of them";
    return out;
  }

  std::string heading(const LeastChange& least, const std::vector<Concept>& concepts) {
    const std::string what = least.state ? markAndTitle(engine_, *least.state)
                             : several() ? "such a state"
                                         : "it";
    const std::string aim =
        (least.party ? "stable for " + conflict_.party(*least.party).name : "an equilibrium") + " under " +
        names(concepts);
    if (least.distance == std::size_t{0})
      return fmt::format("{} {} as things are.",
                         several()     ? holdAlready(least)
                         : least.state ? what + " is"
                                       : "It is",
                         aim);
    if (least.distance) {
      const std::string ways = least.all == 1 ? "" : fmt::format(", {} ways", grouped(least.all));
      return fmt::format(
          "{} {} {} {}{}:", *least.distance == 1 ? "One change" : fmt::format("{} changes", *least.distance),
          *least.distance == 1 ? "makes" : "make", what, aim, ways);
    }
    if (least.tooLarge)
      return fmt::format("Changes that make {} {} were not searched for: there are too many states.", what,
                         aim);
    if (least.searched == 0 && !least.tooMany)
      return fmt::format("Changes that make {} {} were not looked for.", what, aim);
    return fmt::format("No {} {} {}. {}", upTo(least.searched), what, aim,
                       least.tooMany ? "There are too many changes to look further."
                                     : "--depth looks further.");
  }

  static std::string upTo(std::size_t changes) {
    return changes == 1 ? "single change makes" : fmt::format("{} changes make", changes);
  }

  std::string holdAlready(const LeastChange& least) {
    std::vector<std::string> marks;
    for (const ChangedWay& way : least.ways)
      marks.push_back(stateMark(engine_, way.state));
    const stability::Count more = least.all - static_cast<unsigned long>(marks.size());
    if (more > 0)
      marks.push_back(grouped(more) + " more");
    return enumerated(marks) + (marks.size() == 1 ? " is" : " are each");
  }

  /// Ways that are alternatives for the same statement share a line.
  static bool alternatives(const ChangedWay& a, const ChangedWay& b) {
    const auto only = [](const ChangedWay& way) {
      return way.parties.size() == 1 && way.parties[0].changes.size() == 1 &&
             way.parties[0].changes[0].kind != analysis::PreferenceChange::Kind::exchange;
    };
    return a.state == b.state && a.stable == b.stable && only(a) && only(b) &&
           a.parties[0].party == b.parties[0].party &&
           a.parties[0].changes[0].item == b.parties[0].changes[0].item;
  }

  InversionStory::Way told(const LeastChange& least, const std::vector<std::size_t>& group) {
    InversionStory::Way out;
    const ChangedWay& first = least.ways[group.front()];
    if (several())
      out.state = "State " + markAndTitle(engine_, first.state);
    if (group.size() == 1)
      for (const auto& party : first.parties)
        for (const ToldChange& change : changeWords(engine_, party.party, party.changes))
          out.changes.push_back(told(party.party, change));
    else
      out.changes.push_back(told(first.parties[0].party, either(least, group)));
    out.outcome = outcome(least, group);
    return out;
  }

  ToldChange either(const LeastChange& least, const std::vector<std::size_t>& group) {
    std::vector<analysis::PreferenceChange> changes;
    for (const std::size_t k : group)
      changes.push_back(least.ways[k].parties[0].changes[0]);
    return alternativesInWords(engine_, least.ways[group[0]].parties[0].party, changes);
  }

  InversionStory::Change told(PartyId party, const ToldChange& change) {
    InversionStory::Change out{conflict_.party(party).name + ": " + change.change, {}, false};
    out.assumed = change.stated && change.because.empty();
    for (const auto* citation : change.because)
      out.because.push_back(citedWords(conflict_, *citation));
    return out;
  }

  std::string outcome(const LeastChange& least, const std::vector<std::size_t>& group) {
    const ChangedWay& way = least.ways[group.front()];
    if (way.equilibrium()) {
      stability::Count fewest = way.equilibria;
      stability::Count most = way.equilibria;
      for (const std::size_t k : group) {
        fewest = std::min(fewest, least.ways[k].equilibria);
        most = std::max(most, least.ways[k].equilibria);
      }
      const std::string range = fewest == most ? "" : grouped(fewest) + " to ";
      if (fewest == 1 && most > 1)
        return "Then it is the only equilibrium, or one of " + grouped(most) + ".";
      return most == 1 ? "Then it is the only equilibrium."
                       : "Then it is one of " + range + counted(most, "equilibrium", "equilibria") + ".";
    }
    std::vector<std::string> against;
    for (std::size_t i = 0; i < way.stable.size(); ++i)
      if (!way.stable[i])
        against.push_back(conflict_.party(PartyId(i)).name);
    return fmt::format("Then it is stable for {}, but still not for {}.", conflict_.party(*least.party).name,
                       enumerated(against));
  }

  stability::Engine& engine_;
  const model::Conflict& conflict_;
  const analysis::InversionQuestion& question_;
  const analysis::InversionAnswer& answer_;
  const std::string& target_;
  const Look& look_;
};

} // namespace

InversionStory inversionStory(const InversionView& view, const Look& look) {
  return Teller(view, look).story();
}

} // namespace stasis::report
