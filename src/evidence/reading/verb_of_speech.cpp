#include "evidence/reading/verb_of_speech.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

bool isModifier(Relation r) {
  const Relation b = grammar::base(r);
  return b == Relation::obl || b == Relation::advmod || b == Relation::advcl || b == Relation::discourse;
}

} // namespace

WordIndex VerbOfSpeech::thatOf(WordIndex clause) const {
  for (const WordIndex child : t_.children(clause))
    if (child < clause && s_.isAny(child, {"that"}))
      return child;
  return noWord;
}

WordIndex outerVerb(const Syntax& s, WordIndex verb) {
  const SentenceTree& t = s.tree();
  const auto speaks = [&](WordIndex w) {
    const Word* known = s.known(w);
    return known != nullptr && ((known->common & lexical::cue) != 0 || known->isTelling) &&
           known->cue != CueClass::think && known->cue != CueClass::manner && t[w].upos == Upos::verb;
  };
  const bool past = t[verb].xpos == Xpos::vbd || (t[verb].xpos == Xpos::vbn && t.has(verb, Relation::obj));
  if (!speaks(verb) || t.relation(verb) != Relation::conj || (!past && t[verb].xpos != Xpos::vbz))
    return noWord;
  for (const WordIndex child : t.children(verb))
    if (isSubject(t.relation(child)) || t.relation(child) == Relation::aux)
      return noWord;
  const WordIndex inner = t.head(verb);
  const bool shifted =
      t[inner].xpos != t[verb].xpos || t.has(inner, Relation::aux) || t.has(inner, Relation::cop);
  if (!shifted)
    return noWord;
  for (WordIndex at = inner; t.head(at) != noWord; at = t.head(at)) {
    const Relation r = grammar::base(t.relation(at));
    if (r != Relation::ccomp && r != Relation::xcomp && r != Relation::advcl && r != Relation::acl &&
        r != Relation::obj && r != Relation::obl && r != Relation::conj && r != Relation::nmod &&
        r != Relation::parataxis && r != Relation::punct) // a quotation may hang from its mark
      return noWord;
    const WordIndex outer = t.head(at);
    if (speaks(outer) && outer < verb)
      return (t[outer].xpos == Xpos::vbz) != past ? outer : noWord;
  }
  return noWord;
}

SentenceTree::Extent VerbOfSpeech::extentOf(WordIndex w) const {
  auto extent = t_.extent(w);
  while (extent.first < w && s_.isComma(extent.first))
    ++extent.first;
  return extent;
}

void VerbOfSpeech::step(std::string_view how, WordIndex w) {
  if (told_.path.empty())
    told_.path = t_.text(v_);
  told_.path += std::string("; ") + std::string(how) + " " + std::string(t_.text(w));
}

bool VerbOfSpeech::hasModal() const {
  return std::ranges::any_of(t_.children(v_), [&](WordIndex c) {
    return t_.relation(c) == Relation::aux && t_[c].xpos == Xpos::md;
  });
}

std::uint16_t VerbOfSpeech::valency() const {
  return s_.known(v_) == nullptr ? std::uint16_t{0} : s_.known(v_)->valency;
}

model::Range VerbOfSpeech::bytes(WordIndex first, WordIndex last) const {
  return {t_[first].range.begin, t_[last].range.end};
}

WordIndex VerbOfSpeech::object() const {
  for (const Relation r : {Relation::obj, Relation::iobj})
    if (const WordIndex w = t_.child(v_, r); w != noWord && w != told_.inverted)
      return w;
  return noWord;
}

bool VerbOfSpeech::isCondition(WordIndex clause) const {
  return s_.hasChild(clause, Relation::mark,
                     {"if", "unless", "once", "provided", "until", "should", "assuming", "providing"}) ||
         s_.hasChild(clause, Relation::case_, {"provided", "unless", "until"});
}

bool VerbOfSpeech::put(WordIndex first, WordIndex last, WordIndex head) {
  told_.head = head;
  last = cut(first, withCondition(last));
  if (first + 3 < last && s_.isComma(first) && t_[first + 1].upos == Upos::adv && s_.isComma(first + 2))
    first += 3; // "pointed out, however, that"
  first = behindThat(skipSetting(first, last, head), last);
  while (first < last && (s_.isAny(first, {"that", ",", ":", "out"}) || isTime(first)))
    ++first;
  while (last > first && (t_[last].upos == Upos::punct && !isClosing(last)))
    --last;
  const bool empty =
      last == first && (t_[first].upos == Upos::punct || s_.isAny(first, {"that", "this", "so"}));
  if (last < first || empty) {
    told_.head = noWord;
    return false;
  }
  told_.content = bytes(first, last);
  return true;
}

/// "declared before the deputies | that the country kneels": what was told begins behind the `that`.
WordIndex VerbOfSpeech::behindThat(WordIndex first, WordIndex last) const {
  constexpr WordIndex reach = 8;
  if (t_[first].upos != Upos::adp)
    return first;
  for (WordIndex w = first + 1; w < last && w < first + reach; ++w) {
    if (t_[w].upos == Upos::verb || t_[w].upos == Upos::aux || t_[w].upos == Upos::punct)
      return first;
    if (s_.isAny(w, {"that"}) && t_[w].upos == Upos::sconj)
      return w + 1;
  }
  return first;
}

/// "would start the moment the letter was withdrawn": a condition right after the reported words belongs to
/// them, wherever the tree attaches it.
WordIndex VerbOfSpeech::withCondition(WordIndex last) const {
  WordIndex w = last + 1;
  if (w + 3 >= t_.size() || s_.inQuote(last) || v_ >= last)
    return last;
  if (isStrictIf(last) || (last > 0 && isStrictIf(last - 1))) // no tree has "if, and only if,": to the end
    return lastOf();
  const bool moment = s_.isAny(last, {"moment", "minute", "day", "instant"}) && s_.isAny(last - 1, {"the"});
  if (t_.is(w, ",") && setsOffCondition(w + 1))
    ++w;
  else if (!moment && !s_.isAny(w, {"if", "unless", "once", "until", "provided", "should"}))
    return last;
  WordIndex end = w;
  while (end + 1 < t_.size() && t_[end + 1].upos != Upos::punct && !s_.inQuote(end + 1) &&
         !(s_.isAny(end + 1, {"and", "but"})))
    ++end;
  return end > w ? end : last;
}

/// "will go if | , and only if, the union agrees"
bool VerbOfSpeech::isStrictIf(WordIndex w) const {
  return s_.isAny(w, {"if"}) && s_.isComma(w + 1) && s_.isAny(w + 2, {"and"}) && s_.isAny(w + 3, {"only"}) &&
         s_.isAny(w + 4, {"if"});
}

/// ", provided that", ", subject to": after a comma what can be nothing else than a condition.
bool VerbOfSpeech::setsOffCondition(WordIndex w) const {
  if (w + 2 >= t_.size())
    return false;
  if (s_.isAny(w, {"subject"}))
    return s_.isAny(w + 1, {"to"});
  if (s_.isAny(w, {"but"}))
    return limits(w);
  if (s_.isAny(w, {"on"}))
    return s_.isAny(w + 1, {"condition"}) || s_.isAny(w + 2, {"condition"});
  if (s_.isAny(w, {"so", "as"}))
    return s_.isAny(w + 1, {"long", "soon"}) && s_.isAny(w + 2, {"as"});
  return s_.isAny(w, {"provided", "providing", "unless", "if"});
}

/// "but only if", "but not before"
bool VerbOfSpeech::limits(WordIndex w) const {
  return s_.isAny(w, {"but"}) && w + 2 < t_.size() && s_.isAny(w + 1, {"only", "not"}) &&
         s_.isAny(w + 2, {"if", "when", "after", "once", "until", "before", "unless", "without"});
}

bool VerbOfSpeech::isClosing(WordIndex w) const {
  return s_.isAny(w, {"\"", ")", "]", "%"}) || s_.inQuote(w);
}

bool VerbOfSpeech::isTime(WordIndex w) const {
  const Token& token = s_.sentence().tokens[s_.tokenOf(w)];
  return token.is(lexical::time) && token.capital;
}

WordIndex VerbOfSpeech::cut(WordIndex first, WordIndex last) const {
  for (WordIndex w = first + 1; w < last; ++w) {
    if (s_.inQuote(w))
      continue;
    const TokenKind kind = s_.sentence().tokens[s_.tokenOf(w)].kind;
    if (kind == TokenKind::semicolon || (kind == TokenKind::colon && s_.inQuote(w + 1)))
      return w - 1;
    if (s_.isComma(w) && w + 2 < last &&
        (addsOn(w + 1) || addsNote(w + 1, last) || saysMore(w + 1) || endsInRelative(w + 1, last)))
      return w - 1;
    if (told_.ofThing && t_[w].xpos == Xpos::vbg && saysMore(w) &&
        !s_.sentence().tokens[s_.tokenOf(w - 1)].is(lexical::document))
      return w - 1; // "attacked the law | saying it would cost them"
    if (s_.isAny(w, {"after"}) && opensOccasion(w, last))
      return w - 1;
    if (s_.isAny(w, {"and", "but"}) && leavesInfinitive(w, last))
      return s_.isComma(w - 1) ? w - 2 : w - 1;
    if (s_.isAny(w, {"and", "but"}))
      for (WordIndex verb = w + 1; verb < last && verb < w + 4; ++verb)
        if (s_.known(verb) != nullptr && outerVerb(s_, verb) == v_)
          return s_.isComma(w - 1) ? w - 2 : w - 1;
  }
  return last;
}

/// "to wait | after the ministry promised to pay": a clause in the past about what somebody did is no part of
/// what is to be done.
bool VerbOfSpeech::opensOccasion(WordIndex after, WordIndex last) const {
  if (told_.head == noWord || told_.head < v_ || told_.head > after || !s_.isInfinitive(told_.head))
    return false;
  for (WordIndex w = after + 1; w <= last && t_[w].upos != Upos::punct; ++w) {
    if (t_[w].upos == Upos::aux || s_.isAny(w, {"to", "if", "who", "which", "that"}))
      return false;
    if (t_[w].xpos == Xpos::vbd || t_[w].xpos == Xpos::vbn)
      return w > after + 1 && t_.has(w, Relation::nsubj);
  }
  return false;
}

/// "begged him to walk | and did not", "to wait | and left": a verb with tense and without a subject goes on
/// with who speaks, not with an infinitive.
bool VerbOfSpeech::leavesInfinitive(WordIndex joint, WordIndex last) const {
  if (told_.head == noWord || told_.head < v_ || told_.head > joint || t_[told_.head].xpos != Xpos::vb ||
      !s_.isInfinitive(told_.head))
    return false;
  for (WordIndex w = joint + 1; w <= last && w < joint + 4; ++w) {
    if (t_.isFiniteForm(w) && t_[w].xpos != Xpos::md && t_[w].xpos != Xpos::vbp)
      return t_.subject(w) == noWord || t_.subject(w) < joint;
    if (t_[w].upos != Upos::adv && t_[w].upos != Upos::part && t_[w].upos != Upos::punct)
      return false;
  }
  return false;
}

/// ", though neither would say", ", as it had rejected the last": the reporter goes on; not ", but only if",
/// ", but not before".
bool VerbOfSpeech::addsOn(WordIndex w) const {
  if (limits(w))
    return false;
  if (s_.isAny(w, {"but", "while", "whereas", "though", "although", "despite"}))
    return true;
  if (!s_.isAny(w, {"as"}) || s_.isAny(w + 1, {"soon", "long", "far", "well"}))
    return false;
  for (WordIndex i = w + 2; i + 1 < t_.size() && !t_.is(i, ";"); ++i)
    if (t_.is(i, ",") && setsOffCondition(i + 1))
      return false; // "will not mend it, as they did before, if the pool is full"
  return true;
}

/// ", saying that it would cost jobs": a second statement, introduced by its own verb of speech.
bool VerbOfSpeech::saysMore(WordIndex w) const {
  if (s_.isAny(w, {"according"}) && w + 1 < t_.size() &&
      s_.isAny(w + 1, {"to"})) { // up to the end of the sentence
    for (WordIndex i = w + 2; i < t_.size(); ++i)
      if (s_.isComma(i) || t_.isFiniteForm(i))
        return false;
    return true;
  }
  const Word* known = s_.known(w);
  return t_[w].xpos == Xpos::vbg && known != nullptr && (known->common & lexical::cue) != 0 &&
         (known->cue == CueClass::say || known->cue == CueClass::tell);
}

/// "a corridor to the suburbs, where people are without water": a clause set off after a thing, up to the
/// end, is the reporter's.
bool VerbOfSpeech::endsInRelative(WordIndex w, WordIndex last) const {
  if (!s_.isAny(w, {"where", "who", "whom", "whose", "which"}) || told_.head == noWord || told_.head > w ||
      t_.isFiniteClause(told_.head))
    return false;
  for (WordIndex i = w + 1; i <= last; ++i)
    if (s_.isComma(i))
      return false;
  return true;
}

/// ", a denial that …", ", the island whose …": a note on the reported words, up to its end.
bool VerbOfSpeech::addsNote(WordIndex w, WordIndex last) const {
  if (!s_.isAny(w, {"a", "an", "the"}))
    return false;
  bool relative = false;
  for (WordIndex i = w + 1; i <= last; ++i) {
    if (s_.isComma(i) && !relative)
      return false;
    relative = relative || (i < w + 6 && s_.isAny(i, {"that", "which", "whose"}));
    const bool before = told_.head == noWord || told_.head > w;
    if (before && s_.isComma(i) && i + 1 <= last && t_.isFiniteForm(i + 1)) // ", a man who fled, would come"
      return false;
  }
  return relative;
}

/// Skips the time, the place and the addressee, which may be attached to the clause: "said on Tuesday it
/// would".
WordIndex VerbOfSpeech::skipSetting(WordIndex first, WordIndex last, WordIndex head) const {
  const WordIndex subject = head == noWord ? noWord : ownSubjectOf(head);
  if (subject == noWord)
    return first;
  const WordIndex begin = extentOf(subject).first;
  while (first < begin && s_.isAny(first, {"on", "in", "at", "to", "through", "during", "after"})) {
    WordIndex noun = first;
    while (noun + 1 < begin && t_.head(first) != noun)
      ++noun;
    const Token& token = s_.sentence().tokens[s_.tokenOf(noun)];
    const bool setting =
        token.is(lexical::time | lexical::document) ||
        s_.isAny(noun, {"conference", "interview", "briefing", "radio", "television", "reporters",
                        "journalists", "parliament", "letter", "statement", "talks", "meeting"});
    if (!setting || noun >= last)
      return first;
    first = noun + 1;
  }
  return first;
}

bool VerbOfSpeech::hasRelative(WordIndex clause) const {
  return std::ranges::any_of(t_.children(clause), [&](WordIndex c) {
    return s_.isAny(c, {"who", "which", "that", "whom", "where", "when"});
  });
}

WordIndex VerbOfSpeech::ownSubjectOf(WordIndex clause) const {
  for (const WordIndex child : t_.children(clause))
    if (isSubject(t_.relation(child)))
      return child;
  return noWord;
}

bool VerbOfSpeech::hasFinite() const {
  for (WordIndex w = 0; w < t_.size(); ++w)
    if (!s_.inQuote(w) && t_.isFiniteForm(w) && w != v_ && !t_.under(w, v_))
      return true;
  return false;
}

WordIndex VerbOfSpeech::endOfVerb(WordIndex last) const {
  WordIndex end = last;
  for (const WordIndex child : t_.children(v_)) {
    if (child <= last || !isModifier(t_.relation(child)) || s_.inQuote(child) != s_.inQuote(last))
      continue;
    const auto extent = t_.extent(child);
    const bool comma = extent.first > 0 && s_.isComma(extent.first - 1);
    if (extent.first <= end || (comma && !isCondition(child)))
      continue;
    if (extent.first > end + 1 + (comma ? 1U : 0U))
      break;
    end = extent.last;
  }
  return end;
}

WordIndex VerbOfSpeech::lastOf() const {
  auto w = static_cast<WordIndex>(t_.size() - 1);
  while (w > 0 && t_[w].upos == Upos::punct)
    --w;
  return w;
}

bool VerbOfSpeech::conditionFirst() const {
  const auto& tokens = s_.sentence().tokens;
  const std::size_t teller = std::min(told_.verb, told_.speakers.front().first);
  WordIndex first = 0;
  while (first < v_ && t_[first].upos == Upos::punct)
    ++first;
  return teller > 0 && tokens[teller - 1].kind == TokenKind::comma && s_.tokenOf(first) + 1 < teller &&
         s_.isAny(first, {"if", "unless", "should", "were", "had", "once", "until", "provided", "providing",
                          "assuming"});
}

} // namespace stasis::evidence
