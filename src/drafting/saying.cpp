#include "drafting/saying.h"

#include "drafting/antecedent.h"
#include "drafting/lemma.h"
#include "drafting/short_name.h"
#include "evidence/grammar/parse.h"
#include "evidence/reading/clause_tokens.h"
#include "evidence/reading/conditional.h"
#include "evidence/reading/lexicon.h"
#include "evidence/reading/word_list.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <unordered_map>

namespace stasis::drafting {

using evidence::LedgerEntry;
using evidence::SpeechAct;
using evidence::grammar::noWord;
using evidence::grammar::Relation;
using evidence::grammar::SentenceTree;
using evidence::grammar::Upos;
using evidence::grammar::WordIndex;
using evidence::grammar::Xpos;

namespace {

constexpr std::size_t wholeText = static_cast<std::size_t>(-1);
constexpr std::size_t mostCommas = 4; // of a clause; each is tried as the place where another begins

/// Without double quotation marks, which only show whose words they are.
std::string withoutQuotes(std::string text) {
  for (const std::string_view mark : {"\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"})
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;)
      text.erase(at, mark.size());
  return text;
}

bool endsSentence(const std::string& text, std::size_t i) {
  if (text[i] != '.' && text[i] != '?' && text[i] != '!')
    return false;
  if (i + 1 >= text.size())
    return true;
  if (text[i + 1] != ' ' || i + 2 >= text.size())
    return false;
  if (text[i] != '.')
    return true;
  const auto space = text.rfind(' ', i);
  const std::size_t word = space == std::string::npos ? 0 : space + 1;
  const bool shortName = i - word <= 3 && text[word] >= 'A' && text[word] <= 'Z'; // Mr. U.S.
  return !shortName && !(text[i + 2] >= 'a' && text[i + 2] <= 'z');
}

std::vector<std::string> sentencesIn(const std::string& text) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (endsSentence(text, i)) {
      out.push_back(text.substr(begin, i + 1 - begin));
      begin = i + 1;
      while (begin < text.size() && text[begin] == ' ')
        ++begin;
    }
  if (begin < text.size())
    out.push_back(text.substr(begin));
  return out;
}

struct Cue {
  std::string_view kind;
  std::string lemma;
  bool denied = false;  ///< a negation stands before it
  bool against = false; ///< `warned against`, `voted against`
  bool found = false;
};

bool isNegation(std::string_view word) {
  return word == "not" || word == "never" || word == "no" || word == "nor" || word == "neither" ||
         word == "without" || word == "nobody" || word == "none" || word.ends_with("n't");
}

/// The verb before the words, searched backwards from them.
Cue cueBefore(const LedgerEntry& entry, std::string_view text) {
  Cue cue;
  if (!entry.content)
    return cue;
  std::size_t from = entry.sentence.begin;
  if (entry.mention && entry.mention->range.end <= entry.content->range.begin)
    from = std::max(from, entry.mention->range.end);
  const std::size_t to = std::min(entry.content->range.begin, text.size());
  if (from >= to && entry.rule != "passive")
    return cue;
  std::vector<std::string> words;
  if (from < to) {
    for (const auto& token : evidence::clauseTokens(text, {from, to}))
      if (token.isWord() || token.kind == evidence::ClauseToken::Kind::comma)
        words.push_back(token.word);
  }
  const auto last = std::find(words.rbegin(), words.rend(), evidence::lowerCase(entry.verb));
  const auto verb = last == words.rend() ? 0 : static_cast<std::size_t>(words.rend() - last) - 1;
  for (std::size_t i = words.size(); i-- > 0;) {
    const std::string& word = words[i];
    if (cue.found) {
      cue.denied = cue.denied || isNegation(word);
      if (words.size() - i > 6 || word == ",") // an official, who asked not to be named, said …
        break;
      continue;
    }
    cue.against = cue.against || word == "against";
    if (word == "out" && i > 0 && words[i - 1].starts_with("rul")) {
      cue = {"refuse", "rule out", false, false, true};
      --i;
      continue;
    }
    if (i > verb && last != words.rend())
      continue; // told them that there would be no pay, and that …
    const std::string_view kind = classOf(verbLemma(word));
    const auto* known = evidence::Lexicon::get().find(word);
    const bool speech = known != nullptr && known->cue != evidence::CueClass::none;
    if (speech ||
        (!kind.empty() && kind != "state" && kind != "keep" && kind != "stop" && kind != "hinder")) {
      const bool plainCall = kind == "ask" && verbLemma(word) == "call" &&
                             !(i + 1 < words.size() &&
                               (words[i + 1] == "on" || words[i + 1] == "upon" || words[i + 1] == "for")) &&
                             !text.substr(entry.content->range.begin).starts_with("for ") &&
                             !text.substr(entry.content->range.begin).starts_with("on ");
      cue.kind = kind == "state" || plainCall ? std::string_view("say") : kind;
      cue.lemma = verbLemma(word);
      cue.found = true;
    }
  }
  if (!cue.found && entry.rule == "passive") { // the plan was rejected by the union: the verb follows
    cue.lemma = verbLemma(entry.verb);
    cue.kind = classOf(cue.lemma) == "state" ? std::string_view("say") : classOf(cue.lemma);
    cue.found = !cue.kind.empty();
  }
  return cue;
}

/// The class of a word in words/called_false.txt; empty for other words.
std::string_view callsFalse(std::string_view word) {
  static const auto classes = [] {
    std::unordered_map<std::string_view, std::string_view> all;
    for (const auto& entry : evidence::wordList("called_false"))
      all.emplace(entry.words, entry.value);
    return all;
  }();
  const auto found = classes.find(word);
  return found == classes.end() ? std::string_view() : found->second;
}

/// The words around the statement call it false: `falsely claimed that …`, `dismissed a report that …`, `… is
/// a myth`.
bool isCalledFalse(const LedgerEntry& entry, std::string_view text) {
  if (!entry.content)
    return false;
  bool dismissed = false;
  const auto says = [&](model::Range range) {
    range.end = std::min(range.end, text.size());
    if (range.begin >= range.end)
      return false;
    for (const auto& token : evidence::clauseTokens(text, range)) {
      const std::string_view kind = callsFalse(token.word);
      if (kind == "false" || (dismissed && kind == "claim"))
        return true;
      dismissed = dismissed || kind == "dismisses";
    }
    return false;
  };
  return says({entry.sentence.begin, entry.content->range.begin}) ||
         says({entry.content->range.end, entry.sentence.end});
}

/// `free the crew`, `the crew was freed`: the parser takes `free` for an adjective, and is better at
/// `release`.
std::string withReleased(std::string words) {
  for (const std::string_view object : {"the ", "all ", "its ", "their ", "our ", "my ", "his ", "her ",
                                        "any ", "them", "every ", "two ", "three ", "some "}) {
    const std::string key = "free " + std::string(object);
    const std::size_t at = words.find(key);
    const bool apart = at == 0 || (at != std::string::npos && words[at - 1] == ' ');
    const std::string before = at == std::string::npos ? std::string() : words.substr(0, at);
    if (apart && !before.ends_with("set ") && !before.ends_with("be ") && !before.ends_with("is ") &&
        !before.ends_with("are "))
      words.replace(at, 4, "release");
  }
  constexpr std::string_view freed = " freed";
  for (std::size_t at = words.find(freed); at != std::string::npos; at = words.find(freed, at + 1)) {
    const std::size_t end = at + freed.size();
    if (end == words.size() || !(words[end] >= 'a' && words[end] <= 'z'))
      words.replace(at, freed.size(), " released");
  }
  return words;
}

/// `would no longer sell`, `to free the crew`: the parser is better at `would not sell`, `to release`, which
/// mean the same here.
std::string plainNot(std::string words) {
  for (const std::string_view reserves :
       {" reserves the right to ", " reserved the right to ", " reserve the right to "})
    if (const auto at = words.find(reserves); at != std::string::npos)
      words.replace(at, reserves.size(), " would ");
  for (const std::string_view modal : {"would", "will", "shall", "can", "could"}) {
    const std::string longer = std::string(modal) + " no longer ";
    if (const auto at = words.find(longer); at != std::string::npos)
      words.replace(at, longer.size(), std::string(modal) + " not ");
  }
  for (const std::string_view about :
       {"is not about to ", "are not about to ", "was not about to ", "were not about to ",
        "'re not about to ", "\u2019re not about to ", "'m not about to ", "am not about to "})
    if (const auto at = words.find(about); at != std::string::npos)
      words.replace(at, about.size(), about[0] == '\'' || about[0] == '\xE2' ? " will not " : "will not ");
  for (const std::string_view helps : {"would ", "will ", "not ", "could ", "can "})
    for (const std::string_view object :
         {"the ", "a ", "its ", "their ", "any ", "this "}) { // `back` as an adverb
      const std::string back = std::string(helps) + "back " + std::string(object);
      if (const auto at = words.find(back); at != std::string::npos)
        words.replace(at + helps.size(), 4, "support");
    }
  return withReleased(std::move(words));
}

/// `had no choice but to expel them`: what will be done.
std::string withoutNoChoice(std::string words) {
  for (const std::string_view noun : {"choice", "option", "alternative"})
    for (const std::string_view how : {"no ", "little "})
      for (const std::string_view have : {"have ", "has ", "had "}) {
        const std::string longer = std::string(have).append(how).append(noun).append(" but to ");
        const auto at = words.find(longer);
        if (at == std::string::npos || (at > 0 && words[at - 1] != ' '))
          continue;
        const std::string before = words.substr(0, at);
        const bool modal = before.ends_with("will ") || before.ends_with("would ");
        words.replace(at, longer.size(), modal ? "" : "will ");
      }
  return words;
}

/// `I want to be clear that no ward will close`, `Let me be clear: …`, `I can assure you that …`: what is
/// made clear.
std::string withoutPreface(const std::string& words) {
  const std::string lower = evidence::lowerCase(words);
  for (const std::string_view preface :
       {"i want to be clear ", "we want to be clear ", "i want to be very clear ", "let me be clear",
        "let me be very clear", "let us be clear", "let's be clear", "i want to make it clear ",
        "i want to make clear ", "we want to make it clear ", "i can tell you ", "i can assure you ",
        "we can assure you ", "i assure you ", "make no mistake"}) {
    if (!lower.starts_with(preface))
      continue;
    std::size_t at = preface.size();
    while (at < lower.size() && std::string_view(" ,:;-").find(lower[at]) != std::string_view::npos)
      ++at;
    if (lower.substr(at).starts_with("that "))
      at += 5;
    return at + 8 < words.size() ? words.substr(at) : words;
  }
  return words;
}

/// `What we want is that they leave`, `All we ask is for them to leave`: `we want that they leave`; and `It
/// is time for them to leave`: `they should leave`.
std::string withoutCleft(const std::string& words) {
  const std::string lower = evidence::lowerCase(words);
  for (const std::string_view time : {"it is time for ", "it's time for ", "it\u2019s time for "})
    if (lower.starts_with(time)) {
      const std::size_t to = lower.find(" to ", time.size());
      const bool near =
          to != std::string::npos && std::count(lower.begin() + static_cast<std::ptrdiff_t>(time.size()),
                                                lower.begin() + static_cast<std::ptrdiff_t>(to), ' ') < 5;
      return near ? words.substr(time.size(), to - time.size()) + " should " + words.substr(to + 4) : words;
    }
  for (const std::string_view who : {"i", "we"})
    for (const std::string_view no :
         {" won't", " won\u2019t", " will not", " can't", " can\u2019t", " cannot"}) {
      const std::string lead = "what " + std::string(who).append(no) + " do is ";
      if (lower.starts_with(lead)) { // what I won't do is bargain
        const std::string rest = words.substr(lead.size());
        return (who == "i" ? "I will not " : "We will not ") +
               (rest.starts_with("to ") ? rest.substr(3) : rest);
      }
    }
  for (const std::string_view who : {"i", "we"}) {
    const std::string can = "what " + std::string(who) + " can do is ";
    if (lower.starts_with(can)) // what I can do is extend it, and I will
      return (who == "i" ? "I could " : "We could ") +
             words.substr(lower.substr(can.size()).starts_with("to ") ? can.size() + 3 : can.size(),
                          lower.find(", and " + std::string(who) + " will", can.size()) - can.size());
    for (const std::string_view of :
         {" ask of ", " want from ", " ask from ", " expect from ", " demand of "}) {
      const std::string lead = "what " + std::string(who).append(of);
      const std::size_t is = lower.find(" is ");
      const std::size_t colon = lower.find(": ");
      if (!lower.starts_with(lead) || is == std::string::npos || is < lead.size())
        continue;
      std::string rest = words.substr(colon != std::string::npos && colon > is ? colon + 2 : is + 4);
      rest = rest.starts_with("to ") ? rest.substr(3) : rest;
      return (who == "i" ? "I ask " : "We ask ") + words.substr(lead.size(), is - lead.size()) + " to " +
             rest;
    }
  }
  for (const std::string_view head : {"what ", "all ", "all that ", "the only thing "}) {
    if (!lower.starts_with(head))
      continue;
    const std::size_t is = std::min(lower.find(" is "), lower.find(" was "));
    const std::string clause =
        is == std::string::npos ? std::string() : words.substr(head.size(), is - head.size());
    const bool plain =
        !clause.empty() && std::ranges::count(clause, ' ') < 5 && clause.find(',') == std::string::npos;
    const auto among = [&](std::initializer_list<std::string_view> verbs) {
      return std::ranges::any_of(verbs, [&](std::string_view verb) { return clause.ends_with(verb); });
    };
    if (!plain || !among({" want", " wants", " need", " needs", " ask", " asks", " demand", " demands",
                          " are asking", " are asking for", " ask for", " want now"}))
      continue;
    std::string rest = words.substr(words.find(' ', is + 1) + 1);
    if (rest.starts_with("for ") && rest.find(" to ") != std::string::npos)
      rest.erase(0, 4);
    return (clause + ' ').append(rest);
  }
  return words;
}

/// The trees of one statement: its words are read in several places. The words live as long as the trees.
std::unordered_map<std::string, SentenceTree>& treesRead() {
  thread_local std::unordered_map<std::string, SentenceTree> trees;
  return trees;
}

SentenceTree treeOf(const std::string& words) {
  const auto [at, isNew] = treesRead().try_emplace(words);
  if (isNew)
    at->second = evidence::grammar::parse(at->first, model::Range{0, at->first.size()});
  return at->second;
}

/// The conditions in a statement's words, found once: a statement with many is read as often as it has them.
const std::vector<evidence::Conditional>& conditionalsOf(const std::string& words) {
  thread_local std::unordered_map<std::string, std::vector<evidence::Conditional>> found;
  constexpr std::size_t most = 64;
  if (found.size() > most)
    found.clear();
  const auto [at, isNew] = found.try_emplace(words);
  if (isNew) {
    std::map<std::size_t, SentenceTree> trees;
    at->second = evidence::conditionalsIn(at->first, {0, at->first.size()}, [&](model::Range range) {
      trees[range.begin] = evidence::grammar::parse(at->first, range);
      return &trees[range.begin];
    });
  }
  return at->second;
}

/// `to mine the road`: where the tree takes the verb for something else, behind a `will`.
SentenceTree infinitiveOf(const std::string& words) {
  SentenceTree tree = treeOf(words);
  if (!words.starts_with("to ") || tree.empty() || tree[tree.root()].upos == Upos::verb ||
      tree[tree.root()].upos == Upos::aux)
    return tree;
  const SentenceTree willed = treeOf("They will " + words.substr(3));
  const bool verb = !willed.empty() && willed[willed.root()].upos == Upos::verb && willed.root() == 2;
  return verb ? willed : tree;
}

/// `to sign it`, and whether it is negated.
struct Infinitive {
  std::string words;
  bool negative = false;
};

/// `not to strike and to reopen the gate`, `to sign it, not to shelve it`: each by itself; nothing where
/// there is only one, or where the second may hang on a verb inside the first.
std::vector<Infinitive> infinitivesIn(const std::string& words) {
  struct Joint {
    std::string_view text;
    bool negative;
    bool same; ///< as negative as the one before
  };
  static constexpr std::array joints{Joint{" and not to ", true, false}, Joint{" but not to ", true, false},
                                     Joint{", not to ", true, false},    Joint{" and to ", false, false},
                                     Joint{" but to ", false, false},    Joint{" or to ", false, true},
                                     Joint{" nor to ", true, false}};
  std::vector<Infinitive> found;
  const bool no = words.starts_with("not to ") || words.starts_with("neither to ");
  if (!no && !words.starts_with("to "))
    return found;
  std::string rest = no ? words.substr(words.find(" to ") + 1) : words;
  bool negative = no;
  while (true) {
    std::size_t at = std::string::npos;
    const Joint* joint = nullptr;
    for (const Joint& one : joints)
      if (const std::size_t here = rest.find(one.text); here < at)
        at = here, joint = &one;
    found.push_back({rest.substr(0, at), negative});
    if (joint == nullptr)
      break;
    const SentenceTree piece = treeOf(found.back().words);
    const auto marks = std::ranges::count_if(
        std::views::iota(WordIndex{0}, static_cast<WordIndex>(piece.size())),
        [&](WordIndex w) { return piece.is(w, "to") && piece.relation(w) == Relation::mark; });
    if (marks != 1 || piece.empty() || piece[piece.root()].upos != Upos::verb)
      return {};
    rest = rest.substr(at + joint->text.size() - 3); // its `to`
    negative = joint->same ? negative : joint->negative;
  }
  if (found.size() < 2)
    return {};
  while (!found.back().words.empty() &&
         std::string_view(" ,").find(found.back().words.back()) != std::string::npos)
    found.back().words.pop_back();
  return found;
}

/// What infinitives say is done.
std::vector<Doing> infinitiveDoings(const std::string& words) {
  std::vector<Doing> all;
  auto each = infinitivesIn(words);
  if (each.empty() && words.starts_with("not to "))
    each.push_back({words.substr(4), true}); // not to close it and sell it: neither
  if (each.empty())
    return doingsOf(treeOf(words), Voice::told);
  for (const Infinitive& one : each)
    for (Doing& doing : doingsOf(infinitiveOf(plainNot(one.words)), Voice::told)) {
      doing.negative = doing.negative != one.negative;
      all.push_back(std::move(doing));
    }
  return all;
}

/// The `to` of `X to do`; the words before it name who is to do it.
std::size_t splitAtTo(const SentenceTree& tree) {
  for (WordIndex w = 1; w + 1 < tree.size() && w < 10; ++w) {
    if (tree[w].upos == Upos::verb || tree[w].upos == Upos::aux || tree[w].upos == Upos::punct)
      return 0;
    const WordIndex next = tree.is(w + 1, "not") && w + 2 < tree.size() ? w + 2 : w + 1;
    if (tree.is(w, "to") &&
        (tree[next].xpos == Xpos::vb || tree[next].upos == Upos::verb || tree[next].upos == Upos::adj))
      return tree[w].range.begin;
    if ((tree.is(w, "not") || tree.is(w, "neither")) && w + 1 < tree.size() && tree.is(w + 1, "to"))
      return tree[w].range.begin;
  }
  return 0;
}

/// Past a word or phrase at the beginning of the words, in any case, and the comma behind it; 0 if it is not
/// there.
std::size_t past(const std::string& words, std::string_view lead) {
  if (words.size() <= lead.size() || evidence::lowerCase(words.substr(0, lead.size())) != lead)
    return 0;
  std::size_t at = lead.size();
  if (words[at] != ' ' && words[at] != ',')
    return 0;
  while (at < words.size() && (words[at] == ' ' || words[at] == ','))
    ++at;
  return at;
}

/// Without marks and blanks at its end.
std::string trimmed(std::string words) {
  while (!words.empty() && std::string_view(" .,;:!").find(words.back()) != std::string_view::npos)
    words.pop_back();
  return words;
}

/// Ends in an auxiliary whose verb was said before: `they do not`, `the county doesn't`, `she did`.
Saying::Back elided(const std::string& clause) {
  const std::string lower = ' ' + evidence::lowerCase(clause);
  const auto words = std::ranges::count(lower, ' ');
  if (words > 4 || words < 2)
    return Saying::Back::none;
  for (const std::string_view helps :
       {" do", " does", " did", " are", " is", " were", " was", " will", " would", " has", " have"}) {
    for (const std::string_view no : {" not", "n't", "n\u2019t"})
      if (lower.ends_with(std::string(helps).append(no)))
        return Saying::Back::turned;
    if (lower.ends_with(helps))
      return Saying::Back::same;
  }
  return lower.ends_with(" won't") || lower.ends_with(" won\u2019t") ? Saying::Back::turned
                                                                     : Saying::Back::none;
}

/// Nouns for what somebody gives or shows, on which an act may hang: `not without written guarantees`.
bool isGiven(const std::string& noun) {
  return isOneOf(noun,
                 {"guarantee",  "assurance",   "agreement",  "deal",         "consent",      "permission",
                  "mandate",    "warrant",     "permit",     "licence",      "license",      "pledge",
                  "promise",    "commitment",  "settlement", "contract",     "vote",         "order",
                  "concession", "undertaking", "proof",      "evidence",     "confirmation", "ruling",
                  "treaty",     "truce",       "ceasefire",  "compensation", "payment",      "offer",
                  "notice",     "signature"});
}

/// What can be accepted, whatever it is called: `rejected the offer as a joke`.
bool isAnswerable(const std::string& noun) {
  return isOneOf(noun, {"offer", "proposal", "plan", "bid", "demand", "deal", "request", "price",
                        "invitation", "ultimatum", "compromise", "ceasefire", "truce", "draft", "motion",
                        "application", "condition", "terms"});
}

bool asks(std::string_view cue, const LedgerEntry& entry) {
  return cue == "ask" || cue == "want" ||
         (cue.empty() && (entry.kind == SpeechAct::demand || entry.kind == SpeechAct::request));
}

class Maker {
public:
  Maker(const LedgerEntry& entry, std::size_t report, std::string_view text,
        const evidence::Condition* condition)
      : entry_(entry), report_(report), text_(text), cue_(cueBefore(entry, text)),
        calledFalse_(isCalledFalse(entry, text)), condition_(condition) {}

  std::vector<Saying> run() {
    if (entry_.content) {
      told(withoutQuotes(labelOf(hangsOnBefore() ? entry_.consequence->read() : withoutTeller(), wholeText)));
    } else {
      const auto sentences = sentencesIn(labelOf(entry_.quote->read(), wholeText));
      for (const std::string& sentence : sentences)
        direct(sentence);
      if (sentences.size() == 1)
        out_.front().alone = true;
    }
    for (std::size_t i = 0; i < out_.size(); ++i) {
      resolvePronouns(i);
      nameAsWritten(out_[i]);
    }
    return std::move(out_);
  }

private:
  const LedgerEntry& entry_;
  std::size_t report_;
  std::string_view text_;
  Cue cue_;
  bool calledFalse_;                     ///< somebody calls what was reported false
  const evidence::Condition* condition_; ///< that the first half of a split quote states; may be null
  std::vector<Saying> out_;

  /// Under the verb of the words, where another was read in its place: `free`, not `release`.
  void nameAsWritten(Saying& saying) const {
    const std::string lower = evidence::lowerCase(
        saying.words + (entry_.condition ? ' ' + entry_.condition->clause.text : std::string()));
    if (lower.find("releas") != std::string::npos || lower.find("free") == std::string::npos)
      return;
    constexpr std::string_view read = "release";
    for (auto* doings : {&saying.doings, &saying.conditions})
      for (Doing& doing : *doings)
        for (Deed* deed : {&doing.deed, &doing.eventDeed})
          if (deed->verb == read) {
            deed->verb = "free";
            if (deed->label.starts_with(read))
              deed->label.replace(0, read.size(), "free");
          }
  }
  /// `will table the sheet unless the Minister tables it`: done to the thing that `it` stands for.
  void resolvePronouns(std::size_t at) {
    Saying& saying = out_[at];
    for (auto* doings : {&saying.doings, &saying.conditions})
      for (Doing& doing : *doings) {
        const bool told =
            doings == &saying.doings && doing.force == Force::ask && doing.subject == Subject::named;
        resolvePronoun(doing.deed, saying.words, at, told, doing.who);
        resolvePronoun(doing.eventDeed, saying.words, at, told, doing.who);
      }
  }
  /// `asked`: the words begin with whoever is asked, who is not the thing; nor is whoever does it.
  void resolvePronoun(Deed& deed, const std::string& words, std::size_t at, bool asked,
                      const std::string& who) const {
    if (!deed.pronoun || !deed.object.empty() || !standsForThing(deed.stands))
      return;
    const std::size_t word = wordIn(words, deed.stands, evidence::lowerCase(words).find(deed.verb));
    if (word == std::string::npos)
      return;
    auto thing = antecedentOf(deed.stands, asked ? before(at) : before(at) + words.substr(0, word));
    if (thing && !who.empty() && trimmed(who) == thing->phrase)
      thing = antecedentOf(deed.stands, before(at));
    if (!thing)
      return;
    deed.object = thing->head;
    deed.pronoun = false;
    if (const std::size_t in = wordIn(deed.label, deed.stands, 0); in != std::string::npos)
      deed.label = beginning(deed.label.replace(in, deed.stands.size(), thing->phrase));
  }
  /// As many words as a label has.
  static std::string beginning(std::string label) {
    std::size_t spaces = 0;
    for (std::size_t i = 0; i < label.size(); ++i)
      if (label[i] == ' ' && ++spaces == longestLabel)
        label.resize(i);
    return label;
  }
  /// Where a word stands, from a place on; from the beginning where that is no place.
  static std::size_t wordIn(const std::string& words, const std::string& word, std::size_t from) {
    const std::string lower = ' ' + evidence::lowerCase(words) + ' ';
    for (std::size_t i = lower.find(' ' + word, from == std::string::npos ? 0 : from); i != std::string::npos;
         i = lower.find(' ' + word, i + 1))
      if (const char next = lower[i + 1 + word.size()]; !(next >= 'a' && next <= 'z'))
        return i;
    return std::string::npos;
  }
  /// What stands before a saying: those before it in its statement, else the report.
  std::string before(std::size_t at) const {
    if (at > 0)
      return out_[at - 1].words + ' ';
    constexpr std::size_t reach = 400;
    const std::size_t end =
        std::min((entry_.content ? entry_.content : entry_.quote)->range.begin, text_.size());
    return labelOf(std::string(text_.substr(end > reach ? end - reach : 0, std::min(end, reach))),
                   wholeText) +
           ' ';
  }

  /// `Should they not play, he said, the title would go to Oberveen`: who says it stands between the two.
  bool hangsOnBefore() const {
    return entry_.condition && entry_.consequence &&
           entry_.content->range.begin <= entry_.condition->clause.range.begin &&
           entry_.condition->clause.range.end <= entry_.consequence->range.begin &&
           entry_.consequence->range.end <= entry_.content->range.end;
  }

  /// `The harbour, Ada Holm said, will stay shut`: without the words for the speaker, from comma to comma.
  std::string withoutTeller() const {
    std::string words = entry_.content->read();
    const auto& content = entry_.content->range;
    if (entry_.rule != "aside" || !entry_.mention || entry_.mention->range.begin < content.begin ||
        entry_.mention->range.end > content.end || words.size() != content.end - content.begin)
      return words;
    const std::size_t begin = words.rfind(',', entry_.mention->range.begin - content.begin);
    std::size_t end = words.find(',', entry_.mention->range.end - content.begin);
    if (begin == std::string::npos)
      return words;
    if (end == std::string::npos || isWhole(words.substr(0, begin), words.substr(end)))
      return words.substr(0, begin);
    const bool condition = entry_.condition && entry_.condition->clause.range.begin > content.begin + end;
    end += condition || entry_.condition ? 0 : 1; // if a condition follows, its comma stays
    return words.substr(0, begin) + words.substr(end);
  }

  /// `Telmark will not withdraw, its chief of staff said, hours after Sunda did`: a clause that needs nothing
  /// more, and words that only say when.
  static bool isWhole(const std::string& before, std::string behind) {
    while (!behind.empty() && (behind.front() == ',' || behind.front() == ' '))
      behind.erase(0, 1);
    const std::string lower = evidence::lowerCase(behind);
    bool when = false;
    for (const std::string_view unit : {"hours ", "days ", "a day ", "a week ", "weeks ", "minutes ",
                                        "months ", "an hour ", "just ", "shortly ", "moments "})
      when = when || (lower.starts_with(unit) && (lower.find("after ") != std::string::npos ||
                                                  lower.find("before ") != std::string::npos));
    for (const std::string_view other :
         {"after ", "as ", "adding", "citing", "amid", "referring", "speaking"})
      when = when || lower.starts_with(other);
    if (!when)
      return false;
    const SentenceTree tree = treeOf(before);
    return !tree.empty() && tree.isFiniteClause(tree.root()) && tree.subject(tree.root()) != noWord;
  }

  Saying start(const std::string& words, bool told) const {
    Saying saying;
    saying.entry = &entry_;
    saying.report = report_;
    saying.words = words;
    saying.told = told;
    saying.cue = told ? cue_.kind : std::string_view();
    saying.cueWord = told ? cue_.lemma : std::string();
    return saying;
  }

  /// Cuts the condition off. The rest is what is said on that condition.
  std::string withoutCondition(Saying& saying) const {
    for (const std::string_view other : {", but not otherwise", ", and not otherwise", " but not otherwise"})
      if (const std::size_t at = saying.words.find(other); at != std::string::npos)
        saying.words.erase(at, other.size());
    const std::string& words = saying.words;
    const auto conditionals = conditionalsOf(words);
    const bool exchange =
        !conditionals.empty() && (conditionals.front().condition.marker == "in return for" ||
                                  conditionals.front().condition.marker == "in exchange for");
    if (conditionals.empty() || past(words, "if not") > 0 || past(words, "if so") > 0)
      if (const auto rest = withoutBack(saying))
        return *rest;
    if (conditionals.empty())
      if (const auto rest = withoutUntil(saying))
        return *rest;
    if (conditionals.empty() || exchange)
      if (const auto rest = withoutNeeded(saying))
        return *rest;
    if (conditionals.empty() || exchange)
      return withoutExchange(saying);
    const auto& first = conditionals.front();
    saying.marker = first.condition.marker;
    std::string clause = first.condition.clause.text;
    if (saying.marker == "before" && isTime(clause)) { // will not leave before winter
      saying.marker.clear();
      return words;
    }
    if (saying.marker == "if")
      saying.back = elided(clause);
    model::Range range = first.condition.clause.range;
    if (entry_.condition && entry_.condition->clause.text.size() > clause.size() &&
        entry_.condition->clause.text.starts_with(clause) && words.ends_with(entry_.condition->clause.text)) {
      clause = entry_.condition->clause.text; // … and the crew was not harmed
      range.end = words.size();
    }
    readCondition(saying, clause);
    const std::string lower = evidence::lowerCase(words);
    const std::size_t at =
        lower.rfind(saying.marker == "if and only if" ? "if, and only if" : saying.marker, range.begin);
    std::string before = words.substr(0, at == std::string::npos ? range.begin : at);
    std::string after = words.substr(range.end);
    if (countWords(before) < 3 && countWords(after) < 3)
      after = cutConsequence(saying, clause);
    for (const std::string_view lead : {", ", "then ", "; "})
      if (after.starts_with(lead))
        after.erase(0, lead.size());
    if (isBrokenOff(before)) // would, if they paid, reopen it
      return before + after;
    return countWords(before) > countWords(after) ? before : after;
  }
  /// A time, without a verb.
  static bool isTime(const std::string& clause) {
    if (countWords(clause) > 4)
      return false;
    const SentenceTree tree = treeOf(clause);
    return std::ranges::none_of(
        std::views::iota(WordIndex{0}, static_cast<WordIndex>(tree.size())),
        [&](WordIndex w) { return tree[w].upos == Upos::verb || tree[w].upos == Upos::aux; });
  }
  /// `Otherwise it would appeal`, `In that case we leave`: the rest, which hangs on what was said before.
  static std::optional<std::string> withoutBack(Saying& saying) {
    const std::string& words = saying.words;
    for (const auto& [lead, back] : {std::pair{std::string_view("otherwise"), Saying::Back::turned},
                                     std::pair{std::string_view("or else"), Saying::Back::turned},
                                     std::pair{std::string_view("failing that"), Saying::Back::turned},
                                     std::pair{std::string_view("if not"), Saying::Back::turned},
                                     std::pair{std::string_view("in that case"), Saying::Back::same},
                                     std::pair{std::string_view("if so"), Saying::Back::same}})
      if (const std::size_t at = past(words, lead)) {
        saying.back = back;
        saying.marker = "if";
        return words.substr(at);
      }
    if (const std::size_t at = past(words, "then"); at > 0 && !saying.told) {
      saying.back = Saying::Back::same; // perhaps: `And if they don't?` `Then we will strike.`
      return words.substr(at);
    }
    constexpr std::string_view inside = " otherwise "; // it would otherwise close its ports
    if (const std::size_t at = words.find(inside); at != std::string::npos && at < 40) {
      const std::string lower = ' ' + evidence::lowerCase(words.substr(0, at));
      if (lower.ends_with(" would") || lower.ends_with(" will") || lower.ends_with("'ll")) {
        saying.back = Saying::Back::turned;
        saying.marker = "if";
        return words.substr(0, at) + words.substr(at + inside.size() - 1);
      }
    }
    return std::nullopt;
  }
  /// `will buy elsewhere until deliveries are reliable`: as long as they are not.
  std::optional<std::string> withoutUntil(Saying& saying) const {
    if (cue_.kind == "ask" || saying.words.find(" should ") != std::string::npos ||
        saying.words.find(" must ") != std::string::npos || saying.words.starts_with("to "))
      return std::nullopt; // how long it is asked for
    constexpr std::string_view until = " until ";
    const std::string& words = saying.words;
    const std::size_t at = words.find(until);
    if (at == std::string::npos)
      return std::nullopt;
    const std::string clause = words.substr(at + until.size());
    const SentenceTree tree = treeOf(clause);
    if (tree.empty() || !tree.isFiniteClause(tree.root()) || tree.subject(tree.root()) == noWord ||
        countWords(words.substr(0, at)) < 3)
      return std::nullopt;
    saying.marker = "until";
    readCondition(saying, clause);
    if (saying.conditions.empty()) {
      saying.marker.clear();
      return std::nullopt;
    }
    return words.substr(0, at);
  }
  /// `will not withdraw without written guarantees from the rebels`: only if they give them.
  static std::optional<std::string> withoutNeeded(Saying& saying) {
    constexpr std::string_view without = " without ";
    const std::string& words = saying.words;
    const std::size_t at = words.find(without);
    if (at == std::string::npos || !isNotWithout(evidence::lowerCase(words)))
      return std::nullopt;
    const std::string phrase = words.substr(at + without.size());
    const SentenceTree tree = treeOf(phrase);
    if (tree.empty())
      return std::nullopt;
    WordIndex noun = tree.root();
    while (noun != noWord && noun < tree.size() && tree[noun].upos != Upos::noun)
      ++noun;
    if (noun >= tree.size() || noun > 5 || !isGiven(nounLemma(tree.text(noun))))
      return std::nullopt;
    Doing doing;
    doing.deed = deedNamedBy(tree, noun);
    const bool named = !doing.deed.verb.empty();
    if (!named) {
      doing.deed = acceptanceOf(tree, noun);
      doing.deed.verb = "give";
      doing.deed.label.replace(0, std::string_view("accept").size(), "give");
    }
    for (const WordIndex c : tree.children(noun)) {
      const bool from =
          std::ranges::any_of(tree.children(c), [&](WordIndex w) { return tree.is(w, "from"); });
      const bool of = std::ranges::any_of(tree.children(c),
                                          [&](WordIndex w) { return tree.is(w, "of") || tree.is(w, "by"); });
      const bool whose = tree.relation(c) == Relation::nmodPoss && tree[c].upos != Upos::pron;
      if (from || whose || (of && !named)) {
        doing.subject = Subject::named;
        doing.who = phraseAt(tree, c);
      }
    }
    if (doing.subject == Subject::named)
      doing.eventDeed = doing.deed;
    saying.conditions.push_back(std::move(doing));
    saying.marker = "unless";
    return words.substr(0, at);
  }
  /// Ends in a word that needs its verb; the comma after it is taken off.
  static bool isBrokenOff(std::string& words) {
    std::string lower = evidence::lowerCase(words);
    while (!lower.empty() && (lower.back() == ' ' || lower.back() == ','))
      lower.pop_back();
    for (const std::string_view helps :
         {" would", " will", " shall", " could", " can", " must", " should", " not"})
      if (lower.ends_with(helps) && lower.size() + 1 < words.size()) {
        words.resize(lower.size());
        words += ' ';
        return true;
      }
    return false;
  }
  /// Reads the clause within other words. `whole`: only if the tree shows it with its subject and its verb.
  static void readFramed(Saying& saying, const std::string& before, const std::string& clause,
                         const std::string& behind, Voice voice, bool whole) {
    const std::string framed = before + clause + behind;
    const SentenceTree tree = treeOf(framed);
    if (tree.empty())
      return;
    WordIndex head = tree.root();
    if (!before.empty()) { // the highest word of the clause
      head = noWord;
      for (WordIndex w = 0; w < tree.size() && head == noWord; ++w) {
        const auto in = [&](WordIndex i) {
          return tree[i].range.begin >= before.size() && tree[i].range.end <= before.size() + clause.size();
        };
        if (in(w) && tree[w].upos != Upos::punct && (tree.head(w) == noWord || !in(tree.head(w))))
          head = w;
      }
    }
    if (head == noWord || (whole && !(tree.isFiniteClause(head) && tree.subject(head) != noWord)))
      return;
    saying.conditions = conditionsOf(tree, head, voice);
    std::erase_if(saying.conditions, [](const Doing& doing) { // if forced
      return doing.subject == Subject::open && doing.deed.object.empty() && doing.deed.others.empty() &&
             !doing.deed.pronoun;
    });
  }
  /// `the crew is not freed and the guns are not withdrawn`, of which one was read: the other by itself.
  static void readSecondCondition(Saying& saying, const std::string& clause) {
    for (const auto& [joint, or_] : {std::pair{std::string_view(" and "), false}, {" or ", true}}) {
      const std::size_t at = clause.find(joint);
      if (at == std::string::npos || clause.find(joint, at + 1) != std::string::npos)
        continue;
      const std::string second = clause.substr(at + joint.size());
      const SentenceTree tree = treeOf(second);
      const WordIndex subject = tree.empty() ? noWord : tree.subject(tree.root());
      if (subject == noWord || subject > tree.root() || !tree.isFiniteClause(tree.root()))
        continue;
      Saying each;
      each.told = saying.told;
      each.marker = saying.marker;
      readCondition(each, clause.substr(0, at));
      Saying other = each;
      readCondition(other, second);
      if (each.conditions.size() != 1 || other.conditions.size() != 1)
        return;
      saying.conditions = std::move(each.conditions);
      saying.conditions.push_back(std::move(other.conditions.front()));
      for (Doing& doing : saying.conditions)
        doing.either = or_;
      return;
    }
  }
  /// The clause is parsed in the place of a condition: after another clause and its `if`.
  static void readCondition(Saying& saying, std::string clause) {
    while (!clause.empty() && std::string_view(".,;:!?- ").find(clause.back()) != std::string_view::npos)
      clause.pop_back();
    const Voice voice = saying.told ? Voice::told : Voice::direct;
    for (const std::string_view word :
         {"neighbouring ", "neighboring "}) // at the start of a clause the parser takes it for a verb
      if (clause.starts_with(word))
        clause.erase(0, word.size());
    clause = withReleased(std::move(clause));
    saying.conditions.clear();
    if (saying.marker == "were" && clause.find(" to ") == std::string::npos)
      return;
    for (const bool whole :
         {true, false}) { // the parser may take a clause without its place for something else
      for (const auto& [before, behind] :
           {std::pair{"They go if ", "."}, std::pair{"", "."}, std::pair{"They said that ", "."},
            std::pair{"If ", ", they will go."}})
        if (saying.conditions.empty())
          readFramed(saying, before, clause, behind, voice, whole);
      if (!saying.conditions.empty())
        break;
    }
    if (saying.conditions.size() == 1)
      readSecondCondition(saying, clause);
    if (evidence::lowerCase(clause).starts_with("neither ")) // if neither side pays
      for (Doing& doing : saying.conditions)
        doing.why = "negation not clear";
  }
  /// `will release them in exchange for an end to the war and the withdrawal of the guns`: here nouns name
  /// the acts.
  static std::string withoutExchange(Saying& saying) {
    for (const std::string_view marker : {" in exchange for ", " in return for "}) {
      const auto at = saying.words.find(marker);
      if (at == std::string::npos)
        continue;
      const std::string list = saying.words.substr(at + marker.size());
      const SentenceTree tree = treeOf(list);
      for (WordIndex w = 0; w < tree.size(); ++w) {
        if (tree[w].upos != Upos::noun)
          continue;
        Doing doing;
        doing.deed = deedNamedBy(tree, w);
        doing.within = namesUnder(tree, w);
        if (!doing.deed.verb.empty() && !doing.deed.object.empty())
          saying.conditions.push_back(std::move(doing));
      }
      if (saying.conditions.empty() && !givenThing(saying, tree))
        return saying.words;
      saying.marker = marker.substr(1, marker.size() - 2);
      return saying.words.substr(0, at);
    }
    return saying.words;
  }
  /// `in return for a doctor`: to give it.
  static bool givenThing(Saying& saying, const SentenceTree& tree) {
    if (tree.empty() || tree[tree.root()].upos != Upos::noun)
      return false;
    Doing doing;
    doing.deed = acceptanceOf(tree, tree.root());
    doing.deed.verb = "give";
    doing.deed.label.replace(0, std::string_view("accept").size(), "give");
    if (doing.deed.object.empty())
      return false;
    saying.conditions.push_back(std::move(doing));
    return true;
  }
  static std::vector<std::string> namesUnder(const SentenceTree& tree, WordIndex w) {
    std::vector<std::string> names;
    for (WordIndex n = 0; n < tree.size(); ++n)
      if (tree[n].upos != Upos::noun && tree.under(n, w) && tree.text(n)[0] >= 'A' && tree.text(n)[0] <= 'Z')
        names.emplace_back(tree.text(n));
    return names;
  }
  static std::size_t countWords(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count(text, ' ')) + (text.empty() ? 0 : 1);
  }
  /// A clause that runs on into its consequence, cut where that begins: after a comma, with its own subject.
  static std::string cutConsequence(Saying& saying, const std::string& clause) {
    std::size_t at = clause.find(", then ");
    std::size_t skip = 7;
    std::size_t tried = 0;
    for (std::size_t comma = clause.find(", ");
         at == std::string::npos && comma != std::string::npos && tried < mostCommas;
         comma = clause.find(", ", comma + 1)) {
      ++tried;
      const std::string rest = clause.substr(comma + 2);
      const SentenceTree tree = treeOf(rest);
      if (!tree.empty() && tree.isFiniteClause(tree.root()) &&
          tree.child(tree.root(), Relation::nsubj) == 0) {
        at = comma;
        skip = 2;
      }
    }
    if (at == std::string::npos)
      return {};
    const std::string rest = clause.substr(at + skip);
    const std::string own = clause.substr(0, at);
    readCondition(saying, own);
    return rest;
  }
  /// `Put it back and we will return`, `close it or we will sue`: what is asked, and what hangs on it.
  struct Bargain {
    std::string asked;
    std::vector<Doing> doings; ///< of what is asked
    std::string then;
    bool turned = false;
  };
  /// Nothing for other sentences.
  static std::optional<Bargain> bargainIn(const std::string& sentence) {
    for (const auto& [joint, turned] :
         {std::pair{std::string_view(" and "), false}, {" or ", true}, {", or ", true}, {", and ", false}})
      for (const std::string_view who : {"we", "I", "they", "he", "she", "it"})
        for (const std::string_view will : {" will ", "'ll ", "\u2019ll "}) {
          const std::string key = std::string(joint).append(who).append(will);
          const std::size_t at = sentence.find(key);
          if (at == std::string::npos || at < 4)
            continue;
          const std::string asked = sentence.substr(0, at);
          auto doings = doingsOf(treeOf(asked), Voice::direct);
          if (doings.size() == 1 && doings.front().force == Force::ask && doings.front().toYou &&
              !doings.front().negative && !doings.front().deed.verb.empty())
            return Bargain{asked, std::move(doings), sentence.substr(at + joint.size()), turned};
        }
    return std::nullopt;
  }
  /// The half of a bargain that hangs on the other.
  bool hangsOnAsked(const std::string& sentence) {
    const auto both = bargainIn(sentence);
    if (!both)
      return false;
    if (both->turned) {
      Saying first = start(both->asked, false);
      first.doings = both->doings;
      out_.push_back(std::move(first));
    }
    Saying then = start(sentence, false);
    then.marker = both->turned ? "unless" : "if";
    then.conditions = both->doings;
    then.doings = doingsOf(treeOf(plainNot(both->then)), Voice::direct, true);
    then.alone = entry_.kind == SpeechAct::threat;
    if (isJest())
      none(then, "said in jest");
    out_.push_back(std::move(then));
    return true;
  }

  void direct(const std::string& sentence) {
    if (hangsOnAsked(sentence))
      return;
    Saying saying = start(withoutPreface(sentence), false);
    if (saying.marker.empty() && condition_ != nullptr &&
        out_.empty()) { // “If they cut pay,” he said, “we walk.”
      saying.marker = condition_->marker;
      readCondition(saying, labelOf(condition_->clause.read(), wholeText));
    }
    const std::string rest = withoutCleft(plainNot(withoutNoChoice(withoutCondition(saying))));
    saying.doings = doingsOf(treeOf(rest), Voice::direct, !saying.marker.empty());
    if (out_.size() > 0 && isOfOurs(out_.back().words))
      asSpeaker(saying);
    saying.turnsAct = saying.back != Saying::Back::none && elided(trimmed(rest)) == Saying::Back::turned;
    notUntilFirst(saying);
    if (sentence.ends_with('?'))
      none(saying, "only a question");
    if (!(saying.marker == "unless" && isNotWithout(evidence::lowerCase(sentence)) && !endsInNot(rest)) &&
        hasException(rest == plainNot(rest) && withoutCleft(sentence) != sentence ? rest : sentence))
      none(saying, "exception not read");
    if (isCouldNotMore(sentence))
      none(saying, "negation not clear");
    onlySoFar(saying);
    if (isJest())
      none(saying, "said in jest");
    if (follows(sentence, " and "))
      dropIfAsked(saying, Force::ask);
    else if (follows(sentence, " or "))
      dropIfAsked(saying, Force::wish);
    saying.alone =
        entry_.condition && sentence.find(firstWords(entry_.condition->clause.read())) != std::string::npos;
    if (isIrony(saying, sentence))
      none(saying, "said in irony");
    out_.push_back(std::move(saying));
  }

  /// `My client is no charity.` `It will close the pit`: who speaks for it.
  static bool isOfOurs(const std::string& before) {
    const std::string lower = evidence::lowerCase(before);
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"my client ", "my clients ", "our company ", "our members ",
                                                "our union ", "our council ", "our government ", "our club ",
                                                "our board ", "my company ", "my government ", "our people "},
        [&](std::string_view lead) { return lower.starts_with(lead); });
  }
  static void asSpeaker(Saying& saying) {
    for (auto* doings : {&saying.doings, &saying.conditions})
      for (Doing& doing : *doings) {
        if (!doing.byPronoun || doing.subject != Subject::other)
          continue;
        doing.subject = Subject::speaker;
        if (doing.force == Force::tells)
          doing.force = Force::wish;
      }
  }

  static std::string firstWords(const std::string& text) { return labelOf(text, wholeText).substr(0, 30); }

  /// `if someone wants the meeting not to take place, they should invite me`: advice that nobody is meant to
  /// take.
  static bool isIrony(const Saying& saying, const std::string& sentence) {
    const std::string lower = evidence::lowerCase(sentence);
    const bool somebody = lower.find("if someone want") != std::string::npos ||
                          lower.find("if anyone want") != std::string::npos ||
                          lower.find("if somebody want") != std::string::npos ||
                          lower.find("if you want") != std::string::npos ||
                          lower.find("if they want") != std::string::npos;
    return !saying.marker.empty() && somebody && lower.find(" should ") != std::string::npos;
  }

  /// `Close it and we will sue` may ask for it or warn against it. `close it or we will sue` asks, and the
  /// rest depends on the answer.
  static bool follows(const std::string& sentence, std::string_view joint) {
    const std::string lower = evidence::lowerCase(sentence);
    for (const std::string_view who : {"we", "i", "you", "they", "he", "she", "it"})
      for (const std::string_view will : {" will ", "'ll ", "\u2019ll "})
        if (lower.find(std::string(joint).append(who).append(will)) != std::string::npos)
          return true;
    return false;
  }
  static void dropIfAsked(Saying& saying, Force dropped) {
    const auto asks = [](const Doing& doing) { return doing.force == Force::ask; };
    if (std::ranges::none_of(saying.doings, asks))
      return;
    for (Doing& doing : saying.doings)
      if (doing.force == dropped || dropped == Force::ask) {
        doing.force = Force::none;
        doing.why = "threat or offer";
      }
  }
  /// `could not agree more`.
  static bool isCouldNotMore(const std::string& words) {
    const std::string lower = evidence::lowerCase(words);
    if ((lower.find(" not ") != std::string::npos || lower.find("n't ") != std::string::npos ||
         lower.find("n\u2019t ") != std::string::npos) &&
        (lower.find(" enough") != std::string::npos)) // we are not fighting it strongly enough
      return true;
    for (const std::string_view could : {"could not ", "couldn't ", "couldn\u2019t "})
      if (const auto at = lower.find(could); at != std::string::npos)
        return lower.find(" more", at) != std::string::npos;
    return false;
  }

  /// `will not leave without a guarantee`.
  static bool isNotWithout(const std::string& lower) {
    const auto without = lower.find(" without ");
    if (lower.starts_with("without ")) // without an apology there will be no deal
      return std::ranges::any_of(
          std::initializer_list<std::string_view>{" no ", " not ", " never ", "n't ", "n\u2019t "},
          [&](std::string_view word) { return lower.find(word) != std::string::npos; });
    if (without == std::string::npos)
      return false;
    const std::string before = lower.substr(0, without + 1);
    for (const std::string_view word :
         {"not ", "never ", "n't ", "n\u2019t ", "no ", "neither ", "nor ", "nobody ", "nothing ", "none "})
      if (before.find(word) != std::string::npos)
        return true;
    return false;
  }

  /// `promised to close it and we will not`, `would if we could, but we can't`: the verb that is negated
  /// stands before it.
  static bool endsInNot(std::string lower) {
    while (!lower.empty() && !(lower.back() >= 'a' && lower.back() <= 'z'))
      lower.pop_back();
    for (const std::string_view end :
         {" will not", " would not", " could not", " cannot", " did not", " do not", " does not",
          " shall not", "n't", "n\u2019t", " has not", " have not", " not any more", " no longer"})
      if (lower.ends_with(end))
        return true;
    return false;
  }
  /// `Not until they pay will we open it`
  static void notUntilFirst(Saying& saying) {
    const std::string lower = evidence::lowerCase(saying.words);
    if (!lower.starts_with("not until ") && !lower.starts_with("not till ") &&
        !lower.starts_with("not before "))
      return;
    for (Doing& doing : saying.doings) {
      if (doing.negative) {
        doing.force = Force::none;
        doing.why = "negation not clear";
      }
      doing.negative = true;
    }
  }

  /// `will not be released except under …`: the words do not state what is the case.
  static bool hasException(const std::string& words) {
    const std::string lower = evidence::lowerCase(words);
    if (lower.starts_with("what ")) // what they were told is that …
      return true;
    if (endsInNot(lower))
      return true;
    if (isNotWithout(lower))
      return true;
    for (const std::string_view word : {" except ", " other than ", " nothing but ", " anything but ",
                                        " not but ", " but for ", " apart from ", " save for ", " short of ",
                                        " hell freezes", " pigs fly", " dead body", " dead bodies"})
      if (lower.find(word) != std::string::npos)
        return true;
    return false;
  }

  /// `will strike only as a last resort`: when, is not read.
  static void onlySoFar(Saying& saying) {
    for (Doing& doing : saying.doings)
      if (doing.onlyThen && saying.marker.empty() && doing.force != Force::none) {
        doing.force = Force::none;
        doing.why = "exception not read";
      }
  }
  /// `the coalition`, `the Growers' Union`: never he or she.
  static bool isBodyName(const std::string& name) {
    const auto space = name.find_last_of(' ');
    const auto* known = evidence::Lexicon::get().find(
        evidence::lowerCase(space == std::string::npos ? name : name.substr(space + 1)));
    return known != nullptr && (known->common & evidence::lexical::body) != 0 &&
           (known->common & (evidence::lexical::role | evidence::lexical::title)) == 0;
  }
  static evidence::Gender genderOf(const std::string& name) {
    const auto* known = evidence::Lexicon::get().find(evidence::lowerCase(name.substr(0, name.find(' '))));
    return known == nullptr || name.find(' ') == std::string::npos ? evidence::Gender::unknown
                                                                   : known->givenGender;
  }
  /// `If the mayor wanted them out, he said, she would have to carry them`: a pronoun that is not the
  /// speaker's, or may stand for whom the condition names.
  void otherPerson(Saying& saying) const {
    const std::string said = ' ' + evidence::lowerCase(saying.words) + ' ';
    const std::string mention = entry_.mention ? evidence::lowerCase(entry_.mention->text) : std::string();
    const bool she = said.find(" she ") != std::string::npos;
    const bool he = said.find(" he ") != std::string::npos;
    const evidence::Gender gender = genderOf(entry_.speaker.value_or(""));
    const bool man = mention == "he" || (mention != "she" && gender == evidence::Gender::male);
    const bool woman = mention == "she" || (mention != "he" && gender == evidence::Gender::female);
    const bool body = isBodyName(entry_.speaker.value_or(""));
    const std::string who = entry_.speaker.value_or("");
    const auto* kind = evidence::Lexicon::get().find(nounLemma(evidence::lowerCase(who)));
    const bool many = who.ends_with("s") && who.find(' ') == std::string::npos && kind != nullptr &&
                      (kind->common & (evidence::lexical::role | evidence::lexical::body)) != 0;
    const bool plural =
        many || who.ends_with(" officials") || who.ends_with(" sources") || who.ends_with(" diplomats");
    const bool differs = (plural && (he || she)) || (man && she && !he) || (woman && he && !she) ||
                         (body && (he || she) && mention != "he" && mention != "she");
    const bool named = std::ranges::any_of(
        saying.conditions, [](const Doing& one) { return one.subject == Subject::named && !one.event; });
    const bool first = entry_.condition && entry_.consequence &&
                       entry_.condition->clause.range.end <= entry_.consequence->range.begin;
    if (differs && (said.starts_with(" he ") || said.starts_with(" she ")))
      none(saying, "which is unclear"); // diplomats said she had urged them to
    for (Doing& doing : saying.doings)
      if (doing.byPronoun && doing.subject == Subject::speaker &&
          (differs || (named && first && (he || she)))) {
        doing.force = Force::none;
        doing.why = "which is unclear";
      }
  }
  /// `told the company it must pay`: what must be done is done by whoever is told; `they` may be either.
  void toAddressee(Saying& saying) const {
    if (!entry_.addressee)
      return;
    const bool many = entry_.addressee->ends_with("s") && !entry_.addressee->ends_with("ss");
    for (Doing& doing : saying.doings) {
      if (!doing.byPronoun || doing.subject != Subject::speaker || doing.force != Force::wish)
        continue;
      if (doing.obliged) {
        doing.force = Force::ask;
        doing.subject = Subject::named;
        doing.who = *entry_.addressee;
      } else if (many && saying.words.starts_with("they ")) {
        doing.force = Force::none;
        doing.why = "which is unclear";
      }
    }
  }
  /// `Two years ago Pelland threatened to`, `in 1987`, `but backed down`: no wish of today.
  bool isLongAgo() const {
    if (entry_.sentence.end > text_.size() || entry_.sentence.begin >= entry_.content->range.begin)
      return false;
    const auto lower = [&](std::size_t begin, std::size_t end) {
      return ' ' + evidence::lowerCase(text_.substr(begin, end - begin)) + ' ';
    };
    const std::string before = lower(entry_.sentence.begin, entry_.content->range.begin);
    for (const std::string_view ago : {" years ago", " months ago", " decades ago", " year ago", " month ago",
                                       " decade ago", " last year", " in the past"})
      if (before.find(ago) != std::string::npos)
        return true;
    const std::string whole = lower(entry_.sentence.begin, entry_.sentence.end);
    for (const std::string_view back :
         {" but backed down", " but later backed", " but relented", " but has since relented", " but did not",
          " but has not done so", " but never did", " only to relent", " but later changed",
          " but has since withdrawn"})
      if (whole.find(back) != std::string::npos)
        return true;
    return false;
  }
  /// `joked that he would`, `jokingly offered to`.
  bool isJest() const {
    const auto among = [](const std::string& lemma) {
      return lemma == "joke" || lemma == "jest" || lemma == "quip";
    };
    if (among(cue_.lemma) || among(verbLemma(entry_.verb)))
      return true;
    if (entry_.sentence.end > text_.size() || entry_.sentence.begin >= entry_.sentence.end)
      return false;
    const std::string whole =
        evidence::lowerCase(text_.substr(entry_.sentence.begin, entry_.sentence.end - entry_.sentence.begin));
    return std::ranges::any_of(std::initializer_list<std::string_view>{"jokingly", " in jest",
                                                                       "tongue in cheek", "tongue-in-cheek",
                                                                       "sarcastically", "ironically"},
                               [&](std::string_view word) { return whole.find(word) != std::string::npos; });
  }

  static void none(Saying& saying, std::string_view why) {
    for (Doing& doing : saying.doings) {
      doing.force = Force::none;
      doing.why = why;
    }
  }

  /// `it would recommend it, and it would open the books if they paid`: what comes before the clause that
  /// alone hangs on the condition after it, and the rest; nothing where there is no such clause.
  static std::optional<std::pair<std::string, std::string>> beforeLastClause(const std::string& words) {
    const auto& conditionals = conditionalsOf(words);
    if (conditionals.size() != 1)
      return std::nullopt;
    const std::size_t condition = conditionals.front().condition.clause.range.begin;
    std::size_t at = 0;
    std::size_t skip = 0;
    for (const std::string_view joint : {", and ", "; ", ", but "})
      if (const std::size_t found = words.substr(0, condition).rfind(joint);
          found != std::string::npos && found > at) {
        at = found;
        skip = joint.size();
      }
    if (at == 0)
      return std::nullopt;
    const std::string first = words.substr(0, at);
    const SentenceTree before = treeOf(first);
    const SentenceTree behind = treeOf(words.substr(at + skip, condition - at - skip));
    const auto whole = [](const SentenceTree& tree) {
      return !tree.empty() && tree.isFiniteClause(tree.root()) && tree.subject(tree.root()) != noWord &&
             tree.subject(tree.root()) < tree.root();
    };
    if (!whole(before) || !whole(behind))
      return std::nullopt;
    return std::pair(first, words.substr(at + skip));
  }

  /// `would hold its fire if they did and would withdraw if monitors came`: two clauses, each with its own
  /// condition, or with none.
  static std::optional<std::pair<std::string, std::string>> betweenConditions(const std::string& words) {
    const auto& conditionals = conditionalsOf(words);
    if (conditionals.empty() || conditionals.size() > 2)
      return std::nullopt;
    const std::size_t from = conditionals[0].condition.clause.range.begin;
    const std::size_t to =
        conditionals.size() == 1 ? words.size() : conditionals[1].condition.clause.range.begin;
    for (const std::string_view modal : {" would ", " will "}) {
      const std::size_t subject = words.find(modal);
      for (const std::string_view joint : {" and", " but", ", but", ", and"}) {
        const std::string key = std::string(joint).append(modal);
        const std::size_t at = words.find(key, from);
        if (subject < from && at < to)
          return std::pair(words.substr(0, at), words.substr(0, subject) + words.substr(at + joint.size()));
      }
    }
    return std::nullopt;
  }

  /// `to free the crew and promised to close the port`: where the second verb that says what will be done
  /// stands, which is beside the one before the words, not under it. 0 without one.
  static std::size_t besideInfinitive(const std::string& words) {
    if (!words.starts_with("to ") && !words.starts_with("not to "))
      return 0;
    constexpr std::string_view joint = " and ";
    for (std::size_t at = words.find(joint); at != std::string::npos; at = words.find(joint, at + 1)) {
      const std::size_t begin = at + joint.size();
      const std::size_t end = words.find(' ', begin);
      if (end == std::string::npos)
        break;
      const std::string verb = words.substr(begin, end - begin);
      const std::string_view kind = classOf(verbLemma(verb));
      const bool past = verbLemma(verb) != verb && !verb.ends_with("s") && !verb.ends_with("ing");
      if (past && (kind == "commit" || kind == "refuse") &&
          (words.compare(end, 4, " to ") == 0 || words.compare(end, 8, " not to ") == 0))
        return at;
    }
    return 0;
  }

  void told(const std::string& words) {
    if (const auto at = besideInfinitive(words); at > 0) {
      told(words.substr(0, at), false);
      Saying beside = start(words.substr(at + std::string_view(" and ").size()), true);
      beside.cue = {};
      beside.cueWord.clear();
      const std::string rest = withoutCondition(beside);
      beside.doings = doingsOf(treeOf("he " + plainNot(rest)), Voice::told, !beside.marker.empty());
      if (cue_.denied || entry_.reality != evidence::Reality::asserted ||
          isSaidToBe(SpeechAct::denial, "deny"))
        none(beside, "it was not said");
      out_.push_back(std::move(beside));
      return;
    }
    const auto two = betweenConditions(words);
    if (two) {
      told(two->first, false);
      told(two->second, false);
      return;
    }
    const auto parts = beforeLastClause(words);
    if (parts)
      told(parts->first, false);
    told(parts ? parts->second : words, true);
  }
  void told(const std::string& words, bool whole) {
    Saying saying = start(words, true);
    std::string rest = withoutCondition(saying);
    const bool time = entry_.condition && entry_.condition->marker == "before" &&
                      isTime(labelOf(entry_.condition->clause.read(), wholeText)
                                 .substr(0, entry_.condition->clause.read().find(',')));
    if (whole && saying.marker.empty() && entry_.condition && !time) {
      saying.marker = entry_.condition->marker;
      const std::string clause = withoutQuotes(labelOf(entry_.condition->clause.read(), wholeText));
      readCondition(saying, clause);
      const std::size_t at = rest.find(saying.marker + ' ' + clause); // ruled out talks until they withdraw
      if (at != std::string::npos && at > 0)
        rest.resize(at);
    }
    saying.alone = true;
    saying.ofThose = isOfThose(words);
    fill(saying, plainNot(withoutNoChoice(rest)));
    notUntilFirst(saying);
    otherPerson(saying);
    onlySoFar(saying);
    toAddressee(saying);
    if (cue_.kind == "refuse" && words.starts_with("to rule out "))
      none(saying, "negation not clear"); // refused to rule out a strike
    if (isJest())
      none(saying, "said in jest");
    if (isLongAgo())
      none(saying, "it is past");
    if (cue_.denied)
      none(saying, "it was not said");
    if (calledFalse_)
      none(saying, "it is denied");
    if (!(saying.marker == "unless" && isNotWithout(evidence::lowerCase(words))) && hasException(words))
      none(saying, "exception not read");
    if (isCouldNotMore(words))
      none(saying, "negation not clear");
    if (entry_.reality != evidence::Reality::asserted)
      none(saying, entry_.reality == evidence::Reality::asked ? "it was asked" : "it was not said");
    if (entry_.path.find("unreal by if") != std::string::npos)
      none(saying, "only supposed");
    if (isSaidToBe(SpeechAct::denial, "deny"))
      none(saying, "it is denied");
    if (isSaidToBe(SpeechAct::accusation, "accuse"))
      none(saying, "only an accusation");
    out_.push_back(std::move(saying));
  }

  /// `these commitments as deployments`: refers to what was said before.
  static bool isOfThose(const std::string& words) {
    const SentenceTree tree = treeOf(words);
    if (tree.size() < 2)
      return false;
    const std::string noun = nounLemma(tree.text(1));
    const bool those = tree.is(0, "these") || tree.is(0, "those") || tree.is(0, "this") ||
                       tree.is(0, "that") || tree.is(0, "such");
    for (const std::string_view one :
         {"commitment", "pledge", "promise", "offer", "proposal", "plan", "undertaking"})
      if (those && noun == one)
        return true;
    return false;
  }

  void fill(Saying& saying, std::string words) const {
    bool against = cue_.against;
    for (const std::string_view lead : {"against ", "that ", "on ", "upon ", "for ", "from "})
      if (words.starts_with(lead)) {
        against = against || lead == "against ";
        words.erase(0, lead.size());
      }
    if (const auto each = infinitivesIn(words); !each.empty()) {
      for (const Infinitive& one : each) {
        Saying part = saying;
        part.doings.clear();
        fill(part, one.words);
        for (Doing& doing : part.doings) {
          doing.negative = doing.negative != one.negative;
          saying.doings.push_back(std::move(doing));
        }
      }
      return;
    }
    if (words.starts_with("not to ")) { // was told not to withdraw, voted not to strike
      fill(saying, words.substr(4));
      for (Doing& doing : saying.doings)
        doing.negative = !doing.negative;
      return;
    }
    if (cue_.lemma == "threaten")
      if (const std::size_t at = words.find(" with ");
          at != std::string::npos && threatensWith(saying, words.substr(at + 6)))
        return;
    if (constexpr std::string_view right = "the right to "; words.starts_with(right))
      return ofRight(saying, words.substr(right.size() - 3));
    for (const std::string_view be : {"it was ", "it is "}) // the tree takes this `it` for nobody
      if (words.starts_with(be) &&
          isAttitude(words.substr(be.size(), words.find(' ', be.size()) - be.size())))
        words.replace(0, 2, "he");
    if (beginsWithModal(words)) // said the toll was unfair and "would not pay"
      words.insert(0, "he ");
    if (const std::size_t to = afterDeadline(words); to != 0 && entry_.addressee) {
      saying.doings = doingsOf(treeOf(words.substr(to)), Voice::told);
      askOf(saying, Subject::named, *entry_.addressee);
      return;
    }
    if (const std::size_t at = words.find(" from "); cue_.kind == "hinder" && at != std::string::npos) {
      const std::string rest = words.substr(at + 6); // barred the company from selling it: not to sell it
      const std::size_t space = std::min(rest.find(' '), rest.size());
      saying.doings =
          doingsOf(treeOf("to " + verbLemma(rest.substr(0, space)) + rest.substr(space)), Voice::told);
      askOf(saying, Subject::named, words.substr(0, at));
      for (Doing& doing : saying.doings)
        doing.negative = !doing.negative;
      return;
    }
    if (const std::size_t at = words.find(" against ");
        cue_.kind == "warn" && at != std::string::npos && at < 40) {
      saying.doings = againstDoing(words.substr(at + 9));
      askOf(saying, Subject::named, words.substr(0, at));
      return;
    }
    if (const std::size_t at = words.find(" not ");
        cue_.kind == "ask" && at != std::string::npos && at < 40 && isName(words.substr(0, at)))
      words.insert(at, " should");
    SentenceTree tree = infinitiveOf(words);
    bool subjunctive = false;
    const bool proposes = isOneOf(cue_.lemma, {"propose", "suggest", "recommend", "move", "request"});
    if ((cue_.kind == "ask" || (afterThat() && (isSingular(tree) || proposes))) &&
        isSubjunctive(tree)) { // demanded that the council publish the contract
      words.insert(tree[tree.root()].range.begin, "should ");
      tree = treeOf(words);
      subjunctive = true;
    } else if (const std::size_t be = afterThat() ? bareBe(tree) : 0;
               be > 0) { // moved that the field be kept
      words.insert(be, "should ");
      tree = treeOf(words);
      subjunctive = true;
    } else if (cue_.kind == "ask" && afterThat() && !tree.empty() &&
               !tree.has(tree.root(), Relation::nsubj) && !tree.has(tree.root(), Relation::nsubjPass)) {
      words = withShould(words, tree);
      tree = treeOf(words);
    }
    if (tree.empty())
      return;
    if (cue_.kind == "want" && words.find(" to ") == std::string::npos) // wants the cull postponed
      for (WordIndex w = 2; w < tree.size(); ++w)
        if ((tree[w].xpos == Xpos::vbn || tree[w].xpos == Xpos::vbd) && tree[w - 1].upos != Upos::aux) {
          words.insert(tree[w].range.begin, "should be ");
          saying.doings = doingsOf(treeOf(words), Voice::told);
          return;
        }
    if (const std::size_t at = words.find(" to be "); // the ban to be lifted
        cue_.kind == "ask" && at != std::string::npos && splitAtTo(tree) == at + 1) {
      words.replace(at, 7, " should be ");
      saying.doings = doingsOf(treeOf(words), Voice::told);
      return;
    }
    std::size_t to = asks(cue_.kind, entry_) || cue_.kind == "warn" ? splitAtTo(tree) : 0;
    if (to == 0 && cue_.kind == "ask")
      to = afterName(tree);
    if (to > 0 && isNounLike(words.substr(to))) {
      saying.doings = doingsOf(infinitiveOf(words.substr(to)), Voice::told);
      for (Doing& doing : saying.doings)
        if (doing.subject == Subject::speaker) // the `They` of its frame
          doing.subject = Subject::open;
      askOf(saying, Subject::named, words.substr(0, to));
      return;
    }
    if (to > 0) {
      saying.doings = infinitiveDoings(words.substr(to));
      askOf(saying, Subject::named, words.substr(0, to));
      if (forbids(cue_.lemma))
        for (Doing& doing : saying.doings)
          doing.negative = !doing.negative;
      return;
    }
    const WordIndex root = tree.root();
    const bool verbless = tree[root].upos != Upos::verb && tree[root].upos != Upos::aux &&
                          !tree.has(root, Relation::cop) && !tree.isFiniteClause(root);
    if (verbless)
      return thing(saying, tree);
    saying.doings = doingsOf(tree, Voice::told, !saying.marker.empty());
    if (words.starts_with("to ") && !tree.empty() && tree.is(0, "they"))
      for (Doing& doing : saying.doings)
        if (doing.subject == Subject::speaker) // the `They` of its frame
          doing.subject = Subject::open;
    for (Doing& doing : saying.doings)
      if (!subjunctive || doing.force != Force::ask)
        bend(doing, against);
  }

  /// `threatened Suria with sanctions`
  static bool threatensWith(Saying& saying, const std::string& thing) {
    const SentenceTree tree = treeOf(thing);
    if (tree.empty() || tree[tree.root()].upos != Upos::noun)
      return false;
    const std::string noun = nounLemma(tree.text(tree.root()));
    std::string verb;
    if (isOneOf(noun,
                {"sanction", "tariff", "fine", "duty", "embargo", "curfew", "penalty", "quota", "blockade"}))
      verb = "impose";
    else if (isOneOf(noun, {"action", "measure", "step"}))
      verb = "take";
    Doing doing;
    doing.deed = verb.empty() ? deedNamedBy(tree, tree.root()) : acceptanceOf(tree, tree.root());
    if (doing.deed.verb.empty())
      return false;
    if (!verb.empty()) {
      doing.deed.verb = verb;
      doing.deed.label.replace(0, std::string_view("accept").size(), verb);
    }
    doing.force = Force::wish;
    doing.subject = Subject::speaker;
    saying.doings.push_back(std::move(doing));
    return true;
  }
  static bool isAttitude(const std::string& word) {
    const std::string_view kind = classOf(word);
    return (kind == "commit" || kind == "refuse") &&
           (word.ends_with("ing") || word.ends_with("ed") ||
            isOneOf(word, {"ready", "happy", "glad", "reluctant", "set"}));
  }
  /// `boarding ships`, of which somebody is warned: not to board them. Behind an `avoid` the tree may take
  /// the verb for a noun.
  static std::vector<Doing> againstDoing(const std::string& words) {
    auto doings = doingsOf(treeOf("to avoid " + words), Voice::told);
    const std::size_t space = std::min(words.find(' '), words.size());
    const std::string first = words.substr(0, space);
    if (doings.size() != 1 || doings.front().deed.verb != "avoid" || !first.ends_with("ing"))
      return doings;
    auto bare = doingsOf(infinitiveOf("to " + verbLemma(first) + words.substr(space)), Voice::told);
    for (Doing& doing : bare)
      doing.negative = !doing.negative;
    return bare;
  }

  /// `until Friday to withdraw`, `ten days to leave`: where the `to` is, after a time that somebody is
  /// given.
  static std::size_t afterDeadline(const std::string& words) {
    const std::size_t to = words.find(" to ");
    if (to > 40) // or nowhere
      return 0;
    const std::string time = ' ' + evidence::lowerCase(words.substr(0, to)) + ' ';
    if (time.starts_with(" until ") || time.starts_with(" till "))
      return to + 1;
    for (const std::string_view unit :
         {" hours ", " days ", " weeks ", " months ", " a week ", " a month ", " minutes "})
      if (time.ends_with(unit))
        return to + 1;
    return 0;
  }

  /// `reserved the right to go to court`: what somebody may yet do.
  static void ofRight(Saying& saying, const std::string& infinitive) {
    saying.doings = doingsOf(treeOf(infinitive), Voice::told);
    for (Doing& doing : saying.doings)
      if (doing.force == Force::wish && doing.subject == Subject::open)
        doing.subject = Subject::speaker;
  }

  /// `has forbidden either side to carry weapons`.
  static bool forbids(std::string_view lemma) { return lemma == "forbid" || lemma == "prohibit"; }
  static bool beginsWithModal(const std::string& words) {
    for (const std::string_view modal :
         {"would ", "will ", "could ", "should ", "was ", "were ", "is ", "are ", "had asked ", "has asked ",
          "had agreed ", "has agreed ", "had offered ", "had called ", "had decided ", "had refused "})
      if (words.starts_with(modal))
        return true;
    return false;
  }
  bool afterThat() const {
    const std::size_t at = entry_.content->range.begin;
    return at >= 5 && at <= text_.size() && text_.substr(at - 5, 5) == "that ";
  }
  /// `Morrow withdraw its gunboats` taken for a noun: with a `should` where the tree then shows subject and
  /// verb.
  static std::string withShould(const std::string& words, const SentenceTree& tree) {
    constexpr WordIndex most = 6;
    for (WordIndex w = 1; w < tree.size() && w <= most; ++w) {
      std::string tried = words;
      tried.insert(tree[w].range.begin, "should ");
      const SentenceTree with = treeOf(tried);
      const WordIndex verb = with.root();
      if (with.empty() || verb != w + 1 || with[verb].xpos != Xpos::vb)
        continue;
      const WordIndex subject = with.subject(verb);
      if (subject != noWord && with.extent(subject).first == 0 && with.extent(subject).last + 1 == w)
        return tried;
    }
    return words;
  }
  /// Its subject is one: with a finite verb there would be an ending.
  static bool isSingular(const SentenceTree& tree) {
    const WordIndex subject = tree.empty() ? noWord : tree.subject(tree.root());
    return subject != noWord && (tree[subject].xpos == Xpos::nn || tree[subject].xpos == Xpos::nnp) &&
           std::ranges::none_of(tree.children(subject),
                                [&](WordIndex c) { return tree.relation(c) == Relation::conj; });
  }
  /// Where the `be` of `the field be kept open` is: without a modal before it.
  static std::size_t bareBe(const SentenceTree& tree) {
    if (tree.empty())
      return 0;
    const WordIndex root = tree.root();
    std::size_t at = 0;
    for (const WordIndex c : tree.children(root)) {
      if (c < root && tree[c].xpos == Xpos::md)
        return 0;
      if (c < root && tree.is(c, "be") && !(c > 0 && (tree.is(c - 1, "to") || tree[c - 1].upos == Upos::aux)))
        at = tree[c].range.begin;
    }
    return at;
  }
  /// A form taken for a past one that does not end like one: `renew`. `put`, `set` may be both.
  static bool isBaseForm(std::string_view verb) {
    const std::string lower = evidence::lowerCase(verb);
    return verbLemma(lower) == lower && !lower.ends_with("ed") &&
           !isOneOf(lower,
                    {"put", "set", "cut", "let", "hit", "shut", "cost", "quit", "read", "beat", "split"});
  }
  static bool isSubjunctive(const SentenceTree& tree) {
    if (tree.empty() || tree.root() == 0 || tree.root() > 6 || tree[tree.root()].upos != Upos::verb)
      return false;
    const bool base = tree[tree.root()].xpos == Xpos::vb || tree[tree.root()].xpos == Xpos::vbp ||
                      (tree[tree.root()].xpos == Xpos::vbd && isBaseForm(tree.text(tree.root())));
    for (WordIndex w = 0; w < tree.root(); ++w)
      if (tree[w].upos != Upos::noun && tree[w].upos != Upos::propn && tree[w].upos != Upos::det &&
          tree[w].upos != Upos::adj)
        return false;
    return base;
  }
  /// `Suria`, `the company`: in a clause without tense, nothing else may stand before the `not`.
  static bool isName(const std::string& words) {
    const SentenceTree tree = treeOf(words);
    for (WordIndex w = 0; w < tree.size(); ++w)
      if (tree[w].upos != Upos::noun && tree[w].upos != Upos::propn && tree[w].upos != Upos::det &&
          tree[w].upos != Upos::adj)
        return false;
    return !tree.empty();
  }

  static void askOf(Saying& saying, Subject subject, const std::string& who) {
    for (Doing& doing : saying.doings) {
      if (doing.force != Force::wish || doing.subject != Subject::open) {
        if (doing.force == Force::wish)
          continue;
      }
      doing.force = Force::ask;
      doing.subject = subject;
      doing.who = who;
      if (who == "him " || who == "her " || who == "them " || who == "it " || who == "us ")
        doing.subject = Subject::other;
    }
  }

  /// As an analyst says, else by the verb before the words, else by the words themselves.
  bool isSaidToBe(SpeechAct kind, std::string_view cue) const {
    return entry_.decidedBy == evidence::byAnalyst || !cue_.found ? entry_.kind == kind : cue_.kind == cue;
  }

  /// Applies the verb before the words to them.
  void bend(Doing& doing, bool against) const {
    const bool bare = doing.subject == Subject::open && !doing.byNoun;
    if (against) {
      doing.negative = !doing.negative;
      doing.force = Force::ask;
      if (bare)
        doing.subject = Subject::addressee;
      return;
    }
    if (bare && doing.force == Force::wish)
      return bareInfinitive(doing);
    if (cue_.kind == "ask" && cue_.lemma != "tell" && doing.force == Force::none && doing.bare &&
        (doing.subject == Subject::named || doing.subject == Subject::open)) {
      doing.force = Force::ask; // demanded that Suria not attack
      return;
    }
    if (cue_.kind == "refuse" &&
        (doing.force == Force::wish || (doing.force == Force::ask && doing.byNoun))) { // refused to demand it
      doing.force = Force::none;
      doing.why = "negation not clear";
    }
  }
  void bareInfinitive(Doing& doing) const {
    if (asks(cue_.kind, entry_) && cue_.kind != "want") {
      doing.force = Force::ask;
      doing.subject = Subject::addressee;
    } else if (cue_.kind == "refuse") {
      doing.subject = Subject::speaker;
      doing.negative = !doing.negative;
    } else if (cue_.kind == "commit" || cue_.kind == "want" ||
               (!cue_.found && entry_.polarity == evidence::Polarity::positive &&
                (entry_.kind == SpeechAct::threat || entry_.kind == SpeechAct::commitment ||
                 entry_.kind == SpeechAct::offer))) {
      doing.subject = Subject::speaker;
    } else if (!doing.deed.verb.empty() && isPassiveWill(doing)) {
      // the subsidy would be stopped: the speaker himself will do what he says will be done
    } else {
      doing.force = Force::none;
      doing.why = "doer not named";
    }
  }
  static bool isPassiveWill(const Doing& doing) { return doing.passive; }

  /// `the port company` of `two million euros from the port company`; empty where nobody is named.
  static std::string askedFrom(const SentenceTree& tree, WordIndex root) {
    for (WordIndex w = root + 1; w < tree.size(); ++w)
      if (tree.is(w, "from") && tree.head(w) != noWord && tree.head(w) > w && isListed(tree, root, w))
        return phraseAt(tree, tree.head(w));
    return {};
  }
  /// The `to` right behind a name: `Pelland to hand over the two suspects`; 0 where there is none.
  static std::size_t afterName(const SentenceTree& tree) {
    constexpr WordIndex most = 4;
    for (WordIndex w = 0; w + 1 < tree.size() && w <= most; ++w)
      if (w > 0 && tree.is(w, "to"))
        return tree[w].range.begin;
      else if (tree[w].upos == Upos::verb || tree.text(w)[0] < 'A' || tree.text(w)[0] > 'Z')
        return 0;
    return 0;
  }
  /// `to hand over the suspects`, whose verb the tree takes for a noun unless a `will` stands before it.
  static bool isNounLike(const std::string& infinitive) {
    const SentenceTree own = treeOf(infinitive);
    if (!infinitive.starts_with("to ") || own.empty() || own[own.root()].upos == Upos::verb)
      return false;
    const SentenceTree willed = infinitiveOf(infinitive);
    return !willed.empty() && willed.is(0, "they");
  }

  void thing(Saying& saying, const SentenceTree& tree) const {
    const WordIndex root = tree.root();
    Doing doing;
    doing.deed = deedProposedBy(tree, root);
    if (doing.deed.verb.empty())
      doing.deed = deedNamedBy(tree, root);
    if (doing.deed.verb.empty() && cue_.kind == "ask")
      doing.deed = paymentOf(tree, root);
    const bool named = !doing.deed.verb.empty();
    const std::string_view noun = classOf(nounLemma(tree.text(root)));
    const bool accepts =
        isOneOf(cue_.lemma, {"accept", "approve", "consent"}) || (cue_.lemma == "agree" && !named);
    const bool refuses = cue_.kind == "refuse" || (cue_.kind.empty() && entry_.kind == SpeechAct::refusal);
    if ((noun == "commit" || noun == "refuse") && !refuses && cue_.kind != "ask" && !accepts)
      return resolve(saying, tree, noun == "refuse");
    if (isJudged(tree) && !(refuses && isAnswerable(nounLemma(tree.text(root))))) {
      doing.deed = answerTo(tree, root);
      doing.why = "only a judgement";
      saying.doings.push_back(std::move(doing));
      return;
    }
    const bool somebody = tree[root].upos == Upos::propn && !tree.has(root, Relation::det); // slammed Bush
    const bool isNoun = (tree[root].upos == Upos::noun || tree[root].upos == Upos::propn) && !somebody &&
                        !isClaim(nounLemma(tree.text(root)));
    if (!isNoun) {
      doing.deed = answerTo(tree, root);
      doing.why = "no act named";
    } else if (refuses || accepts) {
      const bool ownDeed =
          cue_.lemma == "rule out" && namesUnder(tree, root).empty(); // what one decides oneself
      doing.negative = refuses;
      doing.force = Force::wish;
      doing.subject = named && !ownDeed ? Subject::open : Subject::speaker;
      doing.answers = !named;
      doing.byNoun = named && !ownDeed;
      if (!named)
        doing.deed = answerTo(tree, root);
    } else if (isOneOf(cue_.lemma, {"offer", "promise", "pledge"}) && isOffered(nounLemma(tree.text(root)))) {
      const std::string verb = cue_.lemma == "offer" ? "offer" : "give";
      doing.deed = acceptanceOf(tree, root);
      doing.deed.verb = verb;
      doing.deed.label.replace(0, 6, verb);
      doing.force = Force::wish;
      doing.subject = Subject::speaker;
    } else if (cue_.kind == "ask" && named) {
      doing.force = Force::ask;
      doing.subject = Subject::addressee;
      doing.byNoun = true;
      if (isOneOf(doing.deed.verb, {"pay", "raise", "apologise", "apologize"}))
        doing.who = askedFrom(tree, root);
      for (WordIndex other = root + 1; other < tree.size();
           ++other) // an end to the war and the release of two men
        if (tree.relation(other) == Relation::conj && tree[other].upos == Upos::noun &&
            isListed(tree, root, other))
          if (Deed also = deedNamedBy(tree, other);
              !also.verb.empty() && (tree.head(other) == root || !also.object.empty())) {
            saying.doings.push_back(doing);
            saying.doings.back().deed = std::move(also);
          }
    } else if (cue_.kind == "favour" && named) {
      doing.force = Force::wish;
    } else {
      doing.deed = answerTo(tree, root);
      doing.why = "no act named";
    }
    saying.doings.push_back(std::move(doing));
  }

  /// Below the noun without a clause of its own in between.
  static bool isListed(const SentenceTree& tree, WordIndex root, WordIndex w) {
    for (; w != noWord && w != root; w = tree.head(w))
      if (tree[w].upos == Upos::verb)
        return false;
    return w == root;
  }
  /// `dismissed the deadline as theatre`: what is thought of it.
  static bool isJudged(const SentenceTree& tree) {
    for (const WordIndex c : tree.children(tree.root()))
      for (const WordIndex as : tree.children(c))
        if (c > tree.root() && as < c && tree.is(as, "as"))
          return true;
    return false;
  }
  /// Words are no deed: `offered an apology`, `offered this quote`.
  static bool isOffered(const std::string& noun) {
    return !isOneOf(noun,
                    {"thought", "congratulation", "congratulations", "message",     "support",   "sympathy",
                     "advice",  "criticism",      "praise",          "thanks",      "clue",      "insight",
                     "glimpse", "hint",           "reassurance",     "excuse",      "defence",   "defense",
                     "hope",    "view",           "quote",           "comment",     "statement", "answer",
                     "apology", "condolence",     "detail",          "explanation", "view",      "opinion",
                     "word",    "reason",         "assessment",      "example",     "prayer"});
  }

  /// `expressed its readiness to talk`, `a reluctance to accept troops`.
  static void resolve(Saying& saying, const SentenceTree& tree, bool refuses) {
    for (WordIndex w = tree.root() + 1; w + 1 < tree.size(); ++w)
      if (tree.is(w, "to") && tree[w + 1].xpos == Xpos::vb) {
        std::string words;
        for (WordIndex v = w; v < tree.size(); ++v)
          words +=
              (v > w && tree[v].range.begin > tree[v - 1].range.end ? " " : "") + std::string(tree.text(v));
        saying.doings = doingsOf(treeOf(words), Voice::told);
        for (Doing& doing : saying.doings)
          if (doing.subject == Subject::open && doing.force == Force::wish) {
            doing.subject = Subject::speaker;
            doing.negative = doing.negative != refuses;
          }
        return;
      }
  }
};

} // namespace

Deed plannedBefore(std::string_view text, std::size_t end) {
  constexpr std::size_t reach = 1500; // bytes
  const std::string before(text.substr(end > reach ? end - reach : 0, std::min(end, reach)));
  std::size_t best = std::string::npos;
  for (const std::string_view key : {" plan to ", " plans to ", " proposal to ", " scheme to ", " bid to "})
    if (const std::size_t at = before.rfind(key);
        at != std::string::npos && (best == std::string::npos || at > best))
      best = at + key.size() - std::string_view("to ").size();
  if (best == std::string::npos)
    return {};
  std::string words = labelOf(before.substr(best), wholeText);
  for (const std::string_view stop :
       {",", ".", ";", ":", "\"", "\u201C", " if ", " unless ", " but ", " and said "})
    words.resize(std::min(words.find(stop), words.size()));
  const auto doings = doingsOf(infinitiveOf(plainNot(words)), Voice::told);
  return doings.empty() || doings.front().negative || doings.front().force == Force::none
             ? Deed()
             : doings.front().deed;
}

std::vector<Saying> sayingsOf(const LedgerEntry& entry, std::size_t report, std::string_view text,
                              const evidence::Condition* condition) {
  constexpr std::size_t mostTrees = 64;
  if (treesRead().size() > mostTrees)
    treesRead().clear();
  return Maker(entry, report, text, condition).run();
}

} // namespace stasis::drafting
