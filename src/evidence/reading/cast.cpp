#include "evidence/reading/cast.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

/// Bearers of one name; anybody later is found by the full name only. Keeps reading linear.
constexpr std::size_t mostBearers = 16;

std::size_t index(EntityId id) { return static_cast<std::size_t>(id); }

/// "al-Burhan" is "Burhan" too.
std::string withoutArticle(const std::string& part) {
  for (const std::string_view article : {"al-", "el-", "ad-", "ar-", "as-", "an-"})
    if (part.starts_with(article) && part.size() > article.size() + 1)
      return part.substr(article.size());
  return part;
}

bool compatible(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

/// "the Republic of Norland", "the Duchy of Tarn": with an article and `of`, a word is no person.
bool isOfName(const Sentence& sentence, const NounPhrase& phrase) {
  const auto& tokens = sentence.tokens;
  return phrase.kind == NounKind::person && !phrase.hasRole && phrase.nameLast == phrase.nameFirst + 1 &&
         phrase.nameFirst == phrase.first + 1 && tokens[phrase.first].is(lexical::determiner) &&
         !tokens[phrase.nameFirst].is(lexical::given) && phrase.last + 1 < tokens.size() &&
         tokens[phrase.last].known != nullptr && tokens[phrase.last].known->text == "of" &&
         tokens[phrase.last + 1].capital;
}

/// "Market traders' leader": the first word says which noun is meant.
bool describesNoun(const Sentence& sentence) {
  if (sentence.tokens.size() < 2 || sentence.tokens[0].possessive)
    return false;
  const Token& next = sentence.tokens[1];
  return next.isWord() && !next.capital && !next.endsEd && !looksFinite(sentence, 1) &&
         (next.possessive || next.is(lexical::plural | lexical::role | lexical::body) ||
          (next.known == nullptr && sentence.tokens.size() > 2 && looksFinite(sentence, 2))) &&
         !next.is(lexical::preposition | lexical::conjunction | lexical::adverb | lexical::relative);
}

} // namespace

bool isIndefinite(std::string_view lower) {
  for (const std::string_view word :
       {"nobody", "no-one", "none", "nothing", "everyone", "everybody", "everything", "someone", "somebody",
        "something", "anyone", "anybody", "anything"})
    if (word == lower)
      return true;
  return false;
}

bool standsAsSubject(const Sentence& sentence, const NounPhrase& phrase) {
  if (phrase.first > 0 && sentence.tokens[phrase.first - 1].is(lexical::preposition) &&
      !sentence.tokens[phrase.first - 1].is(lexical::subordinator) &&
      !(phrase.first == 1 && sentence.tokens[phrase.last - 1].possessive))
    return false;
  if (sentence.tokens[phrase.last - 1].possessive) // "In Amal Rahimi's case, she …"
    return phrase.last < sentence.tokens.size() && sentence.tokens[phrase.last].known == nullptr &&
           phrase.first == 1 && phrase.last + 1 < sentence.tokens.size() &&
           sentence.tokens[phrase.last + 1].kind == TokenKind::comma;
  if (phrase.last >= sentence.tokens.size())
    return phrase.first > 0 && sentence.tokens[phrase.first - 1].is(lexical::cue);
  const Token& next = sentence.tokens[phrase.last];
  return looksFinite(sentence, phrase.last) ||
         next.is(lexical::preposition | lexical::adverb | lexical::relative | lexical::time) ||
         next.kind == TokenKind::comma || next.kind == TokenKind::open ||
         (next.isWord() && !next.capital && phrase.first == 0 &&
          !next.is(lexical::preposition | lexical::conjunction));
}

std::size_t endOfName(const Sentence& sentence, const NounPhrase& phrase) {
  std::size_t last = phrase.nameLast;
  if (phrase.kind != NounKind::body || !sentence.tokens[last - 1].isWord() ||
      sentence.tokens[last - 1].possessive)
    return last;
  const auto& tokens = sentence.tokens;
  while (last + 1 < tokens.size() && tokens[last - 1].capital &&
         (tokens[last].is(lexical::preposition) ||
          (last > phrase.nameLast && tokens[last].is(lexical::conjunction)))) {
    const std::string_view link = tokens[last].known->text;
    const bool continent = link == "in" && last > phrase.nameLast &&
                           tokens[last + 1].capital && // "in Europe"
                           !tokens[last + 1].is(lexical::given | lexical::time) &&
                           !(last + 2 < tokens.size() && tokens[last + 2].capital);
    if (link != "of" && link != "for" && link != "and" && !continent)
      break;
    std::size_t next = last + 1;
    if (next < tokens.size() && tokens[next].is(lexical::determiner) && !tokens[next].capital)
      ++next;
    if (next >= tokens.size() || !tokens[next].capital || !tokens[next].isWord())
      break;
    last = next + 1;
    while (last < tokens.size() && isNameToken(sentence, last) && !tokens[last - 1].possessive)
      ++last;
  }
  return last;
}

Cast::Cast(std::string_view text, const std::vector<Sentence>& sentences)
    : text_(text), sentences_(sentences) {
  for (const Sentence& sentence : sentences)
    for (const Token& token : sentence.tokens)
      if (token.isWord() && !token.capital && token.known == nullptr)
        lowerWords_.emplace(text.substr(token.range.begin, token.range.end - token.range.begin), true);
      else if (token.isWord() && token.capital && &token != &sentence.tokens.front())
        capitalsInside_.insert(key(token.range));
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    firstOf_.push_back(occurrences_.size());
    collect(s);
  }
  firstOf_.push_back(occurrences_.size());
  std::vector<std::size_t> later;
  for (std::size_t i = 0; i < occurrences_.size(); ++i)
    if (occurrences_[i].phrase.nameLast - occurrences_[i].phrase.nameFirst > 1)
      enter(i);
  lastSeen_.assign(entities_.size(), 0);
  for (std::size_t i = 0; i < occurrences_.size(); ++i) {
    if (occurrences_[i].phrase.nameLast - occurrences_[i].phrase.nameFirst <= 1)
      enter(i);
    lastSeen_.resize(entities_.size(), 0);
    lastSeen_[index(occurrences_[i].entity)] = i + 1;
  }
  for (const Occurrence& occurrence : occurrences_)
    learn(entities_[index(occurrence.entity)], occurrence);
}

std::string Cast::key(model::Range range) const {
  return keyOf(text_.substr(range.begin, range.end - range.begin));
}

Cast::Name Cast::nameOf(const Sentence& sentence, const NounPhrase& phrase) const {
  Name name;
  const std::size_t last = endOfName(sentence, phrase);
  for (std::size_t i = phrase.nameFirst; i < last; ++i) {
    model::Range range = sentence.tokens[i].range;
    if (sentence.tokens[i].possessive) {
      range.end -= text_[range.end - 1] == 's' || text_[range.end - 1] == 'S' ? 2U : 1U;
    }
    name.parts.push_back(key(range));
    name.range = i == phrase.nameFirst ? range : model::cover(name.range, range);
  }
  return name;
}

/// A first word with a capital that also occurs without one in the text, or that cannot be a name before the
/// next word.
bool Cast::isCommonWord(const Sentence& sentence, const NounPhrase& phrase) const {
  if (phrase.nameFirst != 0 || phrase.nameLast != 1)
    return false;
  const Token& token = sentence.tokens[0];
  if (isIndefinite(key(token.range)))
    return true;
  if (token.is(lexical::given | lexical::place | lexical::knownBody) || token.allCapitals)
    return false;
  if (token.is(lexical::cue | lexical::verb | lexical::role | lexical::document | lexical::body))
    return true;
  const std::string lower = key(token.range);
  if (describesNoun(sentence) && !capitalsInside_.contains(lower))
    return true;
  return lowerWords_.contains(lower) || lower.ends_with("ing");
}

void Cast::collect(std::size_t number) {
  const Sentence& sentence = sentences_[number];
  const auto& tokens = sentence.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!isNameToken(sentence, i))
      continue;
    const bool more =
        i + 1 < tokens.size() && (!tokens[i].possessive || tokens[i].collective) &&
        (isNameToken(sentence, i + 1) ||
         (tokens[i + 1].kind == TokenKind::other && i + 2 < tokens.size() && isNameToken(sentence, i + 2)));
    if (more)
      continue;
    std::optional<NounPhrase> phrase = nounPhraseBefore(sentence, i + 1, false);
    if (phrase && isOfName(sentence, *phrase))
      phrase->kind = NounKind::body;
    if (!phrase || !phrase->named() || isCommonWord(sentence, *phrase))
      continue;
    occurrences_.push_back({number, *phrase, {}, standsAsSubject(sentence, *phrase)});
  }
}

void Cast::enter(std::size_t i) {
  Occurrence& occurrence = occurrences_[i];
  const Sentence& sentence = sentences_[occurrence.sentence];
  Name name = nameOf(sentence, occurrence.phrase);
  const bool honorific =
      occurrence.phrase.hasRole && sentence.tokens[occurrence.phrase.head].is(lexical::honorific);
  std::optional<EntityId> known = findFull(name, occurrence.phrase);
  if (!known && name.parts.size() == 1)
    known = findPart(name, occurrence.phrase);
  occurrence.entity = known ? *known : add(occurrence.phrase, name, honorific);
  if (known && name.parts.size() == 1 && (*this)[*known].parts.size() > 1)
    calledBy_.try_emplace(withoutArticle(name.parts[0]), *known);
  Entity& entity = entities_[index(occurrence.entity)];
  if (name.parts.size() > entity.parts.size()) {
    entity.parts = name.parts;
    entity.name = name.range;
    for (const std::string& part : name.parts) {
      auto& ids = byPart_[withoutArticle(part)];
      if (ids.size() < mostBearers && std::ranges::find(ids, occurrence.entity) == ids.end())
        ids.push_back(occurrence.entity);
    }
  }
}

EntityId Cast::add(const NounPhrase& phrase, Name name, bool /*honorific*/) {
  const EntityId id{static_cast<std::uint32_t>(entities_.size())};
  for (const std::string& part : name.parts) {
    auto& ids = byPart_[withoutArticle(part)];
    if (ids.size() < mostBearers && (ids.empty() || ids.back() != id))
      ids.push_back(id);
  }
  if (phrase.kind != NounKind::person && name.parts.size() > 1) {
    std::string initials;
    for (const std::string& part : name.parts)
      if (part != "of" && part != "the" && part != "for" && part != "and")
        initials += part[0];
    byPart_[initials].push_back(id);
  }
  const Gender gender = phrase.kind == NounKind::person ? phrase.gender : Gender::unknown;
  entities_.push_back({phrase.kind, std::move(name.parts), name.range, gender, {}, false, 0});
  return id;
}

std::optional<EntityId> Cast::findFull(const Name& name, const NounPhrase& phrase) const {
  const auto ids = byPart_.find(withoutArticle(name.parts.back()));
  if (ids == byPart_.end())
    return std::nullopt;
  for (const EntityId id : ids->second) {
    const Entity& entity = (*this)[id];
    if (entity.parts == name.parts)
      return id;
    if (name.parts.size() < 2 || entity.parts.size() < 2 || entity.kind != NounKind::person ||
        phrase.kind != NounKind::person || !compatible(entity.gender, phrase.gender))
      continue;
    const bool surname = withoutArticle(entity.parts.back()) == withoutArticle(name.parts.back());
    if (surname && entity.parts.front() == name.parts.front())
      return id; // "Donald Trump", "Donald J. Trump"
    if (name.parts.size() != entity.parts.size() &&
        std::ranges::all_of(name.parts.size() < entity.parts.size() ? name.parts : entity.parts,
                            [&](const std::string& part) {
                              const auto& longer =
                                  name.parts.size() < entity.parts.size() ? entity.parts : name.parts;
                              return std::ranges::find(longer, part) != longer.end();
                            }))
      return id; // "Wasserman Schultz"
  }
  return std::nullopt;
}

std::optional<EntityId> Cast::findPart(const Name& name, const NounPhrase& phrase) const {
  const auto ids = byPart_.find(withoutArticle(name.parts[0]));
  if (ids == byPart_.end())
    return std::nullopt;
  std::optional<EntityId> best;
  std::size_t bestScore = 0;
  for (const EntityId id : ids->second) {
    const Entity& entity = (*this)[id];
    if (!compatible(entity.gender, phrase.gender))
      continue;
    const bool isLast = withoutArticle(entity.parts.back()) == withoutArticle(name.parts[0]);
    const bool isFirst = withoutArticle(entity.parts.front()) == withoutArticle(name.parts[0]);
    if (!isLast && !isFirst && entity.parts.size() > 1 && entity.kind == NounKind::person &&
        withoutArticle(entity.parts[entity.parts.size() - 2]) != withoutArticle(name.parts[0]))
      continue;
    if (phrase.kind == NounKind::state && entity.kind != NounKind::state)
      continue;
    if (std::ranges::any_of(entity.parts,
                            [](const std::string& part) { return part[0] >= '0' && part[0] <= '9'; }))
      continue; // "Unifor Local 444" is not Unifor
    if (entity.kind == NounKind::body && entity.parts.size() > 1 && !isFirst && phrase.kind != NounKind::body)
      continue; // not every word of a body's name stands for it
    const std::size_t seen = index(id) < lastSeen_.size() ? lastSeen_[index(id)] : 0;
    const auto called =
        calledBy_.find(withoutArticle(name.parts[0])); // whoever was called by it first goes on to be
    if (called != calledBy_.end() && called->second == id)
      return id;
    const std::size_t score = 1 + seen * 4 + (isLast ? 2U : 0U) + (entity.kind == phrase.kind ? 1U : 0U);
    if (!best || score > bestScore) {
      best = id;
      bestScore = score;
    }
  }
  return best;
}

std::size_t Cast::bearers(const std::string& surname) const {
  const auto ids = byPart_.find(withoutArticle(surname));
  if (ids == byPart_.end())
    return 0;
  return static_cast<std::size_t>(std::ranges::count_if(ids->second, [&](EntityId id) {
    const Entity& entity = (*this)[id];
    return entity.kind == NounKind::person && entity.parts.size() > 1 &&
           withoutArticle(entity.parts.back()) == withoutArticle(surname);
  }));
}

std::optional<EntityId> Cast::bodyNamed(const std::string& words) const {
  const auto ids = byPart_.find(words);
  return ids == byPart_.end() ? std::nullopt : std::optional(ids->second.front());
}

std::optional<Role> Cast::roleIn(const Sentence& sentence, const NounPhrase& phrase) const {
  if (!phrase.hasRole)
    return std::nullopt;
  const Token& head = sentence.tokens[phrase.head];
  Role role;
  role.head = head.known != nullptr ? head.known->text : key(head.range);
  role.speaks = head.is(lexical::speaks);
  std::size_t from = phrase.first;
  for (std::size_t i = from; i < phrase.last; ++i) {
    if (i >= phrase.nameFirst && i < phrase.nameLast)
      continue;
    const Token& token = sentence.tokens[i];
    role.speaks |= token.is(lexical::speaks);
    if (token.is(lexical::place) && token.known->state != 0 && role.state == 0)
      role.state = token.known->state;
    else if (token.capital && i != phrase.head &&
             !token.is(lexical::title | lexical::role | lexical::determiner | lexical::preposition |
                       lexical::adverb | lexical::pronoun) &&
             role.body.empty()) {
      std::size_t last = i + 1;
      while (last < phrase.last && isNameToken(sentence, last) && !sentence.tokens[last - 1].possessive &&
             !sentence.tokens[last].is(lexical::role | lexical::title))
        ++last;
      model::Range range{token.range.begin, sentence.tokens[last - 1].range.end};
      if (sentence.tokens[last - 1].possessive)
        range.end -= text_[range.end - 1] == 's' ? 2U : 1U;
      // "Transport Secretary": the field of an office is not a body
      const Token& end = sentence.tokens[last - 1];
      const bool office = last == phrase.head && last - i < 3 && !end.possessive && !end.allCapitals &&
                          !end.is(lexical::knownBody) && !(end.is(lexical::body) && last - i > 1);
      if (!office)
        role.body = std::string(text_.substr(range.begin, range.end - range.begin));
      i = last - 1;
    }
  }
  return role;
}

void Cast::learnRole(Entity& entity, const Sentence& sentence, const NounPhrase& phrase) {
  if (const std::optional<Role> role = roleIn(sentence, phrase); role && entity.roles.size() < 6) {
    if (phrase.gender != Gender::unknown && entity.gender == Gender::unknown &&
        entity.kind == NounKind::person)
      entity.gender = phrase.gender;
    for (Role& known : entity.roles)
      if (known.head == role->head) {
        if (known.state == 0)
          known.state = role->state;
        if (known.body.empty())
          known.body = role->body;
        return;
      }
    entity.roles.push_back(*role);
  }
}

/// "Dr Reavey, 54, denies that he …": the pronoun at the head of what somebody says is himself.
void Cast::learnGender(Entity& entity, const Sentence& sentence, const NounPhrase& phrase) const {
  constexpr std::size_t longestAside = 12;
  const auto& tokens = sentence.tokens;
  std::size_t at = phrase.last;
  if (at < tokens.size() && tokens[at].kind == TokenKind::comma) {
    std::size_t end = at + 1;
    while (end < tokens.size() && end - at < longestAside && tokens[end].kind != TokenKind::comma)
      ++end;
    if (end < tokens.size() && tokens[end].kind == TokenKind::comma && end - at < longestAside)
      at = end + 1;
  }
  if (at < tokens.size() && tokens[at].known != nullptr && tokens[at].known->text == "who")
    ++at;
  while (at < tokens.size() && (tokens[at].is(lexical::auxiliary) || tokens[at].is(lexical::adverb)))
    ++at;
  if (at + 1 >= tokens.size() || !tokens[at].is(lexical::cue))
    return;
  ++at;
  if (tokens[at].known != nullptr && tokens[at].known->text == "that")
    ++at;
  if (at < tokens.size() && tokens[at].is(lexical::pronoun) && tokens[at].known->gender != Gender::unknown &&
      (tokens[at].known->text == "he" || tokens[at].known->text == "she"))
    entity.gender = tokens[at].known->gender;
}

/// The words around a name say who bears it: "Russian President …", "…, Ukraine's foreign minister,".
void Cast::learn(Entity& entity, const Occurrence& occurrence) {
  const Sentence& sentence = sentences_[occurrence.sentence];
  const auto& tokens = sentence.tokens;
  const NounPhrase& phrase = occurrence.phrase;
  if (phrase.first == phrase.nameFirst && phrase.first > 0 && !phrase.hasRole &&
      !tokens[phrase.nameFirst].is(lexical::given) && tokens[phrase.first - 1].known != nullptr &&
      tokens[phrase.first - 1].known->text == "in" && !tokens[phrase.last - 1].possessive)
    entity.place = true;
  if (entity.gender == Gender::unknown && entity.kind == NounKind::person)
    entity.gender = phrase.gender;
  if (phrase.kind == NounKind::state && tokens[phrase.nameFirst].known != nullptr)
    entity.state = tokens[phrase.nameFirst].known->state;
  if (entity.kind != NounKind::person || phrase.named() == false)
    return;
  if (phrase.hasRole && !tokens[phrase.head].is(lexical::honorific))
    learnRole(entity, sentence, phrase);
  if (entity.gender == Gender::unknown && occurrence.subject)
    learnGender(entity, sentence, phrase);
  const std::size_t last = phrase.last;
  if (last + 1 < tokens.size() && tokens[last].kind == TokenKind::comma) {
    std::size_t at = last + 1;
    for (int more = 0; more < 2 && at < tokens.size();
         ++more) { // "general secretary and chief executive of X"
      const std::optional<NounPhrase> apposed = nounPhraseAt(sentence, at, true);
      if (!apposed || apposed->kind != NounKind::role || apposed->plural)
        break;
      learnRole(entity, sentence, *apposed);
      at = apposed->last + 1;
      if (apposed->last >= tokens.size() || !tokens[apposed->last].is(lexical::conjunction))
        break;
    }
  }
  if (last + 2 < tokens.size() && tokens[last].kind == TokenKind::open) // "Mr C. Lyle (Registrar)"
    if (const std::optional<NounPhrase> office = nounPhraseAt(sentence, last + 1, true);
        office && office->kind == NounKind::role && !office->plural)
      learnRole(entity, sentence, *office);
  if (phrase.first > 1 && tokens[phrase.first - 1].kind == TokenKind::comma) {
    const std::optional<NounPhrase> apposed = nounPhraseBefore(sentence, phrase.first - 1, true);
    if (apposed && apposed->kind == NounKind::role && !apposed->plural)
      learnRole(entity, sentence, *apposed);
  }
}

std::span<const Occurrence> Cast::occurrences(std::size_t sentence) const {
  return std::span(occurrences_).subspan(firstOf_[sentence], firstOf_[sentence + 1] - firstOf_[sentence]);
}

std::optional<EntityId> Cast::entityOf(std::size_t sentence, const NounPhrase& phrase) const {
  if (!phrase.named())
    return std::nullopt;
  for (std::size_t i = firstOf_[sentence]; i < firstOf_[sentence + 1]; ++i)
    if (occurrences_[i].phrase.nameFirst < phrase.nameLast &&
        occurrences_[i].phrase.nameLast > phrase.nameFirst)
      return occurrences_[i].entity;
  return std::nullopt;
}

} // namespace stasis::evidence
