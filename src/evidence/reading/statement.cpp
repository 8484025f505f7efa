#include "evidence/reading/statement.h"

#include "evidence/reading/aside.h"
#include "evidence/reading/goes_on.h"
#include "evidence/reading/reported_speech.h"
#include "evidence/reading/standing.h"
#include "evidence/reading/that_clause.h"
#include "evidence/reading/whose_words.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace stasis::evidence {

namespace {

bool isComma(const Token& token) { return token.kind == TokenKind::comma || token.kind == TokenKind::dash; }

std::string_view textOf(const Token& token) {
  return token.known == nullptr ? std::string_view() : std::string_view(token.known->text);
}

class StatementFinder {
public:
  StatementFinder(const Sentence& sentence, std::size_t number, std::string_view text,
                  const std::vector<QuoteSpan>& quotes, const Syntax* syntax)
      : sentence_(sentence), tokens_(sentence.tokens), number_(number), text_(text), quotes_(quotes),
        syntax_(syntax), frames_(framesOf(sentence)), used_(frames_.size()) {
    if (syntax_ == nullptr)
      return;
    told_ = reportedSpeechIn(*syntax_);
    for (Frame& frame : frames_)
      if (isParticiple(frame))
        frame.subject = std::nullopt;
  }

  std::vector<Statement> run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (tokens_[i].kind == TokenKind::quote)
        takeQuote(i);
    for (std::size_t f = 0; f < frames_.size(); ++f)
      takeAside(f);
    const std::optional<std::size_t> last = lateFrame(0);
    for (std::size_t f = 0; f < frames_.size(); ++f)
      if (!used_[f] && !isAside(f) && !frames_[f].nested &&
          !(last && f < *last && frames_[f].verb > 0 && !used_[*last]))
        takeIndirect(f);
    for (const ReportedSpeech& one : told_)
      if (std::ranges::find(asides_, one.verb) == asides_.end())
        takeTold(one);
    dropRelays();
    introduce();
    std::ranges::stable_sort(found_, {}, [&](const Statement& s) { return placeOf(s); });
    return std::move(found_);
  }

private:
  /// "people allowed into Britain": by the tree a participle of a noun, in a sentence that has its own verb.
  bool isParticiple(const Frame& frame) const {
    if (!frame.subject || frame.inverted || frame.according || frame.relative || !frame.finite ||
        frame.subject->kind != NounKind::phrase)
      return false;
    const std::optional<WordIndex> w = syntax_->wordOf(frame.verb);
    const auto& t = syntax_->tree();
    return w && t[*w].xpos == grammar::Xpos::vbn && t.relation(*w) == grammar::Relation::acl &&
           !t.has(*w, grammar::Relation::aux) && t.root() != *w && t.isFiniteForm(t.root()) &&
           (frame.verb + 1 >= tokens_.size() || tokens_[frame.verb + 1].is(lexical::preposition));
  }

  Statement statement(std::size_t q, std::string_view rule, Strength strength) const {
    Statement s;
    s.sentence = number_;
    s.quote = tokens_[q].quote;
    s.rule = rule;
    s.strength = strength;
    return s;
  }

  /// "Norland vowed to respond, Reuters reported", "“…,” said Hale, according to the radio": who only passes
  /// on what somebody else is told to say says nothing himself.
  void dropRelays() {
    const auto isInside = [&](const Statement& outer, const Statement& inner) {
      if (&outer == &inner || inner.reality != Reality::asserted || !inner.frame || !inner.subject ||
          !(inner.content || inner.quote) || inner.frame->verb == outer.frame->verb)
        return false;
      const model::Range verb = tokens_[inner.frame->verb].range;
      return outer.content->begin <= verb.begin && verb.end <= outer.content->end;
    };
    std::erase_if(found_, [&](const Statement& outer) {
      return outer.content && !outer.quote && outer.frame && passesOn(outer) &&
             std::ranges::any_of(found_, [&](const Statement& inner) { return isInside(outer, inner); });
    });
  }

  bool passesOn(const Statement& s) const {
    if (s.rule != "aside" && s.rule != "according-to")
      return false;
    const std::string_view verb = textOf(tokens_[s.frame->verb]);
    if (s.frame->according || verb == "reported" || verb == "reports")
      return true;
    if (!s.subject)
      return false;
    const Token& head = tokens_[s.subject->last - 1];
    const std::string noun = lowerCase(text_.substr(head.range.begin, head.range.end - head.range.begin));
    return noun == "media" || noun == "agency" || noun == "radio" || noun == "television" ||
           noun == "newspaper" || noun == "paper" || noun == "broadcaster" || noun == "reports" ||
           noun == "tv";
  }

  std::size_t placeOf(const Statement& s) const {
    if (s.quote)
      return quotes_[*s.quote].outer.begin;
    return s.frame ? tokens_[s.frame->verb].range.begin : sentence_.range.end;
  }

  /// "The lawyer, Jonas Redman, had a shorter statement.": the speaker of a quote that follows.
  bool hasWordsFor() const {
    if (!frames_.empty() || tokens_.size() > 30)
      return false;
    return std::ranges::any_of(tokens_, [&](const Token& token) {
      const std::string_view word = textOf(token);
      return !token.capital &&
             (word == "statement" || word == "message" || word == "reply" || word == "response");
    });
  }

  /// A sentence that ends with a colon names the speaker of what follows.
  void introduce() {
    if (tokens_.empty() || (tokens_.back().kind != TokenKind::colon && !hasWordsFor()))
      return;
    Statement s;
    s.sentence = number_;
    s.rule = "introduction";
    s.strength = Strength::fair;
    for (const Frame& frame : frames_)
      if (!frame.nested && frame.subject) {
        s.frame = frame;
        s.subject = frame.subject;
      }
    if (!s.subject)
      s.subject = beforeVerb(subjectAtColon(tokens_.size() - 1));
    if (s.subject && s.subject->kind != NounKind::phrase)
      found_.push_back(s);
  }

  /// "– Carl Bialik: “…”", else the subject of the sentence.
  std::optional<NounPhrase> subjectAtColon(std::size_t colon) const {
    for (const ReportedSpeech& one : told_) // "AFP quoted the minister, Ivo Hale, as saying on Friday:"
      if (one.verb < colon && quotesAnother(one))
        return one.apposed && one.apposed->named() ? *one.apposed : one.speakers.front();
    const std::optional<NounPhrase> phrase = nounPhraseBefore(sentence_, colon, false);
    if (phrase && phrase->named() && phrase->nameLast == phrase->last &&
        (phrase->kind == NounKind::person || phrase->first == 0 || isComma(tokens_[phrase->first - 1])))
      return phrase;
    return subjectOf(sentence_);
  }

  void join(std::size_t q, std::size_t f, std::string_view rule, Strength strength) {
    Statement s = statement(q, rule, strength);
    s.frame = frames_[f];
    s.subject = beforeVerb(frames_[f].subject);
    if (s.subject && isNoSpeaker(*s.subject))
      s.subject = s.frame->subject = subjectByTree(f);
    if (rule == "inside-clause" || rule == "late-frame")
      s.content = contentOf(f);
    used_[f] = true;
    if (rule == "before-quote" || rule == "inside-clause" || rule == "late-frame")
      goAround(s, f, q);
    if (s.content && !s.aside)
      if (const ReportedSpeech* tree = toldAt(frames_[f].verb); tree != nullptr && tree->content) {
        s.content = tree->content;
        constexpr std::size_t gap = 2; // "answer questions “when everybody is dry”" goes on with the quote
        if (s.content->end <= tokens_[q].range.begin && tokens_[q].range.begin <= s.content->end + gap)
          s.content->end = tokens_[q].range.end;
      }
    if (rule == "late-frame" && q + 1 < tokens_.size() && goesInto(q) && endsInComma(q))
      s.content = model::Range{tokens_[0].range.begin, tokens_[q].range.end};
    if (const ReportedSpeech* tree = toldAt(frames_[f].verb);
        tree != nullptr && tree->borrowed && !tree->speakers.empty() && tokens_[frames_[f].verb].endsIng &&
        s.rule == "inside-clause" && s.subject && !overlap(tree->speakers.front(), *s.subject) &&
        s.subject->first > 0 && textOf(tokens_[s.subject->first - 1]) == "to")
      s.subject = s.frame->subject = tree->speakers.front(); // "has written to fans pledging that"
    confirm(s);
    found_.push_back(s);
    lastFrame_ = f;
    lastQuote_ = q;
  }

  /// The subject that the tree has, if it can speak.
  std::optional<NounPhrase> subjectByTree(std::size_t f) const {
    const ReportedSpeech* tree = toldAt(frames_[f].verb);
    return tree != nullptr && !tree->speakers.empty() && !isNoSpeaker(tree->speakers.front())
               ? std::optional(tree->speakers.front())
               : std::nullopt;
  }

  /// "The bombers, he told the radio, “will fly”": the words before the speaker are reported, too.
  void goAround(Statement& s, std::size_t f, std::size_t q) const {
    if (syntax_ == nullptr)
      return;
    const std::optional<Aside> aside = asideOf(sentence_, frames_[f]);
    if (!aside || aside->tail || tokens_[q].range.begin < aside->teller.end ||
        tokens_[q].range.end > aside->content.end)
      return;
    const bool words = std::ranges::any_of(tokens_, [&](const Token& token) {
      return token.isWord() && token.range.begin >= aside->content.begin &&
             token.range.end < aside->teller.begin;
    });
    if (!words)
      return;
    s.content = aside->content;
    s.aside = true;
    s.teller = aside->teller;
    s.rest = aside->rest;
  }

  void takeQuote(std::size_t q) {
    if (isTitle(q))
      return;
    auto f = frameAfter(q);
    if (f && frames_[*f].according && frameBefore(q)) // "Xi said that …, according to state media"
      f = std::nullopt;
    if (f && goesInto(q) && beginOf(frames_[*f]) == q + 1) {
      join(q, *f, "late-frame", Strength::strong);
      return;
    }
    if (f) {
      join(q, *f, frames_[*f].according ? "according-to" : "after-quote", Strength::strong);
      return;
    }
    const auto before = frameBefore(q);
    if (before && isDirect(*before, q)) {
      const bool split = lastFrame_ && *lastFrame_ == *before;
      join(q, *before,
           split                                              ? "split-quote"
           : q > 0 && tokens_[q - 1].kind == TokenKind::colon ? "colon"
                                                              : "before-quote",
           Strength::strong);
      return;
    }
    const auto late = lateFrame(q);
    if (before && (!late || !frames_[*before].relative)) {
      join(q, *before, frames_[*before].according ? "according-to" : "inside-clause",
           frames_[*before].cue == CueClass::think ? Strength::weak : Strength::fair);
      return;
    }
    if (late) {
      join(q, *late, frames_[*late].according ? "according-to" : "late-frame", Strength::fair);
      return;
    }
    if (const auto whose = replyOf(q)) {
      Statement s = statement(q, "after-quote", Strength::fair);
      s.subject = whose;
      found_.push_back(s);
      return;
    }
    if (const auto name = signature(q)) {
      Statement s = statement(q, "signed", Strength::strong);
      s.subject = name;
      found_.push_back(s);
      return;
    }
    if (standsAlone(q)) {
      found_.push_back(statement(q, "continuation", Strength::fair));
      return;
    }
    if (q > 0 && tokens_[q - 1].kind == TokenKind::colon) {
      Statement s = statement(q, "colon", Strength::fair);
      s.subject = beforeVerb(subjectAtColon(q - 1));
      found_.push_back(s);
      return;
    }
    Statement s = statement(q, "subject", Strength::weak);
    if (!isPassiveBefore(q))
      s.subject = beforeVerb(subjectOf(sentence_));
    if (s.subject && (s.subject->first > q || isNoSpeaker(*s.subject)))
      s.subject = std::nullopt;
    found_.push_back(s);
  }

  /// On “Morning Call,” he said …; in his book “The Long Way”: the name of a work, behind a word that is no
  /// verb of speech.
  bool isTitle(std::size_t q) const {
    if (q == 0 || !tokens_[q - 1].isWord())
      return false;
    const Token& before = tokens_[q - 1];
    if (before.is(lexical::cue) || textOf(before) == "that" || textOf(before) == "as")
      return false;
    constexpr std::size_t longest = 60; // bytes
    model::Range inner = quotes_[tokens_[q].quote].inner;
    while (inner.end > inner.begin && (text_[inner.end - 1] == ',' || text_[inner.end - 1] == '.'))
      --inner.end;
    const std::string_view words = text_.substr(inner.begin, inner.end - inner.begin);
    if (words.empty() || words.size() > longest || words.find_first_of(".!?;") != std::string_view::npos)
      return false;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      const std::string_view word = words.substr(at, end - at);
      const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
      const bool number = !word.empty() && word[0] >= '0' && word[0] <= '9';
      if (!capital && !number && word.size() > 3 && word != "with" && word != "from")
        return false;
      if (!capital && !number && (at == 0 || end == words.size()))
        return false;
      capitals += capital;
      at = end + 1;
    }
    return capitals > 0 && before.is(lexical::preposition | lexical::determiner | lexical::possessive |
                                     lexical::document | lexical::conjunction) |
                               (!before.capital && before.known == nullptr);
  }

  static std::size_t beginOf(const Frame& frame) {
    const std::size_t begin = frame.inverted ? frame.verb : std::min(frame.subject->first, frame.verb);
    return frame.apposed && !frame.inverted ? std::min(begin, frame.apposed->first) : begin;
  }

  /// This is a “raw time,” said Ana Bell: the words before the mark are hers, too.
  bool goesInto(std::size_t q) const {
    if (q < 2 || !tokens_[q - 1].isWord() || frameBefore(q))
      return false;
    for (std::size_t i = 0; i < q; ++i)
      if (tokens_[i].kind == TokenKind::semicolon || tokens_[i].kind == TokenKind::colon)
        return false;
    return true;
  }

  /// "…," she said: the frame begins where the quote ends.
  std::optional<std::size_t> frameAfter(std::size_t q) const {
    const char last = lastOf(quotes_[tokens_[q].quote].inner);
    std::size_t start = q + 1;
    bool set = last == ',' || last == '?' || last == '!' || last == mark::dash || last == '.';
    if (start < tokens_.size() && isComma(tokens_[start])) {
      set = true;
      ++start;
    }
    for (std::size_t f = 0; f < frames_.size(); ++f) {
      const Frame& frame = frames_[f];
      if (frame.verb <= q || !frame.subject || frame.borrowed || !frame.finite)
        continue;
      std::size_t begin = frame.inverted ? frame.verb : std::min(frame.subject->first, frame.verb);
      while (begin > start && tokens_[begin - 1].is(lexical::adverb | lexical::conjunction) &&
             textOf(tokens_[begin - 1]) != "and" && textOf(tokens_[begin - 1]) != "but" &&
             textOf(tokens_[begin - 1]) != "or")
        --begin;
      if (frame.apposed)
        begin = std::min(begin, frame.apposed->first);
      if (begin > start && !(set && isPlain(start, begin)))
        return std::nullopt;
      if (begin < start)
        continue;
      if (frame.relative)
        return std::nullopt;
      if (frame.according)
        return f;
      if (frame.cue == CueClass::act || frame.cue == CueClass::think || frame.cue == CueClass::call)
        return set && frame.verb + 1 < tokens_.size() && tokens_[frame.verb + 1].kind == TokenKind::stop
                   ? std::optional(f)
                   : std::nullopt;
      if (!set && frame.subject->kind != NounKind::pronoun && !frame.subject->named() && !frame.inverted)
        return std::nullopt;
      if (!set && !frame.inverted && continues(frame.verb))
        return std::nullopt;
      if (frame.cue == CueClass::say && !frame.inverted && hasOwnContent(frame.verb))
        return std::nullopt;
      return f;
    }
    return std::nullopt;
  }

  /// The last character that is not a mark: of "…super predator,’" the comma.
  char lastOf(model::Range inner) const {
    std::size_t end = inner.end;
    while (end > inner.begin + 1 &&
           (text_[end - 1] == ' ' || text_[end - 1] == mark::closeSingle ||
            text_[end - 1] == mark::straightSingle || text_[end - 1] == mark::closeDouble ||
            text_[end - 1] == mark::straightDouble))
      --end;
    return text_[end - 1];
  }

  /// Words that can stand in front of a name: "Tulsa police" Chief …
  bool isPlain(std::size_t first, std::size_t last) const {
    if (last - first > 6)
      return false;
    for (std::size_t i = first; i < last; ++i)
      if (!tokens_[i].isWord() || (i > first && looksFinite(sentence_, i)) ||
          tokens_[i].is(lexical::conjunction | lexical::subordinator | lexical::relative |
                        lexical::preposition | lexical::pronoun))
        return false;
    return true;
  }

  /// The verb has content of its own, so the quote is not its statement.
  bool continues(std::size_t verb) const {
    return verb + 1 < tokens_.size() && tokens_[verb + 1].isWord() &&
           !tokens_[verb + 1].is(lexical::preposition | lexical::time | lexical::adverb);
  }

  /// "said the two cases were different": words of its own after the verb.
  bool hasOwnContent(std::size_t verb) const {
    if (verb + 2 >= tokens_.size() || tokens_[verb + 1].capital)
      return false;
    const std::string_view next = textOf(tokens_[verb + 1]);
    const bool opens = next == "the" || next == "he" || next == "she" || next == "it" || next == "they" ||
                       next == "there" || next == "his" || next == "her" || next == "its" ||
                       next == "their" || next == "that";
    return opens && !tokens_[verb + 2].is(lexical::time) && tokens_[verb + 2].kind == TokenKind::word;
  }

  std::optional<std::size_t> frameBefore(std::size_t q) const {
    std::optional<std::size_t> best;
    for (std::size_t f = 0; f < frames_.size() && frames_[f].verb < q; ++f)
      if (frames_[f].subject && frames_[f].subject->first < q)
        best = f;
    if (!best)
      return std::nullopt;
    // who is only said to promise or to think does not speak here
    if (frames_[*best].nested && !speaksItself(frames_[*best]) &&
        (frames_[*best].cue == CueClass::think || !isDirect(*best, q)))
      for (std::size_t f = *best; f-- > 0;)
        if (!frames_[f].nested && frames_[f].subject && !frames_[f].relative) {
          best = f;
          break;
        }
    // "told a woman who suggested … that “…”": whom somebody tells does not speak
    if (frames_[*best].relative)
      for (std::size_t f = 0; f < *best; ++f)
        if (frames_[f].addressee && frames_[f].addressee->first <= frames_[*best].subject->first &&
            frames_[*best].subject->first < frames_[f].addressee->last && frames_[f].subject)
          best = f;
    // a semicolon ends what a verb introduces
    for (std::size_t i = frames_[*best].verb; i < q; ++i)
      if (tokens_[i].kind == TokenKind::semicolon)
        return std::nullopt;
    return best;
  }

  static bool speaksItself(const Frame& frame) {
    if (frame.cue == CueClass::act || frame.cue == CueClass::think || frame.cue == CueClass::manner)
      return false;
    const NounKind kind = frame.subject->kind;
    return kind != NounKind::pronoun && kind != NounKind::phrase &&
           !(frame.relative && kind != NounKind::person);
  }

  /// Only an addressee, a time and a place stand between verb and quote.
  bool isDirect(std::size_t f, std::size_t q) const {
    const Frame& frame = frames_[f];
    std::size_t at = frame.verb + 1;
    if (frame.inverted && frame.subject)
      at = std::max(at, frame.subject->last);
    if (frame.according)
      return tokens_[q - 1].kind == TokenKind::comma && frame.subject && frame.subject->last + 1 >= q;
    if (frame.addressee)
      at = std::max(at, frame.addressee->last);
    if (frame.apposed && frame.apposed->last <= q)
      at = std::max(at, frame.inverted ? frame.apposed->last : at);
    const char before = tokens_[q - 1].kind == TokenKind::colon ? ':'
                        : isComma(tokens_[q - 1])               ? ','
                        : textOf(tokens_[q - 1]) == "that"      ? 't'
                                                                : ' ';
    if (at >= q)
      return true;
    if (q - at > 14)
      return false;
    for (std::size_t i = at; i + 1 < q; ++i)
      if (looksFinite(sentence_, i) || tokens_[i].is(lexical::subordinator | lexical::relative) ||
          tokens_[i].kind == TokenKind::quote)
        return false;
    if (q - at == 1)
      return before != ' ' || tokens_[q - 1].is(lexical::adverb | lexical::time);
    return before == ':' ||
           (before == ',' &&
            tokens_[at].is(lexical::preposition | lexical::time | lexical::adverb | lexical::determiner)) ||
           (before == ',' && isComma(tokens_[at]));
  }

  /// "The plan is “dead,” and will stay so, Smith said."
  std::optional<std::size_t> lateFrame(std::size_t q) const {
    for (std::size_t f = frames_.size(); f-- > 0;) {
      const Frame& frame = frames_[f];
      if (frame.verb < q)
        break;
      if (!frame.subject || frame.borrowed || !frame.finite || frame.relative)
        continue;
      if (frame.cue != CueClass::say && frame.cue != CueClass::tell)
        continue;
      const std::size_t begin = frame.inverted ? frame.verb : frame.subject->first;
      if (begin == 0 || !(isComma(tokens_[begin - 1]) || endsInComma(begin - 1)))
        continue;
      if (!endsThere(frame))
        continue;
      return f;
    }
    return std::nullopt;
  }

  /// A quote with a comma before its closing mark.
  bool endsInComma(std::size_t i) const {
    return tokens_[i].kind == TokenKind::quote && lastOf(quotes_[tokens_[i].quote].inner) == ',';
  }

  /// Nothing that it could introduce follows the verb (or its subject).
  bool endsThere(const Frame& frame) const {
    std::size_t at = frame.inverted ? frame.subject->last : frame.verb + 1;
    if (frame.addressee)
      at = std::max(at, frame.addressee->last);
    return at >= tokens_.size() || !tokens_[at].isWord() ||
           (tokens_[at].is(lexical::preposition | lexical::time | lexical::adverb) &&
            textOf(tokens_[at]) != "that");
  }

  /// "were accused of “…”": the accused does not speak.
  bool isPassiveBefore(std::size_t q) const {
    for (std::size_t i = 1; i < q; ++i)
      if (tokens_[i].is(lexical::cue) && tokens_[i].known->form == VerbForm::past &&
          tokens_[i - 1].is(lexical::auxiliary) &&
          (textOf(tokens_[i - 1]).starts_with("w") || textOf(tokens_[i - 1]) == "been" ||
           textOf(tokens_[i - 1]) == "is" || textOf(tokens_[i - 1]) == "are" ||
           textOf(tokens_[i - 1]) == "being"))
        return true;
    return false;
  }

  /// “…” — Sonya Herridge
  std::optional<NounPhrase> signature(std::size_t q) const {
    if (q != 0 || tokens_.size() < 3 || tokens_[1].kind != TokenKind::dash)
      return std::nullopt;
    const std::optional<NounPhrase> name = nounPhraseAt(sentence_, 2);
    if (name && name->last + 1 < tokens_.size() && tokens_[name->last].kind == TokenKind::comma &&
        tokens_[name->last + 1].is(lexical::time))
      return std::nullopt; // "Mayor loses vote" — Velm Post, 3 May: a source with its date
    const bool alone =
        name && (name->last == tokens_.size() || tokens_[name->last].kind == TokenKind::comma ||
                 (tokens_[name->last].kind == TokenKind::stop && name->last + 1 == tokens_.size()));
    return alone && name->named() ? name : std::nullopt;
  }

  /// “…” was the governor's reply: whose it is.
  std::optional<NounPhrase> replyOf(std::size_t q) const {
    std::size_t at = q + 1;
    if (at < tokens_.size() && isComma(tokens_[at]))
      ++at;
    if (at + 3 > tokens_.size() ||
        (textOf(tokens_[at]) != "was" && textOf(tokens_[at]) != "is" && textOf(tokens_[at]) != "came"))
      return std::nullopt;
    constexpr std::size_t reach = 7;
    for (std::size_t i = at + 1; i + 1 < tokens_.size() && i < at + reach && tokens_[i].isWord(); ++i) {
      if (!tokens_[i].possessive)
        continue;
      std::size_t noun = i + 1; // "the governor's only reply"
      if (noun + 1 < tokens_.size() && !isReply(noun))
        ++noun;
      return isReply(noun) ? std::optional(analyse(sentence_, at + 1, i + 1)) : std::nullopt;
    }
    return std::nullopt;
  }
  bool isReply(std::size_t i) const {
    const std::string word =
        lowerCase(text_.substr(tokens_[i].range.begin, tokens_[i].range.end - tokens_[i].range.begin));
    for (const std::string_view one : {"reply", "answer", "response", "verdict", "message", "comment",
                                       "retort", "assessment", "conclusion", "reaction", "view", "warning"})
      if (word == one)
        return true;
    return false;
  }

  bool standsAlone(std::size_t q) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (i != q && tokens_[i].isWord())
        return false;
    return true;
  }

  // --- what is reported

  model::Range rangeOf(std::size_t first, std::size_t last) const {
    return {tokens_[first].range.begin, tokens_[last - 1].range.end};
  }

  /// "Under the draft": a time, place or means, and no clause.
  bool isSetting(std::size_t first, std::size_t last) const {
    if (!tokens_[first].is(lexical::preposition))
      return false;
    for (std::size_t i = first; i < last; ++i)
      if (looksFinite(sentence_, i) || tokens_[i].kind == TokenKind::quote || isComma(tokens_[i]))
        return false;
    return true;
  }

  /// The clause a frame reports.
  std::optional<model::Range> contentOf(std::size_t f) const {
    const Frame& frame = frames_[f];
    const std::size_t begin = frame.inverted ? frame.verb : frame.subject ? frame.subject->first : frame.verb;
    if (begin > 0 && endsInComma(begin - 1) && frame.subject && !frame.borrowed && !frame.relative)
      return model::Range{tokens_[0].range.begin, quotes_[tokens_[begin - 1].quote].outer.end};
    if (begin > 0 && isComma(tokens_[begin - 1]) && frame.subject && !frame.borrowed && !frame.relative &&
        frame.cue != CueClass::act && (endsThere(frame) || frame.according)) {
      std::size_t first = 0;
      for (std::size_t g = 0; g < f; ++g)
        if (frames_[g].verb < begin)
          first = 0;
      bool clause = frame.according;
      for (std::size_t i = first; i + 1 < begin && !clause; ++i)
        clause = looksFinite(sentence_, i) || tokens_[i].kind == TokenKind::quote;
      const std::size_t behind = frame.subject->last;
      if (frame.according && begin - 1 > first && isSetting(first, begin - 1) &&
          behind + 2 < tokens_.size() && isComma(tokens_[behind]))
        return rangeOf(behind + 1, tokens_.size() - (tokens_.back().kind == TokenKind::stop ? 1 : 0));
      if (begin - 1 > first && clause)
        return rangeOf(first, begin - 1);
    }
    std::size_t at = frame.verb + 1;
    if (frame.according) {
      at = frame.subject ? frame.subject->last : at + 1;
    } else if (frame.inverted) {
      return std::nullopt;
    } else if (frame.addressee) {
      at = frame.addressee->last;
    }
    while (at < tokens_.size() &&
           (tokens_[at].is(lexical::time) || isComma(tokens_[at]) ||
            (textOf(tokens_[at]) == "on" && at + 1 < tokens_.size() && tokens_[at + 1].is(lexical::time))))
      ++at;
    if (at < tokens_.size() && (textOf(tokens_[at]) == "that" || textOf(tokens_[at]) == "out"))
      ++at;
    if (at < tokens_.size() && textOf(tokens_[at]) == "that")
      ++at;
    std::size_t end = tokens_.size();
    for (std::size_t g = f + 1; g < frames_.size(); ++g)
      if (frames_[g].borrowed && frames_[g].verb > at) { // ", adding that …" is a statement of its own
        std::size_t cut = frames_[g].verb;
        while (cut > at &&
               (tokens_[cut - 1].is(lexical::conjunction | lexical::adverb | lexical::auxiliary) ||
                isComma(tokens_[cut - 1])))
          --cut;
        if (cut < frames_[g].verb) {
          end = cut;
          break;
        }
      } else if (const std::size_t cut = otherClause(g, at); cut != 0) {
        end = cut;
        break;
      }
    while (end > at && (tokens_[end - 1].kind == TokenKind::stop || isComma(tokens_[end - 1])))
      --end;
    return end > at ? std::optional(rangeOf(at, end)) : std::nullopt;
  }

  /// Where the clause of another frame begins after a comma: ", while Macron …"; 0 if there is none.
  std::size_t otherClause(std::size_t g, std::size_t from) const {
    const Frame& frame = frames_[g];
    if (!frame.subject || frame.nested || frame.inverted || frame.subject->first <= from + 1)
      return 0;
    std::size_t cut = frame.subject->first;
    while (cut > from && tokens_[cut - 1].is(lexical::conjunction | lexical::subordinator | lexical::adverb))
      --cut;
    const Token& before = tokens_[cut - 1];
    return cut > from + 1 && cut < frame.subject->first &&
                   (isComma(before) || before.kind == TokenKind::quote)
               ? cut
               : 0;
  }

  // --- what the tree tells

  const ReportedSpeech* toldAt(std::size_t verb) const {
    const auto at = std::ranges::find(told_, verb, &ReportedSpeech::verb);
    return at == told_.end() ? nullptr : &*at;
  }

  static bool overlap(const NounPhrase& a, const NounPhrase& b) {
    return a.first < b.last && b.first < a.last;
  }

  /// A person of their own: in "general secretary and chief executive Pat Cullen" both offices are one
  /// person's.
  bool isWhole(const NounPhrase& phrase) const {
    return phrase.kind != NounKind::role || phrase.named() || phrase.plural ||
           tokens_[phrase.first].is(lexical::determiner | lexical::possessive);
  }

  /// All who speak with the subject of a frame, according to the tree; and whether the tree has the same
  /// subject.
  void confirm(Statement& s) const {
    const ReportedSpeech* tree = s.frame ? toldAt(s.frame->verb) : nullptr;
    if (tree == nullptr || !s.subject || s.frame->according)
      return;
    const auto same =
        std::ranges::find_if(tree->speakers, [&](const NounPhrase& one) { return overlap(one, *s.subject); });
    s.agrees = same != tree->speakers.end() || (tree->apposed && overlap(*tree->apposed, *s.subject));
    s.path = tree->path;
    if (same == tree->speakers.end() && quotesAnother(*tree)) { // "AFP quoted Ivo Hale as saying"
      s.subject = s.frame->subject = tree->speakers.front();
      s.frame->apposed = tree->apposed;
      s.agrees = true;
      return;
    }
    if (same == tree->speakers.end())
      return;
    if (tree->speakers.size() > 1 &&
        !std::ranges::all_of(tree->speakers, [&](const NounPhrase& one) { return isWhole(one); }))
      return;
    for (const NounPhrase& one : tree->speakers)
      if (&one != &*same)
        s.others.push_back(one);
    if (same != tree->speakers.begin()) { // the first comes first
      std::swap(*s.subject, s.others.front());
      std::ranges::rotate(s.others, s.others.begin() + 1);
      std::ranges::sort(s.others, {}, &NounPhrase::first);
    }
    if (!s.frame->addressee)
      s.frame->addressee = tree->addressee;
    if (tree->reality == Reality::negated && s.rule != "inside-clause")
      s.reality = tree->reality;
  }

  /// "quoted X as saying", with the `as saying` there.
  bool quotesAnother(const ReportedSpeech& tree) const {
    const std::string_view lemma = syntax_->lemma(tree.word);
    if (lemma == "say" && tree.borrowed && !tree.speakers.empty() && tree.verb > 0 &&
        textOf(tokens_[tree.verb - 1]) == "as")
      return true;
    if ((lemma != "quote" && lemma != "cite") || tree.passive || tree.speakers.empty())
      return false;
    for (std::size_t i = tree.speakers.front().last; i + 1 < tokens_.size(); ++i)
      if (textOf(tokens_[i]) == "as" && textOf(tokens_[i + 1]) == "saying")
        return true;
    return false;
  }

  void takeTold(const ReportedSpeech& one) {
    if (!one.content)
      return;
    const auto f = std::ranges::find(frames_, one.verb, &Frame::verb);
    if (f != frames_.end() && used_[static_cast<std::size_t>(f - frames_.begin())] && !one.second &&
        !isBesideQuote(one))
      return;
    if (insideQuote(*one.content) || tooShort(*one.content) || isOfNoName(*one.content) || isThing(one))
      return;
    Statement s;
    s.sentence = number_;
    s.subject = one.speakers.front();
    for (std::size_t i = 1; i < one.speakers.size(); ++i)
      if (isWhole(one.speakers[i]))
        s.others.push_back(one.speakers[i]);
    s.frame = Frame{};
    if (f != frames_.end())
      s.frame = *f;
    s.frame->verb = one.verb;
    s.frame->cue = one.cue;
    s.frame->nested = false;
    s.agrees = f != frames_.end() && f->subject && overlap(*f->subject, *s.subject);
    const bool sameHead = *s.agrees && f->subject->last <= s.subject->last &&
                          !hangsBehind(*f->subject, *s.subject) && f->subject->first <= one.heads.front() &&
                          one.heads.front() < f->subject->last;
    // "Platorex spokesperson Annelie Botha said": the words see a whole name where the tree has a part of it
    const bool wholeName = *s.agrees && f->subject->kind == NounKind::person && f->subject->named() &&
                           !holdsVerb(*f->subject) && f->subject->first <= s.subject->first &&
                           s.subject->last <= f->subject->last;
    // "the Food and Drink Federation": the tree may see two
    const bool wholeBody = *s.agrees && f->subject->kind == NounKind::body && joinsTwo(*f->subject) &&
                           f->subject->first <= s.subject->first && s.subject->last <= f->subject->last;
    if (const auto both = pairBefore(sentence_, one.verb); both && s.others.empty() &&
                                                           s.subject->kind == NounKind::phrase &&
                                                           s.subject->last < both->first.first) {
      s.subject = both->first;
      s.others = {both->second};
    } else if (f != frames_.end() && !*s.agrees && wordsKnowBetter(sentence_, *s.subject, *f)) {
      s.subject = nameBeside(sentence_, *f->subject);
      s.others.clear();
    } else if (wholeBody) {
      s.subject = f->subject;
      std::erase_if(s.others, [&](const NounPhrase& other) { return overlap(other, *s.subject); });
    } else if ((sameHead || wholeName) && s.others.empty() && !joinsTwo(*s.subject) &&
               !holdsVerb(*f->subject)) {
      s.subject = f->subject;
      if (!s.frame->apposed && one.apposed && one.apposed->named() && !f->subject->named())
        s.frame->apposed = one.apposed; // "the host, the Western League, urged"
    } else
      s.frame->apposed = one.apposed;
    s.frame->subject = s.subject;
    s.frame->addressee = one.addressee;
    s.frame->relative = one.relative;
    s.frame->borrowed = one.borrowed;
    s.frame->negated = false;
    s.rule = one.passive ? "passive" : one.aside ? "aside" : "indirect";
    s.strength = Strength::fair;
    s.content = one.content;
    s.aside = one.aside;
    s.teller = one.teller;
    s.rest = one.rest;
    s.passive = one.passive;
    s.question = one.question && one.reality == Reality::asked;
    s.polarity = one.polarity;
    s.reality = one.reality;
    s.path = one.path;
    if (!s.aside)
      s.content->end = endOfBrokenOff(*s.content);
    const std::size_t end = std::max(s.content->end, one.teller ? one.teller->end : 0);
    found_.push_back(s);
    goOn(std::move(s), end);
  }

  /// "said he had no plans to sell it: “…”": a clause before the colon is reported, too.
  bool isBesideQuote(const ReportedSpeech& one) const {
    if (syntax_ == nullptr || one.head == noWord || one.aside || !syntax_->tree().isFiniteClause(one.head))
      return false;
    const auto colon = std::ranges::find_if(tokens_, [&](const Token& token) {
      return token.kind == TokenKind::colon && token.range.begin >= one.content->end;
    });
    return colon != tokens_.end() && colon + 1 != tokens_.end() && (colon + 1)->kind == TokenKind::quote &&
           colon->range.begin <= one.content->end + 1;
  }

  /// "requested anonymity", "asked not to be named": how somebody speaks, not what is said.
  bool isOfNoName(model::Range content) const {
    const std::string words =
        lowerCase(text_.substr(content.begin, std::min<std::size_t>(content.end - content.begin, 60)));
    return words.starts_with("anonymity") || words.starts_with("not to be named") ||
           words.starts_with("not to be identified") || words.starts_with("not to be quoted") ||
           words.starts_with("to remain anonymous") || words.starts_with("to be identified");
  }

  /// "the data suggests", "attacks that threatened": verbs that things have for subjects, too, tell only of
  /// those who can speak.
  bool isThing(const ReportedSpeech& one) const {
    static constexpr std::string_view evident[] = {
        "suggest", "indicate", "underline", "underscore", "highlight", "repeat", "reveal", "mean",
        "imply",   "show",     "reflect",   "signal",     "begin",     "start",  "read"};
    const NounPhrase& who = one.speakers.front();
    if (isNoSpeaker(who))
      return true;
    if (who.kind != NounKind::phrase || syntax_ == nullptr || one.word == noWord)
      return false;
    const Token& first = tokens_[who.first];
    if (first.endsIng && !first.capital && syntax_->wordOf(who.first) &&
        syntax_->tree()[*syntax_->wordOf(who.first)].upos == grammar::Upos::verb)
      return true; // "passing around mail in a way that"
    const bool abstract =
        one.ofThing || syntax_->lemma(one.word) == "threaten" || syntax_->lemma(one.word) == "see";
    const bool may =
        abstract || one.relative || std::ranges::find(evident, syntax_->lemma(one.word)) != std::end(evident);
    if (!may)
      return false;
    const Token& head = tokens_[one.heads.front()];
    if (head.is(lexical::role | lexical::title | lexical::body | lexical::demonym | lexical::document) ||
        head.collective)
      return false;
    const std::string noun = lowerCase(text_.substr(head.range.begin, head.range.end - head.range.begin));
    if (abstract && !one.relative)
      return namesNoOne(noun);
    for (const std::string_view person :
         {"ers",     "ors",      "ists",   "ants",     "ians",   "men",  "women", "ees",
          "people",  "families", "staff",  "crowd",    "public", "crew", "side",  "sides",
          "parents", "youths",   "groups", "students", "ents",   "er",   "ist",   "ian",
          "man",     "woman",    "family", "kids",     "locals", "fans", "rebels"})
      if (noun.ends_with(person))
        return false;
    return true;
  }

  /// "The performance prompted cheers", "the commercials", "an initiative": by its ending neither a person
  /// nor a body.
  static bool namesNoOne(std::string_view noun) {
    for (const std::string_view body :
         {"administration", "opposition", "association", "delegation",  "union",      "government",
          "management",     "parliament", "department",  "community",   "authority",  "majority",
          "minority",       "audience",   "alliance",    "corporation", "commission", "organisation",
          "organization",   "federation", "foundation",  "leadership",  "university", "generation",
          "population",     "nation",     "regiment",    "coalition",   "faction",    "charity",
          "establishment",  "committee",  "conference",  "city",        "institution"})
      if (noun == body || (noun.size() == body.size() + 1 && noun.starts_with(body) && noun.ends_with('s')))
        return false;
    for (const std::string_view ending :
         {"tion",  "sion", "ment",  "ness",   "ity",     "ance",  "ence",  "ing",    "ism",  "tions",
          "ments", "ings", "ances", "iative", "iatives", "cials", "event", "events", "ture", "tures"})
      if (noun.ends_with(ending))
        return true;
    return false;
  }

  /// "Minutes later, she wrote", "This has convinced them": a time, an amount, or a word that stands for no
  /// one.
  bool isNoSpeaker(const NounPhrase& who) const {
    const Token& first = tokens_[who.first];
    const bool single = who.last == who.first + 1;
    if (who.kind == NounKind::pronoun || who.kind == NounKind::state || who.kind == NounKind::body)
      return false;
    if (single && (textOf(first) == "this" || textOf(first) == "that" || textOf(first) == "these" ||
                   textOf(first) == "those" || textOf(first) == "which" || textOf(first) == "what"))
      return true;
    if (single && first.kind == TokenKind::number)
      return true;
    if (who.kind == NounKind::phrase && who.last > who.first && tokens_[who.last - 1].is(lexical::time) &&
        !tokens_[who.last - 1].is(lexical::given | lexical::role))
      return true;
    if (!single || syntax_ == nullptr || first.is(lexical::given))
      return false;
    const std::optional<WordIndex> w = syntax_->wordOf(who.first);
    if (!w)
      return false;
    const grammar::Upos upos = syntax_->tree()[*w].upos;
    return upos == grammar::Upos::adv || upos == grammar::Upos::verb || upos == grammar::Upos::sconj ||
           upos == grammar::Upos::intj || upos == grammar::Upos::adp;
  }

  /// "it will pay only once" with a clause after it: the tree has attached what follows to another verb.
  std::size_t endOfBrokenOff(model::Range content) const {
    std::size_t at = 0;
    while (at < tokens_.size() && tokens_[at].range.end < content.end)
      ++at;
    if (at + 2 >= tokens_.size() || !tokens_[at].is(lexical::subordinator) || !tokens_[at + 1].isWord() ||
        (tokens_[at + 1].is(lexical::conjunction)))
      return content.end;
    while (at + 1 < tokens_.size() && tokens_[at + 1].isWord())
      ++at;
    return tokens_[at].range.end;
  }

  /// "handed the message to the police, who asked": the tree's subject is the last noun of the words'.
  bool hangsBehind(const NounPhrase& words, const NounPhrase& tree) const {
    return words.first < tree.first && tokens_[tree.first - 1].is(lexical::preposition);
  }

  /// "Clinton celebrated in Florida": the words have a verb that they do not know for a part of the name.
  bool holdsVerb(const NounPhrase& phrase) const {
    for (std::size_t i = phrase.first + 1; syntax_ != nullptr && i < phrase.last; ++i)
      if (const auto w = syntax_->wordOf(i);
          w && !tokens_[i].capital && syntax_->tree()[*w].upos == grammar::Upos::verb &&
          syntax_->tree().isFiniteForm(*w) &&
          grammar::base(syntax_->tree().relation(*w)) != grammar::Relation::acl &&
          !(i + 1 < tokens_.size() && textOf(tokens_[i + 1]) == "to"))
        return true; // but "lawmakers allied to the opposition"
    return false;
  }
  /// Up to such a verb.
  std::optional<NounPhrase> beforeVerb(std::optional<NounPhrase> phrase) const {
    if (!phrase || !holdsVerb(*phrase))
      return phrase;
    std::size_t last = phrase->first + 1;
    while (last < phrase->last && !holdsVerb(NounPhrase{.first = last - 1, .last = last + 1}))
      ++last;
    return analyse(sentence_, phrase->first, last);
  }

  /// What follows a semicolon is said by the same speaker.
  void goOn(Statement s, std::size_t end) {
    const std::optional<model::Range> more =
        s.reality == Reality::asserted ? goesOnBehind(sentence_, end) : std::nullopt;
    if (!more)
      return;
    s.content = more;
    s.polarity = polarityOf(*more);
    s.aside = false;
    s.teller = s.rest = std::nullopt;
    found_.push_back(std::move(s));
  }

  /// "the Transport and Power Union" is more than words alone can see.
  bool joinsTwo(const NounPhrase& phrase) const {
    for (std::size_t i = phrase.first; i < phrase.last; ++i)
      if (tokens_[i].is(lexical::conjunction))
        return true;
    return false;
  }

  /// The content is a single quote, which is already a statement.
  bool insideQuote(model::Range content) const {
    return std::ranges::any_of(tokens_, [&](const Token& token) {
      return token.kind == TokenKind::quote && token.range.begin <= content.begin + 1 &&
             content.end <= token.range.end + 1;
    });
  }

  bool tooShort(model::Range content) const {
    std::size_t words = 0;
    for (const Token& token : tokens_)
      words += (token.isWord() || token.kind == TokenKind::quote) && token.range.begin >= content.begin &&
               token.range.end <= content.end;
    return words < 1;
  }

  void takeIndirect(std::size_t f) {
    const Frame& frame = frames_[f];
    if (syntax_ != nullptr && !frame.according) { // the words only show who may speak next
      if (takeByWords(f))
        return;
      if (frame.finite && frame.subject && frame.subject->kind == NounKind::person && !frame.relative &&
          !frame.infinitive && mayTell(frame) && !(toldAt(frame.verb) && toldAt(frame.verb)->content))
        found_.push_back(indirect(f, "introduction"));
      return;
    }
    if (!frame.subject || isNoSpeaker(*frame.subject) || frame.cue == CueClass::think ||
        frame.cue == CueClass::read || frame.relative || frame.infinitive ||
        !(frame.according ? isSource(frame) : mayTell(frame)))
      return;
    const bool only = frame.cue == CueClass::manner || frame.cue == CueClass::call;
    const std::optional<model::Range> content = only ? std::nullopt : contentOf(f);
    if (!content) {
      if (frame.finite && frame.subject->kind == NounKind::person)
        found_.push_back(indirect(f, "introduction"));
      return;
    }
    std::size_t words = 0;
    for (const Token& token : tokens_)
      words += token.isWord() && token.range.begin >= content->begin && token.range.end <= content->end;
    if (words < 2)
      return;
    found_.push_back(indirect(f, frame.according ? "according-to" : "indirect"));
    found_.back().content = content;
  }

  bool isAside(std::size_t f) const { return std::ranges::find(asides_, frames_[f].verb) != asides_.end(); }

  /// "The port, Holt said, will close": found by its commas, whatever the tree says.
  void takeAside(std::size_t f) {
    if (used_[f] || syntax_ == nullptr)
      return;
    const std::optional<Aside> aside = asideOf(sentence_, frames_[f]);
    if (!aside || insideQuote(aside->content))
      return;
    const Token& from = tokens_[frames_[f].subject->first];
    if (isNobody(textOf(from)))
      return;
    asides_.push_back(frames_[f].verb);
    Statement s = indirect(f, "aside");
    s.content = aside->content;
    s.aside = true;
    s.teller = aside->teller;
    s.rest = aside->rest;
    confirm(s);
    s.polarity = polarityOf(aside->rest ? *aside->rest : aside->content);
    found_.push_back(s);
    goOn(s, std::max(aside->content.end, aside->teller.end));
    if (!aside->tail)
      return;
    s.content = aside->tail;
    s.polarity = polarityOf(*aside->tail);
    s.aside = false;
    s.teller = s.rest = std::nullopt;
    found_.push_back(std::move(s));
  }

  static bool isNobody(std::string_view word) {
    return word == "no" || word == "nobody" || word == "none" || word == "neither" || word == "nothing";
  }

  /// Whether the first verb of a passage is denied.
  Polarity polarityOf(model::Range content) const {
    for (WordIndex w = 0; w < syntax_->tree().size(); ++w) {
      const model::Range word = syntax_->tree()[w].range;
      if (word.begin < content.begin || word.end > content.end || !syntax_->tree().isFiniteForm(w))
        continue;
      const WordIndex head = syntax_->tree().head(w);
      return isDenied(*syntax_, w) || (head != noWord && isDenied(*syntax_, head)) ? Polarity::negative
                                                                                   : Polarity::positive;
    }
    return Polarity::positive;
  }

  /// If the tree has not found what the verb reports, the words may: for a verb that certainly reports
  /// speech, the words after it, or before it at the end of the sentence.
  bool takeByWords(std::size_t f) {
    const Frame& frame = frames_[f];
    const ReportedSpeech* tree = toldAt(frame.verb);
    if ((tree != nullptr && tree->content) || !frame.subject || !frame.finite || frame.relative ||
        frame.infinitive || frame.negated || frame.nested || !tellsByWords(f))
      return false;
    const std::optional<model::Range> behindThat = thatClauseBehind(sentence_, frame);
    const std::optional<model::Range> content = behindThat ? behindThat : contentOf(f);
    if (!content || insideQuote(*content) || isTold(*content) || isOfNoName(*content) ||
        (!behindThat && (!mayTell(frame) || !isWhatItTells(f, *content))))
      return false;
    found_.push_back(indirect(f, "indirect"));
    found_.back().content = content;
    found_.back().strength = Strength::weak;
    return true;
  }

  /// Whether its tense reports speech, and nothing around it denies, supposes or asks it.
  bool tellsByWords(std::size_t f) const {
    const Frame& frame = frames_[f];
    const Token& verb = tokens_[frame.verb];
    if (frame.cue != CueClass::say && frame.cue != CueClass::tell && frame.cue != CueClass::act &&
        frame.cue != CueClass::ask)
      return false;
    if (verb.known->form != VerbForm::past && verb.known->form != VerbForm::third &&
        !(verb.known->form == VerbForm::base && frame.subject->plural))
      return false;
    const std::string_view first = textOf(tokens_[frame.subject->first]);
    if (isNobody(first))
      return false;
    if (frame.subject->first > 0 && tokens_[frame.subject->first - 1].is(lexical::preposition) &&
        frame.subject->kind == NounKind::phrase)
      return false; // "an official reached in the capital would say"
    constexpr std::size_t reach = 4;
    for (std::size_t i = frame.verb; i > 0 && frame.verb - i < reach && tokens_[--i].isWord();)
      if (const std::string_view word = textOf(tokens_[i]);
          tokens_[i].is(lexical::auxiliary) && word != "has" && word != "have" && word != "had")
        return false;
    const std::optional<WordIndex> word = syntax_->wordOf(frame.verb);
    const Reality reality = word ? standingOf(*syntax_, *word).reality : Reality::negated;
    return reality == Reality::asserted || reality == Reality::reported;
  }

  /// What such a verb can take: a clause, an infinitive, or a thing.
  bool isWhatItTells(std::size_t f, model::Range content) const {
    const Frame& frame = frames_[f];
    std::size_t first = 0;
    while (first < tokens_.size() && tokens_[first].range.begin < content.begin)
      ++first;
    if (first >= tokens_.size())
      return false;
    bool clause = false;
    bool to = false;
    for (std::size_t i = first; i < tokens_.size() && tokens_[i].range.end <= content.end; ++i) {
      clause = clause || (i > first && looksFinite(sentence_, i));
      to = to || textOf(tokens_[i]) == "to" || textOf(tokens_[i]) == "of";
    }
    if (first < frame.verb)
      return false;
    const Word* known = tokens_[frame.verb].known;
    if (frame.cue == CueClass::say)
      return (clause || isNoThing(f, first)) && !tokens_[first].is(lexical::preposition);
    const bool whom = (known->valency & valency::object) != 0;
    if (frame.cue == CueClass::act && !whom && (known->valency & valency::thing) != 0)
      return tokens_[first].isWord() && !tokens_[first].is(lexical::preposition | lexical::conjunction);
    return whom && to && !tokens_[first].is(lexical::preposition);
  }

  /// Behind `said` stands a clause, even if no word in it is known as a verb; but "said nothing", "said so".
  bool isNoThing(std::size_t f, std::size_t first) const {
    const std::string_view verb = textOf(tokens_[frames_[f].verb]);
    if (verb != "said" && verb != "says" && verb != "say")
      return false;
    static constexpr std::string_view things[] = {
        "nothing", "something", "anything", "so",   "yes", "no",   "goodbye", "farewell", "thanks",
        "what",    "much",      "little",   "more", "as",  "this", "that",    "sorry"};
    if (!tokens_[first].isWord() || std::ranges::find(things, lower(tokens_[first])) != std::end(things))
      return false;
    std::size_t words = 0;
    for (std::size_t i = first; i < tokens_.size() && tokens_[i].isWord(); ++i)
      ++words;
    constexpr std::size_t few = 3;
    return words >= few;
  }

  std::string lower(const Token& token) const {
    return lowerCase(text_.substr(token.range.begin, token.range.end - token.range.begin));
  }

  /// Another verb has already reported it.
  bool isTold(model::Range content) const {
    return std::ranges::any_of(told_, [&](const ReportedSpeech& one) {
      return one.content && one.reality == Reality::asserted && one.content->begin < content.end &&
             content.begin < one.content->end;
    });
  }

  Statement indirect(std::size_t f, std::string_view rule) const {
    Statement s;
    s.sentence = number_;
    s.frame = frames_[f];
    s.subject = frames_[f].subject;
    s.rule = rule;
    s.strength = Strength::fair;
    return s;
  }

  /// "…, according to the ministry's figures": set off, anything can be a source; "sorted according to size".
  bool isSource(const Frame& frame) const {
    if (mayTell(frame))
      return true;
    const Token& head = tokens_[frame.subject->head];
    const bool setOff = frame.verb == 0 || isComma(tokens_[frame.verb - 1]) ||
                        tokens_[frame.verb - 1].kind == TokenKind::quote;
    return setOff && head.isWord() && !head.is(lexical::time) && !head.endsIng;
  }

  /// People and bodies say things; "this dynamic underscores" reports nothing.
  bool mayTell(const Frame& frame) const {
    if (frame.subject->kind != NounKind::phrase)
      return true;
    const Token& head = tokens_[frame.subject->head];
    if (namesNoOne(lower(head)) && frame.cue != CueClass::say)
      return false;
    if (head.is(lexical::body) || frame.subject->plural)
      return true;
    const std::string_view verb = textOf(tokens_[frame.verb]);
    return verb == "said" || verb == "says" || verb == "told" || verb == "say" || verb == "wrote";
  }

  const Sentence& sentence_;
  const std::vector<Token>& tokens_;
  std::size_t number_;
  std::string_view text_;
  const std::vector<QuoteSpan>& quotes_;
  const Syntax* syntax_;
  std::vector<ReportedSpeech> told_;
  std::vector<std::size_t> asides_; ///< verbs whose words are found by their commas
  std::vector<Frame> frames_;
  std::vector<bool> used_;
  std::vector<Statement> found_;
  std::optional<std::size_t> lastFrame_;
  std::optional<std::size_t> lastQuote_;
};

} // namespace

std::vector<Statement> statementsOf(const Sentence& sentence, std::size_t number, std::string_view text,
                                    const std::vector<QuoteSpan>& quotes, const Syntax* syntax) {
  return StatementFinder(sentence, number, text, quotes, syntax).run();
}

} // namespace stasis::evidence
