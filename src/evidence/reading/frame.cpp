#include "evidence/reading/frame.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

constexpr std::size_t farthest = 60; ///< tokens a subject may stand before its verb

bool isComma(const Token& token) { return token.kind == TokenKind::comma || token.kind == TokenKind::dash; }

bool endsClause(const Token& token) {
  return token.kind == TokenKind::semicolon || token.kind == TokenKind::colon ||
         token.kind == TokenKind::stop || token.kind == TokenKind::quote;
}

std::string_view textOf(const Token& token) {
  return token.known == nullptr ? std::string_view() : std::string_view(token.known->text);
}

bool isBe(const Token& token) {
  const std::string_view text = textOf(token);
  return text == "is" || text == "was" || text == "are" || text == "were" || text == "been" ||
         text == "being" || text == "be" || text == "am";
}

bool isParticiple(const Token& token) {
  if (!token.isWord() || token.capital)
    return false;
  return token.is(lexical::cue) && token.known->form == VerbForm::ing;
}

class FrameFinder {
public:
  explicit FrameFinder(const Sentence& sentence) : sentence_(sentence), tokens_(sentence.tokens) {}

  std::vector<Frame> run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (textOf(tokens_[i]) == "according" && i + 2 < tokens_.size() && textOf(tokens_[i + 1]) == "to")
        addAccording(i);
      else if (textOf(tokens_[i]) == "per" && i > 0 && i + 1 < tokens_.size() && tokens_[i + 1].isName() &&
               (tokens_[i - 1].kind == TokenKind::quote || isComma(tokens_[i - 1])))
        addAccording(i);
      else if (tokens_[i].is(lexical::cue))
        addVerb(i);
      else if (makesClear(i))
        addClear(i);
    }
    return std::move(frames_);
  }

private:
  void addAccording(std::size_t i) {
    Frame frame;
    frame.verb = i;
    frame.cue = CueClass::say;
    frame.according = frame.inverted = true;
    frame.subject = nounPhraseAt(sentence_, textOf(tokens_[i]) == "per" ? i + 1 : i + 2, true);
    if (frame.subject)
      takeApposed(frame, frame.subject->last);
    frames_.push_back(frame);
  }

  /// "made it clear that", "makes clear".
  bool makesClear(std::size_t i) const {
    if (i == 0 || textOf(tokens_[i]) != "clear")
      return false;
    const std::size_t verb = textOf(tokens_[i - 1]) == "it" && i > 1 ? i - 2 : i - 1;
    const std::string_view make = textOf(tokens_[verb]);
    return make == "made" || make == "makes" || make == "make" || make == "making";
  }

  void addClear(std::size_t i) {
    Frame frame;
    frame.verb = i;
    frame.cue = CueClass::say;
    bool modal = false;
    bool be = false;
    const std::size_t verb = textOf(tokens_[i - 1]) == "it" ? i - 2 : i - 1;
    findSubject(frame, skipBack(verb, frame.negated, modal, be));
    frames_.push_back(frame);
  }

  bool isNoun(std::size_t v) const {
    if (v == 0)
      return false;
    const Token& token = tokens_[v];
    const Token& before = tokens_[v - 1];
    if (before.possessive || before.is(lexical::possessive))
      return !(before.is(lexical::pronoun) && token.known->form == VerbForm::past);
    const std::string_view article =
        before.capital && isNameToken(sentence_, v - 1) ? std::string_view() : textOf(before);
    if (article == "the" || article == "a" || article == "an" || article == "no" || article == "any" ||
        article == "every" || article == "each" || article == "such" || article == "last" ||
        article == "next" || article == "this")
      return true;
    if (token.known->form == VerbForm::ing && v > 1 && before.isWord() && !before.capital &&
        before.known == nullptr && tokens_[v - 2].is(lexical::determiner | lexical::possessive) &&
        !tokens_[v - 2].is(lexical::subordinator))
      return true; // "a stark warning"
    if (token.known->form == VerbForm::past || token.known->form == VerbForm::ing)
      return false;
    if (token.known->form == VerbForm::third && textOf(before) == "to")
      return true;
    if (token.known->nounToo && before.isWord() && !before.capital &&
        !before.is(lexical::role | lexical::document | lexical::body | lexical::pronoun | lexical::relative |
                   lexical::adverb | lexical::auxiliary | lexical::time | lexical::conjunction) &&
        textOf(before) != "to")
      return true;
    return before.is(lexical::preposition) && textOf(before) != "to";
  }

  void addVerb(std::size_t v) {
    const Token& token = tokens_[v];
    if ((token.capital && v > 0 && !isInitialAfterQuote(v)) || isNoun(v))
      return;
    if (v + 1 < tokens_.size() && textOf(tokens_[v + 1]) == "to" &&
        (frameGoesOn(textOf(token)) || (token.known->cue == CueClass::manner && !isWhom(v + 2))))
      return;
    if (onlyWithBack(textOf(token)) && !(v + 1 < tokens_.size() && textOf(tokens_[v + 1]) == "back"))
      return;
    Frame frame;
    frame.verb = v;
    frame.cue = token.known->cue;
    std::size_t at = v;
    bool modal = false;
    bool be = false;
    bool to = false;
    at = skipBack(at, frame.negated, modal, be);
    if (at > 0 && textOf(tokens_[at - 1]) == "to" && (token.known->form == VerbForm::base)) {
      to = true;
      frame.finite = false;
    }
    const VerbForm form = token.known->form;
    if (form == VerbForm::base && !modal && !to && !(at > 0 && pluralBefore(at)))
      return;
    if (form == VerbForm::ing && !be)
      frame.finite = false;
    const bool passive = be && form == VerbForm::past;
    const bool noun = v > 0 && tokens_[v - 1].isWord() && !tokens_[v - 1].capital &&
                      !tokens_[v - 1].is(lexical::pronoun | lexical::role);
    const bool reduced =
        noun && !modal && form == VerbForm::past && v + 1 < tokens_.size() && textOf(tokens_[v + 1]) == "by";
    if ((passive || reduced) && textOf(token) != "quoted") {
      takeAgent(frame, v);
      if (frame.subject)
        frames_.push_back(frame);
      else if (frame.cue == CueClass::tell || textOf(token) == "asked") {
        return; // "she was told", "he was asked"
      }
      return;
    }
    if (to && (frame.cue == CueClass::manner || frame.cue == CueClass::think))
      return;
    if (textOf(token).starts_with("point") && !(v + 1 < tokens_.size() && textOf(tokens_[v + 1]) == "out"))
      return;
    frame.infinitive = to;
    if (to) {
      borrow(frame);
    } else if (!invertedSubject(frame, v, at)) {
      findSubject(frame, at);
    }
    if (frame.cue == CueClass::tell || frame.cue == CueClass::ask)
      takeAddressee(frame, v);
    if (form == VerbForm::third && !frame.subject)
      return;
    frame.nested = isNested(frame);
    frames_.push_back(frame);
  }

  /// "sings to Clinton", not "began to see".
  bool isWhom(std::size_t i) const {
    return i < tokens_.size() && (tokens_[i].capital || tokens_[i].is(lexical::determiner | lexical::pronoun |
                                                                      lexical::possessive | lexical::role));
  }

  /// "shot back", "hit back".
  static bool onlyWithBack(std::string_view verb) {
    return verb == "shot" || verb == "shoots" || verb == "hit" || verb == "hits" || verb == "shoot" ||
           verb == "shooting" || verb == "hitting";
  }

  /// "continues to be": the verb does not introduce speech.
  static bool frameGoesOn(std::string_view verb) {
    return verb.starts_with("continu") || verb.starts_with("maintain");
  }

  bool isInitialAfterQuote(std::size_t v) const { return tokens_[v - 1].kind == TokenKind::quote; }

  /// Whether the clause of an earlier frame extends to this one's subject.
  bool isNested(const Frame& frame) const {
    if (!frame.subject || frame.borrowed || frame.inverted)
      return false;
    const std::size_t first = frame.subject->first;
    std::size_t outer = frames_.size();
    while (outer > 0 &&
           !(frames_[outer - 1].subject && frames_[outer - 1].verb < first && !frames_[outer - 1].inverted &&
             !frames_[outer - 1].nested && reports(frames_[outer - 1].cue)))
      --outer;
    if (outer == 0 || first == 0)
      return false;
    const Token& before = tokens_[first - 1];
    if (before.kind == TokenKind::comma && frame.subject->kind != NounKind::pronoun)
      return false;
    if (before.is(lexical::conjunction) || before.kind == TokenKind::quote ||
        (isComma(before) && first > 1 && tokens_[first - 2].kind == TokenKind::quote))
      return false;
    for (std::size_t i = frames_[outer - 1].verb + 1; i < first; ++i) {
      const Token& token = tokens_[i];
      if (token.kind == TokenKind::semicolon || textOf(token) == "while" || textOf(token) == "whereas")
        return false;
      const bool breaks = token.kind == TokenKind::quote || isComma(token);
      if (breaks && i + 1 <= first && i + 1 < tokens_.size() &&
          (tokens_[i + 1].is(lexical::conjunction) || textOf(tokens_[i + 1]) == "as" ||
           textOf(tokens_[i + 1]) == "though" || textOf(tokens_[i + 1]) == "although" ||
           textOf(tokens_[i + 1]) == "after"))
        return false;
    }
    return true;
  }

  static bool reports(CueClass cue) {
    return cue == CueClass::say || cue == CueClass::tell || cue == CueClass::ask || cue == CueClass::think;
  }

  bool pluralBefore(std::size_t at) const {
    const Token& token = tokens_[at - 1];
    const std::string_view text = textOf(token);
    return text == "i" || text == "we" || text == "they" || text == "you" || token.is(lexical::plural) ||
           text == "who" ||
           (token.isWord() && !token.possessive && !token.capital && token.known == nullptr &&
            lastIsS(token)) ||
           text == "some" || text == "others" || text == "many" || text == "most";
  }
  static bool lastIsS(const Token& /*token*/) { return false; }

  /// Back over auxiliaries, adverbs and times before a verb.
  std::size_t skipBack(std::size_t at, bool& negated, bool& modal, bool& be) const {
    while (at > 0) {
      const Token& token = tokens_[at - 1];
      if (token.is(lexical::negation)) {
        negated = true;
        modal |= token.is(lexical::auxiliary);
      } else if (token.is(lexical::auxiliary) && token.isWord() && !(token.capital && at > 1)) {
        modal = true;
        be |= isBe(token);
      } else if (token.is(lexical::time)) {
        const std::size_t over = skipTime(at);
        if (over == at)
          return at;
        at = over;
        continue;
      } else if (!(token.is(lexical::adverb) && !token.is(lexical::determiner))) {
        return at;
      }
      --at;
    }
    return at;
  }

  /// "on Tuesday", "last week", "in May 2016".
  std::size_t skipTime(std::size_t end) const {
    std::size_t at = end;
    while (at > 0 && (tokens_[at - 1].is(lexical::time) || tokens_[at - 1].kind == TokenKind::number ||
                      (at < end && tokens_[at - 1].is(lexical::determiner) &&
                       !tokens_[at - 1].is(lexical::subordinator))))
      --at;
    if (at > 0 && tokens_[at - 1].is(lexical::preposition))
      return at - 1;
    if (at == 0 || tokens_[at].is(lexical::determiner) ||
        (tokens_[at].capital && tokens_[at].is(lexical::time)) || tokens_[at].is(lexical::adverb))
      return at;
    return end;
  }

  /// "said the spokesman", "says Smith": the subject follows if nothing before the verb can be one.
  bool invertedSubject(Frame& frame, std::size_t v, std::size_t at) {
    const bool afterQuote =
        at > 0 && (tokens_[at - 1].kind == TokenKind::quote ||
                   (isComma(tokens_[at - 1]) && at > 1 && tokens_[at - 2].kind == TokenKind::quote));
    const bool afterClause =
        at == v && at > 0 && isComma(tokens_[at - 1]) && at > 1 && frame.cue != CueClass::act;
    if (!afterQuote && !afterClause && at != 0)
      return false;
    if (frame.cue == CueClass::act || frame.cue == CueClass::think || !frame.finite)
      return false;
    std::size_t next = v + 1;
    while (next < tokens_.size() && tokens_[next].is(lexical::adverb) &&
           !tokens_[next].is(lexical::determiner))
      ++next;
    if (next >= tokens_.size())
      return false;
    if (isComma(tokens_[next]) || endsClause(tokens_[next]))
      return false;
    const Token& first = tokens_[next];
    if (!first.isWord() || first.is(lexical::preposition | lexical::subordinator | lexical::auxiliary) ||
        textOf(first) == "that" || first.is(lexical::time) || (first.is(lexical::relative)))
      return false;
    const std::optional<NounPhrase> phrase = nounPhraseAt(sentence_, next, true);
    if (!phrase)
      return false;
    if (phrase->kind == NounKind::phrase && !afterQuote)
      return false;
    if (phrase->kind == NounKind::pronoun && textOf(tokens_[phrase->first]) != "he" &&
        textOf(tokens_[phrase->first]) != "she" && textOf(tokens_[phrase->first]) != "they" &&
        textOf(tokens_[phrase->first]) != "i" && textOf(tokens_[phrase->first]) != "we" &&
        textOf(tokens_[phrase->first]) != "it")
      return false;
    if (!afterQuote && phrase->last < tokens_.size() && looksFinite(sentence_, phrase->last))
      return false; // "…, said Smith was": the subject of another clause
    if (afterClause && !afterQuote &&
        !(phrase->named() || phrase->kind == NounKind::role || phrase->kind == NounKind::pronoun))
      return false;
    if ((frame.cue == CueClass::tell || frame.cue == CueClass::ask) && !afterQuote)
      return false;
    frame.subject = phrase;
    frame.inverted = true;
    takeApposed(frame, phrase->last);
    return true;
  }

  /// ", a hydrologist at …," after a subject.
  void takeApposed(Frame& frame, std::size_t last) const {
    if (last + 1 >= tokens_.size() || tokens_[last].kind != TokenKind::comma)
      return;
    const std::optional<NounPhrase> phrase = nounPhraseAt(sentence_, last + 1, true);
    if (phrase && (phrase->kind == NounKind::person) != (frame.subject->kind == NounKind::person) &&
        (phrase->kind == NounKind::role || phrase->kind == NounKind::person))
      frame.apposed = phrase;
    // "the host, the Western League, urged"
    const bool described = frame.subject->kind == NounKind::phrase || frame.subject->kind == NounKind::role;
    if (phrase && phrase->kind == NounKind::body && phrase->named() && described && !frame.subject->named() &&
        phrase->last < tokens_.size() && tokens_[phrase->last].kind == TokenKind::comma)
      frame.apposed = phrase;
  }

  void takeAgent(Frame& frame, std::size_t v) const {
    for (std::size_t i = v + 1; i < tokens_.size() && i < v + 4; ++i)
      if (textOf(tokens_[i]) == "by") {
        frame.subject = nounPhraseAt(sentence_, i + 1, true);
        frame.inverted = true;
        return;
      }
  }

  void takeAddressee(Frame& frame, std::size_t v) const {
    if (v + 1 >= tokens_.size() || !tokens_[v + 1].isWord() || frame.inverted)
      return;
    const std::optional<NounPhrase> phrase = nounPhraseAt(sentence_, v + 1, true);
    if (phrase && (phrase->kind != NounKind::phrase || frame.cue == CueClass::tell) &&
        !tokens_[v + 1].is(lexical::subordinator | lexical::relative))
      frame.addressee = phrase;
  }

  void findSubject(Frame& frame, std::size_t at) {
    if (at == 0) {
      return;
    }
    const Token& before = tokens_[at - 1];
    const bool ing = tokens_[frame.verb].is(lexical::cue) &&
                     tokens_[frame.verb].known->form == VerbForm::ing && !frame.finite;
    if (before.kind == TokenKind::close) {
      std::size_t open = at - 1;
      while (open > 0 && at - open < farthest && tokens_[open].kind != TokenKind::open)
        --open;
      findSubject(frame, open);
      return;
    }
    if (isComma(before)) {
      if (ing) {
        borrow(frame);
        return;
      }
      acrossParenthesis(frame, at - 1);
      return;
    }
    if (before.is(lexical::relative)) {
      frame.relative = true;
      std::size_t end = at - 1;
      if (end > 0 && isComma(tokens_[end - 1]))
        --end;
      frame.subject = nounPhraseBefore(sentence_, end);
      return;
    }
    if (before.is(lexical::conjunction) || endsClause(before) || before.is(lexical::subordinator) ||
        (ing && before.is(lexical::preposition))) {
      if (before.kind != TokenKind::quote || ing || at > 1)
        borrow(frame);
      return;
    }
    frame.subject = nounPhraseBefore(sentence_, at);
    if (!frame.subject) {
      borrow(frame);
      return;
    }
    const bool hangs = frame.subject->first > 0 &&
                       tokens_[frame.subject->first - 1].is(lexical::preposition) &&
                       !tokens_[frame.subject->first - 1].is(lexical::subordinator);
    if (hangs && frame.subject->kind != NounKind::person && frame.subject->kind != NounKind::body &&
        tokens_[frame.verb].known->form == VerbForm::past && at == frame.verb) {
      frame.subject = std::nullopt; // "in an update posted online"
      return;
    }
    if (ing && frame.subject->kind == NounKind::document && frame.subject->first > 0 &&
        issued(frame.subject->first)) {
      borrow(frame); // "the town released a statement saying"
      return;
    }
    if (outOfRelative(frame))
      return;
    // "Sybiha, the minister said" has no second comma; "the minister, Sybiha, said" is elsewhere
    joinPair(frame);
  }

  /// A verb stands before the phrase: it is an object.
  bool issued(std::size_t first) const {
    const Token& before = tokens_[first - 1];
    return before.isWord() && !before.capital && (before.endsEd || before.is(lexical::verb | lexical::cue));
  }

  /// "Silver, the guru who founded the site tweeted": the relative clause has no comma at its end.
  bool outOfRelative(Frame& frame) {
    const std::size_t first = frame.subject->first;
    if (first == 0 || !issued(first))
      return false;
    for (std::size_t i = first; i > 1 && first - i < 8; --i) {
      if (!tokens_[i - 1].isWord())
        return false;
      if (textOf(tokens_[i - 1]) != "who")
        continue;
      std::size_t end = i - 1;
      if (isComma(tokens_[end - 1]))
        --end;
      const std::optional<NounPhrase> whom = nounPhraseBefore(sentence_, end);
      if (!whom)
        return false;
      frame.subject = whom;
      if (whom->first > 1 && tokens_[whom->first - 1].kind == TokenKind::comma &&
          whom->kind == NounKind::role) {
        const std::optional<NounPhrase> name = nounPhraseBefore(sentence_, whom->first - 1);
        if (name && name->kind == NounKind::person) {
          frame.subject = name;
          frame.apposed = whom;
        }
      }
      return true;
    }
    return false;
  }

  /// "Merkel and Macron said" is left to the second; a role with a name before a comma is one person.
  void joinPair(Frame& frame) const {
    const NounPhrase& subject = *frame.subject;
    if (subject.first < 2 || tokens_[subject.first - 1].kind != TokenKind::comma)
      return;
    const std::optional<NounPhrase> before = nounPhraseBefore(sentence_, subject.first - 1);
    if (before && before->kind == NounKind::role && subject.kind == NounKind::person && before->first == 0 &&
        !before->plural)
      frame.apposed = before;
  }

  /// The verb of another clause gives the subject: the last finite one, else the subject of the sentence.
  void borrow(Frame& frame) {
    frame.borrowed = true;
    frame.subject = clauseSubject(frame.verb);
    for (const Frame& other : frames_)
      if (frame.subject && other.subject && other.subject->first == frame.subject->first)
        frame.apposed = other.apposed;
  }

  std::optional<NounPhrase> clauseSubject(std::size_t v) {
    for (std::size_t i = frames_.size(); i-- > 0;)
      if (frames_[i].subject && !frames_[i].according && (frames_[i].finite || frames_[i].borrowed) &&
          frames_[i].verb < v && !frames_[i].relative)
        return frames_[i].subject;
    const std::optional<NounPhrase> whole = subjectOf(sentence_);
    return whole && whole->last <= v ? whole : std::nullopt;
  }

  /// The verb follows a comma: its subject stands before what the commas set off.
  void acrossParenthesis(Frame& frame, std::size_t comma) {
    std::size_t end = comma; // exclusive end of the segment
    for (int segments = 0; segments < 5; ++segments) {
      std::size_t begin = end;
      while (begin > 0 && comma - begin < farthest && !isComma(tokens_[begin - 1]) &&
             !endsClause(tokens_[begin - 1]))
        --begin;
      if (begin == 0 || !isComma(tokens_[begin - 1]) || begin == end) {
        fallBack(frame, begin, end);
        return;
      }
      const std::optional<NounPhrase> candidate = nounPhraseBefore(sentence_, beforeBrackets(begin - 1));
      if (!candidate || candidate->kind == NounKind::pronoun) {
        if (setsOff(begin, end) && !candidate) {
          end = begin - 1;
          continue;
        }
        fallBack(frame, begin, end);
        return;
      }
      if (!setsOff(begin, end)) {
        fallBack(frame, begin, end);
        return;
      }
      // is the candidate itself set off?
      const bool startsSegment = candidate->first > 0 && isComma(tokens_[candidate->first - 1]);
      const std::optional<NounPhrase> apposed = nounPhraseAt(sentence_, begin, true);
      if (startsSegment && candidate->kind != NounKind::person) {
        const std::optional<NounPhrase> before = nounPhraseBefore(sentence_, candidate->first - 1);
        if (before && before->named() && before->kind == NounKind::person) {
          frame.subject = before;
          frame.apposed = candidate;
          return;
        }
      }
      frame.subject = candidate;
      if (apposed && (apposed->kind == NounKind::person || apposed->kind == NounKind::role) &&
          (apposed->kind == NounKind::person) != (candidate->kind == NounKind::person))
        frame.apposed = apposed;
      return;
    }
    borrow(frame);
  }

  /// "Jim Jordan (R-Ohio),": what stands before brackets.
  std::size_t beforeBrackets(std::size_t end) const {
    if (end == 0 || tokens_[end - 1].kind != TokenKind::close)
      return end;
    std::size_t open = end - 1;
    while (open > 0 && end - open < farthest && tokens_[open].kind != TokenKind::open)
      --open;
    return open;
  }

  /// A quote that is part of a phrase: 'wearing “Ted Cruz” pins'.
  bool isInside(std::size_t q) const {
    return tokens_[q].kind == TokenKind::quote && q > 0 && tokens_[q - 1].isWord() &&
           !tokens_[q - 1].is(lexical::cue) && q + 1 < tokens_.size() && tokens_[q + 1].isWord() &&
           !tokens_[q + 1].capital;
  }

  /// A clause with a subject of its own stands before the comma: "Trump spoke, then said".
  void fallBack(Frame& frame, std::size_t begin, std::size_t end) {
    std::size_t at = begin;
    while (at < end && (tokens_[at].is(lexical::conjunction | lexical::adverb | lexical::subordinator)) &&
           !tokens_[at].isName())
      ++at;
    const std::optional<NounPhrase> phrase = nounPhraseAt(sentence_, at, true);
    if (phrase && phrase->last <= end && phrase->kind != NounKind::phrase) {
      frame.subject = phrase;
      frame.borrowed = phrase->last != end;
      return;
    }
    borrow(frame);
  }

  /// A segment between commas that belongs to what is before it.
  bool setsOff(std::size_t begin, std::size_t end) const {
    const Token& first = tokens_[begin];
    if (first.is(lexical::relative | lexical::preposition | lexical::determiner | lexical::possessive |
                 lexical::role | lexical::title) ||
        first.kind == TokenKind::number || first.isName() || isParticiple(first) ||
        first.is(lexical::subordinator | lexical::time))
      return noFiniteAfterSubject(begin, end);
    if (!first.isWord())
      return true;
    const bool verbal = first.is(lexical::conjunction | lexical::pronoun);
    return !verbal;
  }

  bool noFiniteAfterSubject(std::size_t begin, std::size_t end) const {
    if (tokens_[begin].is(lexical::relative | lexical::subordinator | lexical::preposition))
      return true;
    const std::optional<NounPhrase> phrase = nounPhraseAt(sentence_, begin, true);
    return !phrase || phrase->last >= end || !looksFinite(sentence_, phrase->last);
  }

  const Sentence& sentence_;
  const std::vector<Token>& tokens_;
  std::vector<Frame> frames_;
};

} // namespace

std::vector<Frame> framesOf(const Sentence& sentence) { return FrameFinder(sentence).run(); }

std::optional<NounPhrase> subjectOf(const Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  std::size_t at = 0;
  for (int fronted = 0; fronted < 4 && at < tokens.size(); ++fronted) {
    while (at < tokens.size() && (isComma(tokens[at]) || tokens[at].is(lexical::conjunction) ||
                                  tokens[at].kind == TokenKind::quote ||
                                  (tokens[at].is(lexical::adverb) && !tokens[at].is(lexical::determiner))))
      ++at;
    if (at >= tokens.size())
      return std::nullopt;
    const Token& first = tokens[at];
    const bool ing = (first.endsIng && !first.is(lexical::given)) ||
                     (first.isWord() && first.known != nullptr && first.is(lexical::cue) &&
                      (first.known->form == VerbForm::ing || first.known->form == VerbForm::past));
    const bool fronts =
        (first.is(lexical::preposition | lexical::subordinator) || ing || first.is(lexical::relative)) &&
        textOf(first) != "that";
    if (!fronts)
      return nounPhraseAt(sentence, at, true);
    while (at < tokens.size() && !isComma(tokens[at]) && tokens[at].kind != TokenKind::colon)
      ++at;
  }
  return std::nullopt;
}

} // namespace stasis::evidence
