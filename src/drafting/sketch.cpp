#include "drafting/sketch.h"

#include "drafting/lemma.h"
#include "drafting/said_act.h"
#include "drafting/short_name.h"
#include "drafting/slight_deed.h"
#include "evidence/reading/lexicon.h"
#include "exchange/identifier.h"

#include <algorithm>
#include <initializer_list>

namespace stasis::drafting {

using evidence::LedgerEntry;

namespace {

/// A name of the language cannot begin with a digit: `26 countries` becomes `countries 26`.
std::string nameWords(std::string actor) {
  const auto space = actor.find(' ');
  const bool number = !actor.empty() && actor[0] >= '0' && actor[0] <= '9';
  std::string words =
      number && space != std::string::npos ? actor.substr(space + 1) + ' ' + actor.substr(0, space) : actor;
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

class Builder {
public:
  Builder(const std::vector<SketchReport>& reports, std::size_t mostOptions)
      : reports_(reports), most_(mostOptions), optionNames_(&partyNames_) {}

  Sketch run() {
    read();
    SaidActs said = saidActs(sayings_, book_);
    nameSuch(said.acts);
    for (const Undecided& one : said.undecided)
      leave(*one.saying, one.why);
    nameParties(said.acts);
    for (const SaidAct& act : said.acts) // acts with an owner first: one without may be the same option
      if (act.act.owner && !act.answers && !act.agrees)
        findOrMake(act.act, act);
    for (const SaidAct& act : said.acts)
      wish(act);
    for (const SaidRule& rule : said.rules)
      bar(rule);
    settle();
    return std::move(result_);
  }

private:
  const std::vector<SketchReport>& reports_;
  std::size_t most_;
  PartyBook book_;
  std::vector<Saying> sayings_;
  Sketch result_;
  exchange::GivenNames partyNames_;
  exchange::GivenNames optionNames_;

  void read() {
    for (const SketchReport& report : reports_)
      book_.readText(report.text);
    for (const bool capital : {true, false}) // `the federation` comes after the World Cycling Federation
      for (const SketchReport& report : reports_)
        for (const LedgerEntry& entry : report.ledger->entries)
          book_.addBody(entry, capital);
    for (const SketchReport& report : reports_)
      for (const LedgerEntry& entry : report.ledger->entries)
        book_.add(entry);
    for (const std::size_t r : byDate()) {
      const LedgerEntry* before = nullptr;
      const auto& entries = reports_[r].ledger->entries;
      const std::string_view text = reports_[r].text;
      for (std::size_t i = 0; i < entries.size(); ++i) {
        const LedgerEntry& entry = entries[i];
        const bool more = i + 1 < entries.size() && continuesCondition(entry, entries[i + 1], text);
        auto said = more ? sayingsOf(withWholeCondition(entry, entries[i + 1], text), r, text)
                         : sayingsOf(entry, r, text, conditionBefore(before, entry));
        for (Saying& saying : said) {
          saying.entry = &entry;
          sayings_.push_back(std::move(saying));
        }
        before = &entry;
        i += more ? 1 : 0;
      }
    }
    for (Saying& saying : sayings_)
      namePlan(saying);
    for (const bool states : {true, false}) // a minister's state first: it may be what others speak of
      adoptBodies(states);
    for (std::size_t i = 0; i < sayings_.size(); ++i)
      referBack(i);
  }

  /// `Defence secretary Maya Okoro said that the army would ground its drones`: who holds an office and says
  /// what a body will do speaks for it, where the report does not say for whom else.
  void adoptBodies(bool states) {
    for (const Saying& saying : sayings_) {
      const LedgerEntry& entry = *saying.entry;
      if (saying.doings.empty() || !entry.speaker || entry.principal)
        continue;
      const Doing& doing = saying.doings.front();
      if (!saying.told) {
        if (!states)
          adoptPeople(saying);
        continue;
      }
      const auto party = book_.speaking(entry);
      if (doing.subject != Subject::named || doing.force != Force::tells || !party)
        continue;
      const std::string who = doing.who;
      const bool definite = who.starts_with("the ");
      const auto space = who.find_last_of(' ');
      const std::string noun = space == std::string::npos ? who : who.substr(space + 1);
      const bool capital = noun[0] >= 'A' && noun[0] <= 'Z';
      const bool unnamed =
          !isCapital(*party) && (party->ends_with("official") || party->ends_with("officials") ||
                                 party->ends_with("spokesman") || party->ends_with("spokeswoman"));
      const bool organ = book_.speaksForState(*entry.speaker) || (unnamed && book_.known(who));
      if (states) {
        const auto state = capital && !definite ? book_.known(who) : std::nullopt;
        const auto land = state ? state : capital && !definite && organ ? book_.named(who) : std::nullopt;
        if (organ && land && *land != *party && !book_.isPrivate(*land) && saying.cue != "warn" &&
            saying.cue != "think" &&
            (book_.isPrivate(*party) || !isCapital(*party) || book_.isSurname(*party)))
          book_.adopt(*entry.speaker, *land);
      } else if (book_.isPrivate(*party) && definite && book_.answersFor(*entry.speaker, noun)) {
        if (const auto body = book_.known(who) ? book_.known(who) : book_.described(who))
          book_.adopt(*entry.speaker, *body);
        else if (!capital)
          book_.adopt(*entry.speaker, who.substr(4));
      }
    }
  }
  /// `If the work has not begun, the tenants will stop paying rent`, said in a talk by somebody of whom
  /// nothing is known, where nobody else speaks for them.
  void adoptPeople(const Saying& saying) {
    const Doing& doing = saying.doings.front();
    const auto party = book_.speaking(*saying.entry);
    std::string who = doing.who;
    while (!who.empty() && who.back() == ' ')
      who.pop_back();
    if (saying.entry->how != "label" || saying.marker.empty() || doing.force != Force::tells || !party ||
        book_.holdsOffice(*saying.entry->speaker) || !book_.isPrivate(*party) || !who.starts_with("the ") ||
        who.find(' ', 4) != std::string::npos || book_.known(who) || book_.described(who))
      return;
    const auto* known = evidence::Lexicon::get().find(nounLemma(who.substr(4)));
    if (who.ends_with('s') && known != nullptr && (known->common & evidence::lexical::role) != 0)
      book_.adopt(*saying.entry->speaker, who.substr(4));
  }
  static bool isCapital(const std::string& name) { return !name.empty() && name[0] >= 'A' && name[0] <= 'Z'; }

  /// `if the plan is shelved`, where the report speaks of a plan to put up cranes: if they are not put up.
  void namePlan(Saying& saying) const {
    for (auto* doings : {&saying.doings, &saying.conditions})
      for (Doing& doing : *doings) {
        const Deed& deed = doing.deed;
        const bool plan = isOneOf(deed.object, {"plan", "scheme", "project", "idea"});
        const bool lies = deed.verb == "be" && std::ranges::find(deed.others, "table") != deed.others.end();
        const bool ends = isOneOf(deed.verb, {"shelve", "drop", "abandon", "scrap", "cancel", "withdraw",
                                              "ditch", "axe", "bin", "bury"});
        if (!plan || (!ends && !lies))
          continue;
        Deed meant = plannedBefore(reports_[saying.report].text, saying.entry->sentence.begin);
        if (meant.verb.empty() || meant.object.empty())
          continue;
        doing.negative = doing.negative != ends;
        doing.deed = meant;
        doing.eventDeed = meant;
        if (lies) // nobody does it: whoever has the plan
          doing.subject = Subject::open;
        doing.event = false;
      }
  }
  /// `asked him to talk to her`, and then `asked me to hold such a meeting`: one act, under its name.
  static void nameSuch(std::vector<SaidAct>& acts) {
    constexpr std::size_t reach = 500; // bytes
    for (std::size_t i = 1; i < acts.size(); ++i) {
      SaidAct& later = acts[i];
      const std::string words = later.saying->words;
      if (words.find(" such a ") == std::string::npos || later.act.deed.object.empty() ||
          later.act.owner == later.party)
        continue;
      for (std::size_t j = i; j-- > 0;)
        if (SaidAct& one = acts[j];
            one.party == later.party && one.act.owner == later.act.owner &&
            one.act.negative == later.act.negative && one.saying != later.saying &&
            one.saying->report == later.saying->report &&
            one.saying->entry->sentence.begin + reach > later.saying->entry->sentence.begin) {
          constexpr std::string_view such = "such a ";
          if (const std::size_t at = later.act.deed.label.find(such); at != std::string::npos)
            later.act.deed.label.replace(at, such.size(), "a ");
          one.act.deed = later.act.deed;
          break;
        }
    }
  }

  /// What `otherwise`, `in that case` and `if they do not` hang on: the condition of the statement before,
  /// else what it asks.
  void referBack(std::size_t at) {
    Saying& saying = sayings_[at];
    constexpr std::size_t reach = 500; // bytes
    if (saying.back == Saying::Back::none)
      return;
    const bool loose = saying.marker.empty(); // `Then we will …` may as well be a time
    saying.conditions.clear();
    for (std::size_t i = at; i-- > 0;) {
      const Saying& one = sayings_[i];
      if (one.report != saying.report || one.entry->sentence.begin + reach < saying.entry->sentence.begin)
        break;
      const bool turned = saying.back == Saying::Back::turned;
      if (loose && i + 1 == at && hangsOnAnswer(one, saying))
        return;
      if (loose && (i + 1 < at || one.marker.empty() || one.entry->how != "label"))
        break;
      if (saying.turnsAct && one.entry->speaker == saying.entry->speaker)
        saying.doings = turnedRound(one.doings);
      if (!one.marker.empty() && !one.conditions.empty()) {
        if (turned && one.conditions.size() > 1)
          break;
        const bool unless = one.marker.starts_with("unless") || one.marker.ends_with("until") ||
                            one.marker.ends_with("till") || one.marker == "before";
        saying.conditions = one.conditions;
        saying.marker = unless != turned ? "unless" : "if";
        return;
      }
      for (const Doing& doing : one.doings)
        if (doing.force == Force::ask && saying.conditions.empty()) {
          saying.conditions.push_back(doing);
          if (doing.subject == Subject::addressee && one.entry->addressee) {
            saying.conditions.back().subject = Subject::named;
            saying.conditions.back().who = *one.entry->addressee;
          }
          saying.marker = turned ? "unless" : "if";
        }
      if (!saying.conditions.empty())
        return;
      if (one.entry->sentence != saying.entry->sentence && i + 1 < at)
        break; // no further back than two
    }
  }

  static std::vector<Doing> turnedRound(std::vector<Doing> doings) {
    std::erase_if(doings, [](const Doing& doing) { return doing.force != Force::wish; });
    for (Doing& doing : doings)
      doing.negative = !doing.negative;
    return doings;
  }
  /// `If the strike goes on, we will bring in drivers.` `Then we will block the gates`: if those come in.
  static bool hangsOnAnswer(const Saying& one, Saying& saying) {
    if (one.entry->how != "label" || !one.entry->speaker || one.entry->speaker == saying.entry->speaker)
      return false;
    for (const Doing& doing : one.doings)
      if (doing.force == Force::wish && doing.subject == Subject::speaker && !doing.deed.verb.empty()) {
        saying.conditions.push_back(doing);
        saying.conditions.back().subject = Subject::named;
        saying.conditions.back().who = *one.entry->speaker;
        saying.conditions.back().byPronoun = false;
        saying.marker = "if";
        return true;
      }
    return false;
  }

  /// `it would leave if the guns stayed` `and the crew was held`: the second is part of the condition.
  static bool continuesCondition(const LedgerEntry& first, const LedgerEntry& second, std::string_view text) {
    if (first.sentence != second.sentence || !first.content || !second.content || first.quote ||
        second.quote || !first.condition || second.condition || first.speaker != second.speaker ||
        first.condition->clause.range.end != first.content->range.end ||
        second.content->range.end > text.size() || second.content->range.begin < first.content->range.end)
      return false;
    const std::string_view between =
        text.substr(first.content->range.end, second.content->range.begin - first.content->range.end);
    if (between != " and " && between != " or ")
      return false;
    const std::string words = ' ' + evidence::lowerCase(second.content->text) + ' ';
    return std::ranges::none_of(
        std::initializer_list<std::string_view>{" would ", " will ", " could ", " can ", " may ", " might ",
                                                " shall ", " should ", " must ", " wouldn't ", " won't ",
                                                " cannot "},
        [&](std::string_view modal) { return words.find(modal) != std::string::npos; });
  }
  /// The first with all of its condition.
  static LedgerEntry withWholeCondition(const LedgerEntry& first, const LedgerEntry& second,
                                        std::string_view text) {
    LedgerEntry whole = first;
    const auto extend = [&](evidence::Passage& passage) {
      passage.range.end = second.content->range.end;
      passage.text = text.substr(passage.range.begin, passage.range.end - passage.range.begin);
      passage.words.clear();
    };
    extend(*whole.content);
    extend(whole.condition->clause);
    return whole;
  }

  /// `“If they cut pay,” Orr said, “we walk.”`: the condition that is all of the first half.
  static const evidence::Condition* conditionBefore(const LedgerEntry* before, const LedgerEntry& entry) {
    if (before == nullptr || entry.rule != "split-quote" || entry.condition ||
        before->sentence != entry.sentence || !before->quote || before->content || !before->condition)
      return nullptr;
    constexpr std::size_t around = 14; // the marker, and a comma after
    const bool whole = before->condition->clause.text.size() + around >= before->quote->text.size();
    return whole ? &*before->condition : nullptr;
  }

  /// Reports that have dates in the order of these; the others stay where they are.
  std::vector<std::size_t> byDate() const {
    std::vector<std::size_t> order(reports_.size());
    for (std::size_t i = 0; i < order.size(); ++i)
      order[i] = i;
    const bool dated =
        std::ranges::all_of(reports_, [](const SketchReport& one) { return one.ledger->date.has_value(); });
    if (dated)
      std::ranges::stable_sort(order, {}, [&](std::size_t i) { return *reports_[i].ledger->date; });
    return order;
  }

  void leave(const Saying& saying, const std::string& why) {
    result_.leftOut.push_back({saying.entry, saying.report, saying.words, why});
  }

  // --- parties

  std::size_t party(const std::string& called) {
    const auto at = std::ranges::find_if(
        result_.parties, [&](const SketchParty& one) { return !one.isEvents && one.label == called; });
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
    result_.parties.push_back({partyNames_.give("Events"), "Events", {}, true});
    return result_.parties.size() - 1;
  }
  /// Parties get names before options do, so that no option takes the name of a party.
  void nameParties(const std::vector<SaidAct>& acts) {
    for (const SaidAct& act : acts) {
      party(act.party);
      if (act.act.owner)
        party(*act.act.owner);
      if (!act.act.owner && (act.warning || act.asked))
        events();
      for (const OwnedDeed& condition : act.conditions)
        condition.owner ? party(*condition.owner) : events();
    }
  }

  Cite cited(const Saying& saying) const {
    const std::string_view text = reports_[saying.report].text;
    const model::Range sentence = saying.entry->sentence;
    const bool inside = sentence.begin < sentence.end && sentence.end <= text.size();
    return {saying.report, saying.words,
            inside ? std::string(text.substr(sentence.begin, sentence.end - sentence.begin)) : std::string()};
  }

  // --- options

  /// An option of that owner, or of anybody if there is no owner. A deed done to `it` is the last one with
  /// its verb.
  std::optional<std::size_t> find(const OwnedDeed& owned) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < result_.options.size(); ++i) {
      const SketchOption& option = result_.options[i];
      if (owned.owner && result_.parties[option.party].label != *owned.owner)
        continue;
      const bool same =
          sameDeed(option.deed, owned.deed) || (owned.deed.pronoun && owned.deed.object.empty() &&
                                                alike(option.deed.verb) == alike(owned.deed.verb));
      if (same)
        found = i;
    }
    return found;
  }
  std::optional<std::size_t> findOrMake(const OwnedDeed& owned, const SaidAct& act) {
    const Cite cite = cited(*act.saying);
    if (const auto known = find(owned)) {
      result_.options[*known].because.push_back(cite);
      result_.options[*known].today = result_.options[*known].today || owned.today;
      return known;
    }
    if (result_.options.size() >= most_ ||
        (owned.deed.pronoun && owned.deed.object.empty() && !owned.ordered))
      return std::nullopt;
    const std::size_t owner = owned.owner ? party(*owned.owner) : events();
    result_.options.push_back({owner, newName(owned.deed, owner), owned.deed, false, owned.today, {cite}});
    return result_.options.size() - 1;
  }
  /// The deed's own name; where it is taken, by another party or another deed of this one, a longer one.
  std::string newName(const Deed& deed, std::size_t owner) {
    std::string name = nameOf(deed);
    if (optionNames_.has(name)) {
      const bool own = std::ranges::any_of(
          result_.options, [&](const SketchOption& one) { return one.party == owner && one.name == name; });
      name = longerNameOf(deed, own ? "" : result_.parties[owner].name);
    }
    return optionNames_.give(name);
  }

  // --- what a party said it wants

  /// What an answer accepts or refuses: the last thing that somebody else asked of the party.
  std::optional<std::size_t> answered(const SaidAct& act) const {
    for (auto at = asked_.rbegin(); at != asked_.rend(); ++at)
      if (at->of == act.party && at->by != act.party && isCalled(act.act.deed.object))
        return at->option;
    return std::nullopt;
  }
  /// What an agreement without an object refers to.
  std::optional<std::size_t> lastAsked(const std::string& of) const {
    for (auto at = asked_.rbegin(); at != asked_.rend(); ++at)
      if (at->of == of && at->by != of)
        return at->option;
    return std::nullopt;
  }
  static bool isCalled(const std::string& noun) {
    for (const std::string_view word : {"demand", "request", "appeal", "call", "ultimatum"})
      if (noun == word)
        return true;
    return false;
  }
  struct Asked {
    std::string by;
    std::string of;
    std::size_t option;
  };
  std::vector<Asked> asked_;

  void wish(const SaidAct& act) {
    std::optional<std::size_t> option;
    OwnedDeed owned = act.act;
    if (act.answers)
      option = answered(act);
    if (act.agrees && owned.deed.object.empty() && !find(owned))
      option = lastAsked(act.party);
    if (!option && act.answers && (isCalled(owned.deed.object) || owned.deed.pronoun))
      return leave(*act.saying, "which is unclear");
    if (!option && !owned.owner) {
      option = find(owned);
      if (!option && (act.warning || act.asked))
        option = findOrMake(owned, act);
      if (!option)
        return leave(*act.saying, "doer not named");
    }
    if (!option)
      option = findOrMake(owned, act);
    if (!option)
      return leave(*act.saying, owned.deed.pronoun ? "which is unclear" : "too many options");
    Wish one;
    one.option = *option;
    one.negated = owned.negative;
    one.either = act.either;
    one.because.push_back(cited(*act.saying));
    one.entry = act.saying->entry;
    for (const Saying* more : act.more)
      one.because.push_back(cited(*more));
    const std::string owner = result_.parties[result_.options[*option].party].label;
    if (owner != act.party)
      asked_.push_back({act.party, owner, *option});
    for (const OwnedDeed& condition : act.conditions) {
      const auto at = findOrMake(condition, act);
      if (!at)
        return leave(*act.saying, "condition is unclear");
      if (*at == *option)
        return leave(*act.saying, "condition is itself");
      one.conditions.push_back({*at, condition.negative});
    }
    if (act.only && one.conditions.size() == 1) { // we sign only if …: do not sign without it
      one.negated = !one.negated;
      one.conditions.front().negated = !one.conditions.front().negated;
    }
    const bool sanction = act.sanction && one.conditions.size() == 1;
    const WishCondition hangs = one.conditions.empty() ? WishCondition{} : one.conditions.front();
    add(party(act.party), std::move(one));
    if (sanction)
      imply(act, hangs);
  }

  void bar(const SaidRule& rule) {
    SaidAct act;
    act.saying = rule.saying;
    for (const OwnedDeed& condition : rule.conditions)
      if (condition.deed.pronoun && condition.deed.object.empty())
        return leave(*rule.saying, "condition is unclear");
    const auto option = findOrMake(rule.act, act);
    if (!option)
      return leave(*rule.saying, "too many options");
    Bar whole{{{*option, false}}, {cited(*rule.saying)}};
    for (const OwnedDeed& condition : rule.conditions) {
      const auto at = findOrMake(condition, act);
      if (!at || *at == *option)
        return leave(*rule.saying, at ? "condition is itself" : "too many options");
      const WishCondition other{*at, condition.negative};
      if (rule.each)
        result_.bars.push_back({{{*option, false}, other}, whole.because});
      else
        whole.together.push_back(other);
    }
    if (!rule.each)
      result_.bars.push_back(std::move(whole));
  }

  /// Today's state is one that can be.
  void dropBarsOfToday() {
    std::erase_if(result_.bars, [&](const Bar& one) {
      return std::ranges::all_of(one.together, [&](const WishCondition& part) {
        return result_.options[part.option].today != part.negated;
      });
    });
  }

  /// A threat implies that its condition is not wished. `only if` implies nothing of the kind: a party that
  /// attacks only if attacked does not wish to be.
  void imply(const SaidAct& act, const WishCondition& hangs) {
    const SketchParty& owner = result_.parties[result_.options[hangs.option].party];
    if (owner.isEvents || owner.label == act.party)
      return;
    Wish one;
    one.option = hangs.option;
    one.negated = !hangs.negated;
    one.because.push_back(cited(*act.saying));
    one.entry = act.saying->entry;
    one.remark = "what the words before hang on";
    add(party(act.party), std::move(one));
  }

  void add(std::size_t who, Wish one) {
    auto& wishes = result_.parties[who].wishes;
    for (Wish& known : wishes)
      if (known.option == one.option && known.negated == one.negated && known.conditions == one.conditions) {
        known.because.push_back(one.because.front());
        return;
      }
    for (const WishCondition& condition : one.conditions)
      result_.options[condition.option].used = true;
    result_.options[one.option].used = true;
    wishes.push_back(std::move(one));
  }

  // --- the end

  /// If a party says both a thing and its opposite, the later counts. Options that no preference mentions are
  /// dropped.
  void settle() {
    for (SketchParty& one : result_.parties)
      for (std::size_t i = 0; i < one.wishes.size(); ++i)
        for (std::size_t j = i + 1; j < one.wishes.size(); ++j)
          if (one.wishes[i].option == one.wishes[j].option &&
              one.wishes[i].negated != one.wishes[j].negated && one.wishes[i].conditions.empty() &&
              one.wishes[j].conditions.empty()) {
            replaced_.push_back({&one, i});
            break;
          }
    for (SketchParty& one : result_.parties)
      std::erase_if(one.wishes, [&](const Wish& wish) { return isPartOfConditional(one, wish); });
    for (const auto& [party, at] : replaced_) {
      const Wish& wish = party->wishes[at];
      result_.leftOut.push_back(
          {wish.entry, wish.because.front().report, wish.because.front().words, "said otherwise later"});
    }
    for (auto at = replaced_.rbegin(); at != replaced_.rend(); ++at)
      at->first->wishes.erase(at->first->wishes.begin() + static_cast<std::ptrdiff_t>(at->second));
    leaveSlight();
    dropBarsOfToday();
    drop();
  }
  std::vector<std::pair<SketchParty*, std::size_t>> replaced_;
  /// The same sentence says it once more, and on what condition.
  static bool isPartOfConditional(const SketchParty& party, const Wish& wish) {
    return wish.conditions.empty() && std::ranges::any_of(party.wishes, [&](const Wish& other) {
             return other.option == wish.option && !other.conditions.empty() && other.entry != nullptr &&
                    wish.entry != nullptr && other.entry != wish.entry &&
                    other.entry->sentence == wish.entry->sentence;
           });
  }

  /// `would not discuss a ban`, `will not sit down with them`: not slight.
  static bool isRefusalToTalk(const Deed& deed) {
    return (deed.verb == "discuss" && !deed.object.empty()) || (deed.verb == "sit" && !deed.others.empty()) ||
           (deed.verb == "consider" && !deed.object.empty());
  }
  /// What a party will do by itself and nobody else mentions: if the deed is slight, no dispute turns on it.
  void leaveSlight() {
    std::vector<std::size_t> spoken(result_.options.size(), 0);
    for (const SketchParty& one : result_.parties)
      for (const Wish& wish : one.wishes) {
        ++spoken[wish.option];
        for (const WishCondition& condition : wish.conditions)
          ++spoken[condition.option];
      }
    for (std::size_t p = 0; p < result_.parties.size(); ++p) {
      SketchParty& one = result_.parties[p];
      std::erase_if(one.wishes, [&](const Wish& wish) {
        const SketchOption& option = result_.options[wish.option];
        if (option.party != p || !wish.conditions.empty() || spoken[wish.option] > 1)
          return false;
        if (!isSlight(option.deed) || (wish.negated && isRefusalToTalk(option.deed)))
          return false;
        result_.leftOut.push_back(
            {wish.entry, wish.because.front().report, wish.because.front().words, "nothing turns on it"});
        return true;
      });
    }
  }

  void drop() {
    std::vector<bool> used(result_.options.size(), false);
    for (const SketchParty& one : result_.parties)
      for (const Wish& wish : one.wishes) {
        used[wish.option] = true;
        for (const WishCondition& condition : wish.conditions)
          used[condition.option] = true;
      }
    for (const Bar& one : result_.bars)
      for (const WishCondition& part : one.together)
        used[part.option] = true;
    std::vector<std::size_t> options(used.size());
    std::vector<SketchOption> kept;
    for (std::size_t i = 0; i < used.size(); ++i) {
      options[i] = kept.size();
      if (used[i])
        kept.push_back(std::move(result_.options[i]));
    }
    result_.options = std::move(kept);
    for (Bar& one : result_.bars)
      for (WishCondition& part : one.together)
        part.option = options[part.option];
    std::vector<std::size_t> parties(result_.parties.size());
    std::vector<SketchParty> keptParties;
    for (std::size_t i = 0; i < result_.parties.size(); ++i) {
      SketchParty& one = result_.parties[i];
      parties[i] = keptParties.size();
      for (Wish& wish : one.wishes) {
        wish.option = options[wish.option];
        for (WishCondition& condition : wish.conditions)
          condition.option = options[condition.option];
      }
      const bool owns =
          std::ranges::any_of(result_.options, [&](const SketchOption& o) { return o.party == i; });
      if (owns || !one.wishes.empty())
        keptParties.push_back(std::move(one));
    }
    for (SketchOption& option : result_.options)
      option.party = parties[option.party];
    result_.parties = std::move(keptParties);
  }
};

} // namespace

Sketch sketch(const std::vector<SketchReport>& reports, std::size_t mostOptions) {
  return Builder(reports, mostOptions).run();
}

} // namespace stasis::drafting
