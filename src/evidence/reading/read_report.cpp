#include "evidence/reading/read_report.h"

#include "evidence/grammar/parse.h"
#include "evidence/grammar/tokenizer.h"
#include "evidence/reading/cast.h"
#include "evidence/reading/conditional.h"
#include "evidence/reading/goes_on.h"
#include "evidence/reading/issuer.h"
#include "evidence/reading/layout.h"
#include "evidence/reading/shared_work.h"
#include "evidence/reading/speaker.h"
#include "evidence/reading/speech_act.h"
#include "evidence/reading/statement.h"
#include "evidence/text/document.h"
#include "evidence/text/file_parts.h"
#include "evidence/text/mail_thread.h"
#include "evidence/text/statement_head.h"

#include <algorithm>
#include <unordered_set>

namespace stasis::evidence {

namespace {

constexpr std::size_t fewSentences = 64;     ///< one thread reads this many alone
constexpr std::size_t windowSentences = 512; ///< read at once
constexpr std::size_t fewWords = 4; ///< a shorter quote may be a single word in marks, not a statement

class ReportReader {
public:
  ReportReader(const Document& document, const std::string& source, const std::optional<Voice>& voice,
               const ReadingWork& work)
      : source_(source), work_(work), document_(document), reading_(document_.text()),
        paragraphs_(reading_.paragraphs()), quotes_(scanQuotes(reading_.text(), paragraphs_)),
        clauses_(reading_.text()) {
    std::ranges::replace_if(
        clauses_, [](char c) { return c == mark::openSingle || c == mark::closeSingle; }, '\'');
    plainest_ = clauses_;
    std::ranges::replace_if(
        plainest_, [](char c) { return c == mark::openDouble || c == mark::closeDouble; }, '"');
    std::ranges::replace(plainest_, mark::dash, '-');
    std::vector<ParagraphKind> kinds;
    for (const model::Range paragraph : paragraphs_)
      kinds.push_back(document_.kindAt(reading_.original(paragraph).begin));
    turns_ = voice ? oneVoice(reading_.text(), paragraphs_, kinds, *voice)
                   : turnsOf(reading_.text(), paragraphs_, kinds);
    if (turns_.turns.empty())
      turns_ = mailTurns(reading_.text(), paragraphs_, kinds, sender());
    if (turns_.turns.empty())
      turns_ = statementTurns(reading_.text(), paragraphs_, kinds);
    bool isHead = paragraphs_.size() > 2;
    for (std::size_t p = 0; p < paragraphs_.size(); ++p) {
      if (turns_.taken[p] || kinds[p] == ParagraphKind::heading || kinds[p] == ParagraphKind::foreign ||
          !isProse(reading_.text(), paragraphs_[p], isHead && kinds[p] == ParagraphKind::body))
        continue;
      isHead = isHead && !endsLikeProse(reading_.slice(paragraphs_[p]));
      std::vector<Sentence> found = sentencesOf(reading_.text(), p, paragraphs_[p], quotes_);
      if (!found.empty())
        dropDateline(found.front(), reading_.text());
      std::ranges::move(found, std::back_inserter(sentences_));
    }
  }

  Ledger read() {
    ledger_.source = source_;
    ledger_.date = document_.facts().date ? document_.facts().date : dateOf(reading_.text(), paragraphs_);
    ledger_.encoding = document_.encoding();
    ledger_.language = document_.language();
    ledger_.notes = document_.notes();
    ledger_.problem = document_.problem();
    const Cast cast(reading_.text(), sentences_);
    nameAnswers(cast);
    SpeakerFinder speakers(reading_.text(), sentences_, quotes_, cast, issuerOf(headLines(), cast));
    SharedWork shared(sentences_.size() < fewSentences ? 1 : work_.threads);
    std::vector<ReadSentence> window(std::min(sentences_.size(), windowSentences));
    for (std::size_t begin = 0; begin < sentences_.size(); begin += window.size()) {
      if (work_.check)
        work_.check();
      const std::size_t count = std::min(window.size(), sentences_.size() - begin);
      shared.run(count, [&](std::size_t i) { window[i] = readSentence(begin + i); });
      for (std::size_t i = 0; i < count; ++i) {
        speakers.enter(begin + i);
        tree_ = std::move(window[i].tree);
        if (std::ranges::none_of(window[i].statements, &isMade))
          goOn(begin + i, speakers);
        for (const Statement& statement : window[i].statements)
          take(statement, speakers);
      }
    }
    for (const Turn& turn : turns_.turns)
      takeTurn(turn);
    std::ranges::stable_sort(ledger_.entries, {}, [](const LedgerEntry& e) { return e.said().range.begin; });
    return std::move(ledger_);
  }

private:
  std::optional<Voice> sender() const {
    return document_.sender().empty() ? std::nullopt : std::optional(senderOf(document_.sender()));
  }

  /// In questions and answers without names, who answers is the one person whom the introduction names in
  /// full.
  void nameAnswers(const Cast& cast) {
    const auto isLetter = [](const Turn& turn) { return turn.speaker == "Q" || turn.speaker == "A"; };
    if (turns_.turns.empty() || !std::ranges::all_of(turns_.turns, isLetter))
      return;
    std::optional<EntityId> best;
    std::size_t most = 0;
    bool several = false;
    std::vector<std::size_t> times(cast.size());
    for (const Occurrence& at : cast.occurrences())
      times[static_cast<std::size_t>(at.entity)] += 1 + at.subject;
    for (std::size_t i = 0; i < cast.size(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      if (cast[id].kind != NounKind::person || cast[id].parts.size() < 2 || times[i] < most)
        continue;
      several = times[i] == most && best.has_value();
      most = times[i];
      best = id;
    }
    if (!best || several)
      return;
    for (Turn& turn : turns_.turns)
      if (turn.speaker == "A")
        turn.speaker = line(cast[*best].name);
  }

  struct ReadSentence {
    std::optional<grammar::SentenceTree> tree;
    std::vector<Statement> statements;
  };

  /// The lines above the prose, and among its first paragraphs.
  std::vector<std::string_view> headLines() const {
    constexpr std::size_t first = 8;
    constexpr std::size_t longest = 100; // bytes
    std::vector<std::string_view> lines;
    for (std::size_t p = 0; p < std::min(first, paragraphs_.size()); ++p) {
      const auto is = [&](const Sentence& sentence) { return sentence.paragraph == p; };
      if (paragraphs_[p].end - paragraphs_[p].begin <= longest && !turns_.taken[p] &&
          std::ranges::none_of(std::span(sentences_).first(std::min(first * 4, sentences_.size())), is))
        lines.push_back(reading_.slice(paragraphs_[p]));
    }
    return lines;
  }

  /// What a sentence reports by itself. Changes nothing in this object, so that threads may share the
  /// sentences.
  ReadSentence readSentence(std::size_t s) const {
    ReadSentence read;
    std::optional<Syntax> syntax;
    if (needsTree(sentences_[s])) {
      read.tree = grammar::parse(plainest_, wordsToParse(plainest_, sentences_[s]));
      if (read.tree->empty())
        read.tree.reset();
      else
        syntax.emplace(sentences_[s], *read.tree);
    }
    read.statements = statementsOf(sentences_[s], s, reading_.text(), quotes_, syntax ? &*syntax : nullptr);
    return read;
  }

  /// A quotation, a verb of speech or the marker of a condition; any other sentence reports nothing.
  static bool needsTree(const Sentence& sentence) {
    return std::ranges::any_of(sentence.tokens, [](const Token& token) {
      return token.kind == TokenKind::quote || token.is(lexical::cue) ||
             (token.known != nullptr && (token.known->isTelling || token.known->actNoun != 0));
    });
  }

  /// The tree of the reporter's sentence, or of one inside a quote.
  const grammar::SentenceTree* treeOf(model::Range sentence, bool quoted) {
    if (!quoted)
      return tree_ ? &*tree_ : nullptr;
    inner_ = grammar::parse(plainest_, sentence);
    return &inner_;
  }

  Passage passage(model::Range of) const {
    const model::Range clean = reading_.original(of);
    Passage made{std::string(document_.cited(clean)), document_.original(clean), {}};
    if (const std::string_view words = document_.words(clean); !isSameLine(made.text, words))
      made.words = words;
    return made;
  }

  /// Whether they are equal except for white space.
  static bool isSameLine(std::string_view one, std::string_view other) {
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    std::size_t i = 0;
    for (const char c : other) {
      if (i < one.size() && isSpace(c) == isSpace(one[i]) && (isSpace(c) || c == one[i])) {
        const bool space = isSpace(one[i++]);
        while (space && i < one.size() && isSpace(one[i]))
          ++i;
      } else {
        return false;
      }
    }
    return i == one.size();
  }

  /// Words as one line of text, without markup.
  std::string line(model::Range range) const {
    std::string words;
    words.reserve(range.end - range.begin);
    for (std::size_t i = range.begin; i < range.end; ++i)
      if (const char c = reading_.text()[i]; static_cast<unsigned char>(c) > mark::dash) {
        words += c;
      } else { // a mark as it was printed
        const model::Range glyph = reading_.original({i, i + 1});
        words += document_.words(glyph);
      }
    if (words.starts_with("The ") || words.starts_with("An "))
      words[0] = static_cast<char>(words[0] + 32);
    else if (words.starts_with("A "))
      words[0] = 'a';
    return words;
  }

  std::size_t wordsIn(model::Range range) const {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : reading_.slice(range)) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          (static_cast<unsigned char>(c) & 0x80U) != 0;
      words += letter && !inside;
      inside = c != ' ' && (letter || inside);
    }
    return words;
  }

  /// "The Art of the Deal": a title of a work is no statement.
  bool isTitle(model::Range range) const {
    std::size_t words = 0;
    std::size_t capitals = 0;
    const std::string_view text = reading_.slice(range);
    for (std::size_t i = 0; i < text.size(); ++i)
      if (i == 0 || text[i - 1] == ' ') {
        if (i > 0 && (text.substr(i).starts_with("of ") || text.substr(i).starts_with("the ")))
          continue;
        ++words;
        capitals += text[i] >= 'A' && text[i] <= 'Z';
      }
    return words > 1 && capitals * 3 >= words * 2 && text.back() != '.' && text.back() != '!' &&
           text.back() != '?';
  }

  /// A comma or a colon stands before the mark.
  bool isIntroduced(std::size_t quote) const {
    std::size_t at = quote;
    while (at > 0 && (reading_.text()[at - 1] == ' ' ||
                      static_cast<unsigned char>(reading_.text()[at - 1]) <= mark::dash ||
                      reading_.text()[at - 1] == '"'))
      --at;
    return at > 0 && (reading_.text()[at - 1] == ',' || reading_.text()[at - 1] == ':');
  }

  bool isWordInMarks(const Statement& statement) const {
    const model::Range inner = quotes_[*statement.quote].inner;
    const bool loose = statement.rule == "inside-clause" || statement.rule == "subject" ||
                       statement.rule == "late-frame" || statement.rule == "continuation";
    if (loose && wordsIn(inner) < fewWords)
      return true;
    if (statement.rule == "before-quote" && wordsIn(inner) < fewWords && isTitle(inner) &&
        !isIntroduced(inner.begin))
      return true; // said on “Morning Talk”
    std::string_view title = reading_.slice(inner);
    if (!title.empty() && (title.back() == '.' || title.back() == ','))
      title.remove_suffix(1);
    if (statement.rule == "inside-clause" && wordsIn(inner) <= fewWords + 1 &&
        isTitle({inner.begin, inner.begin + title.size()}))
      return true; // on “State of the Union.”
    return statement.rule == "subject" && isTitle(inner);
  }

  void take(const Statement& statement, SpeakerFinder& speakers) {
    const bool carriedOn =
        statement.quote && quotes_[*statement.quote].continued && statement.rule == "continuation";
    const Speaker speaker = speakers.speakerOf(statement, carriedOn);
    const bool inMarks = statement.quote && isWordInMarks(statement);
    if (inMarks && !statement.content)
      return;
    if (!statement.quote && !statement.content)
      return;
    // a pronoun that stands for nobody known still speaks, where the tree shows that it does
    const bool open = statement.subject && statement.subject->kind == NounKind::pronoun &&
                      !statement.path.empty() && statement.rule != "introduction";
    if (!statement.quote && !speaker.words && !open)
      return;
    LedgerEntry entry;
    entry.source = source_;
    entry.sentence = passage(sentences_[statement.sentence].range).range;
    if (speaker.words)
      entry.speaker = line(*speaker.words);
    if (speaker.mention)
      entry.mention = passage(*speaker.mention);
    entry.how = speaker.how;
    entry.principal = speaker.principal;
    if (speaker.entity)
      entry.principal = speakers.principalOf(*speaker.entity);
    entry.addressee = speakers.addressee(statement);
    if (entry.speaker)
      entry.speakers = {{*entry.speaker, entry.mention, entry.principal}};
    for (const Speaker& other : speakers.othersOf(statement))
      if (other.words)
        addSpeaker(entry, other, speakers);
    entry.polarity = statement.polarity;
    entry.reality = statement.reality;
    entry.path = statement.path;
    if (statement.quote && !inMarks)
      entry.quote = passage(quotes_[*statement.quote].inner);
    if (statement.content)
      entry.content = passage(*statement.content);
    entry.confidence = speaker.words ? speaker.confidence : Confidence::low;
    if (statement.quote && quotes_[*statement.quote].unclosed)
      entry.confidence = Confidence::low;
    entry.rule = inMarks ? "indirect" : std::string(statement.rule);
    const bool made = entry.reality == Reality::asserted || (statement.question && asksOnItsOwn(entry));
    if (!entry.quote && !(made ? told_ : untold_).insert(entry.content->range.begin).second)
      return;
    whole_ = line(headOf(sentences_[statement.sentence].range));
    if (statement.frame)
      entry.verb = line(sentences_[statement.sentence].tokens[statement.frame->verb].range);
    decide(entry, saidOf(statement), std::nullopt);
    if (made)
      addConditions(entry, statement, inMarks);
    else
      ledger_.unreal.push_back(std::move(entry));
  }

  static bool isMade(const Statement& statement) { return statement.reality == Reality::asserted; }

  /// A sentence that goes on with what the one before it tells, in the same paragraph.
  void goOn(std::size_t s, SpeakerFinder& speakers) {
    const Sentence& sentence = sentences_[s];
    const auto tellsBefore = [&](const LedgerEntry& entry) {
      return s > 0 && entry.sentence == passage(sentences_[s - 1].range).range && entry.speaker;
    };
    const bool follows = s > 0 && sentences_[s - 1].paragraph == sentence.paragraph &&
                         !ledger_.entries.empty() && ledger_.entries.back().content &&
                         !ledger_.entries.back().quote && tellsBefore(ledger_.entries.back());
    const auto words = follows ? goesOnIn(sentence) : std::nullopt;
    if (!words)
      return;
    tree_ = grammar::parse(plainest_, sentence.range);
    if (tree_->empty())
      tree_.reset();
    Statement more;
    more.sentence = s;
    more.rule = "continuation";
    more.strength = Strength::fair;
    more.content = words;
    const bool refuses =
        std::ranges::any_of(sentence.tokens, [](const Token& token) { return token.is(lexical::negation); });
    more.polarity = refuses ? Polarity::negative : Polarity::positive;
    take(more, speakers);
  }

  /// What reporters ask is nobody's statement, nor what is asked by nobody known.
  static bool asksOnItsOwn(const LedgerEntry& entry) {
    if (!entry.speaker)
      return false;
    const std::string who = lowerCase(*entry.speaker);
    return !std::ranges::any_of(
        std::initializer_list<std::string_view>{"reporter", "journalist", "interviewer", "moderator"},
        [&](std::string_view word) { return who.find(word) != std::string::npos; });
  }

  // --- labelled speech (text/turns.h): every sentence is its speaker's

  void takeTurn(const Turn& turn) {
    for (const model::Range words : turn.words) {
      const auto paragraph = std::ranges::upper_bound(paragraphs_, words.begin, {}, &model::Range::begin);
      const auto number = static_cast<std::size_t>(paragraph - paragraphs_.begin()) - 1;
      for (const Sentence& sentence : sentencesOf(reading_.text(), number, words, quotes_))
        takeSaid(turn, sentence.range);
    }
  }

  bool hasLetter(model::Range range) const {
    return std::ranges::any_of(reading_.slice(range), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
  }

  /// `Q:` without a name, where somebody answers.
  bool isAsker(const Turn& turn) const {
    return turn.speaker == "Q" &&
           std::ranges::any_of(turns_.turns, [](const Turn& t) { return t.speaker != "Q"; });
  }

  void takeSaid(const Turn& turn, model::Range sentence) {
    if (wordsIn(sentence) == 0 || !hasLetter(sentence)) // "2/6" below a post
      return;
    LedgerEntry entry;
    entry.source = source_;
    entry.sentence = passage(sentence).range;
    entry.speaker = turn.speaker;
    if (!turn.mention.empty())
      entry.mention = passage(turn.mention);
    entry.how = "label";
    entry.principal = turn.principal;
    if (entry.speaker)
      entry.speakers = {{*entry.speaker, entry.mention, entry.principal}};
    entry.quote = passage(sentence);
    entry.confidence = Confidence::high;
    entry.rule = "label";
    whole_ = line(headOf(sentence));
    decide(entry, sentence, std::nullopt);
    statementContent_ = std::nullopt;
    if (isAsker(turn)) { // what is put to whoever answers
      entry.reality = Reality::asked;
      ledger_.unreal.push_back(std::move(entry));
      return;
    }
    const std::size_t first = ledger_.entries.size();
    addConditions(entry, {sentence, sentence, true, false});
    if (tellsOfOthers(turn, sentence))
      for (std::size_t i = first; i < ledger_.entries.size(); ++i) {
        ledger_.entries[i].kind = SpeechAct::report;
        ledger_.entries[i].decidedBy.clear();
      }
  }

  /// "You write that the depot will move", "They've told me they'll back us": no threat and no promise of
  /// whoever says it.
  bool tellsOfOthers(const Turn& turn, model::Range sentence) const {
    const grammar::SentenceTree tree = grammar::parse(plainest_, sentence);
    const WordIndex told = tree.root();
    if (told == noWord || tree.child(told, Relation::ccomp) < told || !tree.has(told, Relation::ccomp))
      return false;
    const Word* known = Lexicon::get().find(lowerCase(tree.text(told)));
    const WordIndex teller = tree.child(told, Relation::nsubj);
    if (known == nullptr || (known->common & lexical::cue) == 0 || known->cue == CueClass::think ||
        teller == noWord || teller > told)
      return false;
    const std::string who(tree.text(teller)); // "Velm proposes that …" by its minister
    return lowerCase(who) != "i" && lowerCase(who) != "we" &&
           (turn.speaker + ' ' + turn.principal.value_or("")).find(who) == std::string::npos;
  }

  void addSpeaker(LedgerEntry& entry, const Speaker& other, const SpeakerFinder& speakers) const {
    SpeakerName one{line(*other.words), std::nullopt, other.principal};
    if (other.mention)
      one.mention = passage(*other.mention);
    if (other.entity)
      one.principal = speakers.principalOf(*other.entity);
    const bool known =
        std::ranges::any_of(entry.speakers, [&](const SpeakerName& name) { return name.name == one.name; });
    if (!known)
      entry.speakers.push_back(std::move(one));
  }

  /// `said` and `condition`: bytes of the reading text, so that print changes nothing.
  void decide(LedgerEntry& entry, model::Range said, std::optional<model::Range> condition) const {
    std::string words;
    if (condition && said.begin <= condition->begin && condition->end <= said.end) {
      const std::size_t marker = entry.condition->marker.size() + 1;
      words = line({said.begin, condition->begin - std::min(condition->begin - said.begin, marker)}) +
              line({condition->end, said.end});
      while (words.starts_with(',') || words.starts_with(' '))
        words.erase(0, 1);
    }
    if (words.size() < 2 && entry.condition && entry.consequence &&
        entry.consequence->range.begin >= entry.condition->clause.range.end)
      words = entry.consequence->read(); // “Should they come,” he said, “we will be there.”
    if (words.size() < 2)
      words = line(said);
    SpeechActAnswer answer = decideSpeechAct(
        {entry.verb, words, whole_, !entry.content.has_value(),
         entry.condition ? std::string_view(entry.condition->marker) : std::string_view(),
         entry.condition ? std::string_view(entry.condition->clause.text) : std::string_view()});
    entry.kind = answer.kind;
    entry.decidedBy = std::move(answer.decidedBy);
  }

  model::Range saidOf(const Statement& statement) const {
    return statement.content ? *statement.content : quotes_[*statement.quote].inner;
  }

  void addConditions(const LedgerEntry& entry, const Statement& statement, bool inMarks) {
    model::Range said = statement.content ? *statement.content : model::Range{};
    if (statement.quote && !inMarks) {
      const model::Range inner = quotes_[*statement.quote].inner;
      if (!(said.begin <= inner.begin && inner.end <= said.end))
        said = inner;
    }
    const bool quoted = statement.quote && !inMarks;
    if (statement.aside)
      said = sentences_[statement.sentence].range;
    if (statement.question && reading_.slice(said).starts_with("if "))
      said.begin += 3; // "asked if he would resign"
    statementContent_ = statement.content;
    Searched searched{said,
                      saidOf(statement),
                      quoted,
                      statement.rule == "split-quote",
                      statement.aside,
                      statement.teller,
                      statement.rest};
    if (!quoted && !statement.aside && !statement.passive && statement.frame)
      searched.words.begin = beginOfSearch(statement, said);
    addConditions(entry, searched);
    lastQuote_ = quoted ? std::optional(said) : std::nullopt;
  }

  /// "ruled out talks while troops remained": a verb that refuses belongs to what is searched; and so does a
  /// condition at the head of the sentence of whoever binds himself: "In return for an amnesty, the gang has
  /// offered to …".
  std::size_t beginOfSearch(const Statement& statement, model::Range said) const {
    const Sentence& sentence = sentences_[statement.sentence];
    const model::Range verb = sentence.tokens[statement.frame->verb].range;
    if (verb.begin >= said.begin || statement.reality != Reality::asserted)
      return said.begin;
    const std::string lemma = lowerCase(reading_.slice(verb));
    const bool refuses = lemma == "ruled" || lemma == "rules" || lemma.starts_with("refus");
    const bool binds = statement.frame->cue == CueClass::act || lemma.starts_with("offer") ||
                       lemma.starts_with("threaten") || lemma.starts_with("promis") ||
                       lemma.starts_with("pledg") || lemma.starts_with("vow") || lemma.starts_with("agree");
    constexpr std::string_view markers[] = {"In return for ", "In exchange for ", "If ",
                                            "Unless ",        "Should ",          "Until "};
    const std::string_view whole = reading_.slice(sentence.range);
    const bool foretells =
        statement.frame->cue == CueClass::say && hasWill(said); // "If P, X has said it will"
    const bool opens =
        (binds || foretells) &&
        std::ranges::any_of(markers, [&](std::string_view m) { return whole.starts_with(m); }) &&
        whole.substr(0, verb.begin - sentence.range.begin).find(", ") != std::string_view::npos;
    return opens ? sentence.range.begin : refuses ? verb.begin : said.begin;
  }

  bool hasWill(model::Range said) const {
    const std::string words = ' ' + lowerCase(reading_.slice(said)) + ' ';
    return std::ranges::any_of(std::initializer_list<std::string_view>{" will ", " would ", "'ll ", " shall ",
                                                                       " won't ", " wouldn't "},
                               [&](std::string_view word) { return words.find(word) != std::string::npos; });
  }

  struct Searched {
    model::Range words; ///< where conditions are looked for
    model::Range said;  ///< the words that decide the kind
    bool quoted = false;
    bool split = false;                 ///< “Q,” X said, “if P.”
    bool aside = false;                 ///< If P, X said, Q.
    std::optional<model::Range> teller; ///< `X said` of it
    std::optional<model::Range> rest;   ///< what follows it, if a condition stands before it
  };

  /// Adds an entry for every condition in what is said, or one without a condition.
  void addConditions(const LedgerEntry& entry, const Searched& searched) {
    bool first = true;
    LedgerEntry later; // the entry without its words, from which those of further conditions start
    const auto put = [&](Conditional& found) {
      if (!conditions_.insert(found.condition.clause.range.begin).second)
        return;
      LedgerEntry with = first ? entry : later;
      const std::optional<model::Range> other =
          found.consequence ? std::optional(found.consequence->range) : std::nullopt; // in the reading text
      const model::Range clause = beforeTeller(found.condition.clause.range, searched);
      found.condition.clause = passage(clause);
      if (!found.consequence && searched.split && lastQuote_)
        found.consequence = passage(trimmed(*lastQuote_));
      else if (searched.rest && searched.teller && clause.end <= searched.teller->begin)
        found.consequence = passage(trimmed(*searched.rest));
      else if (searched.aside && clause.end <= searched.said.begin)
        found.consequence = passage(trimmed(searched.said));
      else if (found.consequence)
        found.consequence = passage(withoutTeller(found.consequence->range, searched.teller));
      if (searched.words.begin < searched.said.begin &&
          !searched.aside) { // what is told, without its verb and its speaker
        if (clause.end <= searched.said.begin)
          found.consequence = passage(trimmed(searched.said));
        else if (other && other->begin < searched.said.begin && searched.said.begin < other->end)
          found.consequence = passage(trimmed({searched.said.begin, other->end}));
      }
      if (found.consequence && other &&
          wordsIn(*other) == 0) { // “… will be frozen “for as long as I am here””
        found.consequence = std::nullopt;
        if (const std::size_t marker = found.condition.marker.size() + 2;
            statementContent_ && statementContent_->begin + marker < clause.begin)
          found.consequence = passage(trimmed({statementContent_->begin, clause.begin - marker}));
      }
      with.condition = found.condition;
      with.consequence = found.consequence;
      if (first) {
        later = entry;
        later.quote = later.content = std::nullopt;
        later.rule = "condition-in-quote";
      } else {
        with.content = passage(around(searched.words, clause));
      }
      first = false;
      decide(with, around(searched.rest ? *searched.rest : searched.said, clause), clause);
      ledger_.entries.push_back(std::move(with));
    };
    for (Conditional& found : conditionalsIn(
             clauses_, searched.words, [&](model::Range range) { return treeOf(range, searched.quoted); }))
      put(found);
    if (first)
      ledger_.entries.push_back(entry);
  }

  /// The first bytes of the sentence, if it is longer than people write.
  static model::Range headOf(model::Range sentence) {
    constexpr std::size_t longest = 4000;
    return {sentence.begin, std::min(sentence.end, sentence.begin + longest)};
  }

  /// For very long words, the sentence that contains a part of them: a text with a thousand conditions is not
  /// repeated a thousand times.
  model::Range around(model::Range words, model::Range part) const {
    constexpr std::size_t longWords = 2000;
    constexpr std::size_t reach = 500;
    if (words.end - words.begin <= longWords || part.begin < words.begin || part.end > words.end)
      return words;
    const std::string_view text = reading_.text();
    const auto ends = [&](std::size_t at) { return text[at] == '.' || text[at] == '?' || text[at] == '!'; };
    std::size_t begin = part.begin;
    while (begin > words.begin && part.begin - begin < reach && !(text[begin] == ' ' && ends(begin - 1)))
      --begin;
    std::size_t end = part.end;
    while (end < words.end && end - part.end < reach && !(text[end] == ' ' && ends(end - 1)))
      ++end;
    while (begin < part.begin &&
           (text[begin] == ' ' || (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U))
      ++begin;
    while (end > part.end &&
           (text[end - 1] == ' ' || (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U))
      --end;
    return {begin, end};
  }

  /// "If Norland attacks, she added, we will answer": the condition ends before the speaker if what is said
  /// follows.
  model::Range beforeTeller(model::Range clause, const Searched& searched) const {
    if (searched.teller && clause.begin < searched.teller->begin && searched.teller->begin < clause.end)
      clause.end = searched.teller->begin;
    return trimmed(clause);
  }

  /// "The tenants will appeal, she said": the speaker at the end of a consequence is not part of it.
  model::Range withoutTeller(model::Range range, const std::optional<model::Range>& teller) const {
    if (teller && range.begin < teller->begin && range.end == teller->end)
      range.end = teller->begin;
    return trimmed(range);
  }

  /// Without the comma before a closing mark.
  model::Range trimmed(model::Range range) const {
    while (range.end > range.begin + 1 &&
           (reading_.text()[range.end - 1] == ',' || reading_.text()[range.end - 1] == ' '))
      --range.end;
    return range;
  }

  const std::string& source_;
  const ReadingWork& work_;
  const Document& document_;
  ReadingText reading_;
  std::vector<model::Range> paragraphs_;
  std::vector<QuoteSpan> quotes_;
  Turns turns_;
  std::string clauses_;                       ///< the text with plain apostrophes, byte by byte
  std::string plainest_;                      ///< and with plain quotation marks and dashes: what is parsed
  std::optional<grammar::SentenceTree> tree_; ///< of the current sentence
  grammar::SentenceTree inner_;               ///< of the last sentence parsed inside a quote
  std::vector<Sentence> sentences_;
  std::optional<model::Range> statementContent_; ///< of the current statement, if it has any
  std::optional<model::Range> lastQuote_;        ///< of the last statement, if it was a quote
  std::string whole_;                            ///< the current sentence as one line
  Ledger ledger_;
  std::unordered_set<std::size_t> told_;       ///< where reported words without quotation marks begin
  std::unordered_set<std::size_t> untold_;     ///< and words that nobody has said
  std::unordered_set<std::size_t> conditions_; ///< where conditions that have an entry begin
};

} // namespace

Ledger readReport(std::string_view bytes, const std::string& source, const std::optional<Voice>& voice,
                  const ReadingWork& work) {
  FileParts file = partsOf(bytes);
  std::optional<Ledger> all;
  for (FilePart& part : file.parts) {
    const Document document(bytes, std::move(part));
    Ledger one = ReportReader(document, source, voice, work).read();
    if (!all) {
      all = std::move(one);
      continue;
    }
    std::ranges::move(one.entries, std::back_inserter(all->entries));
    std::ranges::move(one.unreal, std::back_inserter(all->unreal));
    std::ranges::move(one.notes, std::back_inserter(all->notes));
    if (!one.problem.empty())
      all->notes.push_back("a part of it " + one.problem);
  }
  Ledger ledger;
  if (all)
    ledger = std::move(*all);
  ledger.source = source;
  std::ranges::move(file.notes, std::back_inserter(ledger.notes));
  for (std::size_t i = 0; i < ledger.entries.size(); ++i)
    ledger.entries[i].id = i + 1;
  return ledger;
}

} // namespace stasis::evidence
