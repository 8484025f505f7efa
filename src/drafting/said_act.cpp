#include "drafting/said_act.h"

#include "drafting/lemma.h"
#include "evidence/reading/clause_tokens.h"
#include "evidence/reading/lexicon.h"
#include "evidence/reading/phrase_set.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace stasis::drafting {

using evidence::SpeechAct;

namespace {

/// Private matters, on which no dispute turns.
bool isPrivateAffair(const Deed& deed) {
  if (deed.verb == "step" && deed.label.find(" down") == std::string::npos &&
      deed.label.find(" aside") == std::string::npos)
    return false; // step in
  for (const std::string_view verb : {"resign", "retire", "step"})
    if (deed.verb == verb)
      return true;
  return false;
}

/// What the other side would like: no threat, whatever its kind was read as.
bool isConcession(const Deed& deed) {
  for (const std::string_view verb :
       {"lift",   "drop",   "release", "free",   "resume", "restore",   "reopen", "pay",
        "sign",   "accept", "support", "share",  "talk",   "negotiate", "help",   "guarantee",
        "grant",  "ratify", "end",     "stop",   "halt",   "cease",     "cancel", "open",
        "return", "give",   "provide", "attend", "meet",   "host",      "buy"})
    if (deed.verb == verb)
      return true;
  return deed.particle == "off" && (deed.verb == "call" || deed.verb == "put");
}

/// What one does to others against their will.
bool isHarm(const Deed& deed) {
  for (const std::string_view verb :
       {"strike",   "walk",      "close",   "shut",   "block",  "attack",   "bomb",   "shell",   "sue",
        "leave",    "quit",      "cut",     "expel",  "seize",  "sanction", "impose", "boycott", "retaliate",
        "escalate", "veto",      "suspend", "sack",   "evict",  "occupy",   "invade", "sink",    "halt",
        "withhold", "fine",      "arrest",  "jail",   "fire",   "destroy",  "burn",   "stop",    "ban",
        "bar",      "dismiss",   "lay",     "idle",   "oppose", "reject",   "break",  "sever",   "march",
        "appeal",   "prosecute", "punish",  "resist", "fight"})
    if (deed.verb == verb)
      return true;
  const bool takesBack = deed.verb == "withdraw" || deed.verb == "pull"; // its support, not its claim
  for (const std::string_view given :
       {"support", "bid", "offer", "ambassador", "consent", "cooperation", "labour", "labor", "funding",
        "fund", "investment", "licence", "license", "permit", "out"})
    if (takesBack && (deed.object == given || std::ranges::find(deed.others, given) != deed.others.end()))
      return true;
  return false;
}

/// Of somebody who speaks for himself only.
bool isPersonal(const Deed& deed) {
  for (const std::string_view verb : {"walk", "retire", "stay", "wait", "apologise", "apologize", "die",
                                      "sleep", "eat", "vote", "watch", "listen", "write"})
    if (deed.verb == verb)
      return true;
  return false;
}

/// Speaking is what reports are made of, not what parties choose between.
bool isTalk(const Deed& deed) {
  if (!deed.particle.empty())
    return false;
  for (const std::string_view called :
       {"strike", "vote", "election", "ballot", "referendum", "summit", "meeting", "truce", "halt"})
    if (deed.verb == "call" && deed.object == called)
      return false;
  for (const std::string_view verb :
       {"say",    "tell", "speak",   "comment", "answer", "explain", "note", "add", "discuss", "describe",
        "call",   "ask",  "mention", "do",      "get",    "want",    "know", "see", "go",      "come",
        "happen", "take", "make",    "give",    "think",  "put",     "have", "let", "regard",  "anticipate"})
    if (deed.verb == verb)
      return (deed.object.empty() && !((verb == "go" || verb == "come") && !deed.others.empty())) ||
             verb == "say" || verb == "tell" || verb == "call" || verb == "ask" || verb == "know" ||
             verb == "see" || verb == "regard" || verb == "anticipate" || verb == "note" ||
             verb == "comment" || verb == "have";
  for (const std::string_view verb : {"bluff", "joke", "jest", "kid", "lie", "exaggerate", "pretend", "boast",
                                      "complain", "gloat", "panic", "worry"})
    if (deed.verb == verb) // how it is said: `we are not bluffing`
      return deed.object.empty();
  return false;
}

class Decider {
public:
  Decider(const std::vector<Saying>& sayings, const PartyBook& book) : sayings_(sayings), book_(book) {}

  SaidActs run() {
    for (const Saying& saying : sayings_)
      decide(saying);
    return std::move(out_);
  }

private:
  const std::vector<Saying>& sayings_;
  const PartyBook& book_;
  SaidActs out_;
  mutable std::unordered_map<const evidence::LedgerEntry*, std::optional<std::string>> speaking_;
  mutable std::optional<std::map<std::string, std::size_t>> counted_;
  mutable std::optional<std::set<std::string>> acting_; ///< who says that he will do something

  void leave(const Saying& saying, std::string_view why) {
    out_.undecided.push_back({&saying, std::string(why)});
  }

  std::vector<std::string> speakers(const Saying& saying) const {
    std::vector<std::string> names;
    for (const auto& one : saying.entry->speakers) {
      if (saying.entry->speakers.size() > 1 &&
          (one.name.starts_with("Two ") || one.name.starts_with("Three ") || one.name.starts_with("Both ")))
        continue; // two of the holders, A and B
      evidence::LedgerEntry alone;
      alone.speaker = one.name;
      alone.principal = one.principal;
      if (const auto party = book_.speaking(alone))
        if (std::ranges::find(names, *party) == names.end())
          names.push_back(*party);
    }
    if (names.empty())
      if (const auto party = book_.speaking(*saying.entry))
        names.push_back(*party);
    return names;
  }

  void decide(const Saying& saying) {
    auto who = speakers(saying);
    if (who.empty())
      who = namedByWords(saying);
    if (who.empty())
      return leave(saying, saying.entry->speaker ? "speaker no party" : "speaker not told");
    if (saying.ofThose && !saying.conditions.empty() && bindLast(saying))
      return;
    if (saying.doings.empty())
      return leave(saying, "no act named");
    if (const auto body = bodyOfItsOwn(saying))
      who = {*body};
    std::string_view why;
    std::size_t made = 0;
    for (const Doing& doing : saying.doings)
      for (const std::string& party : who) {
        std::string_view reason = doing.why;
        made += decide(saying, doing, party, reason) ? 1 : 0;
        why = reason;
      }
    if (made == 0 && warned(saying, who))
      return;
    if (made == 0)
      leave(saying, why.empty() ? "no act named" : why);
  }

  /// `Kestra will close the port, it said`: who speaks is named by the words alone.
  std::vector<std::string> namedByWords(const Saying& saying) const {
    const auto& mention = saying.entry->mention;
    if (saying.entry->speaker || !mention || !saying.told || saying.doings.empty() ||
        (evidence::lowerCase(mention->text) != "it" && evidence::lowerCase(mention->text) != "they"))
      return {};
    const Doing& first = saying.doings.front();
    const auto party = first.subject == Subject::named && !first.passive && first.force == Force::tells
                           ? book_.named(first.who)
                           : std::nullopt;
    return party ? std::vector{*party} : std::vector<std::string>();
  }

  /// `The authority will stop sales, its director said`: who speaks is called by whom the words are of.
  std::optional<std::string> bodyOfItsOwn(const Saying& saying) const {
    const std::string& name = saying.entry->speaker.value_or("");
    if (const auto at = static_cast<std::size_t>(&saying - sayings_.data());
        at > 0 && at < sayings_.size() && sayings_[at - 1].entry == saying.entry && saying.told &&
        saying.doings.front().byPronoun && !sayings_[at - 1].doings.empty())
      return bodyOfItsOwn(sayings_[at - 1]); // …, and it would open the books
    const Doing& first = saying.doings.front();
    if (!saying.told || saying.entry->principal || first.subject != Subject::named ||
        !(name.starts_with("its ") || name.starts_with("their ") || name.starts_with("Its ")))
      return std::nullopt;
    return book_.named(first.who);
  }

  static std::string trimmed(std::string words) {
    while (!words.empty() && words.back() == ' ')
      words.pop_back();
    return words;
  }
  static bool isBoth(const Doing& doing) {
    if (doing.subject != Subject::named)
      return false;
    const std::string who = evidence::lowerCase(trimmed(doing.who));
    if (who == "both" || who == "the two" || who == "the parties" || who == "the sides" ||
        who == "both of them")
      return true;
    for (const std::string_view lead : {"both ", "the two ", "both the "})
      if (who.starts_with(lead))
        return isOneOf(who.substr(lead.size()),
                       {"sides",      "parties",   "governments", "countries", "states",
                        "neighbours", "neighbors", "armies",      "nations",   "capitals",
                        "camps",      "companies", "banks",       "unions",    "clubs",
                        "councils",   "villages",  "towns",       "groups",    "factions"});
    return false;
  }
  /// What two sides do with each other, or are: one thing, not one of each.
  static bool isTogether(const Deed& deed) {
    return isOneOf(deed.verb, {"be", "come", "meet", "agree", "reach", "talk", "negotiate", "settle", "make",
                               "find", "hold", "resume", "conclude"});
  }
  /// `spokesman`, `clerk`: whose it is, is not known.
  static bool isOffice(const std::string& party) {
    const auto* known =
        evidence::Lexicon::get().find(evidence::lowerCase(party.substr(party.find_last_of(' ') + 1)));
    return known != nullptr && (known->common & (evidence::lexical::role | evidence::lexical::title)) != 0 &&
           (known->common & evidence::lexical::body) == 0;
  }
  /// The party that speaks; asked of the book once for each statement.
  const std::optional<std::string>& speaking(const Saying& saying) const {
    const auto before = speaking_.find(saying.entry);
    return before != speaking_.end()
               ? before->second
               : speaking_.emplace(saying.entry, book_.speaking(*saying.entry)).first->second;
  }
  /// How many statements it makes; counted once for all.
  std::size_t statementsOf(const std::string& party) const {
    if (!counted_) {
      counted_.emplace();
      for (const Saying& said : sayings_)
        if (const auto& who = speaking(said))
          ++(*counted_)[*who];
    }
    const auto at = counted_->find(party);
    return at == counted_->end() ? 0 : at->second;
  }
  /// Whom the report opposes: two besides whoever speaks of them, who say more than all others.
  std::vector<std::string> bothBesides(const std::string& party, const std::string& who) const {
    const std::string noun = nounLemma(who.substr(who.find_last_of(' ', who.size() - 2) + 1));
    const bool sort = isOneOf(noun, {"company", "bank", "union", "club", "council", "village", "town"});
    std::vector<std::pair<std::size_t, std::string>> others;
    for (const std::string& one : book_.parties())
      if (one != party && !book_.isPrivate(one) && !isOffice(one) &&
          (!sort || evidence::lowerCase(one).find(noun) != std::string::npos))
        others.emplace_back(statementsOf(one), one);
    std::ranges::stable_sort(others, [](const auto& a, const auto& b) { return a.first > b.first; });
    if (others.size() < 2 || (others.size() > 2 && others[2].first == others[1].first))
      return {};
    return {others[0].second, others[1].second};
  }
  /// `urged Oswin and Thale to talk`: two by their names, which are not the name of one.
  std::vector<std::string> eachOf(const Doing& doing) const {
    std::vector<std::string> names;
    if (doing.subject != Subject::named || doing.force != Force::ask)
      return names;
    if (const auto whole = book_.known(doing.who); whole && whole->find(" and ") != std::string::npos)
      return names;
    std::string rest = doing.who;
    while (!rest.empty() && rest.back() == ' ')
      rest.pop_back();
    const auto isName = [](const std::string& name) {
      const std::size_t at = name.starts_with("the ") ? 4 : 0;
      return name.size() > at && name[at] >= 'A' && name[at] <= 'Z';
    };
    for (std::size_t at = 0; !rest.empty(); rest = at == std::string::npos ? "" : rest) {
      at = std::min(rest.find(" and "), rest.find(", "));
      const std::string name = rest.substr(0, at);
      if (!isName(name))
        return {};
      names.push_back(name);
      if (at == std::string::npos)
        break;
      rest.erase(0, at + (rest[at] == ',' ? 2 : 5));
      if (rest.starts_with("and "))
        rest.erase(0, 4);
    }
    return names;
  }
  /// What is asked of both is asked of each, if it is known who they are.
  bool askBoth(const Saying& saying, const Doing& doing, const std::string& party, std::string_view& why) {
    bool made = false;
    if (doing.force != Force::ask)
      return made;
    for (const std::string& one : bothBesides(party, trimmed(doing.who))) {
      Doing single = doing;
      single.who = one;
      made = decide(saying, single, party, why) || made;
    }
    return made;
  }

  /// `the group`, `the company` stand for the party of the speaker.
  static bool isPlural(const std::string& party) {
    return party.ends_with("Ministers") || party.ends_with("inisters") || party.ends_with("eaders") ||
           party.ends_with("overnments") || party.ends_with("resident s");
  }
  /// A union that says what `its members` or `bus drivers in the port` will do. Only the bare noun counts,
  /// without the name of anybody else.
  static bool isOwnPeople(const std::string& who, const std::string& party) {
    if (who == "members" || who == "member")
      return true;
    static constexpr std::array people{"members", "workers", "drivers", "nurses",  "teachers",
                                       "crews",   "players", "tenants", "farmers", "miners",
                                       "dockers", "pilots",  "staff"};
    bool body = false;
    for (const std::string_view word :
         {"nion", "ederation", "ssociation", "uild", "lub", "Team", "Teachers", "Workers"})
      body = body || party.find(word) != std::string::npos;
    std::string phrase = who.substr(0, std::min(who.find(" in "), who.find(" of ")));
    const auto space = phrase.find_last_of(' ');
    const std::string noun = space == std::string::npos ? phrase : phrase.substr(space + 1);
    return body && !evidence::lowerCase(phrase).starts_with("the ") &&
           std::ranges::find(people, evidence::lowerCase(noun)) != people.end();
  }
  /// A union is not `the company`.
  static bool isOfOtherSort(const std::string& party, const std::string& noun) {
    const auto among = [](const std::string& word, std::initializer_list<std::string_view> words) {
      return std::ranges::any_of(words,
                                 [&](std::string_view one) { return word.find(one) != std::string::npos; });
    };
    const std::string lower = evidence::lowerCase(party);
    if (among(lower, {"union", "court", "judge", "police", "society", "residents", "villagers", "tenants",
                      "association", "federation", "campaign", "charity", "committee"}))
      return true;
    const bool business =
        among(noun, {"company", "group", "firm", "bank", "airline", "operator", "board", "team", "club"});
    return business && among(lower, {"minist", "govern", "council", "parliament", "army", "police", "mayor",
                                     "commission"});
  }
  /// The noun that says what a party is: `council` of `Town Council of Hesling`.
  static std::string headOf(const std::string& party) {
    const std::string lower = evidence::lowerCase(party);
    const std::string phrase = lower.substr(
        0, std::min({lower.find(" of "), lower.find(" in "), lower.find(" for "), lower.size()}));
    const auto space = phrase.find_last_of(' ');
    return space == std::string::npos ? phrase : phrase.substr(space + 1);
  }
  static bool isCouncil(const std::string& party) {
    return kindOfBody(headOf(party)) == BodyKind::town ||
           evidence::lowerCase(party).find("council") != std::string::npos;
  }
  /// A club is not `the council`: bodies of two kinds.
  static bool isOfOtherKind(const std::string& party, const std::string& noun) {
    const BodyKind own = kindOfBody(headOf(party));
    const BodyKind other = kindOfBody(noun);
    return own != BodyKind::none && other != BodyKind::none && own != other && noun != "group" &&
           noun != "side" && noun != "team";
  }
  bool isOwnBody(const Saying& saying, const Doing& doing, const std::string& party) const {
    if (!saying.told || doing.who.empty())
      return false;
    const auto space = doing.who.find_last_of(' ');
    const std::string noun = space == std::string::npos ? doing.who : doing.who.substr(space + 1);
    if (doing.who.starts_with("the ") && saying.entry->speaker && !isOfOtherKind(party, noun) &&
        book_.answersFor(*saying.entry->speaker, noun))
      return true; // the mayor: the city
    if (book_.isPrivate(party))
      return false;
    if (isOwnPeople(doing.who, party))
      return true;
    if (doing.who.starts_with("the ") && noun.ends_with('s') &&
        nounLemma(noun) == nounLemma(evidence::lowerCase(headOf(party))))
      return true; // Rebel: the rebels
    if (isOfOtherKind(party, noun) || (noun == "council" && !isCouncil(party)))
      return false;
    static constexpr std::array generic{
        "company",   "group", "government",   "country",      "team",           "firm",
        "party",     "club",  "board",        "ministry",     "council",        "bank",
        "authority", "army",  "organization", "organisation", "administration", "delegation"};
    const bool many = saying.entry->speakers.size() > 1 || isPlural(party);
    for (const std::string_view number : {"the two ", "the three ", "the four ", "the five "})
      if (many && doing.who.starts_with(number))
        return true;
    static constexpr std::array ofStates{"government", "country", "army", "administration", "ministry"};
    if (std::ranges::find(ofStates, noun) != ofStates.end() && doing.who.starts_with("the ") &&
        !actsForState(party))
      return false;
    static constexpr std::array ofItsName{"city",       "town",        "county",  "school",  "hospital",
                                          "university", "trust",       "society", "charity", "union",
                                          "federation", "association", "league",  "bloc",    "province",
                                          "region",     "villagers"};
    const bool inName = evidence::lowerCase(party).find(noun) != std::string::npos;
    const bool known =
        (std::ranges::find(generic, noun) != generic.end() && (inName || !isOfOtherSort(party, noun))) ||
        (std::ranges::find(ofItsName, noun) != ofItsName.end() && inName);
    return known &&
           (doing.who.starts_with("the ") || doing.who.starts_with("his ") || doing.who.starts_with("her "));
  }

  /// Whether the party is a state, or has the name of an office of one.
  bool actsForState(const std::string& party) const {
    if (book_.state(party))
      return true;
    const std::string lower = evidence::lowerCase(party);
    return std::ranges::any_of(std::initializer_list<std::string_view>{"minist", "govern", "president",
                                                                       "department", "army", "cabinet"},
                               [&](std::string_view word) { return lower.find(word) != std::string::npos; });
  }

  std::optional<std::string> resolved(const Saying& saying, const Doing& doing,
                                      const std::string& party) const {
    if (auto known = book_.known(doing.who))
      return known;
    if (auto described = book_.described(evidence::lowerCase(doing.who)))
      return described;
    if (const auto business = book_.business(doing.who))
      return business;
    if (doing.force != Force::ask && isOwnBody(saying, doing, party))
      return party;
    return book_.named(doing.who);
  }

  /// `these commitments … once hostilities cease`: what the same speaker has just committed to depends on
  /// that.
  bool bindLast(const Saying& saying) {
    for (auto at = out_.acts.rbegin(); at != out_.acts.rend(); ++at) {
      if (at->saying->report != saying.report ||
          at->saying->entry->sentence.end + 400 < saying.entry->sentence.begin)
        break;
      if (!at->bound || !at->conditions.empty() || at->act.negative)
        continue;
      SaidAct on;
      on.saying = &saying;
      on.party = at->party;
      std::string_view why;
      if (!conditions(on, why))
        return false;
      at->conditions = std::move(on.conditions);
      at->either = on.either;
      at->more.push_back(&saying);
      return true;
    }
    return false;
  }

  /// `asked him to`: whoever that is, he is a person.
  static bool isHim(const Doing& doing) { return doing.who == "him " || doing.who == "her "; }
  /// Says himself that he will do something: nobody who only asks.
  bool acts(const std::string& party) const {
    if (!acting_) {
      acting_.emplace();
      for (const Saying& one : sayings_)
        if (std::ranges::any_of(one.doings, [](const Doing& d) {
              return d.force == Force::wish && d.subject == Subject::speaker;
            }))
          if (const auto& who = speaking(one))
            acting_->insert(*who);
    }
    return acting_->contains(party);
  }
  /// Who else spoke right before, in a talk; in a report, in the sentence before.
  std::optional<std::string> spokeBefore(const Saying& saying, const std::string& party) const {
    const auto at = static_cast<std::size_t>(&saying - sayings_.data());
    constexpr std::size_t reachOfTalk = 1500; // bytes
    constexpr std::size_t reachOfReport = 250;
    const std::size_t reach = saying.told ? reachOfReport : reachOfTalk;
    for (std::size_t i = at; i-- > 0;) {
      const Saying& one = sayings_[i];
      if (one.report != saying.report || one.entry->sentence.begin + reach < saying.entry->sentence.begin)
        return std::nullopt;
      if (one.entry->sentence == saying.entry->sentence)
        continue;
      if (const auto& who = speaking(one); who && *who != party)
        return acts(*who) || saying.told ? who : std::nullopt;
    }
    return std::nullopt;
  }

  /// `told the news agency`: no party.
  static bool isMedium(const std::string& addressee) {
    const std::string lower = ' ' + evidence::lowerCase(addressee);
    return std::ranges::any_of(std::initializer_list<std::string_view>{" news", "newspaper", " radio",
                                                                       " television", " tv", " magazine",
                                                                       " channel", " broadcaster", " paper",
                                                                       " journalists", " reporters", " bbc"},
                               [&](std::string_view word) { return lower.find(word) != std::string::npos; });
  }
  /// Who was spoken to; else the only other party, where the report has two.
  std::optional<std::string> opponent(const Saying& saying, const std::string& party) const {
    if (saying.entry->addressee) {
      if (isMedium(*saying.entry->addressee))
        return std::nullopt;
      if (const auto named = book_.named(*saying.entry->addressee); named && *named != party)
        return named;
    }
    const auto all = book_.parties();
    std::optional<std::string> other;
    for (const std::string& one : all)
      if (one != party && book_.isPrivate(one) && book_.holdsOffice(one))
        return std::nullopt; // whom he speaks for is not known
    for (const std::string& one : all)
      if (one != party && !book_.isPrivate(one)) {
        if (other)
          return std::nullopt;
        other = one;
      }
    return other;
  }

  static bool isThreat(const Saying& saying) {
    return saying.cue == "warn" || (saying.entry->kind == SpeechAct::threat && saying.alone);
  }
  /// Words that threaten whatever the verb is: `legitimate targets`, `pay the price` (words/act_phrases.txt).
  static bool hasThreat(const std::string& words) {
    static const evidence::PhraseSet phrases("act_phrases");
    const auto tokens = evidence::clauseTokens(words, {0, words.size()});
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if (const auto match = phrases.at(tokens, i); match.length > 0 && match.value.starts_with("threat"))
        return true;
    return false;
  }
  /// `if troops appear there, they will be targets`: the condition of the warning is not wished.
  bool warned(const Saying& saying, const std::vector<std::string>& who) {
    if ((saying.cue != "warn" && !hasThreat(saying.words)) || !isThreat(saying) || saying.marker != "if" ||
        saying.conditions.empty() || saying.conditions.size() > 3 ||
        std::ranges::any_of(saying.doings, [](const Doing& d) {
          return d.why == "said in irony" || d.why == "only a question" || d.why == "it was not said" ||
                 d.why == "exception not read" || d.why == "only supposed" || d.negative ||
                 d.why == "negation not clear";
        }))
      return false;
    bool made = false;
    for (const std::string& party : who) {
      SaidAct whole;
      whole.saying = &saying;
      whole.party = party;
      std::string_view why;
      if (!conditions(whole, why))
        continue;
      for (const OwnedDeed& one : whole.conditions) {
        if (one.owner == party || (!one.owner && !hasThreat(saying.words)) || one.deed.verb == "be" ||
            one.deed.object.empty())
          continue;
        SaidAct act;
        act.saying = &saying;
        act.party = party;
        act.act = one;
        act.act.negative = !one.negative;
        act.warning = true;
        out_.acts.push_back(std::move(act));
        made = true;
      }
    }
    return made;
  }

  /// `if Varnia did likewise`, `to do the same`: the act that the words named before.
  static bool isLikewise(const Deed& deed, const std::string& words) {
    if (deed.verb == "reciprocate" || (deed.verb == "follow" && deed.object == "suit"))
      return true;
    return deed.verb == "do" && (deed.object == "same" || (deed.object.empty() && !deed.pronoun)) &&
           (words.find(" likewise") != std::string::npos || words.find(" the same") != std::string::npos);
  }
  /// The act that a saying names: its own, else the last that somebody stated before.
  static const Doing* firstAct(const Saying& saying) {
    for (const Doing& doing : saying.doings)
      if (!doing.deed.verb.empty() && doing.deed.verb != "do" && doing.force != Force::none)
        return &doing;
    return nullptr;
  }
  const Doing* actBefore(const Saying& saying) const {
    const auto at = static_cast<std::size_t>(&saying - sayings_.data());
    if (at == 0 || at >= sayings_.size() || sayings_[at - 1].report != saying.report)
      return nullptr;
    return firstAct(sayings_[at - 1]);
  }

  /// `it would do so`, of one act that the words before name; where they name it as not done, it stays open
  /// whether `so` means leaving it.
  const Doing* meantBySo(const Saying& saying, const Doing& doing) const {
    if (doing.deed.verb != "do" || !doing.deed.object.empty() || doing.deed.pronoun || doing.passive ||
        saying.words.find(" do so") == std::string::npos)
      return nullptr;
    const Doing* meant = actBefore(saying);
    return meant == nullptr || meant->negative || meant->either || (&saying - 1)->doings.size() != 1 ? nullptr
                                                                                                     : meant;
  }

  bool decide(const Saying& saying, const Doing& doing, const std::string& party, std::string_view& why) {
    if (doing.force == Force::none || doing.deed.verb.empty() || doing.deed.verb == "to")
      return false;
    if (isLikewise(doing.deed, saying.words))
      if (const Doing* meant = actBefore(saying); meant != nullptr && !meant->deed.verb.empty()) {
        Doing same = doing;
        same.deed = meant->deed;
        same.negative = doing.negative != meant->negative;
        return !isLikewise(same.deed, saying.words) && decide(saying, same, party, why);
      }
    if (const Doing* meant = meantBySo(saying, doing)) {
      Doing same = doing;
      same.deed = meant->deed;
      return decide(saying, same, party, why);
    }
    const bool asked_ =
        (doing.force == Force::ask || (!saying.marker.empty() && saying.conditions.size() > 0)) &&
        (doing.deed.verb == "come" || doing.deed.verb == "go");
    if (isTalk(doing.deed) && !asked_) { // but: urged Tamaria to come
      why = "nothing done here";
      return false;
    }
    if (doing.deed.verb == "object" && doing.negative) { // does not object: leaves it to others
      why = "nothing done here";
      return false;
    }
    if (doing.who == "both " || doing.who.starts_with("either ")) {
      why = "which is unclear";
      return false;
    }
    if (const auto each = eachOf(doing); each.size() > 1) {
      bool made = false;
      for (const std::string& one : each) {
        Doing single = doing;
        single.who = one;
        made = decide(saying, single, party, why) || made;
      }
      return made;
    }
    if (isBoth(doing)) {
      why = "which is unclear";
      return askBoth(saying, doing, party, why);
    }
    SaidAct act;
    act.saying = &saying;
    act.party = party;
    act.answers = doing.answers;
    act.agrees = (saying.cueWord == "agree" || doing.agreed) && !doing.negative;
    if ((doing.deed.verb == "make" || doing.deed.verb == "have") && doing.deed.object.empty() &&
        doing.deed.others.empty()) {
      why = "no act named"; // I want to make that clear
      return false;
    }
    if (act.act.deed.verb == "accept" && !doing.answers && act.act.deed.object.empty()) {
      why = "no act named";
      return false;
    }
    act.act.deed = doing.deed;
    act.act.today = doing.today;
    act.act.negative = doing.negative;
    act.asked = !doing.deed.object.empty() &&
                ((doing.force == Force::ask && (doing.byNoun || doing.passive || doing.toYou)) ||
                 (doing.force == Force::wish && doing.byNoun));
    if (!doing.asker.empty())
      return askedByAnother(std::move(act), doing, why);
    const Subject subject = isByMeans(doing) ? Subject::open : doing.subject;
    switch (subject) {
    case Subject::speaker: act.act.owner = party; break;
    case Subject::named:
      act.act.owner = resolved(saying, doing, party);
      if (!act.act.owner && doing.force == Force::ask &&
          (saying.cue == "ask" || saying.entry->addressee || !doing.obliged))
        act.act.owner = asked(doing); // "the port must not close" asks nothing of the port
      if (!(act.act.owner && book_.known(doing.who)) && !doing.middle.verb.empty() &&
          doing.force != Force::ask && answersFor(saying, doing, party)) {
        act.act.owner = party;
        act.act.deed = doing.middle;
      }
      break;
    case Subject::addressee:
    case Subject::other:
      if (isHim(doing) && saying.entry->how == "label") {
        why = "which is unclear"; // in a talk he is neither of those who talk
        return false;
      }
      if (doing.byNoun && !doing.who.empty())
        act.act.owner = book_.named(doing.who); // demanded two million euros from the port company
      if (act.act.owner)
        break;
      if (doing.toYou ? saying.entry->how == "label" : isHim(doing))
        act.act.owner = spokeBefore(saying, party);
      if (!act.act.owner)
        act.act.owner = opponent(saying, party);
      break;
    case Subject::thing: why = "subject no party"; return false;
    case Subject::open: break;
    }
    if (!act.act.owner && subject == Subject::named && !doing.passive) {
      why = "subject no party";
      return hangsOn(act, doing);
    }
    if (subject == Subject::open && (doing.force == Force::wish || subject != doing.subject) &&
        doing.passive && !doing.answers)
      act.act.owner = party;
    const bool own = act.act.owner == party || sides(saying, doing, party);
    if (doing.force == Force::tells && !foretold(saying, doing, act, own, why))
      return false;
    if (doing.force == Force::ask && own && doing.subject != Subject::speaker) {
      why = "asks of itself";
      return false;
    }
    if (own && saying.marker.empty() &&
        (isPrivateAffair(doing.deed) ||
         (book_.isPrivate(party) && isPersonal(doing.deed) && doing.deed.object.empty()))) {
      why = "a private affair";
      return false;
    }
    return finish(std::move(act), doing, why);
  }

  /// `would be replaced by agency staff`: what it is done with, not who decides it.
  bool isByMeans(const Doing& doing) const {
    const std::string who = trimmed(doing.who);
    return doing.passive && doing.subject == Subject::named && doing.force == Force::tells &&
           !book_.known(who) &&
           isOneOf(nounLemma(who.substr(who.find_last_of(' ') + 1)),
                   {"staff", "worker", "volunteer", "contractor", "crew", "troop", "machine", "robot",
                    "camera", "temp", "recruit"});
  }

  /// `the truce will begin only after both sides have signed`: nobody's act, which cannot be without what it
  /// hangs on.
  bool hangsOn(SaidAct act, const Doing& doing) {
    const Saying& saying = *act.saying;
    const bool only = saying.marker.starts_with("only") || saying.marker == "not before";
    std::string_view why;
    if (saying.marker.empty() || doing.force != Force::tells || only == doing.negative ||
        doing.eventDeed.object.empty() || !conditions(act, why) ||
        std::ranges::none_of(act.conditions, [](const OwnedDeed& one) { return one.owner.has_value(); }))
      return false;
    SaidRule rule;
    rule.act.deed = doing.eventDeed;
    rule.conditions = act.conditions;
    if (only)
      for (OwnedDeed& one : rule.conditions)
        one.negative = !one.negative;
    rule.each = only ? !act.either : act.either;
    rule.saying = &saying;
    out_.rules.push_back(std::move(rule));
    return true;
  }

  /// `no ward will close`, said by a body that decides it or threatens with it.
  bool answersFor(const Saying& saying, const Doing& doing, const std::string& party) const {
    const SpeechAct kind = saying.entry->kind;
    return (!book_.isPrivate(party) ||
            (saying.entry->speaker && book_.holdsOffice(*saying.entry->speaker))) &&
           (kind == SpeechAct::commitment || kind == SpeechAct::threat || kind == SpeechAct::refusal ||
            kind == SpeechAct::denial || doing.negative || !saying.marker.empty());
  }

  /// `urged donors not to cut aid`: whoever is asked can do it, whatever he is called.
  static std::optional<std::string> asked(const Doing& doing) {
    std::string who = doing.who;
    while (!who.empty() && who.back() == ' ')
      who.pop_back();
    const auto words = std::ranges::count(who, ' ') + 1;
    constexpr std::ptrdiff_t most = 4;
    const std::string lower = evidence::lowerCase(who);
    const bool vague = lower.find(" us") != std::string::npos || lower.find(" them") != std::string::npos ||
                       lower.starts_with("any") || lower.starts_with("every") || lower.starts_with("some") ||
                       lower.starts_with("no") || lower.starts_with("those ") ||
                       lower.starts_with("these ") || lower.starts_with("people") || lower.starts_with("all");
    if (who.empty() || words > most || vague || doing.passive || doing.byNoun)
      return std::nullopt;
    return lower.starts_with("the ") ? who.substr(4) : who;
  }

  /// `members would support the merger`: whose act the noun names is not said, but whose wish it is.
  bool sides(const Saying& saying, const Doing& doing, const std::string& party) const {
    return doing.byNoun && doing.subject == Subject::open && !doing.who.empty() &&
           resolved(saying, doing, party) == party;
  }

  /// What another party will do is no wish. A warning of it says that it is not wished.
  bool foretold(const Saying& saying, const Doing& doing, SaidAct& act, bool own,
                std::string_view& why) const {
    if (own)
      return true;
    if (doing.subject != Subject::named) {
      why = "another's act foretold";
      return false;
    }
    if (isOwnAct(doing) && !speaks(*act.act.owner)) { // 26 countries had committed to …
      act.party = *act.act.owner;
      return true;
    }
    if (saying.cue == "warn" && !doing.negative && book_.known(doing.who)) {
      act.act.negative = true;
      dropConditions_ = true;
      return true;
    }
    why = "another's act foretold";
    return false;
  }
  static bool isOwnAct(const Doing& doing) { return doing.committed; }
  /// A party that itself speaks in the report needs nobody to speak for it.
  bool speaks(const std::string& party) const { return statementsOf(party) > 0; }
  mutable bool dropConditions_ = false;

  /// `Trump had asked him to talk`: Trump's wish, the speaker's act.
  bool askedByAnother(SaidAct act, const Doing& doing, std::string_view& why) {
    const auto asker = book_.named(doing.asker);
    if (!asker || *asker == act.party || doing.subject != Subject::speaker) {
      why = "another's mouth";
      return false;
    }
    act.act.owner = act.party;
    act.party = *asker;
    return finish(std::move(act), doing, why);
  }

  bool finish(SaidAct act, const Doing& doing, std::string_view& why) {
    const Saying& saying = *act.saying;
    const bool drop = dropConditions_;
    dropConditions_ = false;
    if (!saying.marker.empty() && !drop && !conditions(act, why))
      return false;
    act.bound = doing.committed || doing.force == Force::wish;
    act.only =
        saying.marker.starts_with("only") || saying.marker == "not before" ||
        (doing.onlyThen && isOneOf(saying.marker, {"if", "once", "when", "after", "provided", "provided that",
                                                   "as soon as", "as long as", "so long as"}));
    const bool threat = isThreat(saying) || saying.cueWord == "threaten" || saying.marker == "unless";
    const bool told = saying.cue == "warn" || saying.cueWord == "threaten" || saying.marker == "unless";
    act.sanction = !act.act.negative && doing.force == Force::wish && threat && !act.only &&
                   !isConcession(doing.deed) && (told || isHarm(doing.deed) || hasThreat(saying.words));
    if (!doing.instead.verb.empty() && act.act.owner && !act.act.negative && !isTalk(doing.instead)) {
      SaidRule rule;
      rule.act = act.act;
      rule.conditions.push_back({act.act.owner, doing.instead});
      rule.saying = &saying;
      out_.rules.push_back(std::move(rule));
    }
    out_.acts.push_back(std::move(act));
    return true;
  }

  /// `if it is there`, `if they so wished`: the words do not name what would have to be the case.
  static bool isBareState(const Doing& doing) {
    if (doing.deed.verb == "be")
      return doing.deed.object.empty();
    static constexpr std::array helping{"can", "could", "will", "would",  "do",
                                        "may", "might", "must", "should", "have"};
    return doing.deed.object.empty() && doing.deed.others.empty() && !doing.passive &&
           (classOf(doing.deed.verb) == "want" || classOf(doing.deed.verb) == "think" ||
            doing.deed.verb == "act" || doing.deed.verb == "get" ||
            std::ranges::find(helping, doing.deed.verb) != helping.end());
  }

  bool conditions(SaidAct& act, std::string_view& why) const {
    const Saying& saying = *act.saying;
    const bool unless = saying.marker.starts_with("unless") || saying.marker.ends_with("until") ||
                        saying.marker.ends_with("till") ||
                        saying.marker == "before"; // not x until y: not x unless y
    for (const Doing& doing : saying.conditions) {
      if (doing.why == "negation not clear" || doing.why == "only a question") {
        why = "condition not clear";
        return false;
      }
      const Doing* same = isLikewise(doing.deed, saying.words) ? firstAct(saying) : nullptr;
      const bool unread =
          same == nullptr && (doing.deed.verb.empty() ||
                              (doing.deed.verb == "do" && doing.deed.object.empty()) || isBareState(doing));
      if (unread) { // only if they did
        why = "condition not read";
        return false;
      }
      OwnedDeed owned;
      owned.deed = same != nullptr ? same->deed : doing.deed;
      owned.today = doing.today;
      owned.negative = (doing.negative != unless) != (same != nullptr && same->negative);
      if (doing.subject == Subject::speaker && !pronounOfOther(saying, doing))
        owned.owner = act.party;
      else if (doing.subject == Subject::named)
        owned.owner = resolved(saying, doing, act.party);
      else if (doing.subject == Subject::addressee || doing.subject == Subject::other ||
               (doing.subject == Subject::speaker))
        owned.owner = otherIn(saying, doing, act.party);
      if (!owned.owner && (doing.passive || doing.subject == Subject::open))
        owned.owner = ownerWithin(doing);
      if (doing.subject == Subject::named && !owned.owner)
        owned.deed = doing.eventDeed;
      owned.ordered = owned.owner.has_value() && !doing.passive;
      act.either = act.either || doing.either;
      if (owned.deed.pronoun && owned.deed.object.empty() && doing.passive && saying.told && !owned.owner) {
        owned.deed.object = evidence::lowerCase(headOf(act.party)); // will lay off men if it is not paid
        owned.deed.label = owned.deed.verb + ' ' + act.party;
        owned.deed.pronoun = false;
      }
      if (isBoth(doing)) { // no party of that name
        owned.owner = std::nullopt;
        owned.deed = doing.eventDeed;
      }
      if (const auto both = isBoth(doing) && !isTogether(doing.deed)
                                ? bothBesides(act.party, trimmed(doing.who))
                                : std::vector<std::string>();
          !both.empty()) { // both sides sign: the one does, and the other
        owned.deed = doing.deed;
        for (const std::string& one : both) {
          owned.owner = one;
          act.conditions.push_back(owned);
        }
        continue;
      }
      act.conditions.push_back(std::move(owned));
    }
    if (saying.marker.starts_with("in ")) // in exchange for: the other side gives all of them
      for (OwnedDeed& one : act.conditions)
        for (const OwnedDeed& other : act.conditions)
          if (!one.owner && other.owner)
            one.owner = other.owner;
    if (act.conditions.empty()) { // also where `otherwise` refers to nothing that was read
      why = "condition not read";
      return false;
    }
    if (unless && act.conditions.size() > 1) // not (a and b)
      act.either = !act.either;
    return true;
  }
  std::optional<std::string> otherIn(const Saying& saying, const Doing& doing,
                                     const std::string& party) const {
    if (doing.toYou && saying.entry->how == "label")
      if (const auto who = spokeBefore(saying, party))
        return who;
    return opponent(saying, party);
  }
  /// `Serrado's barracks`, `Israeli forces`: whose thing it is done to does it, where nobody else is named.
  std::optional<std::string> ownerWithin(const Doing& doing) const {
    for (const std::string& name : doing.within)
      if (auto party = book_.known(name))
        return party;
      else if (const auto state = book_.state(name))
        return state;
    return std::nullopt;
  }
  /// `said it would leave if it did not pay`: the `it` of the condition is just as often the other party.
  static bool pronounOfOther(const Saying& saying, const Doing& doing) {
    return saying.told && doing.byPronoun;
  }
};

} // namespace

SaidActs saidActs(const std::vector<Saying>& sayings, const PartyBook& book) {
  return Decider(sayings, book).run();
}

} // namespace stasis::drafting
