#include "drafting/party_book.h"

#include "drafting/lemma.h"
#include "evidence/reading/lexicon.h"

#include <algorithm>
#include <set>
#include <span>

namespace stasis::drafting {

namespace lexical = evidence::lexical;
using evidence::Lexicon;
using evidence::lowerCase;

namespace {

using Words = std::vector<std::string>;

std::string plainApostrophes(std::string_view text) {
  std::string out(text);
  for (std::size_t at; (at = out.find("\u2019")) != std::string::npos;)
    out.replace(at, 3, "'");
  return out;
}

Words split(std::string_view text) {
  Words words;
  std::string word;
  for (const char c : plainApostrophes(text) + ' ')
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      if (!word.empty())
        words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  return words;
}

std::string join(const Words& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i)
    out += (out.empty() ? "" : " ") + words[i];
  return out;
}

bool isCapital(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

std::uint32_t classes(std::string_view word) {
  const auto* known = Lexicon::get().find(lowerCase(word));
  return known == nullptr ? 0 : known->common;
}

bool isRole(std::string_view word) {
  return (classes(word) & (lexical::role | lexical::title)) != 0 ||
         (classes(nounLemma(word)) & (lexical::role | lexical::title)) != 0;
}

bool isBodyWord(std::string_view word) {
  return (classes(word) & lexical::body) != 0 || (classes(nounLemma(word)) & lexical::body) != 0 ||
         isOneOf(nounLemma(word),
                 {"country",    "state",     "nation",  "bank",       "firm",  "company",   "government",
                  "rebel",      "army",      "militia", "side",       "ally",  "coalition", "operator",
                  "owner",      "nurse",     "driver",  "docker",     "miner", "teacher",   "striker",
                  "island",     "republic",  "regime",  "club",       "team",  "mediator",  "court",
                  "parliament", "insurgent", "faction", "opposition", "junta"});
}

/// Bodies that act for the state whose name stands before them. Companies, unions and clubs are not.
bool isOfState(std::string_view word) {
  return isOneOf(nounLemma(word), {"government", "army",       "military",  "ministry",  "cabinet",
                                   "parliament", "navy",       "force",     "forces",    "administration",
                                   "regime",     "leadership", "authority", "police",    "department",
                                   "delegation", "side",       "embassy",   "consulate", "mission",
                                   "office",     "troops",     "troop",     "treasury",  "state"});
}

/// Part of the body whose name stands before it, which has no will of its own: not the union of a state, the
/// club of a town.
bool isOrgan(std::string_view word) {
  return isOfState(word) ||
         isOneOf(nounLemma(word), {"board", "committee", "management", "executive", "secretariat", "bureau",
                                   "commission", "council", "branch", "staff"});
}

/// `trade` of `Trade Minister`: what an office is for, no body.
bool isPortfolio(std::string_view word) {
  return isOneOf(lowerCase(word),
                 {"foreign",        "prime",       "deputy",      "defence", "defense",     "finance",
                  "interior",       "and",         "general",     "chief",   "national",    "trade",
                  "commerce",       "education",   "health",      "energy",  "transport",   "environment",
                  "agriculture",    "labour",      "labor",       "culture", "home",        "justice",
                  "economy",        "economic",    "information", "water",   "fisheries",   "housing",
                  "mining",         "mines",       "oil",         "science", "technology",  "security",
                  "industry",       "development", "planning",    "sports",  "sport",       "tourism",
                  "communications", "maritime",    "lands",       "welfare", "immigration", "migration",
                  "affairs",        "senior",      "acting",      "first",   "vice",        "assistant",
                  "permanent",      "state",       "treasury",    "budget",  "public",      "works",
                  "social",         "religious",   "rural"});
}

/// Things that parties use or act on.
bool isInstrument(const std::string& noun) {
  return isOneOf(noun, {"troop",   "troops",   "force",   "forces",   "soldier",   "ship",    "missile",
                        "hostage", "prisoner", "captive", "civilian", "resident",  "child",   "person",
                        "voter",   "gun",      "weapon",  "tank",     "personnel", "teammate"});
}

/// What was answered before to the same words, else what `find` answers.
template <class Answer, class Find>
Answer remembered(std::unordered_map<std::string, Answer>& answers, std::string_view asked, Find find) {
  std::string key(asked);
  if (const auto before = answers.find(key); before != answers.end())
    return before->second;
  return answers.emplace(std::move(key), find()).first->second;
}

bool isNobody(const std::string& lower) {
  return lower.empty() || lower.find(" votes") != std::string::npos || // by seven votes to six
         isOneOf(lower, {"nobody",        "none",        "no one",
                         "reporters",     "reporter",    "journalists",
                         "analyst",       "analysts",    "observers",
                         "critics",       "sources",     "officials",
                         "someone",       "another",     "one",
                         "many",          "some",        "others",
                         "people",        "residents",   "may",
                         "friends",       "witnesses",   "experts",
                         "the president", "everyone",    "who",
                         "the chair",     "the speaker", "a reporter",
                         "the statement", "aides",       "moderator",
                         "presenter",     "interviewer", "host",
                         "that",          "this",        "all",
                         "half",          "most",        "neither",
                         "parties",       "sides",       "all sides",
                         "both capitals", "capitals",    "the parties",
                         "each",          "both",        "everybody",
                         "name",          "anchor",      "question",
                         "caller",        "both of us",  "all of us",
                         "any of us",     "thousands",   "hundreds",
                         "dozens",        "scores",      "tens of thousands"});
}

std::string withoutArticle(std::string_view words) {
  std::string text = plainApostrophes(words);
  for (const std::string_view mark : {"\u201C", "\u201D", "\"", " "})
    while (text.starts_with(mark))
      text.erase(0, mark.size());
  while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ' '))
    text.pop_back();
  for (const std::string_view article :
       {"at least ", "least ", "about ", "neighbouring ", "neighboring ", "the ",  "The ",
        "a ",        "an ",    "A ",     "An ",           "both ",        "Both ", "all ",
        "any ",      "our ",   "my ",    "their ",        "Their ",       "its ",  "Its "})
    if (text.starts_with(article))
      text.erase(0, article.size());
  for (const std::string_view more :
       {"more than ", "More than ", "over ", "Over ", "nearly ", "Nearly ", "almost ", "some "})
    if (const std::size_t number = more.size();
        text.starts_with(more) && text.size() > number && text[number] >= '0' && text[number] <= '9')
      if (const std::size_t noun = text.find(' ', number); noun != std::string::npos)
        return text.substr(noun + 1); // more than 4,000 members
  return text;
}

std::string withoutMarks(std::string word) {
  while (!word.empty() && std::string_view(",.;:!?\"()").find(word.back()) != std::string_view::npos)
    word.pop_back();
  return word;
}

std::optional<std::string> stateOf(const std::string& name) {
  const auto* known = Lexicon::get().find(lowerCase(name));
  if (known == nullptr && name.ends_with('.'))
    known = Lexicon::get().find(lowerCase(name.substr(0, name.size() - 1)));
  if (known == nullptr || known->state == 0 || (known->proper & lexical::place) == 0)
    return std::nullopt;
  return Lexicon::get().state(known->state);
}

/// `Serrado` of words that continue with `'s`; empty if none do.
std::string withoutGenitive(const std::string& word) {
  if (word.size() > 2 && word.ends_with("'s"))
    return word.substr(0, word.size() - 2);
  if (word.size() > 2 && word.ends_with("s'"))
    return word.substr(0, word.size() - 1);
  return {};
}

/// Whose name stands before it is somebody else: `Millgate's largest customer`.
bool isCounterpart(const std::string& word) {
  return isOneOf(nounLemma(word),
                 {"customer", "supplier",    "rival",     "neighbour", "neighbor", "competitor",
                  "owner",    "shareholder", "creditor",  "landlord",  "tenant",   "partner",
                  "ally",     "opponent",    "critic",    "buyer",     "bidder",   "challenger",
                  "enemy",    "predecessor", "successor", "client"});
}

bool isOfStateOffice(const std::string& word) {
  return isOneOf(word, {"minister",       "president",  "secretary",  "ambassador", "envoy",    "negotiator",
                        "official",       "general",    "admiral",    "senator",    "diplomat", "delegate",
                        "representative", "premier",    "chancellor", "king",       "queen",    "colonel",
                        "commander",      "minister,",  "lawmaker",   "attorney",   "governor", "leader",
                        "spokesman",      "spokeswoman"});
}

/// `captain`, `farmer`: no office that a body has.
bool isLowerOffice(const std::string& word) {
  return !isCapital(word) && (classes(word) & lexical::speaks) == 0 &&
         !isOneOf(word, {"chief", "chairman", "chairwoman", "chair", "president", "director", "general",
                         "executive", "managing", "foreign", "prime", "finance", "defence", "defense",
                         "trade", "leader", "head"});
}

/// `Local mayor NAME`, `Former minister NAME`: how an office is held, and no body's name.
bool describesOffice(const std::string& word) {
  return isOneOf(lowerCase(word),
                 {"local",  "regional", "national", "federal",  "provincial", "municipal", "former", "senior",
                  "acting", "interim",  "outgoing", "incoming", "veteran",    "longtime",  "top",    "new",
                  "chief",  "elected",  "newly",    "ousted",   "exiled",     "retired",   "late"});
}

/// `Interior Minister`, at the beginning of a sentence.
bool isBareOffice(const Words& words) {
  return words.size() < 4 &&
         std::ranges::all_of(
             words, [](const std::string& word) { return isRole(word) || isPortfolio(lowerCase(word)); });
}

/// People who together speak for a body.
bool isRepresentative(const std::string& noun) {
  return isOneOf(noun, {"lawmaker", "delegate", "member", "official", "representative", "negotiator", "envoy",
                        "senator", "deputy", "minister", "spokesman", "spokeswoman", "spokesperson"});
}

bool endsSentence(const std::string& word) {
  return !word.empty() && std::string_view(".?!\"").find(word.back()) != std::string_view::npos;
}

bool endsPhrase(const std::string& word) { return withoutMarks(word).size() != word.size(); }

/// The name that begins at `at`: capitals, with `of`, `and`, `the` between them.
std::string nameAt(const Words& words, std::size_t at) {
  std::size_t end = at;
  for (std::size_t i = at; i < words.size() && i < at + 8; ++i) {
    if (isCapital(words[i])) {
      end = i + 1;
      if (endsPhrase(words[i]))
        break;
    } else if (!isOneOf(words[i], {"of", "and", "the", "for"}) || i == at) {
      break;
    }
  }
  return end == at ? std::string() : withoutMarks(join(words, at, end));
}

} // namespace

namespace {

/// `food ` of `the food bank`: the words between an article and a noun, with a blank behind them.
std::string describing(const Words& words, std::size_t noun) {
  constexpr std::size_t most = 2;
  for (std::size_t begin = noun; begin > 0 && noun - begin <= most; --begin) {
    if (isOneOf(words[begin - 1], {"the", "The", "its", "their", "a", "an"}))
      return begin < noun ? join(words, begin, noun) + ' ' : std::string();
    if (isCapital(words[begin - 1]) || endsPhrase(words[begin - 1]))
      break;
  }
  return {};
}

/// `U.S.` of `U.S. President Donald Trump`.
std::optional<std::string> titled(std::string_view name) {
  const Words words = split(name);
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (isCapital(words[i]) && isRole(words[i]))
      if (auto state = stateOf(join(words, 0, i)))
        return state;
  return std::nullopt;
}

} // namespace

std::optional<std::string> bodyWithin(std::string_view description) {
  const Words words = split(description);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    std::string owner = withoutGenitive(words[i]);
    if (owner.empty())
      continue;
    std::size_t begin = i;
    while (begin > 0 && isCapital(words[begin - 1]) && !isOneOf(words[begin - 1], {"The", "A"}))
      --begin;
    if (i + 1 < words.size() && isCapital(words[i + 1]) && !stateOf(owner) && !isRole(words[i + 1]))
      break; // Teachers' Retirement Board
    const std::string last = lowerCase(withoutMarks(words.back()));
    const bool ofState = stateOf(owner).has_value();
    if (isCounterpart(last))
      break; // Millgate's largest customer
    if ((isRole(last) || (ofState ? isOfState(last) : isOrgan(last)) ||
         isOneOf(last, {"stance", "position", "statement", "response", "leadership", "side", "letter"})) &&
        isCapital(words[i]))
      return (begin < i ? join(words, begin, i) + ' ' : std::string()) + owner;
    if (isRole(last) && (isBodyWord(owner) || words[i].ends_with("s'")) && !isCounterpart(last))
      return describing(words, i) + owner; // the food bank's manager
    break;
  }
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (isOneOf(words[i], {"for", "of", "from", "at", "in"})) {
      std::size_t at = words[i + 1] == "the" ? i + 2 : i + 1;
      const bool some = isRepresentative(nounLemma(words[i - 1]));
      if (some && at + 1 < words.size() && !isCapital(words[at])) // from the governing Harbor Party
        ++at;
      if (std::string name = at < words.size() ? nameAt(words, at) : "";
          !name.empty() && (some || (words[i] != "in" && isRole(words[i - 1]))))
        return name;
    }
  return std::nullopt;
}

namespace {

/// `coastguard` of `coastguard spokesman`.
std::optional<std::string> ofSpokesman(const std::string& lower) {
  const auto words = split(lower);
  if (words.size() < 2 || words.size() > 4)
    return std::nullopt;
  const bool belongs = isOneOf(words.back(), {"source", "sources", "official", "officials"}) &&
                       isBodyWord(words[words.size() - 2]);
  if ((!belongs && !isOneOf(words.back(), {"spokesman", "spokeswoman", "spokesperson", "spokespeople"})) ||
      isOneOf(words[words.size() - 2],
              {"official", "senior", "chief", "unnamed", "former", "new", "local", "its", "his", "her",
               "their", "second", "another", "a", "one", "same", "main"}))
    return std::nullopt;
  const std::string body = join(words, 0, words.size() - 1);
  return body.ends_with("'s") ? body.substr(0, body.size() - 2) : body;
}

} // namespace

void PartyBook::readText(std::string_view plain) {
  while (!plain.empty()) { // a headline ends like a sentence
    const std::size_t end = std::min(plain.find("\n\n"), plain.size());
    for (const std::string& word : split(plain.substr(0, end)))
      text_ += (text_.empty() ? "" : " ") + word;
    if (const char last = text_.empty() ? '.' : text_.back();
        (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') || (last >= '0' && last <= '9'))
      text_ += '.';
    plain.remove_prefix(std::min(end + 2, plain.size()));
  }
  words_ = split(text_);
  lower_ = lowerCase(text_);
  states_.clear();
  forget();
}

void PartyBook::forget() const {
  knownBefore_.clear();
  describedBefore_.clear();
}

void PartyBook::enter(const std::string& name, const std::string& party, bool person) {
  const auto known = std::ranges::find(rows_, name, &Row::name);
  if (!name.empty() && known == rows_.end()) {
    const std::string lower = lowerCase(name);
    Row row{name, party, person, ' ' + lower + ' ', std::min(lower.find(" in "), lower.size()) + 2, {}};
    for (const std::string& word : split(lower))
      row.words.push_back({nounLemma(word), word.size() > 5});
    rows_.push_back(std::move(row));
    forget();
  } else if (!name.empty() && !person && known->party == party && known->person) {
    known->person = false; // somebody speaks for it
    forget();
  }
}

/// The body that a person speaks for, by the words beside the name.
std::optional<std::string> PartyBook::besideName(const std::string& name) const {
  for (std::size_t at = text_.find(name); at != std::string::npos; at = text_.find(name, at + 1)) {
    const std::size_t from = at > 120 ? at - 120 : 0;
    std::string before = text_.substr(from, at - from);
    if (const auto stop = before.find_last_of(".;\""); stop != std::string::npos && stop + 1 < before.size())
      before.erase(0, stop + 1);
    for (const std::string_view mark : {"\u201C", "\u201D"})
      if (const auto stop = before.rfind(mark);
          stop != std::string::npos && stop + mark.size() < before.size())
        before.erase(0, stop + mark.size());
    Words words = split(before);
    while (!words.empty() && ((words.size() > 1 && words[words.size() - 2].ends_with(',') &&
                               (classes(words.back()) & lexical::title) != 0 && isCapital(words.back())) ||
                              isOneOf(words.back(), {"Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr."})))
      words.pop_back();               // the county's education officer, Ms NAME
    std::size_t roles = words.size(); // Serrado's defence minister, NAME
    while (roles > 0 && words.size() - roles < 7 && withoutGenitive(words[roles - 1]).empty())
      --roles;
    if (roles > 0 && words.size() > roles && isRole(withoutMarks(words.back())))
      if (auto body = bodyWithin(withoutMarks(
              join(words, roles - 1 - (roles > 1 && isCapital(words[roles - 2]) ? 1 : 0), words.size()))))
        return body;
    if (const auto office = ofPortfolio(words))
      return office;
    if (words.size() > 1 && withoutMarks(words.back()) == "counterpart" &&
        isCapital(words[words.size() - 2]) &&
        !isOneOf(words[words.size() - 2], {"His", "Her", "Their", "Its"}))
      return words[words.size() - 2]; // his Belmont counterpart, NAME
    if (!words.empty() && words.back() == "Minister" && isBareOffice(words) &&
        text_.find(" the government ") != std::string::npos)
      return "government"; // Interior Minister NAME
    if (!words.empty() && withoutMarks(words.back()) == "Mayor")
      for (const std::string_view place : {"city", "town"})
        if (text_.find(" the " + std::string(place) + " ") != std::string::npos)
          return std::string(place);
    if (words.size() > 3 && words.back().ends_with(",") && words[words.size() - 2] == "the" &&
        words[words.size() - 3] == "for" &&
        isOneOf(lowerCase(words[words.size() - 4]),
                {"counsel", "lawyer", "lawyers", "solicitor", "spokesman", "spokeswoman"}))
      return named(withoutMarks(words.back()))
          .value_or(withoutMarks(words.back())); // counsel for the company, NAME
    if (auto people = spokenFor(std::string_view(text_).substr(at + name.size(), 100)))
      return people;
    std::size_t i = words.size(); // FCA spokesperson NAME
    while (i > 0 && (isRole(i == words.size() ? withoutMarks(words[i - 1]) : words[i - 1]) ||
                     isPortfolio(words[i - 1]) ||
                     (i < words.size() && !isCapital(words[i - 1]) && isOfState(words[i - 1]))))
      --i;
    if (i < words.size() && i > 0 &&
        isOneOf(words[i - 1], {"Its", "Their"})) { // the bank, … Its director, NAME
      constexpr std::size_t reach = 250;
      if (auto body = bodyBefore(at); body && text_.rfind(*body, at) + reach > at)
        return body;
      if (auto body = subjectBefore(at))
        return body;
    }
    const bool office =
        std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i), words.end(),
                    [](const std::string& word) { return isRole(word); }); // no "Oswin and NAME"
    if (office && lowerCase(withoutMarks(words.back())) == "member")
      break; // Council Member NAME: one of many
    if (office && i > 0 && isCapital(words[i - 1]) && !endsPhrase(words[i - 1]) && !isRole(words[i - 1]) &&
        !(i == 1 && isLowerOffice(words[i]) && opensSentence(words[0])) &&
        !isOneOf(words[i - 1], {"A", "An", "The", "Its", "Their", "His", "Her", "Our", "My"}) &&
        !(i == 1 && describesOffice(words[0]))) {
      std::size_t begin = i - 1;
      while (begin > 0 && isCapital(words[begin - 1]) && !endsPhrase(words[begin - 1]))
        --begin;
      std::string body = join(words, begin, i);
      const bool ofTrade =
          stateOf(body) && std::ranges::none_of(std::span(words).subspan(i), [](const std::string& word) {
            return (classes(word) & (lexical::speaks | lexical::leads)) != 0 ||
                   isOfStateOffice(lowerCase(word));
          });
      if (ofTrade)
        break; // "US spice maker NAME"
      const bool shouts = body.size() > 5 && lowerCase(body) != body &&
                          std::ranges::none_of(body, [](char c) { return c >= 'a' && c <= 'z'; });
      if (!shouts)
        return body;
    }
    const std::string behind = text_.substr(at + name.size(), 100);
    Words after = split(behind.substr(0, behind.find_first_of(".;\"")));
    const bool comma = behind.starts_with(",");
    const std::size_t limit = std::min<std::size_t>(after.size(), 9);
    for (std::size_t k = 0; k + 1 < limit; ++k) {
      if (k > 0 && !comma)
        break;
      if (isOneOf(after[k], {"of", "for", "at"}) && (k == 0 || comma) && (k == 0 || isRole(after[k - 1]))) {
        const std::size_t start = after[k + 1] == "the" ? k + 2 : k + 1;
        if (std::string body = start < after.size() ? nameAt(after, start) : ""; !body.empty())
          return body;
        for (std::size_t last = start; k == 0 && start == 2 && last < std::min(after.size(), start + 3);
             ++last)
          if (isBodyWord(withoutMarks(after[last]))) // NAME of the dockers' union
            return withoutMarks(join(after, start, last + 1));
      }
      if (k > 1 && endsPhrase(after[k]))
        break;
    }
    if (comma && after.size() > 4 && after[1] == "who" &&
        isOneOf(after[2], {"leads", "heads", "chairs", "runs", "represents", "led",
                           "speaks"})) { // NAME, who leads the union
      const std::size_t to = after[2] == "speaks" ? 4 : 3;
      const std::size_t start = to < after.size() && after[to] == "the" ? to + 1 : to;
      if (std::string body = start < after.size() ? nameAt(after, start) : ""; !body.empty())
        return body;
      for (std::size_t last = start; last < std::min(after.size(), start + 3); ++last)
        if (isBodyWord(withoutMarks(after[last])))
          return withoutMarks(join(after, start, last + 1));
    }
    if (comma && after.size() > 2) // NAME, Norland's foreign minister,
      if (const auto end = behind.find(',', 1); end != std::string::npos && end < behind.find(". "))
        if (auto body = bodyWithin(behind.substr(1, end - 1)))
          return body;
  }
  for (std::size_t at = text_.find(name); at != std::string::npos; at = text_.find(name, at + 1)) {
    const std::size_t from = at > 60 ? at - 60 : 0;
    const Words words = split(std::string_view(text_).substr(from, at - from));
    std::size_t last = words.size(); // the minister, NAME; Its spokeswoman, NAME; branch secretary NAME
    while (last > 0 && words.size() - last < 2 &&
           isOneOf(words[last - 1],
                   {"Mr.", "Ms.", "Mrs.", "Dame", "Sir", "Dr.", "Cllr.", "H.E.", "Lt.", "Gen.", "Col."}))
      --last;
    if (last == 0 || (classes(withoutMarks(words[last - 1])) & (lexical::speaks | lexical::leads)) == 0)
      continue;
    if (auto body = ofRole(withoutMarks(words[last - 1])))
      return body;
    std::string role = withoutMarks(words[last - 1]);
    if (isCapital(role) && (last == 1 ? from == 0 : endsSentence(words[last - 2])))
      role = lowerCase(role); // a capital because the sentence begins with it
    if (last > 1 && isPortfolio(words[last - 2]))
      continue; // Defence secretary NAME: not of the body named before
    const std::string ahead = last > 1 ? words[last - 2] : std::string();
    const bool body =
        last > 1 && (isBodyWord(ahead) || (role == "leader" && ahead == "opposition") ||
                     kindOfBody(ahead) == BodyKind::town || kindOfBody(ahead) == BodyKind::association);
    if (body && !isCapital(ahead)) // union secretary NAME; village head NAME
      return described(ahead).value_or(describing(words, last - 2) + ahead);
    const bool ofBody =
        !isCapital(role) && !isOneOf(role, {"mayor", "president", "commissioner", "prefect", "magistrate",
                                            "mediator", "minister", "king", "queen", "governor", "judge",
                                            "senator", "captain", "general", "pope", "bishop"});
    const bool manages = isOneOf(role, {"director", "manager", "boss", "executive", "owner"});
    if (auto body = ofBody ? bodyBefore(from) : std::nullopt)
      if (!manages || std::ranges::none_of(split(*body), [](const std::string& word) {
            return kindOfBody(withoutMarks(lowerCase(word))) == BodyKind::association;
          })) // a union's report: "plant director NAME"
        return body;
  }
  return std::nullopt;
}

/// A word that has a capital only because a sentence begins with it: `Trawler captain NAME`.
bool PartyBook::opensSentence(const std::string& word) const {
  if (std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; }) || stateOf(word))
    return false;
  for (std::size_t at = text_.find(word); at != std::string::npos; at = text_.find(word, at + 1))
    if (at > 1 && text_[at - 1] == ' ' &&
        std::string_view(".?!\"").find(text_[at - 2]) == std::string_view::npos &&
        static_cast<unsigned char>(text_[at - 2]) < 0x80)
      return false;
  return true;
}

/// `Kestra` of `Kestran`, where the report names it.
std::optional<std::string> PartyBook::ofDemonym(const std::string& word) const {
  if (!isCapital(word) || word.size() < 5)
    return std::nullopt;
  for (const std::string_view ending : {"n", "an", "ian", "ese", "ish", "i", "ic"}) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 4)
      continue;
    const std::string stem = word.substr(0, word.size() - ending.size());
    for (const std::string_view more : {"", "a", "ia", "y", "e", "o"}) {
      std::string place = stem + std::string(more);
      if (place == word)
        continue;
      for (std::size_t at = text_.find(place); at != std::string::npos; at = text_.find(place, at + 1)) {
        const bool begins = at == 0 || text_[at - 1] == ' ';
        const char next = at + place.size() < text_.size() ? text_[at + place.size()] : ' ';
        if (begins && !((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')))
          return place;
      }
    }
  }
  return std::nullopt;
}

/// `Kestra` of `Kestran interior ministry`, `Tamarian parliament`: an organ of a state that the report names.
std::optional<std::string> PartyBook::ofOrgan(const std::string& body) const {
  const auto words = split(body);
  if (words.size() < 2 || !isOfState(withoutMarks(words.back())))
    return std::nullopt;
  return ofDemonym(words.front());
}

/// `interior ministry` for `Interior Minister`, where the report has one.
std::optional<std::string> PartyBook::ofPortfolio(const std::vector<std::string>& before) const {
  std::size_t i = before.size();
  if (i < 2 || lowerCase(before[i - 1]) != "minister")
    return std::nullopt;
  const std::string field = lowerCase(before[i - 2]);
  if (!isPortfolio(field) || isOneOf(field, {"prime", "deputy", "first", "senior", "assistant", "acting"}))
    return std::nullopt;
  const std::size_t at = lower_.find(' ' + field + " ministry");
  if (at == std::string::npos)
    return std::nullopt;
  const auto ahead = split(std::string_view(text_).substr(at > 30 ? at - 30 : 0, at > 30 ? 30 : at));
  if (!ahead.empty())
    if (const auto state = ofDemonym(ahead.back()))
      return state;
  return field + " ministry";
}

/// `campers` of `NAME, a spokesman for the campers`.
std::optional<std::string> PartyBook::spokenFor(std::string_view behind) const {
  if (!behind.starts_with(", "))
    return std::nullopt;
  const std::size_t end = behind.find_first_of(",.;:", 2);
  const auto words = split(behind.substr(2, end == std::string_view::npos ? end : end - 2));
  if (words.size() > 2 && words.size() < 5 && words[0] == "for" && words[1] == "the" &&
      (words.back().ends_with("s") || isBodyWord(words.back())))
    return join(words, 2, words.size()); // NAME, for the tenants
  for (std::size_t i = 0; i + 3 < words.size() && i < 3; ++i)
    if (((classes(words[i]) & lexical::speaks) != 0 ||
         isOneOf(words[i], {"lawyer", "solicitor", "counsel", "leader"})) &&
        words[i + 1] == "for" && words[i + 2] == "the" && words.size() - i < 7 && words[i + 3].ends_with("s"))
      return join(words, i + 3, words.size());
  return std::nullopt;
}

/// The body of the person whom the report calls by this role: `Serrado's defence minister`.
std::optional<std::string> PartyBook::ofRole(const std::string& role) const {
  for (std::size_t i = 1; i < words_.size(); ++i) {
    if (!words_[i].starts_with(role) || withoutMarks(words_[i]) != role)
      continue;
    for (std::size_t back = 1; back <= 4 && back <= i; ++back)
      if (std::string owner = withoutGenitive(words_[i - back]); !owner.empty()) {
        if (isCapital(owner) && !isSurname(owner))
          return owner;
        break;
      }
  }
  return std::nullopt;
}

/// `Kvist` of `Anders Kvist`, `Mr Kvist`.
bool PartyBook::isSurname(const std::string& word) const {
  for (std::size_t at = text_.find(word); at != std::string::npos; at = text_.find(word, at + 1)) {
    const std::size_t from = at > 20 ? at - 20 : 0;
    const Words before = split(std::string_view(text_).substr(from, at - from));
    if (before.empty() || at == 0 || text_[at - 1] != ' ')
      continue;
    const auto* given = Lexicon::get().find(lowerCase(before.back()));
    if (isCapital(before.back()) && given != nullptr && given->givenGender != evidence::Gender::unknown)
      return true;
    if (isOneOf(before.back(), {"Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr."}))
      return true;
  }
  return false;
}

/// `United States` of `Donald`, where the report has `U.S. President Donald Trump`.
std::optional<std::string> PartyBook::ofGivenName(const std::string& word) const {
  const auto* given = Lexicon::get().find(lowerCase(word));
  if (given == nullptr || given->givenGender == evidence::Gender::unknown)
    return std::nullopt;
  const std::string key = word + ' ';
  for (std::size_t at = text_.find(key); at != std::string::npos; at = text_.find(key, at + 1)) {
    const std::string whole = nameAt(split(std::string_view(text_).substr(at, 60)), 0);
    if (whole.size() <= key.size())
      continue;
    if (const auto party = known(whole))
      return party;
    constexpr std::size_t most = 40; // bytes: U.S. President
    const Words before = split(std::string_view(text_).substr(at > most ? at - most : 0, std::min(at, most)));
    for (std::size_t words = 2; words < 5 && words <= before.size(); ++words)
      if (const auto state = titled(join(before, before.size() - words, before.size()) + ' ' + whole))
        return state;
  }
  return std::nullopt;
}

/// `dockers' union` of `The dockers' union wants more pay. Its leader …`: what the sentence before is about.
std::optional<std::string> PartyBook::subjectBefore(std::size_t at) const {
  const std::size_t end = text_.rfind(". ", at);
  if (end == std::string::npos || end == 0)
    return std::nullopt;
  const std::size_t stop = text_.find_last_of(".?!", end - 1);
  const std::size_t begin = stop == std::string::npos ? 0 : stop + 2;
  const Words words = begin < end ? split(std::string_view(text_).substr(begin, end - begin)) : Words();
  if (words.size() < 3 || words.front() != "The")
    return std::nullopt;
  for (std::size_t i = 1; i < std::min<std::size_t>(words.size(), 5); ++i) {
    if (isBodyWord(words[i]) && !(i + 1 < words.size() && isBodyWord(words[i + 1])) &&
        withoutGenitive(words[i]).empty())
      return join(words, 1, i + 1);
    if (endsPhrase(words[i]))
      break;
  }
  return std::nullopt;
}

/// The body named last before this place: one that a sentence is about, if there is one.
std::optional<std::string> PartyBook::bodyBefore(std::size_t at) const {
  std::optional<std::string> best;
  std::size_t where = 0;
  for (const Row& row : rows_)
    if (!row.person)
      for (const std::string& name : {row.name, row.party}) {
        std::size_t found = text_.rfind(name, at);
        const auto opens = [&](std::size_t i) {
          if (text_.substr(i < 4 ? 0 : i - 4, i < 4 ? i : 4) == "The " ||
              text_.substr(i < 4 ? 0 : i - 4, i < 4 ? i : 4) == "the ")
            i -= std::min<std::size_t>(i, 4);
          return i == 0 || (i > 1 && std::string_view(".?!\"").find(text_[i - 2]) != std::string_view::npos);
        };
        while (found != std::string::npos && !opens(found))
          found = found == 0 ? std::string::npos : text_.rfind(name, found - 1);
        if (found != std::string::npos && (!best || found >= where)) {
          best = row.party;
          where = found;
        }
      }
  if (best)
    return best;
  for (const Row& row : rows_) {
    if (row.person)
      continue;
    for (const std::string& name : {row.name, row.party}) {
      const std::size_t found = text_.rfind(name, at);
      if (found != std::string::npos && (!best || found >= where)) {
        best = row.party;
        where = found;
      }
    }
  }
  return best;
}

/// The report mentions something of it that only states have: `Westmere's trade minister` does not belong to
/// the Westmere Sawmill Federation.
bool PartyBook::isState(const std::string& name) const {
  return remembered(states_, name, [&] { return hasOfState(name); });
}

bool PartyBook::hasOfState(const std::string& name) const {
  const std::string owner = name + "'s ";
  if (name.find(' ') != std::string::npos)
    return false;
  constexpr std::size_t reach = 40;
  for (std::size_t at = text_.find(owner); at != std::string::npos; at = text_.find(owner, at + 1)) {
    const Words behind = split(std::string_view(text_).substr(at + owner.size(), reach));
    for (std::size_t i = 0; i < behind.size() && i < 3; ++i) {
      if (isOneOf(withoutMarks(behind[i]), {"minister", "premier", "government", "parliament", "ambassador",
                                            "army", "navy", "ministry", "embassy"}))
        return true;
      if (endsPhrase(behind[i]))
        break;
    }
  }
  return false;
}

std::optional<std::string> PartyBook::state(const std::string& name) const { return stateOf(name); }

/// `the operator, Citylink Southern`: the name beside a description.
std::optional<std::string> PartyBook::apposed(std::string_view description) const {
  const std::string key = std::string(description) + ", ";
  const std::size_t at = text_.find(key);
  if (at == std::string::npos)
    return std::nullopt;
  const std::string name = nameAt(split(std::string_view(text_).substr(at + key.size(), 80)), 0);
  return name.empty() ? std::nullopt : std::optional(name);
}

void PartyBook::addBody(const evidence::LedgerEntry& entry, bool capital) {
  if (!entry.speaker)
    return;
  const std::string speaker = withoutArticle(*entry.speaker);
  if (isCapital(speaker) != capital)
    return;
  const Words words = split(speaker);
  const bool body =
      std::ranges::any_of(words, [](const std::string& w) { return isBodyWord(withoutMarks(w)); });
  if ((body && !bodyWithin(*entry.speaker) && words.size() < 8) || stateOf(speaker) ||
      bodyWithin(*entry.speaker))
    add(entry);
}

namespace {

/// A thing by the ending of its noun, which is nobody's name or office: `the operation`, `their willingness`.
bool isAbstract(const Words& words) {
  if (words.empty() || isCapital(words.back()) || isRole(words.back()))
    return false;
  const std::string noun = nounLemma(words.back());
  return std::ranges::any_of(std::initializer_list<std::string_view>{"tion", "sion", "ness", "ism", "ance",
                                                                     "ence", "ure", "ment"},
                             [&](std::string_view ending) { return noun.ends_with(ending); }) &&
         !isBodyWord(noun) && kindOfBody(noun) == BodyKind::none;
}

/// Residents who say what they will have are a side; those who are told something are not.
bool isNobodySpeaking(const std::string& speaker) {
  const std::string lower = lowerCase(withoutArticle(speaker));
  return lower != "residents" && isNobody(lower);
}

/// `Two ministers`, of nobody that is named: some of those who have such an office, and no side.
bool isSomeOfMany(const evidence::LedgerEntry& entry) {
  const Words words = split(lowerCase(*entry.speaker));
  return !entry.principal && words.size() == 2 &&
         isOneOf(words.front(), {"two", "three", "four", "five", "six", "several"}) &&
         isRepresentative(nounLemma(words.back()));
}

bool isNoSide(const evidence::LedgerEntry& entry) {
  return !entry.speaker || isNobodySpeaking(*entry.speaker) || isSomeOfMany(entry);
}

} // namespace

void PartyBook::add(const evidence::LedgerEntry& entry) {
  if (isNoSide(entry))
    return;
  if (const Words said = split(*entry.speaker);
      said.empty() || said.front().ends_with("ing") || entry.speaker->starts_with("This "))
    return;
  const std::string speaker = withoutArticle(*entry.speaker);
  if (entry.content && entry.speaker->starts_with("their "))
    if (const auto people =
            subjectAt(entry.content->read())) // "City workers will walk out, their union said"
      enter(*people, described(lowerCase(speaker)).value_or(*people), false);
  if (known(speaker))
    return;
  if (const auto one = described(lowerCase(speaker)); one && !isCapital(speaker))
    return enter(speaker, *one, false);
  std::optional<std::string> party = entry.principal;
  if (party && isOneOf(*party, {"Its", "Their", "His", "Her", "Our", "My"}))
    party = std::nullopt; // Its spokesman, NAME: by the words before
  if (party && speaker.starts_with(*party + ' ') && !stateOf(*party) && speaker.size() > party->size() + 1 &&
      !isCapital(speaker.substr(party->size() + 1)))
    party = std::nullopt; // Arab foreign ministers
  if (!party)
    party = ofPronoun(entry);
  if (!party)
    party = bodyWithin(*entry.speaker);
  if (!party && !isCapital(speaker))
    party = ofSpokesman(lowerCase(speaker));
  if (lowerCase(speaker) == "members") // of the council that the report is about
    if (const auto body = onlyAssembly())
      return enter(speaker, *body, false);
  const Words called = split(speaker);
  const bool name = !called.empty() && isCapital(called.front()) && isCapital(called.back()) &&
                    !isRole(called.back()) &&
                    std::ranges::none_of(called, [](const std::string& w) { return isBodyWord(w); });
  if (!party && name)
    party = besideName(speaker);
  if (const Row* row = !party && name ? unnamedBefore(speaker) : nullptr)
    party = row->party;
  if (party)
    party = withoutArticle(*party);
  if (const auto organ = ofOrgan(party.value_or(speaker)))
    party = organ;
  if (party && !stateOf(*party) && party->find(' ') == std::string::npos)
    party = ofDemonym(*party).value_or(*party); // Ardian Trade Minister NAME
  if (party && isOneOf(*party, {"Its", "Their", "His", "Her", "Our", "My"}))
    party = std::nullopt;
  const auto state = party ? stateOf(*party) : stateOf(speaker);
  if (state)
    party = *state;
  if (const Words said = split(speaker);
      !party && said.size() > 1 && isRole(said.back()) && !isCapital(said.back()))
    party = ofDemonym(said.front()); // an Ormali official
  if (party && *party != speaker) {
    std::string whole = known(*party).value_or(*party);
    if (whole == *party &&
        !isCapital(whole)) // the government of a government spokesman, where the report has one
      whole = described(lowerCase(whole)).value_or(whole);
    enter(whole, whole, false);
    enter(speaker, whole, true);
    if (*party != whole)
      enter(*party, whole, false);
    return;
  }
  const Words words = split(speaker);
  const bool body = std::ranges::any_of(words, [](const std::string& w) { return isBodyWord(w); });
  if (!party && !body && !state && isAbstract(words))
    return; // the operation
  enter(speaker, party.value_or(speaker),
        !body && !state && (words.size() > 1 || isTitled(speaker)) && isCapital(words.back()) &&
            !isIt(speaker));
}

/// `Its chief executive`, `Its council`: of whom the words, or the sentence before, are about. `A
/// spokeswoman`: of the body named last.
std::optional<std::string> PartyBook::ofPronoun(const evidence::LedgerEntry& entry) const {
  const Words words = split(*entry.speaker);
  const std::string first = lowerCase(words.front());
  if (isOneOf(first, {"a", "the"}) && words.size() == 2 &&
      isOneOf(words.back(), {"spokesman", "spokeswoman", "spokesperson"}))
    for (const std::string_view article : {"A ", "a ", "The ", "the "})
      if (const std::size_t at = text_.find(std::string(article) + words.back() + ' ');
          at != std::string::npos && at > 0)
        return bodyBefore(at);
  const std::string owner =
      words.size() > 2 ? withoutGenitive(words[1]) : std::string(); // the club's chairman
  const bool ofBody = first == "the" && isRole(words.back()) && kindOfBody(owner) == BodyKind::business &&
                      described(owner).value_or("s").ends_with('s'); // two smaller clubs are others
  if (words.size() < 2 ||
      !(ofBody || (isOneOf(first, {"its", "their"}) && (isRole(words.back()) || isBodyWord(words.back())))))
    return std::nullopt;
  if (const auto known = isBodyWord(words.back()) ? described(words.back()) : std::nullopt)
    return known; // "their union", where the report has one
  const std::string said = entry.content ? entry.content->read() : entry.quote ? entry.quote->read() : "";
  if (first == words.front()) // "Meridian Air will cancel flights, its chief executive said"
    return said.empty() ? std::nullopt : subjectAt(said);
  const std::size_t at = text_.find(*entry.speaker);
  if (at == std::string::npos || at < 3)
    return std::nullopt;
  std::size_t begin = text_.find_last_of(".?!", at - 3);
  begin = begin == std::string::npos ? 0 : text_.find_first_not_of(" .?!\"", begin);
  return subjectAt(std::string_view(text_).substr(begin, at - begin));
}

/// `Meridian Air` of words that begin with it and go on with what it will do; `harbour authority`, `city
/// workers`.
std::optional<std::string> PartyBook::subjectAt(std::string_view said) const {
  constexpr std::size_t longest = 5;
  Words words = split(said.substr(0, 120));
  if (!words.empty() && isOneOf(words.front(), {"The", "the", "Neighbouring", "Neighboring"}))
    words.erase(words.begin());
  const std::string name = nameAt(words, 0);
  std::size_t end = 0;
  while (end < words.size() && end <= longest && (classes(words[end]) & lexical::auxiliary) == 0 &&
         !(end > 0 && words[end].ends_with("ed") && !isCapital(words[end])))
    ++end;
  if (end > 0 && end <= longest && end < words.size()) {
    std::string phrase = join(words, 0, end);
    if (phrase == name || isBodyWord(words[end - 1]) || words[end - 1].ends_with('s'))
      return withoutGenitive(phrase).empty() ? std::optional(phrase) : std::nullopt;
  }
  const std::size_t last = split(name).size(); // "Tamra, which hosts them, warned …"
  return !name.empty() && endsPhrase(words[last - 1]) ? std::optional(name) : std::nullopt;
}

/// Of a name that nothing describes, soon after somebody who was described and not named: `its chief
/// executive said on Wednesday. "…," NAME told reporters`. Null if there is none.
const PartyBook::Row* PartyBook::unnamedBefore(const std::string& name) const {
  constexpr std::size_t reach = 250;
  const std::size_t at = text_.find(name);
  for (const Row& row : rows_) {
    if (at == std::string::npos || !row.person || isCapital(row.name) || row.name == row.party ||
        !isRole(split(row.name).back()))
      continue;
    const std::string said = row.name + " said";
    const std::size_t begin = at < reach ? 0 : at - reach + 1;
    if (std::string_view(text_).substr(begin, at - begin + said.size()).find(said) != std::string::npos)
      return &row;
  }
  return nullptr;
}

/// `Sorrel Hydro says it cannot`: no person.
bool PartyBook::isIt(const std::string& name) const {
  for (const std::string_view said :
       {" says it ", " said it ", " has said it ", " says its ", " said its ", " warned it ",
        " announced it ", " insists it ", " denied it ", " vowed it "})
    if (text_.find(name + std::string(said)) != std::string::npos)
      return true;
  const auto* given = Lexicon::get().find(lowerCase(name.substr(0, name.find(' '))));
  if (given != nullptr && given->givenGender != evidence::Gender::unknown)
    return false;
  for (std::size_t at = text_.find(name); at != std::string::npos; at = text_.find(name, at + 1)) {
    if (at > 1 && std::string_view(".?!\"").find(text_[at - 2]) == std::string_view::npos)
      continue; // the sentence is not about it
    const std::string rest = text_.substr(at, text_.find(". ", at) - at);
    const std::size_t its = rest.find(" its ");
    if (its != std::string::npos && std::min(rest.find(" his "), rest.find(" her ")) > its)
      return true; // Holm Kredit told its investors
  }
  return false;
}

/// `Mr Pym`: a person by the title before the name.
bool PartyBook::isTitled(const std::string& name) const {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"Mr ", "Mr. ", "Ms ", "Ms. ", "Mrs ", "Mrs. ", "Dr ", "Dr. ",
                                              "Cllr ", "Cllr. ", "Councillor ", "Minister ", "Miss "},
      [&](std::string_view title) { return text_.find(std::string(title) + name) != std::string::npos; });
}

/// The one body of the report that has members.
std::optional<std::string> PartyBook::onlyAssembly() const {
  std::set<std::string> found;
  for (const Row& row : rows_)
    if (!row.person && std::ranges::any_of(split(lowerCase(row.name)), [](const std::string& word) {
          return isOneOf(word, {"council", "union", "assembly", "league", "federation", "association",
                                "committee", "alliance", "compact", "parliament"});
        }))
      found.insert(row.party);
  return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

std::optional<std::string> PartyBook::known(std::string_view words) const {
  return remembered(knownBefore_, words, [&] { return lookUp(words); });
}

std::optional<std::string> PartyBook::lookUp(std::string_view words) const {
  const std::string bare = withoutArticle(words);
  const std::string wanted = lowerCase(bare);
  if (wanted.empty())
    return std::nullopt;
  for (const Row& row : rows_)
    if (row.lower() == wanted)
      return row.party;
  std::set<std::string> found; // a part of exactly one name
  const std::string padded = ' ' + wanted + ' ';
  if (isCapital(bare) && !isState(bare))
    for (const Row& row : rows_) {
      const std::string_view name =
          std::string_view(row.padded).substr(0, row.person ? row.padded.size() : row.place);
      if (name.find(padded) != std::string_view::npos || padded.find(name) != std::string::npos)
        found.insert(row.party);
    }
  return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

/// `the union` by the last word of a name, `the company` beside one.
std::optional<std::string> PartyBook::described(std::string_view lower) const {
  return remembered(describedBefore_, lower, [&] { return lookUpDescribed(lower); });
}

std::optional<std::string> PartyBook::lookUpDescribed(std::string_view lower) const {
  Words words = split(withoutArticle(lower));
  for (std::string& word : words)
    if (word.ends_with('\'')) // the dockers' union
      word.pop_back();
  if (words.empty() || words.size() > 3 || !isBodyWord(words.back()) ||
      lower.find("another") != std::string_view::npos)
    return std::nullopt;
  for (std::string& word : words)
    word = nounLemma(word);
  std::set<std::string> found;
  for (const Row& row : rows_) {
    if (row.person)
      continue;
    for (const NameWord& one : row.words)
      for (const std::string& word : words)
        if (one.lemma == word && (&word == &words.back() || one.isLong))
          found.insert(row.party);
  }
  if (found.size() == 1)
    return *found.begin();
  return std::nullopt;
}

/// The one business of a report, for `the company`, `the power company`: a body by its name that is no public
/// one.
std::optional<std::string> PartyBook::onlyBusiness(const std::string& lower) const {
  const auto words = split(lower);
  if (words.empty() || words.size() > 2 ||
      !isOneOf(words.back(),
               {"company", "firm", "operator", "utility", "developer", "airline", "retailer", "bidder"}))
    return std::nullopt;
  std::set<std::string> found;
  for (const Row& row : rows_) {
    const auto isNoName = [](const std::string& word) { // Villagers along the river
      return !isCapital(word) && !isOneOf(word, {"of", "and", "the", "for", "de"});
    };
    if (row.person || !isCapital(row.party) || std::ranges::any_of(split(row.party), isNoName) ||
        stateOf(row.party) || isState(row.party) || row.party.ends_with('s'))
      continue;
    const bool other = std::ranges::any_of(split(row.party), [](const std::string& word) {
      return isRole(word) || isOfState(word) || isOrgan(word) ||
             isOneOf(lowerCase(word),
                     {"union", "league", "party", "court", "federation", "association", "society", "alliance",
                      "front", "movement", "states", "republic", "island", "islands", "city", "town"});
    });
    if (!other && row.party.find(' ') != std::string::npos)
      found.insert(row.party);
  }
  return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

std::optional<std::string> PartyBook::business(std::string_view words) const {
  const std::string bare = withoutArticle(words);
  return isCapital(bare) ? std::nullopt : onlyBusiness(bare);
}

std::optional<std::string> PartyBook::named(std::string_view words) const {
  std::string bare = withoutArticle(words);
  const std::string lower = lowerCase(bare);
  if (isNobody(lower))
    return std::nullopt;
  if (const auto party = known(bare))
    return party;
  if (const auto state = stateOf(bare))
    return state;
  if (const auto body = titled(bare))
    return named(*body).value_or(*body);
  if (const auto body = bodyWithin(bare))
    return named(*body).value_or(*body);
  if (const auto organ = ofOrgan(bare))
    return known(*organ).value_or(*organ);
  if (const auto body = isCapital(bare) ? std::nullopt : ofSpokesman(lower))
    return known(*body).value_or(*body);
  if (!isCapital(bare))
    if (const auto business = onlyBusiness(lower))
      return business;
  const Words all = split(bare);
  if (all.empty())
    return std::nullopt;
  const std::string last = lowerCase(withoutMarks(all.back()));
  if (all.size() > 1 && stateOf(withoutGenitive(all.front())) && isBodyWord(last) && !isOfState(last))
    if (const auto party = described(lowerCase(all.back()))) // Britain's rail union
      return party;
  if (all.size() > 1 && (isInstrument(nounLemma(last)) || isRole(last)) &&
      !isCapital(all.back())) // Ormali officials
    if (auto state_ = stateOf(all.front()) ? stateOf(all.front()) : ofDemonym(all.front()))
      return known(*state_).value_or(*state_);
  if (isInstrument(nounLemma(last)) ||
      isOneOf(lowerCase(all.front()), {"those", "these", "such", "another", "no", "each"}))
    return std::nullopt;
  const bool capital = isCapital(all.front()) && (all.size() > 1 ? isCapital(all.back()) : true);
  if (!capital && isBodyWord(last)) {
    if (const auto party = described(lower))
      return party;
    if (const auto name = apposed("the " + lower))
      return named(*name);
  }
  if (all.size() == 1 && capital)
    if (const auto state_ = ofGivenName(bare))
      return state_;
  if (capital && classes(all.front()) == 0)
    return bare;
  if (!capital && all.size() < 3 && words.starts_with("the ") &&
      (kindOfBody(last) == BodyKind::town || kindOfBody(last) == BodyKind::association))
    return bare; // the village
  const bool number = (bare[0] >= '0' && bare[0] <= '9') ||
                      isOneOf(lowerCase(all.front()), {"two", "three", "four", "five", "six", "seven",
                                                       "eight", "nine", "ten", "several"});
  if (isBodyWord(last) || (isRole(last) && !isCapital(all.back()) && all.size() < 4) ||
      (number && isBodyWord(last)))
    return bare;
  return std::nullopt;
}

std::optional<std::string> PartyBook::speaking(const evidence::LedgerEntry& entry) const {
  if (isNoSide(entry))
    return std::nullopt;
  if (auto party = known(*entry.speaker)) {
    if (const auto described_ = described(lowerCase(*party)); described_ && !isCapital(*party))
      return described_;
    return party;
  }
  return named(*entry.speaker);
}

BodyKind kindOfBody(const std::string& noun) {
  const std::string lemma = nounLemma(noun);
  if (isOneOf(lemma, {"government", "country", "state", "ministry", "army", "cabinet", "administration",
                      "republic", "kingdom", "nation", "navy", "treasury", "department", "office", "embassy",
                      "consulate", "forces", "force", "military"}))
    return BodyKind::state;
  if (isOneOf(lemma, {"city", "town", "village", "borough", "municipality", "council", "county", "district",
                      "parish", "island", "province", "region"}))
    return BodyKind::town;
  if (isOneOf(lemma, {"company", "firm",       "group",      "bank",         "airline",  "operator",
                      "board",   "club",       "team",       "business",     "bidder",   "developer",
                      "chain",   "utility",    "retailer",   "supplier",     "carrier",  "shipyard",
                      "yard",    "mill",       "plant",      "factory",      "hospital", "trust",
                      "school",  "university", "management", "manufacturer", "brewer",   "publisher"}))
    return BodyKind::business;
  if (isOneOf(lemma, {"union", "federation", "association", "guild", "league", "society", "alliance",
                      "movement", "front", "campaign", "committee", "coalition", "party", "chamber"}))
    return BodyKind::association;
  return BodyKind::none;
}

/// Words for the office of whoever is called so, in lower case: those right before the name and between
/// commas right behind it, and those of a description.
std::vector<std::string> PartyBook::officesOf(const std::string& speaker) const {
  std::vector<std::string> offices;
  const auto take = [&](const std::string& word) {
    if (isRole(word) && !isCounterpart(lowerCase(word)))
      offices.push_back(lowerCase(word));
  };
  const std::string bare = withoutArticle(speaker);
  for (const std::string& word : split(bare))
    take(withoutMarks(word));
  if (const Row* row = unnamedBefore(bare))
    for (const std::string& word : split(row->name))
      take(word);
  constexpr std::size_t reach = 60;
  constexpr std::size_t most = 7;
  for (std::size_t at = text_.find(bare); at != std::string::npos; at = text_.find(bare, at + 1)) {
    const std::size_t from = at > reach ? at - reach : 0;
    const Words before = split(std::string_view(text_).substr(from, at - from));
    if (!before.empty() && isOneOf(before.back(), {"of", "for", "in", "from", "at", "the"}))
      continue; // the mayor of it
    for (std::size_t i = before.size(); i > 0 && before.size() - i < most; --i) {
      const std::string& word = before[i - 1];
      const bool abbreviated = isOneOf(word, {"Mr.", "Ms.", "Mrs.", "Dr.", "Gen.", "Lt.", "Col.", "Sen."});
      if (endsPhrase(word) && !abbreviated && !(i == before.size() && word.ends_with(",")))
        break;
      if (isOneOf(lowerCase(word), {"said", "says", "told", "and", "that", "with", "by", "to"}))
        break;
      take(withoutMarks(word));
    }
    const std::size_t end = at + bare.size();
    if (text_.compare(end, 2, ", ") == 0) {
      const std::size_t stop = std::min(text_.find_first_of(",.;:", end + 2), end + reach);
      for (const std::string& word : split(std::string_view(text_).substr(end + 2, stop - end - 2))) {
        if (isOneOf(word, {"who", "which", "said", "told", "but", "and"}))
          break;
        take(withoutMarks(word));
      }
    }
  }
  return offices;
}

bool PartyBook::answersFor(const std::string& speaker, const std::string& noun) const {
  const BodyKind kind = kindOfBody(noun);
  if (kind == BodyKind::none)
    return false;
  return std::ranges::any_of(officesOf(speaker), [&](const std::string& office) {
    const bool town = isOneOf(office, {"mayor", "mayoress", "councillor", "alderman", "provost"});
    const bool state = !town && isOfStateOffice(office) &&
                       !isOneOf(office, {"president", "official", "representative", "leader", "spokesman",
                                         "spokeswoman", "negotiator", "secretary", "chancellor"});
    const bool either = isOneOf(office, {"president", "official", "representative", "leader", "spokesman",
                                         "spokeswoman", "spokesperson", "negotiator", "lawyer", "secretary"});
    switch (kind) {
    case BodyKind::town: return town || office == "leader" || office == "governor" || office == "prefect";
    case BodyKind::state: return state || either;
    default:
      return either || (!town && !state && (classes(office) & (lexical::speaks | lexical::leads)) != 0) ||
             isOneOf(office, {"manager", "boss", "coach", "convenor", "organiser", "organizer", "chairman",
                              "chairwoman", "chair", "director", "agent", "secretary", "treasurer"});
    }
  });
}

bool PartyBook::holdsOffice(const std::string& speaker) const {
  return std::ranges::any_of(officesOf(speaker), [](const std::string& office) {
    return (classes(office) & (lexical::speaks | lexical::leads)) != 0;
  });
}

bool PartyBook::speaksForState(const std::string& speaker) const {
  for (const std::string& word : split(withoutArticle(speaker)))
    if (!isCapital(word) && isOneOf(nounLemma(withoutMarks(word)),
                                    {"ministry", "government", "army", "cabinet", "military", "navy"}))
      return true;
  return std::ranges::any_of(officesOf(speaker), [](const std::string& office) {
    return isOneOf(office, {"minister", "premier", "ambassador", "envoy", "general", "admiral"});
  });
}

void PartyBook::adopt(const std::string& speaker, const std::string& party) {
  const std::string name = withoutArticle(speaker);
  const std::string before = known(speaker).value_or(name);
  bool found = false;
  for (Row& row : rows_)
    if (row.name == name || row.party == before) {
      row.party = party;
      found = found || row.name == name;
    }
  forget();
  enter(party, party, false);
  if (!found)
    enter(name, party, true);
}

bool PartyBook::isPrivate(const std::string& party) const {
  return std::ranges::any_of(
      rows_, [&](const Row& row) { return row.person && row.name == party && row.party == party; });
}

std::vector<std::string> PartyBook::parties() const {
  std::vector<std::string> out;
  for (const Row& row : rows_)
    if (std::ranges::find(out, row.party) == out.end())
      out.push_back(row.party);
  return out;
}

} // namespace stasis::drafting
