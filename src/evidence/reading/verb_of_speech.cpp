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
  last = cut(first, last);
  while (first < last && (s_.isAny(first, {"that", ",", ":", "out"}) || isTime(first)))
    ++first;
  while (last > first && (t_[last].upos == Upos::punct && !isClosing(last)))
    --last;
  if (last < first || (last == first && t_[first].upos == Upos::punct))
    return false;
  told_.content = bytes(first, last);
  told_.head = head;
  return true;
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
    if (s_.sentence().tokens[s_.tokenOf(w)].kind == TokenKind::semicolon)
      return w - 1;
    if (s_.isComma(w) && w + 2 < last && s_.isAny(w + 1, {"but", "while", "whereas"}))
      return w - 1;
  }
  return last;
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
