#include "evidence/reading/speech_act.h"

#include "evidence/reading/clause.h"
#include "evidence/reading/kind_weights.h"
#include "evidence/reading/lexicon.h"
#include "evidence/reading/phrase_set.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

namespace stasis::evidence {

using Kind = ClauseToken::Kind;

namespace {

constexpr std::size_t kinds = static_cast<std::size_t>(SpeechAct::report) + 1;

/// `threat 3` in a list: evidence for a kind, and its weight.
struct Vote {
  SpeechAct kind = SpeechAct::report;
  int weight = 0;
};

Vote voteOf(std::string_view value) {
  const auto space = value.find(' ');
  const auto kind = speechActNamed(value.substr(0, space));
  if (!kind || space == std::string_view::npos)
    return {};
  Vote vote{*kind, 0};
  std::from_chars(value.data() + space + 1, value.data() + value.size(), vote.weight);
  return vote;
}

bool anyOf(const ClauseToken& token, std::initializer_list<std::string_view> words) {
  return token.isWord() && std::ranges::find(words, token.word) != words.end();
}

constexpr int enough = 6;    // one clear sign, or two weak ones
constexpr int strong = 4;    // of one sign: usually this kind and no other
constexpr int decisive = 20; // whatever else the words say

/// Adds up the evidence for each kind, and keeps the words of the first and strongest.
class Ballot {
public:
  void cast(Vote vote, std::string_view words) {
    if (vote.weight <= 0)
      return;
    auto& row = rows_[static_cast<std::size_t>(vote.kind)];
    // A second sign of the same kind makes it likelier, but less so than the first did.
    row.sum += row.strongest == 0 ? 2 * vote.weight : vote.weight;
    if (vote.weight > row.strongest) {
      row.strongest = vote.weight;
      row.words = words;
    }
  }
  int of(SpeechAct kind) const { return rows_[static_cast<std::size_t>(kind)].sum; }

  SpeechActAnswer winner() const {
    std::size_t best = kinds - 1;
    for (std::size_t i = 0; i + 1 < kinds; ++i)
      if (rows_[i].sum >= enough && rows_[i].sum > rows_[best].sum)
        best = i;
    return {static_cast<SpeechAct>(best), std::string(rows_[best].words), rows_[best].sum};
  }

private:
  struct Row {
    int sum = 0;
    int strongest = 0;
    std::string_view words;
  };
  std::array<Row, kinds> rows_;
};

class Decision {
public:
  explicit Decision(const SpeechActQuestion& question)
      : q_(question), content_(clauseTokens(q_.content, {0, q_.content.size()})),
        verb_(clauseTokens(q_.verb, {0, q_.verb.size()})) {}

  SpeechActAnswer run() {
    castVerb();
    for (std::size_t i = 0; i < content_.size(); ++i) {
      castPhrase(i);
      castModal(i);
    }
    castOrder();
    castConditional();
    return ballot_.winner();
  }

private:
  const SpeechActQuestion& q_;
  std::vector<ClauseToken> content_;
  std::vector<ClauseToken> verb_;
  Ballot ballot_;

  std::string_view words(std::size_t begin, std::size_t end) const {
    return q_.content.substr(content_[begin].range.begin,
                             content_[end - 1].range.end - content_[begin].range.begin);
  }

  // --- the verb that introduces the words

  /// `ruled` counts as `ruled out` if the sentence has the particle.
  PhraseSet::Match withParticle(const PhraseSet& verbs, std::size_t i) const {
    PhraseSet::Match longest = verbs.at(verb_, i);
    if (!verbs.beginsPhrase(verb_[i].word) || q_.sentence.find(q_.verb) == std::string_view::npos)
      return longest;
    const auto sentence = clauseTokens(q_.sentence, {0, q_.sentence.size()});
    for (std::size_t k = 0; k < sentence.size(); ++k)
      if (sentence[k].is(verb_[i].word))
        if (const auto match = verbs.at(sentence, k); match.length > longest.length)
          longest = match;
    return longest;
  }

  void castVerb() {
    static const PhraseSet verbs("act_verbs");
    for (std::size_t i = 0; i < verb_.size(); ++i)
      if (const auto match = withParticle(verbs, i); match.length != 0) {
        Vote vote = voteOf(match.value);
        if (vote.weight > 0) // a verb is one clear sign; in reported words a strong one settles it
          vote.weight = vote.weight < strong ? std::max(vote.weight, enough / 2)
                        : q_.direct          ? strong + 1
                                             : decisive;
        return ballot_.cast(vote, q_.verb);
      }
  }

  // --- what the words name: `legitimate targets`, `no reason for`, `bullying`

  void castPhrase(std::size_t i) {
    static const PhraseSet phrases("act_phrases");
    const auto match = phrases.at(content_, i);
    if (match.length == 0)
      return;
    const Vote vote = voteOf(match.value);
    if (!negated(i) || vote.kind == SpeechAct::refusal || vote.kind == SpeechAct::denial)
      ballot_.cast(vote, words(i, i + match.length));
  }

  bool negated(std::size_t i) const {
    return i > 0 && anyOf(content_[i - 1],
                          {"not", "no", "never", "without", "isn't", "wasn't", "don't", "nor", "avoid"});
  }

  // --- what the verbs say: `we will`, `they must`, `it would not`

  /// The speaker: `we`; in words reported in the third person also `it would`, `the union would`.
  bool ownSubject(std::size_t verb) const {
    for (std::size_t n = 1; n <= 3 && n <= verb; ++n) {
      const ClauseToken& token = content_[verb - n];
      if (!token.isWord())
        break;
      if (anyOf(token, {"we", "i"}))
        return true;
      if (token.word.ends_with("ly") || anyOf(token, {"also", "now", "then", "simply", "still", "all"}))
        continue;
      break;
    }
    return !q_.direct && toldSubject(verb);
  }

  /// `we should`, quoted or reported.
  bool firstPerson(std::size_t verb) const {
    for (std::size_t n = 1; n <= 2 && n <= verb; ++n)
      if (anyOf(content_[verb - n], {"we", "i"}))
        return true;
    return false;
  }

  /// In reported words the speaker is `it`, `the union`, a name; not `their presence`, `such forces`.
  bool toldSubject(std::size_t verb) const {
    std::size_t first = verb;
    while (first > 0 && verb - first < 6 && content_[first - 1].isWord() && !content_[first - 1].is("that"))
      --first;
    if (first == verb)
      return false;
    const ClauseToken& subject = content_[first];
    if (anyOf(subject, {"he", "she", "they", "we", "i"}))
      return true;
    if (subject.is("it")) // not "it would be hard"
      return verb + 1 >= content_.size() || !content_[verb + 1].is("be");
    // a party: a name on no condition, "the union", "his country"; not "prices", "the bill", "their presence"
    const ClauseToken& noun = content_[verb - 1];
    const Word* known = Lexicon::get().find(noun.word);
    if (known != nullptr && (known->common & (lexical::body | lexical::role)) != 0)
      return true;
    return noun.capital && !anyOf(subject, {"such", "any", "no", "there"}) && q_.condition.empty();
  }

  bool not_(std::size_t i) const {
    for (std::size_t k = i + 1; k < content_.size() && k <= i + 2; ++k)
      if (anyOf(content_[k], {"not", "never", "neither"}))
        return true;
    return content_[i].word.ends_with("n't") || content_[i].is("cannot") ||
           (i > 0 && anyOf(content_[i - 1], {"never", "nobody", "none"}));
  }

  static bool contractsWill(const ClauseToken& token) { return anyOf(token, {"we'll", "i'll"}); }

  bool intends(std::size_t i) const {
    const ClauseToken& token = content_[i];
    if (contractsWill(token))
      return true;
    if (anyOf(token, {"will", "shall", "won't"}) || (!q_.direct && anyOf(token, {"would", "wouldn't"})))
      return ownSubject(i);
    return i + 2 < content_.size() && anyOf(token, {"we're", "i'm", "are", "am"}) && !token.is("are") &&
           (content_[i + 1].is("going") || content_[i + 2].is("going"));
  }

  void castModal(std::size_t i) {
    const ClauseToken& token = content_[i];
    if (!token.isWord())
      return;
    const bool own = firstPerson(i);
    const std::string_view said = words(i, std::min(i + 3, content_.size()));
    if (intends(i))
      ballot_.cast({not_(i) ? SpeechAct::refusal : SpeechAct::commitment, 3}, said);
    else if (anyOf(token, {"can't", "cannot"}) && ownSubject(i))
      ballot_.cast({SpeechAct::refusal, 3}, said);
    else if (obliges(i))
      ballot_.cast({SpeechAct::demand, own ? 1 : 3}, said);
    else if (token.is("should") ||
             (anyOf(token, {"need", "needs"}) && i + 1 < content_.size() && content_[i + 1].is("to") &&
              !not_(i) && !(i > 0 && anyOf(content_[i - 1], {"not", "don't", "doesn't", "didn't"}))))
      ballot_.cast({own ? SpeechAct::request : SpeechAct::demand, own ? 2 : 3}, said);
  }

  bool obliges(std::size_t i) const {
    const ClauseToken& token = content_[i];
    if (anyOf(token, {"must", "mustn't"}))
      return !(i + 1 < content_.size() && (content_[i + 1].is("be") || content_[i + 1].is("have"))) ||
             !q_.direct || (i + 2 < content_.size() && content_[i + 2].word.ends_with("ed"));
    return i + 1 < content_.size() && content_[i + 1].is("to") && token.is("has") && i > 0 &&
           !content_[i - 1].is("it");
  }

  /// `unless there is a guarantee, the strikes will go ahead`: something bad, made to depend on a condition.
  void castConditional() {
    if (ballot_.of(SpeechAct::threat) == 0)
      return;
    const auto has = [&](std::initializer_list<std::string_view> wanted) {
      return std::ranges::find_if(content_, [&](const ClauseToken& token) { return anyOf(token, wanted); });
    };
    const auto marker = has({"if", "unless", "should"});
    const auto modal = has({"will", "would", "shall", "we'll", "can", "could"});
    if (marker != content_.end() && modal != content_.end())
      ballot_.cast({SpeechAct::threat, 2}, modal->word);
  }

  /// A quotation that opens with a bare verb: `Stop the shelling`, `Let us talk`.
  void castOrder() {
    static const PhraseSet orders("orders");
    if (!q_.direct || content_.empty())
      return;
    const std::size_t first = content_[0].is("please") && content_.size() > 1 ? 1 : 0;
    if (const auto match = orders.at(content_, first); match.length != 0)
      ballot_.cast(match.value.empty() ? Vote{SpeechAct::demand, 3} : voteOf(match.value),
                   words(0, first + match.length));
  }
};

} // namespace

std::string wordsOfAct(const LedgerEntry& entry) {
  const Passage& said = entry.said();
  std::string words = said.text;
  if (!entry.condition)
    return words;
  const model::Range clause = entry.condition->clause.range;
  if (clause.begin < said.range.begin || clause.end > said.range.end)
    return words;
  std::size_t begin = clause.begin - said.range.begin;
  const std::size_t end = clause.end - said.range.begin;
  const std::size_t marker = entry.condition->marker.size() + 1;
  begin -= std::min(begin, marker);
  words.erase(begin, end - begin);
  while (words.starts_with(',') || words.starts_with(' ') || words.starts_with("then "))
    words.erase(0, words.starts_with("then ") ? 5 : 1);
  return words.empty() ? said.text : words;
}

SpeechActAnswer decideByLists(const SpeechActQuestion& question) { return Decision(question).run(); }

namespace {

/// "set three conditions", "gave them until Friday", "holds them responsible": what a verb does with its
/// words.
std::optional<SpeechAct> byTellingWords(const SpeechActQuestion& q, const Word& verb) {
  if (verb.lemma == "make" &&
      (q.condition == "conditional on" || q.condition == "contingent on" || q.condition == "dependent on"))
    return SpeechAct::demand;
  if (verb.lemma == "want" || q.content.starts_with("until ") || q.content.starts_with("till "))
    return SpeechAct::demand;
  if ((verb.tellsWith & telling::down) != 0)
    return SpeechAct::refusal;
  constexpr std::uint16_t demands = telling::terms | telling::ultimatum | telling::time;
  for (const ClauseToken& token : clauseTokens(q.content, {0, q.content.size()})) {
    const Word* known = token.isWord() ? Lexicon::get().find(token.word) : nullptr;
    const std::uint16_t with = known == nullptr ? std::uint16_t{0} : known->toldWith;
    if ((with & verb.tellsWith & demands) != 0 ||
        (verb.lemma == "make" &&
         ((with & telling::terms) != 0 || anyOf(token, {"conditional", "contingent", "dependent"}))))
      return SpeechAct::demand;
    if ((with & verb.tellsWith & telling::blame) != 0)
      return SpeechAct::accusation;
  }
  return std::nullopt;
}

/// Verbs that do one thing with the words they take: "reserved the right", "set conditions", "told them to
/// leave".
std::optional<SpeechActAnswer> byVerbAndForm(const SpeechActQuestion& q) {
  if (q.direct || q.verb.empty())
    return std::nullopt;
  const Word* known = Lexicon::get().find(lowerCase(q.verb));
  if (known == nullptr)
    return std::nullopt;
  const auto is = [&](SpeechAct kind) { return SpeechActAnswer{kind, std::string(q.verb)}; };
  if (known->lemma == "reserve")
    return is(SpeechAct::threat);
  if (known->lemma == "express" && q.content.starts_with("to "))
    return is(SpeechAct::offer);
  if (known->lemma == "grant")
    return is(SpeechAct::agreement);
  if (known->lemma == "bar")
    return is(SpeechAct::demand);
  if (known->lemma == "move")
    return is(SpeechAct::request);
  if (known->isTelling)
    if (const std::optional<SpeechAct> kind = byTellingWords(q, *known))
      return is(*kind);
  if (q.content.starts_with("to ") || q.content.starts_with("not to ")) {
    if (known->lemma == "tell" || known->lemma == "instruct" || known->lemma == "order")
      return is(SpeechAct::demand);
    if (known->cue == CueClass::tell || known->lemma == "ask")
      return is(SpeechAct::request);
  }
  return std::nullopt;
}

/// "It is too early to say whether …", "it is not clear whether …": the question's subject is no act of the
/// speaker's.
bool leavesOpen(const SpeechActQuestion& q) {
  const auto content = clauseTokens(q.content, {0, q.content.size()});
  for (std::size_t i = 1; i < content.size(); ++i) {
    if (!anyOf(content[i], {"whether", "if", "when", "how"}))
      continue;
    const auto before = [&](std::size_t back, std::initializer_list<std::string_view> words) {
      return i >= back && anyOf(content[i - back], words);
    };
    const bool early = before(3, {"early", "soon"}) && before(2, {"to"});
    const bool unclear = before(1, {"unclear", "unknown", "uncertain", "unsure"}) ||
                         (before(1, {"clear", "certain", "sure", "known", "decided"}) &&
                          (before(2, {"not", "yet"}) || before(3, {"not"})));
    if (early || unclear || (before(1, {"seen"}) && before(2, {"be"})))
      return true;
  }
  return false;
}

/// "the army would leave as the treaty demands": what the treaty does is no act of the speaker's.
std::string_view withoutComparison(std::string_view content) {
  constexpr std::size_t fewest = 2;
  constexpr std::size_t most = 4;
  const std::size_t at = content.rfind(" as ");
  if (at == std::string_view::npos || at == 0)
    return content;
  const auto tail = clauseTokens(content, {at + 3, content.size()});
  if (tail.size() < fewest || tail.size() > most ||
      anyOf(tail.front(), {"soon", "long", "well", "far", "much", "many", "a", "an"}))
    return content;
  const auto before = clauseTokens(content, {0, at});
  if (before.empty() || anyOf(before.back(), {"such", "same", "as", "known", "so"}))
    return content;
  return tail.back().word.ends_with('s') || tail.back().word.ends_with("ed") ? content.substr(0, at)
                                                                             : content;
}

/// "would lift its blockade": the end of something hard is offered, whatever the words for it are.
bool endsHardship(std::string_view content) {
  const auto words = clauseTokens(content, {0, content.size()});
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    const bool ends = anyOf(words[i], {"lift", "end", "suspend", "drop", "halt", "relax", "ease"}) &&
                      anyOf(words[i - 1], {"would", "will", "to", "could"});
    if (!ends || !anyOf(words[i + 1], {"its", "their", "the", "his", "her", "our", "this", "that"}))
      continue;
    for (std::size_t k = i + 2; k < words.size() && k < i + 5; ++k)
      if (anyOf(words[k], {"blockade", "siege", "strike", "ban", "boycott", "embargo", "sanctions", "curfew",
                           "lockout", "levy", "tariff", "tariffs", "restrictions", "threat", "action"}))
        return i < 2 || !anyOf(words[i - 2], {"not", "never"});
  }
  return false;
}

/// "The city cannot pay for the road": what the first clause says cannot be is not offered, promised or
/// agreed to.
bool cannot(const SpeechActQuestion& q) {
  const auto words = clauseTokens(q.content, {0, q.content.size()});
  for (std::size_t i = 0; i + 1 < words.size() && words[i].isWord(); ++i) {
    if (anyOf(words[i], {"can", "could"}))
      return anyOf(words[i + 1], {"not", "never"});
    if (anyOf(words[i], {"cannot", "can't", "couldn't"}))
      return !anyOf(words[i + 1], {"but", "help", "wait"});
    const Word* known = Lexicon::get().find(words[i].word);
    if (i > 0 && known != nullptr &&
        (known->common &
         (lexical::relative | lexical::subordinator | lexical::conjunction | lexical::auxiliary)) != 0)
      return false;
  }
  return false;
}

/// "warned that the tax would cost jobs": what a thing does to others is foretold; nobody threatens to do it.
bool isForetold(const SpeechActQuestion& q) {
  const Word* verb = Lexicon::get().find(lowerCase(q.verb));
  if (q.direct || verb == nullptr || verb->lemma != "warn")
    return false;
  const auto words = clauseTokens(q.content, {0, q.content.size()});
  const auto is = [](const ClauseToken& token, std::uint32_t classes) {
    const Word* known = Lexicon::get().find(token.word);
    return known != nullptr && (known->common & classes) != 0;
  };
  const auto acts = [&](const ClauseToken& token) { // who might carry it out
    return is(token, lexical::body | lexical::role | lexical::pronoun) || token.word.ends_with("ers") ||
           token.word.ends_with("ors") || token.word.ends_with("ists");
  };
  std::size_t modal = 0;
  while (modal < words.size() && words[modal].isWord() && !words[modal].capital && !acts(words[modal]) &&
         !is(words[modal], lexical::auxiliary | lexical::relative | lexical::subordinator))
    ++modal;
  constexpr std::size_t fewest = 2; // an article and its noun
  if (modal < fewest || modal + 2 >= words.size() ||
      !anyOf(words.front(), {"the", "a", "an", "this", "any", "such", "further", "another"}) ||
      !anyOf(words[modal], {"will", "would", "could", "may", "might"}))
    return false;
  const ClauseToken& done = words[modal + 1];
  const ClauseToken& behind = words[modal + 2];
  return done.isWord() && !is(done, lexical::auxiliary | lexical::negation) && !done.is("be") &&
         !anyOf(done, {"stay", "remain", "go"}) && behind.isWord() &&
         !is(behind, lexical::preposition | lexical::subordinator);
}

SpeechActAnswer decided(SpeechActQuestion question) {
  question.content = withoutComparison(question.content);
  if (const Word* verb = Lexicon::get().find(lowerCase(question.verb));
      verb != nullptr && verb->lemma == "call" &&
      question.sentence.find(std::string(question.verb) + " on ") == std::string::npos &&
      question.sentence.find(std::string(question.verb) + " for ") == std::string::npos &&
      question.sentence.find(std::string(question.verb) + " upon ") == std::string::npos)
    question.verb = "described"; // "called it unhelpful" asks for nothing
  if (!question.direct && leavesOpen(question))
    return {};
  if (auto settled = byVerbAndForm(question))
    return *settled;
  if (isForetold(question))
    return {};
  SpeechActAnswer answer = decideByWeights(question);
  if (const SpeechActAnswer lists = decideByLists(question); lists.kind == answer.kind)
    answer.decidedBy = lists.decidedBy; // their words say more than the words of a weight
  if (answer.kind == SpeechAct::threat && endsHardship(question.content))
    answer.kind = question.condition.empty() ? SpeechAct::commitment : SpeechAct::offer;
  if ((answer.kind == SpeechAct::offer || answer.kind == SpeechAct::commitment ||
       answer.kind == SpeechAct::agreement) &&
      cannot(question))
    answer = {SpeechAct::refusal, answer.decidedBy};
  if (question.content.ends_with('?') && answer.kind != SpeechAct::accusation &&
      answer.kind != SpeechAct::report)
    answer.kind = SpeechAct::request; // whatever the question is about
  return answer;
}

} // namespace

SpeechActAnswer decideSpeechAct(const SpeechActQuestion& question) {
  SpeechActAnswer answer = decided(question);
  if (answer.kind != SpeechAct::report && answer.decidedBy.empty())
    answer.decidedBy =
        question.verb.empty() ? question.content.substr(0, question.content.find(' ')) : question.verb;
  return answer;
}

} // namespace stasis::evidence
