#include "drafting/sketch.h"

#include "drafting/short_name.h"
#include "evidence/reading/clause.h"
#include "exchange/identifier.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace stasis::drafting {

using evidence::LedgerEntry;
using evidence::SpeechAct;

namespace {

constexpr double sameEvent = 0.5; // of a condition and an option
constexpr double answersTo = 0.3; // of an answer and what it answers
constexpr std::size_t noParty = static_cast<std::size_t>(-1);

bool isWanted(SpeechAct kind) { return kind == SpeechAct::demand || kind == SpeechAct::request; }

/// Smaller: sooner in the model.
int rank(const Act& act) {
  static constexpr std::array order{SpeechAct::threat,     SpeechAct::refusal, SpeechAct::offer,
                                    SpeechAct::commitment, SpeechAct::demand,  SpeechAct::agreement,
                                    SpeechAct::request};
  const int kind = static_cast<int>(std::ranges::find(order, act.kind) - order.begin());
  return (act.entry->condition ? 0 : 10) + kind;
}

/// `26 countries` begins no name of the language: `countries 26`; and an article none that reads well.
std::string nameWords(std::string actor) {
  for (const std::string_view article : {"the ", "The ", "a ", "A "})
    if (actor.starts_with(article))
      actor.erase(0, article.size());
  const auto space = actor.find(' ');
  const bool number = !actor.empty() && actor[0] >= '0' && actor[0] <= '9';
  return number && space != std::string::npos ? actor.substr(space + 1) + ' ' + actor.substr(0, space)
                                              : actor;
}

class Builder {
public:
  Builder(const std::vector<evidence::Ledger>& ledgers, std::size_t mostOptions)
      : ledgers_(ledgers), most_(mostOptions), optionNames_(&partyNames_) {}

  Sketch run() {
    collect();
    choose();
    nameParties();
    for (Act& act : acts_)
      wish(act);
    for (auto& [act, party, at] : waiting_)
      attachCondition(*act, result_.parties[party].wishes[at]);
    return std::move(result_);
  }

private:
  struct Waiting {
    const Act* act;
    std::size_t party;
    std::size_t wish;
  };

  const std::vector<evidence::Ledger>& ledgers_;
  std::size_t most_;
  Principals principals_;
  std::vector<Act> acts_;
  std::vector<Waiting> waiting_; ///< conditions, matched when every option is known
  Sketch result_;
  exchange::GivenNames partyNames_;
  exchange::GivenNames optionNames_;
  std::map<std::pair<std::size_t, std::string>, std::size_t> optionOf_; ///< by party and words
  std::map<std::tuple<std::size_t, std::size_t, bool, std::string>, std::size_t> wishOf_;

  void collect() {
    for (const auto& ledger : ledgers_)
      for (const LedgerEntry& entry : ledger.entries)
        principals_.add(entry);
    for (std::size_t report = 0; report < ledgers_.size(); ++report)
      for (const LedgerEntry& entry : ledgers_[report].entries) {
        auto act = actOf(entry, report, principals_);
        if (act && !contentWords(act->what).empty())
          acts_.push_back(std::move(*act));
        else
          result_.unused.push_back(&entry);
      }
  }

  /// Things that options are already kept for.
  class Things {
  public:
    /// Options that are needed for it: none for one that is there.
    std::size_t needs(const std::string& who, const std::string& what, bool room) const {
      if (exact_.contains(who + '\n' + what))
        return 0;
      return room && std::ranges::any_of(
                         kept_,
                         [&](const auto& one) { return one.first == who && sameThing(one.second, what); })
                 ? 0
                 : 1;
    }
    void keep(const std::string& who, const std::string& what) {
      if (exact_.insert(who + '\n' + what).second)
        kept_.emplace_back(who, what);
    }

  private:
    std::set<std::string> exact_;
    std::vector<std::pair<std::string, std::string>> kept_;
  };

  /// Keeps as many as the options allow; each takes one, and one for its condition.
  void choose() {
    std::vector<std::size_t> order(acts_.size());
    for (std::size_t i = 0; i < order.size(); ++i)
      order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rank(acts_[i]); });
    std::vector<bool> kept(acts_.size(), false);
    std::size_t options = 0;
    Things things;
    for (const std::size_t i : order) {
      const Act& act = acts_[i];
      const auto& condition = act.entry->condition;
      const bool room = options < most_;
      std::size_t needs = things.needs(act.actor, act.what, room);
      needs += condition ? things.needs({}, condition->clause.read(), room) : 0;
      kept[i] = options + needs <= most_;
      if (!kept[i])
        continue;
      options += needs;
      things.keep(act.actor, act.what);
      if (condition)
        things.keep({}, condition->clause.read());
    }
    std::vector<Act> chosen;
    for (std::size_t i = 0; i < acts_.size(); ++i)
      if (kept[i])
        chosen.push_back(std::move(acts_[i]));
      else
        result_.unused.push_back(acts_[i].entry);
    acts_ = std::move(chosen);
  }

  std::size_t party(const std::string& called) {
    const auto at = std::ranges::find(result_.parties, called, &SketchParty::label);
    if (at != result_.parties.end())
      return static_cast<std::size_t>(at - result_.parties.begin());
    const std::string name = partyNames_.give(exchange::identifierFrom(nameWords(called), "Somebody"));
    result_.parties.push_back({name, called, {}, false});
    return result_.parties.size() - 1;
  }

  std::size_t events() {
    const auto at = std::ranges::find(result_.parties, true, &SketchParty::isEvents);
    if (at != result_.parties.end())
      return static_cast<std::size_t>(at - result_.parties.begin());
    result_.parties.push_back({partyNames_.give("Events"), "What the report gives to nobody", {}, true});
    return result_.parties.size() - 1;
  }

  /// Before options, so that no option takes a party's name.
  void nameParties() {
    for (const Act& act : acts_) {
      party(act.actor);
      if (act.addressee)
        party(*act.addressee);
    }
  }

  std::size_t option(std::size_t owner, const std::string& words, const std::string& named,
                     std::size_t report) {
    const auto [known, fresh] = optionOf_.try_emplace({owner, words}, result_.options.size());
    if (fresh)
      for (std::size_t i = 0; i < result_.options.size(); ++i)
        if (result_.options[i].party == owner && sameThing(result_.options[i].words, words))
          known->second = i;
    if (known->second < result_.options.size()) {
      result_.options[known->second].because.push_back({report, words});
      return known->second;
    }
    const std::string name = optionNames_.give(shortName(named, "act"));
    result_.options.push_back({owner, name, words, {{report, words}}});
    return result_.options.size() - 1;
  }

  // --- what a party said it wants

  void wish(const Act& act) {
    const std::size_t who = party(act.actor);
    Wish one;
    one.negated = act.kind == SpeechAct::refusal;
    one.because.push_back({act.report, act.entry->said().read()});
    if (const auto answered = answers(act, who)) {
      one.option = *answered;
    } else if (isWanted(act.kind) && act.addressee) {
      one.option = option(party(*act.addressee), act.what, act.what, act.report);
    } else {
      one.option = option(who, act.what, namedFor(act), act.report);
      if (isWanted(act.kind))
        one.remark = "who is to do it is not said: here it is the asking itself";
    }
    const Asked asked{one.option, act.kind, who, act.addressee ? party(*act.addressee) : noParty};
    if (std::ranges::find(asked_, asked) == asked_.end())
      asked_.push_back(asked);
    const std::string condition =
        act.entry->condition ? act.entry->condition->marker + ' ' + act.entry->condition->clause.read() : "";
    auto& wishes = result_.parties[who].wishes;
    const auto [said, fresh] = wishOf_.try_emplace({who, one.option, one.negated, condition}, wishes.size());
    if (!fresh) {
      wishes[said->second].because.push_back(one.because.front());
      return;
    }
    wishes.push_back(std::move(one));
    if (act.entry->condition)
      waiting_.push_back({&act, who, wishes.size() - 1});
  }

  static std::string namedFor(const Act& act) {
    if (act.kind == SpeechAct::refusal && !act.own)
      return "accept " + act.what;
    if (isWanted(act.kind))
      return (act.kind == SpeechAct::demand ? "demand " : "ask ") + act.what;
    return act.what;
  }

  struct Asked {
    std::size_t option;
    SpeechAct kind;
    std::size_t by;
    std::size_t of;
    bool operator==(const Asked&) const = default;
  };
  std::vector<Asked> asked_;

  /// What an agreement agrees to, a refusal refuses: the last thing asked of the party, or offered in like
  /// words.
  std::optional<std::size_t> answers(const Act& act, std::size_t who) const {
    if (act.kind != SpeechAct::agreement && act.kind != SpeechAct::refusal)
      return std::nullopt;
    for (auto at = asked_.rbegin(); at != asked_.rend(); ++at) {
      const double like = likeness(result_.options[at->option].words, act.what);
      const bool asked =
          isWanted(at->kind) && at->of == who && (act.kind == SpeechAct::agreement || like >= answersTo);
      const bool offered = at->kind == SpeechAct::offer && at->by != who && like >= answersTo;
      if (asked || offered)
        return at->option;
    }
    return std::nullopt;
  }

  // --- conditions

  void attachCondition(const Act& act, Wish& wish) {
    const auto& condition = *act.entry->condition;
    const std::string& words = condition.clause.read();
    const std::size_t at = conditionOption(act, words);
    if (at == wish.option || contentWords(words).empty())
      return;
    wish.condition = at;
    const bool only = condition.marker.starts_with("only");
    wish.conditionNegated = condition.marker.starts_with("unless") != only;
    if (only) // `we sign only if …`: not without it
      wish.negated = !wish.negated;
  }

  std::size_t conditionOption(const Act& act, const std::string& words) {
    for (std::size_t i = 0; i < result_.options.size(); ++i)
      if (likeness(result_.options[i].words, words) >= sameEvent) {
        result_.options[i].because.push_back({act.report, words});
        return i;
      }
    return option(decider(act, words), words, words, act.report);
  }

  std::size_t decider(const Act& act, const std::string& words) {
    const auto tokens = evidence::clauseTokens(words, {0, words.size()});
    if (!tokens.empty() && act.entry->speaker && (tokens[0].is("we") || tokens[0].is("i")))
      return party(act.actor);
    if (!tokens.empty() && tokens[0].is("you") && act.addressee)
      return party(*act.addressee);
    if (const auto named = principals_.subjectOf(words))
      return party(*named);
    return events();
  }
};

} // namespace

Sketch sketch(const std::vector<evidence::Ledger>& ledgers, std::size_t mostOptions) {
  return Builder(ledgers, mostOptions).run();
}

} // namespace stasis::drafting
