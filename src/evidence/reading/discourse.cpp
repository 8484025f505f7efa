#include "evidence/reading/discourse.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

constexpr std::size_t reachOfParagraphs = 2;
constexpr std::size_t mostMentions = 80; ///< of these a pronoun considers the last

bool compatible(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

bool holds(const std::optional<model::Range>& outer, model::Range inner) {
  return outer && outer->begin <= inner.begin && inner.end <= outer->end;
}

/// The name stands beside it: "the trust's chief executive, Ana Bell, …".
bool isBesideName(const Sentence& sentence, const NounPhrase& phrase) {
  const auto& tokens = sentence.tokens;
  const bool before = phrase.first > 1 && tokens[phrase.first - 1].kind == TokenKind::comma &&
                      isNameToken(sentence, phrase.first - 2);
  return before || (phrase.last + 1 < tokens.size() && tokens[phrase.last].kind == TokenKind::comma &&
                    isNameToken(sentence, phrase.last + 1));
}

/// A person or body that has no name: "the nurse", "the hospital trust".
bool isDescription(const Sentence& sentence, const NounPhrase& phrase) {
  if (phrase.named() || isBesideName(sentence, phrase))
    return false;
  const Token& head = sentence.tokens[phrase.head];
  return phrase.kind == NounKind::role ||
         (phrase.kind == NounKind::phrase && !head.capital && head.is(lexical::body) && !head.possessive);
}

/// One of many: "the delegation", "the jury", which `it` can stand for.
bool isCollective(const Token& head) {
  return head.is(lexical::plural) && head.known != nullptr && !head.known->text.ends_with("s") &&
         !head.known->text.ends_with("men") && head.known->text != "people" && head.known->text != "children";
}

/// "When a neighbour asked him what it was, he said": who answers is not who asks.
bool tellsSomebody(const Sentence& sentence, std::size_t mention, const Pronoun& pronoun) {
  const auto& tokens = sentence.tokens;
  for (std::size_t i = mention + 1; i + 1 < pronoun.token; ++i)
    if (tokens[i].is(lexical::cue) && tokens[i + 1].is(lexical::pronoun) &&
        (tokens[i + 1].known->text == "him" || tokens[i + 1].known->text == "her") &&
        tokens[i + 1].known->gender == pronoun.gender)
      return true;
  return false;
}

/// A person is named by any word of the name, anything else by its last word: "Comfort, you are killing me".
bool isNamedIn(const std::string& quoted, const Entity& entity) {
  constexpr std::size_t shortest = 3;
  const auto has = [&](const std::string& part) {
    return part.size() >= shortest && quoted.find(" " + part) != std::string::npos;
  };
  return entity.kind == NounKind::person ? std::ranges::any_of(entity.parts, has) : has(entity.parts.back());
}

} // namespace

struct Discourse::Question {
  const Pronoun& pronoun;
  bool turned = false;                          ///< away from the last speaker
  std::vector<std::optional<EntityId>> named{}; ///< in the words themselves
  std::string quoted{};                         ///< the words between marks, in the notation of keys
};

bool Discourse::inReach(std::size_t sentence, std::size_t of) const {
  return sentences_[of].paragraph - sentences_[sentence].paragraph <= reachOfParagraphs;
}

void Discourse::enter(std::size_t sentence) {
  const auto& all = cast_.occurrences();
  for (; nextOccurrence_ < all.size() && all[nextOccurrence_].sentence <= sentence; ++nextOccurrence_) {
    const Occurrence& at = all[nextOccurrence_];
    mentions_.push_back({at.sentence, at.phrase.first, at.entity, std::nullopt, 0, at.subject});
  }
  enterDescribed(sentence);
  enterPronoun(sentence);
}

/// "A woman named Ana climbed on it. She had buried a child": who goes on as the subject is mentioned again.
void Discourse::enterPronoun(std::size_t sentence) {
  const auto& tokens = sentences_[sentence].tokens;
  if (tokens.size() < 2 || !tokens.front().is(lexical::pronoun) ||
      (tokens.front().known->text != "he" && tokens.front().known->text != "she"))
    return;
  Pronoun subject{sentence, 0, tokens.front().known->gender};
  const Antecedent found = antecedentOf(subject);
  if (found.mention == nullptr || found.margin < 2)
    return;
  Mention again = *found.mention;
  again.sentence = sentence;
  again.token = 0;
  again.subject = true;
  mentions_.push_back(std::move(again));
}

void Discourse::enterDescribed(std::size_t sentence) {
  const Sentence& words = sentences_[sentence];
  for (std::size_t i = 0; i + 1 < words.tokens.size(); ++i) {
    if (!words.tokens[i].is(lexical::determiner | lexical::possessive))
      continue;
    const std::optional<NounPhrase> phrase = nounPhraseAt(words, i, true);
    if (phrase && isDescription(words, *phrase))
      mentions_.push_back({sentence, i, std::nullopt, phrase, sentence, standsAsSubject(words, *phrase)});
  }
}

void Discourse::speaks(Mention who) {
  who.token = 0;
  who.subject = true;
  last_ = mentions_.size();
  mentions_.push_back(who);
}

Gender Discourse::genderOf(EntityId id) const {
  const Gender gender = cast_[id].gender;
  const auto learned = learned_.find(id);
  return gender == Gender::unknown && learned != learned_.end() ? learned->second : gender;
}

bool Discourse::isSame(const Mention& a, const Mention& b) const {
  if (a.entity || b.entity)
    return a.entity == b.entity;
  const auto head = [&](const Mention& one) {
    const model::Range range = sentences_[one.describedIn].tokens[one.described->head].range;
    return text_.substr(range.begin, range.end - range.begin);
  };
  return a.described && b.described && head(a) == head(b);
}

/// None if it cannot be a person of that sex; smaller the less the text shows that it is one.
std::optional<int> Discourse::likenessToPerson(const Mention& mention, Gender gender) const {
  if (!mention.entity) {
    const NounPhrase& words = *mention.described;
    if (words.kind != NounKind::role || words.plural || !compatible(words.gender, gender))
      return std::nullopt;
    return words.gender == gender ? 2 : 0;
  }
  const Entity& entity = cast_[*mention.entity];
  const Gender known = genderOf(*mention.entity);
  if (entity.kind != NounKind::person || entity.place || things_.contains(*mention.entity) ||
      !compatible(known, gender))
    return std::nullopt;
  if (known == gender)
    return 2;
  return !entity.roles.empty() ? 1 : entity.parts.size() > 1 ? 0 : -7;
}

std::optional<int> Discourse::likenessToThing(const Mention& mention, bool plural) const {
  if (!mention.entity) {
    const NounPhrase& words = *mention.described;
    if (plural)
      return words.plural ? std::optional(2) : words.kind == NounKind::role ? std::nullopt : std::optional(0);
    if (isCollective(sentences_[mention.describedIn].tokens[words.head]))
      return 0;
    return words.kind == NounKind::role || words.plural ? std::nullopt : std::optional(0);
  }
  const Entity& entity = cast_[*mention.entity];
  if (entity.kind == NounKind::body || entity.kind == NounKind::state)
    return 0;
  const bool person = genderOf(*mention.entity) != Gender::unknown;
  return person ? std::nullopt : std::optional(entity.roles.empty() ? -2 : -4);
}

std::optional<int> Discourse::likeness(const Mention& mention, const Pronoun& pronoun) const {
  return pronoun.gender != Gender::unknown ? likenessToPerson(mention, pronoun.gender)
                                           : likenessToThing(mention, pronoun.plural);
}

/// Within its sentence, a pronoun can only stand for the subject before it, and for nothing in the words it
/// introduces.
bool Discourse::isOpenTo(const Mention& mention, const Pronoun& pronoun) const {
  if (mention.sentence < pronoun.sentence)
    return true;
  if (mention.token >= pronoun.token || !mention.subject || (pronoun.behindWords && mention.token > 0))
    return false;
  if (tellsSomebody(sentences_[mention.sentence], mention.token, pronoun))
    return false;
  return !holds(pronoun.said, sentences_[mention.sentence].tokens[mention.token].range);
}

/// Since the last speaker, this paragraph has made somebody else its subject: "His counterpart, Leonor
/// Bastide, was more guarded. She …".
bool Discourse::hasTurned(const Pronoun& pronoun) const {
  if (!last_)
    return false;
  const Mention& last = mentions_[*last_];
  const std::size_t here = sentences_[pronoun.sentence].paragraph;
  if (pronoun.gender != Gender::unknown && sentences_[last.sentence].paragraph == here)
    return false;
  for (std::size_t i = mentions_.size(); i-- > 0 && mentions_[i].sentence > last.sentence;) {
    const Mention& one = mentions_[i];
    if (one.subject && one.sentence < pronoun.sentence && sentences_[one.sentence].paragraph == here &&
        !isSame(one, last) && likeness(one, pronoun).value_or(-3) > -3)
      return true;
  }
  return false;
}

int Discourse::score(const Mention& mention, const Question& question) const {
  const std::size_t distance = question.pronoun.sentence - mention.sentence;
  int score = 20 - 3 * static_cast<int>(std::min<std::size_t>(distance, 5));
  score += mention.subject ? 4 : 0;
  score += distance == 0 ? 5 : 0;
  score += mention.token == 0 ? 1 : 0;
  if (last_ && !question.turned && isSame(mention, mentions_[*last_]) &&
      inReach(mentions_[*last_].sentence, question.pronoun.sentence))
    score += 5;
  return score;
}

Antecedent Discourse::antecedentOf(const Pronoun& pronoun) const {
  Question question{pronoun, hasTurned(pronoun)};
  for (const Occurrence& at : cast_.occurrences(pronoun.sentence))
    if (holds(pronoun.said, sentences_[at.sentence].tokens[at.phrase.nameFirst].range))
      question.named.emplace_back(at.entity);
  constexpr std::size_t enough = 400; // bytes
  if (pronoun.quoted)
    question.quoted =
        " " + keyOf(text_.substr(pronoun.quoted->begin,
                                 std::min(enough, pronoun.quoted->end - pronoun.quoted->begin)));
  const auto namesItself = [&](const Mention& mention) {
    return mention.entity && (std::ranges::find(question.named, mention.entity) != question.named.end() ||
                              isNamedIn(question.quoted, cast_[*mention.entity]));
  };
  struct Candidate {
    const Mention* mention = nullptr;
    int score = 0;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = mentions_.size(), looked = 0;
       i-- > 0 && looked < mostMentions && inReach(mentions_[i].sentence, pronoun.sentence); ++looked) {
    const Mention& mention = mentions_[i];
    const std::optional<int> like = likeness(mention, pronoun);
    if (!like || !isOpenTo(mention, pronoun) || namesItself(mention))
      continue;
    const int all = score(mention, question) + *like;
    const auto known =
        std::ranges::find_if(candidates, [&](const Candidate& one) { return isSame(*one.mention, mention); });
    if (known == candidates.end())
      candidates.push_back({&mention, all});
    else
      known->score = std::max(known->score, all);
  }
  if (candidates.empty())
    return {};
  std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
  constexpr int alone = 20;
  return {candidates[0].mention, candidates.size() > 1 ? candidates[0].score - candidates[1].score : alone};
}

} // namespace stasis::evidence
