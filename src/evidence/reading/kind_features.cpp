#include "evidence/reading/kind_features.h"

#include "evidence/grammar/parse.h"
#include "evidence/reading/clause.h"
#include "evidence/reading/lexicon.h"
#include "evidence/reading/phrase_set.h"
#include "evidence/reading/reading_text.h"

#include <algorithm>
#include <unordered_set>

namespace stasis::evidence {

namespace {

constexpr std::size_t mostWords = 60; ///< of a statement: the first words show what it does

bool anyOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

class Features {
public:
  explicit Features(const SpeechActQuestion& question)
      : q_(question), content_(clauseTokens(q_.content, {0, q_.content.size()})),
        verb_(clauseTokens(q_.verb, {0, q_.verb.size()})) {
    if (content_.size() > mostWords)
      content_.resize(mostWords);
  }

  std::vector<std::string> run() {
    put(q_.direct ? "direct" : "told");
    addVerb();
    addWords();
    addModals();
    addMood();
    addCondition();
    addVotes();
    addTree();
    return std::move(found_);
  }

private:
  const SpeechActQuestion& q_;
  std::vector<ClauseToken> content_;
  std::vector<ClauseToken> verb_;
  std::vector<std::string> found_;
  std::unordered_set<std::string> known_;

  void put(std::string feature) {
    if (known_.insert(feature).second)
      found_.push_back(std::move(feature));
  }

  void addVerb() {
    put(verb_.empty() ? "v:-" : "v:" + lemma(verb_.back().word));
    static const PhraseSet verbs("act_verbs");
    for (std::size_t i = 0; i < verb_.size(); ++i)
      if (const auto match = verbs.at(verb_, i); match.length != 0)
        put("vote:verb:" + std::string(match.value));
  }

  static std::string lemma(const std::string& word) {
    const Word* known = Lexicon::get().find(word);
    return known != nullptr && !known->lemma.empty() ? std::string(known->lemma) : word;
  }

  void addWords() {
    std::string before = "^";
    for (const ClauseToken& token : content_) {
      const std::string word = token.isWord() ? shape(token) : std::string();
      if (word.empty()) {
        before = ".";
        continue;
      }
      put("w:" + word);
      put("s:" + stem(word));
      put("w:" + before + ' ' + word);
      before = word;
    }
  }

  /// The lemma that the lists know, else the word less its ending: "closed", "closing" and "closes" are one.
  static std::string stem(const std::string& word) {
    const Word* known = Lexicon::get().find(word);
    if (known != nullptr && !known->lemma.empty())
      return std::string(known->lemma);
    std::string cut = word;
    for (const std::string_view ending : {"ing", "ed", "es", "s", "e"})
      if (cut.size() > ending.size() + 2 && cut.ends_with(ending)) {
        cut.resize(cut.size() - ending.size());
        break;
      }
    if (cut.size() > 4 && cut[cut.size() - 1] == cut[cut.size() - 2])
      cut.pop_back();
    if (cut.ends_with('e') && cut.size() > 3)
      cut.pop_back();
    return cut;
  }

  /// What the main clause says about whom, by the tree of the words.
  void addTree() {
    using namespace grammar;
    const std::string_view text = q_.content.substr(0, 400);
    const SentenceTree tree = parse(text, {0, text.size()});
    if (tree.empty())
      return;
    WordIndex root = tree.root();
    const auto lower = [&](WordIndex w) { return lowerCase(tree.text(w)); };
    const std::string form(nameOf(tree[root].xpos));
    std::string who = "none";
    if (const WordIndex subject = tree.subject(root); subject != noWord) {
      const std::string word = lower(subject);
      who = anyOf(word, {"we", "i"})                                                    ? "we"
            : anyOf(word, {"you", "he", "she", "it", "they", "nobody", "this", "that"}) ? word
            : tree[subject].upos == Upos::propn                                         ? "name"
                                                                                        : "noun";
      if (tree.has(subject, Relation::nmodPoss))
        put("t:poss " + lower(tree.child(subject, Relation::nmodPoss)));
    }
    const std::string no = tree.isNegated(root) ? " not" : "";
    std::string plain;
    for (const WordIndex child : tree.children(root))
      if (base(tree.relation(child)) == Relation::aux)
        plain += ' ' + present(lower(child));
    const std::string self = isSelf(who)                                             ? "self"
                             : anyOf(who, {"you", "nobody", "none", "name", "noun"}) ? who
                                                                                     : "it";
    put("n:" + self + plain + no);
    // "Lift the embargo or our ships will": an order without a subject, and what follows it
    const bool order = q_.direct && tree.subject(root) == noWord && root == 0 && form != "VBG" &&
                       form != "NN" && form != "NNP" && form != "NNS";
    if (order) {
      put("mood:bare");
      for (std::size_t i = 1; i + 1 < content_.size(); ++i)
        if (anyOf(content_[i].word, {"or", "and"}))
          put("mood:bare " + content_[i].word + ' ' + content_[i + 1].word);
    }
    put("n:" + plain + no + ' ' + stem(lower(root)));
    put("n:" + self + ' ' + form + no);
    put("n:" + self + no + ' ' + stem(lower(root)));
    if (const WordIndex what = tree.child(root, Relation::obj); what != noWord) {
      put("t:" + stem(lower(root)) + " > " + lower(what));
      put("t:obj " + stem(lower(what)));
    }
    if (const WordIndex clause = tree.child(root, Relation::xcomp); clause != noWord)
      put("t:" + stem(lower(root)) + " > to " + stem(lower(clause)));
    static const PhraseSet verbs("act_verbs");
    for (std::size_t i = 0; i < content_.size(); ++i)
      if (const auto match = verbs.at(content_, i); match.length != 0 && !match.value.starts_with("report")) {
        const std::string_view value = match.value.substr(0, match.value.find(' '));
        const bool isRoot = content_[i].word == lower(root);
        put("a:" + std::string(value) + (isRoot ? " root" + no : ""));
        if (isRoot)
          put("a:" + std::string(value) + ' ' + who + no);
      }
  }

  /// "if they do not leave", "unless they leave".
  bool failsIn(std::string_view clause) const {
    if (q_.condition == "unless")
      return true;
    const auto tokens = clauseTokens(clause, {0, clause.size()});
    return std::ranges::any_of(tokens, [](const ClauseToken& token) {
      return anyOf(token.word,
                   {"not", "never", "no", "fail", "fails", "failed", "refuse", "refuses", "refused"}) ||
             token.word.ends_with("n't");
    });
  }

  /// "would" in reported words is the "will" of what was said.
  static std::string present(const std::string& modal) {
    return modal == "would" || modal == "wo" || modal == "'ll" || modal == "'d" || modal == "shall" ? "will"
           : modal == "could" || modal == "ca" || modal == "cannot"                                 ? "can"
           : modal == "might"                                                                       ? "may"
           : modal == "had" || modal == "has"                                                       ? "have"
           : modal == "was" || modal == "were" || modal == "is" || modal == "'re" || modal == "am"  ? "are"
           : modal == "did" || modal == "does"                                                      ? "do"
                                                                                                    : modal;
  }

  /// The speaker: "we"; in reported words also "she would", "it would".
  bool isSelf(std::string_view subject) const {
    if (anyOf(subject, {"we", "i"}))
      return true;
    return !q_.direct && anyOf(subject, {"he", "she", "it", "they"});
  }

  /// Names and numbers say nothing about the kind.
  static std::string shape(const ClauseToken& token) {
    if (token.word[0] >= '0' && token.word[0] <= '9')
      return "0";
    const Word* known = Lexicon::get().find(token.word);
    if (token.capital && (known == nullptr || known->common == 0) && !isSubjectPronoun(token))
      return "@";
    return token.word;
  }

  /// The subject of a verb: we, you, they, a name, a thing.
  std::string subjectOf(std::size_t verb) const {
    for (std::size_t n = 1; n <= 4 && n <= verb; ++n) {
      const ClauseToken& token = content_[verb - n];
      if (!token.isWord())
        break;
      if (token.word.ends_with("ly") ||
          anyOf(token.word, {"also", "now", "then", "still", "all", "never", "not"}))
        continue;
      if (anyOf(token.word, {"we", "i"}))
        return "we";
      if (anyOf(token.word, {"you", "he", "she", "it", "they", "who", "there", "nobody", "that", "this"}))
        return token.word;
      return token.capital ? "name" : token.word.ends_with('s') ? "things" : "thing";
    }
    return verb == 0 ? "^" : "-";
  }

  void addModals() {
    for (std::size_t i = 0; i < content_.size(); ++i) {
      std::string word = content_[i].word;
      bool no = false;
      if (const auto contracted = word.find("n't"); contracted != std::string::npos) {
        no = true;
        word.resize(contracted);
      }
      if (const auto will = word.find("'ll"); will != std::string::npos) {
        put("m:" + std::string(anyOf(word, {"we'll", "i'll"}) ? "we" : word.substr(0, will)) + " will");
        continue;
      }
      if (!anyOf(word, {"will", "wo",    "would",  "shall", "should", "must",  "can",  "ca",  "could",
                        "may",  "might", "cannot", "is",    "are",    "was",   "were", "has", "have",
                        "had",  "do",    "did",    "does",  "need",   "needs", "am"}))
        continue;
      no = no || (i + 1 < content_.size() && anyOf(content_[i + 1].word, {"not", "never", "no"})) ||
           (i > 0 && content_[i - 1].is("never"));
      put("m:" + subjectOf(i) + ' ' + word + (no ? " not" : ""));
      put(std::string("m:") + word + (no ? " not" : ""));
    }
  }

  void addMood() {
    static const PhraseSet orders("orders");
    if (content_.empty())
      return;
    const std::size_t first = content_[0].is("please") && content_.size() > 1 ? 1 : 0;
    if (q_.direct && orders.at(content_, first).length != 0)
      put("mood:order");
    if (content_[0].is("to"))
      put("mood:to");
    if (content_.size() > 1 && content_[0].is("not") && content_[1].is("to"))
      put("mood:not to");
    put("first:" + shape(content_[0]));
    if (content_.back().word == "?") {
      put("mood:question");
      put("asks:" + shape(content_[0]));
    }
    if (content_.size() <= 4)
      put("mood:short");
    for (const ClauseToken& token : content_)
      if (anyOf(token.word, {"you", "your", "yours"})) {
        put("mood:you");
        break;
      }
    if (content_.back().word == "!")
      put("mood:cry");
  }

  void addCondition() {
    if (q_.condition.empty())
      return;
    put("if");
    if (failsIn(q_.clause))
      put("if:fails");
    put("if:" + std::string(q_.condition));
    for (const std::string& feature : std::vector<std::string>(found_))
      if (feature.starts_with("m:we") || feature.starts_with("v:"))
        put("if+" + feature);
  }

  void addVotes() {
    const SpeechActAnswer answer = decideByLists(q_);
    put("list:" + std::string(word(answer.kind)));
    static const PhraseSet phrases("act_phrases");
    for (std::size_t i = 0; i < content_.size(); ++i)
      if (const auto match = phrases.at(content_, i); match.length != 0)
        put("vote:" + std::string(match.value));
  }
};

/// Bent apostrophes, quotation marks and dashes become those of a keyboard, so that print changes no kind.
std::string withPlainMarks(std::string_view words) {
  std::string plain = plainMarks(words);
  for (std::size_t i = 0; i + 2 < plain.size(); ++i) {
    if (plain.compare(i, 2, "\xE2\x80") != 0)
      continue;
    const auto last = static_cast<unsigned char>(plain[i + 2]);
    const char sign = last == 0x98 || last == 0x99   ? '\''
                      : last == 0x9C || last == 0x9D ? '"'
                      : last == 0x93 || last == 0x94 ? '-'
                                                     : ' ';
    if (sign != ' ')
      plain.replace(i, 3, 1, sign);
  }
  return plain;
}

} // namespace

std::vector<std::string> kindFeatures(const SpeechActQuestion& question) {
  const std::string content = withPlainMarks(question.content);
  SpeechActQuestion plain = question;
  plain.content = content;
  return Features(plain).run();
}

} // namespace stasis::evidence
