#include "evidence/reading/speaker.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

bool compatible(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

std::string_view lastWord(std::string_view words) {
  const std::size_t space = words.rfind(' ');
  return space == std::string_view::npos ? words : words.substr(space + 1);
}

/// Heads that name the same office; the first is the one they are compared by.
std::string_view sameOffice(std::string_view head) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 23> same = {{
      {"spokeswoman", "spokesman"},
      {"spokesperson", "spokesman"},
      {"premier", "prime minister"},
      {"justice", "judge"},
      {"sen", "senator"},
      {"rep", "representative"},
      {"congressman", "representative"},
      {"congresswoman", "representative"},
      {"gov", "governor"},
      {"gen", "general"},
      {"chairwoman", "chairman"},
      {"chair", "chairman"},
      {"chairperson", "chairman"},
      {"businesswoman", "businessman"},
      {"defence minister", "defense minister"},
      {"ceo", "chief executive"},
      {"foreign secretary", "foreign minister"},
      {"cllr", "councillor"},
      {"prof", "professor"},
      {"dr", "doctor"},
      {"attorney", "lawyer"},
      {"mp", "lawmaker"},
      {"advisor", "adviser"},
  }};
  for (const auto& [name, as] : same)
    if (name == head)
      return as;
  return head;
}

bool leads(std::string_view head) {
  const Word* known = Lexicon::get().find(head);
  return (known != nullptr && (known->common & lexical::leads) != 0) || head == "prime minister" ||
         head == "supreme leader" || head == "crown prince" || head == "general secretary";
}

bool legislates(std::string_view head) {
  return head == "senator" || head == "representative" || head == "lawmaker" || head == "legislator";
}

bool officeMatches(std::string_view asked, std::string_view known) {
  asked = sameOffice(asked);
  known = sameOffice(known);
  if (asked == "minister" && known == "prime minister")
    return false;
  if (asked == known || lastWord(known) == asked || lastWord(asked) == known)
    return true;
  if (asked == "leader")
    return leads(known);
  if (known == "leader")
    return leads(asked);
  if (asked == "diplomat")
    return known == "envoy" || known == "ambassador" || known == "foreign minister" ||
           known == "negotiator" || known == "special envoy";
  if (asked == "politician")
    return leads(known) || legislates(known);
  return legislates(asked) && legislates(known) && (asked == "lawmaker" || asked == "legislator");
}

/// Offices that states have: "Norland's trade minister" is not of the Norland Sawmill Federation.
bool isOfStates(std::string_view head) {
  return head.ends_with("minister") || head == "premier" || head == "ambassador";
}

} // namespace

/// "the 67-year-old nun": a number describes somebody who is already known.
bool SpeakerFinder::isPictured(const Sentence& sentence, const NounPhrase& phrase) const {
  for (std::size_t i = phrase.first; i < phrase.last; ++i) {
    const char first = text_[sentence.tokens[i].range.begin];
    if (first >= '0' && first <= '9')
      return true;
  }
  return false;
}

/// "the miners’ refusal" belongs to the miners. The length of the genitive's mark: 2 for `Ito's`, 1 for
/// `ministers'`, 0 if the token is no genitive.
std::size_t SpeakerFinder::genitiveLength(const Token& token) const {
  if (!token.possessive || token.range.end < token.range.begin + 2)
    return 0;
  const char before = text_[token.range.end - 2];
  const bool behindLetters = (before >= 'a' && before <= 'z');
  return text_[token.range.end - 1] == 's' && !behindLetters ? 2 : 1;
}

model::Range SpeakerFinder::rangeOf(std::size_t sentence, const NounPhrase& phrase) const {
  const auto& tokens = sentences_[sentence].tokens;
  const Token& last = tokens[phrase.last - 1];
  return {tokens[phrase.first].range.begin, last.range.end - genitiveLength(last)};
}

void SpeakerFinder::enter(std::size_t sentence) {
  discourse_.enter(sentence);
  learnPrincipals(sentence);
  // "a spokesperson of China's Commerce Ministry": what "the spokesperson" will stand for
  const Sentence& words = sentences_[sentence];
  for (std::size_t i = 0; i + 1 < words.tokens.size(); ++i) {
    const Token& token = words.tokens[i];
    if (token.known == nullptr || !token.is(lexical::determiner) ||
        (token.known->text != "a" && token.known->text != "an" && token.known->text != "one" &&
         token.known->text != "another"))
      continue;
    const std::optional<NounPhrase> phrase = nounPhraseAt(words, i, true);
    if (phrase && phrase->kind == NounKind::role && !phrase->named())
      descriptions_[words.tokens[phrase->head].known != nullptr
                        ? std::string(sameOffice(words.tokens[phrase->head].known->text))
                        : cast_.key(words.tokens[phrase->head].range)] = rangeOf(sentence, *phrase);
  }
}

/// "Its national officer, Delroy Finch, …" speaks for the body that `its` means.
void SpeakerFinder::learnPrincipals(std::size_t sentence) {
  const Sentence& words = sentences_[sentence];
  for (std::size_t i = 0; i + 1 < words.tokens.size(); ++i) {
    const Word* known = words.tokens[i].known;
    if (known == nullptr || (known->text != "its" && known->text != "their"))
      continue;
    const std::optional<NounPhrase> phrase = nounPhraseAt(words, i, false);
    if (!phrase || !phrase->hasRole || !words.tokens[phrase->head].is(lexical::speaks | lexical::leads))
      continue;
    std::optional<EntityId> holder = cast_.entityOf(sentence, *phrase);
    if (!holder && phrase->last + 1 < words.tokens.size() &&
        words.tokens[phrase->last].kind == TokenKind::comma)
      if (const auto name = nounPhraseAt(words, phrase->last + 1, false); name && name->named())
        holder = cast_.entityOf(sentence, *name);
    if (!holder || cast_[*holder].kind != NounKind::person)
      continue;
    Pronoun its{sentence, i};
    its.plural = known->text == "their";
    const Antecedent body = discourse_.antecedentOf(its);
    if (body.mention != nullptr && body.mention->entity && body.margin > 1)
      principals_.emplace(*holder, wordsAt(cast_[*body.mention->entity].name));
  }
}

Speaker SpeakerFinder::speakerOf(const Statement& statement, bool carriedOn) {
  Speaker speaker;
  if (carriedOn || (statement.rule == "continuation" && !statement.subject))
    speaker = carryOn(statement, carriedOn);
  else if (statement.subject)
    speaker =
        resolve(statement, *statement.subject, statement.frame ? statement.frame->apposed : std::nullopt);
  if (statement.strength == Strength::weak)
    speaker.confidence = Confidence::low;
  else if (statement.strength == Strength::fair && speaker.confidence == Confidence::high &&
           statement.frame && (statement.frame->borrowed || statement.frame->relative))
    speaker.confidence = Confidence::medium;
  if (statement.agrees == false && speaker.confidence == Confidence::high)
    speaker.confidence = Confidence::medium;
  if (statement.strength != Strength::weak && !(statement.frame && statement.frame->nested) &&
      statement.reality == Reality::asserted)
    remember(statement, speaker);
  learnGender(statement, speaker);
  expectAnswer(statement);
  return speaker;
}

/// The person who is asked will answer.
void SpeakerFinder::expectAnswer(const Statement& statement) {
  if (!statement.frame || statement.frame->cue != CueClass::ask || !statement.frame->addressee)
    return;
  const auto asked = cast_.entityOf(statement.sentence, *statement.frame->addressee);
  if (!asked || cast_[*asked].kind != NounKind::person)
    return;
  last_ = named(*asked);
  lastSentence_ = statement.sentence;
  discourse_.speaks({statement.sentence, 0, asked, std::nullopt, 0, true});
}

std::vector<Speaker> SpeakerFinder::othersOf(const Statement& statement) {
  std::vector<Speaker> others;
  for (const NounPhrase& one : statement.others)
    others.push_back(resolve(statement, one, std::nullopt));
  return others;
}

void SpeakerFinder::remember(const Statement& statement, const Speaker& speaker) {
  if (!speaker.words)
    return;
  last_ = speaker;
  lastSentence_ = statement.sentence;
  Mention who{statement.sentence, 0, speaker.entity, std::nullopt, statement.sentence, true};
  if (!speaker.entity && speaker.as) {
    who.described = speaker.as->described;
    who.describedIn = speaker.as->describedIn;
  } else if (!speaker.entity) {
    who.described = statement.subject;
  }
  if (who.entity || (who.described && who.described->kind != NounKind::pronoun))
    discourse_.speaks(who);
}

/// "nobody", "no one", "none of them": no words can be theirs.
bool SpeakerFinder::isNobody(std::size_t sentence, const NounPhrase& phrase) const {
  const auto& tokens = sentences_[sentence].tokens;
  const std::string first = cast_.key(tokens[phrase.first].range);
  if (first == "no" && phrase.first + 1 < phrase.last)
    return !tokens[phrase.first + 1].capital && tokens[phrase.first + 1].isWord(); // not "No 10"
  return first == "nobody" || first == "no-one" || first == "none" || first == "nothing";
}

Speaker SpeakerFinder::resolve(const Statement& statement, const NounPhrase& phrase,
                               const std::optional<NounPhrase>& apposed) {
  const std::size_t sentence = statement.sentence;
  Speaker speaker;
  if (isNobody(sentence, phrase))
    return speaker;
  if (phrase.kind == NounKind::pronoun) {
    speaker = pronoun(statement, phrase);
  } else if (const auto entity = cast_.entityOf(sentence, phrase);
             entity && (phrase.kind == NounKind::person || phrase.kind == NounKind::body ||
                        phrase.kind == NounKind::state)) {
    speaker = named(*entity);
    if (phrase.kind == NounKind::person && phrase.last - phrase.first == 1 &&
        cast_.bearers(cast_.key(sentences_[sentence].tokens[phrase.first].range)) > 1)
      speaker.confidence = Confidence::medium; // a surname that two persons of the report have
  } else if (apposed && (apposed->kind == NounKind::person || apposed->kind == NounKind::body) &&
             cast_.entityOf(sentence, *apposed)) {
    speaker = named(*cast_.entityOf(sentence, *apposed));
    speaker.mention = model::cover(rangeOf(sentence, phrase), rangeOf(sentence, *apposed));
    return speaker;
  } else {
    speaker = described(sentence, phrase);
  }
  speaker.mention = rangeOf(sentence, phrase);
  return speaker;
}

Speaker SpeakerFinder::named(EntityId entity) const {
  Speaker speaker;
  speaker.entity = entity;
  speaker.words = cast_[entity].name;
  speaker.how = "name";
  speaker.confidence = Confidence::high;
  return speaker;
}

/// "The Rev. Osterhaus replied …, she said": a pronoun that certainly means somebody shows the sex.
void SpeakerFinder::learnGender(const Statement& statement, const Speaker& speaker) {
  if (speaker.how == "pronoun" && speaker.confidence == Confidence::high && speaker.entity &&
      statement.subject && statement.subject->gender != Gender::unknown)
    discourse_.learnGender(*speaker.entity, statement.subject->gender);
}

/// The speaker that a mention names or describes.
Speaker SpeakerFinder::speakerAt(const Mention& mention) {
  Speaker speaker =
      mention.entity ? named(*mention.entity) : described(mention.describedIn, *mention.described);
  if (!speaker.entity)
    speaker.as = mention;
  return speaker;
}

Speaker SpeakerFinder::pronoun(const Statement& statement, const NounPhrase& phrase) {
  Speaker speaker;
  const std::string& text = sentences_[statement.sentence].tokens[phrase.first].known->text;
  const bool person = phrase.gender != Gender::unknown;
  if (text == "we" && issuer_) {
    speaker = named(*issuer_);
    speaker.how = "issuer";
    speaker.confidence = Confidence::medium;
    return speaker;
  }
  Pronoun asked{statement.sentence,
                phrase.first,
                phrase.gender,
                text.starts_with("they"),
                statement.rule == "after-quote",
                statement.content,
                std::nullopt};
  if (statement.quote)
    asked.quoted = quotes_[*statement.quote].inner;
  if (person || text.starts_with("it") || asked.plural) {
    const Antecedent found = discourse_.antecedentOf(asked);
    if (found.mention != nullptr)
      speaker = speakerAt(*found.mention);
    if (person && speaker.entity && !compatible(discourse_.genderOf(*speaker.entity), phrase.gender))
      speaker = Speaker{}; // the title belongs to somebody else
    if (speaker.entity && text == "it")
      discourse_.learnThing(*speaker.entity);
    speaker.confidence = found.margin >= 5   ? (person ? Confidence::high : Confidence::medium)
                         : found.margin >= 2 ? Confidence::medium
                                             : Confidence::low;
  }
  speaker.how = "pronoun"; // I, we, you: nobody known
  return speaker;
}

std::optional<EntityId> SpeakerFinder::byTitle(std::size_t sentence, const NounPhrase& phrase) const {
  const Sentence& words = sentences_[sentence];
  const std::optional<Role> asked = cast_.roleIn(words, phrase);
  if (!asked || phrase.plural)
    return std::nullopt;
  const Token& first = words.tokens[phrase.first];
  if (first.known != nullptr && first.is(lexical::determiner) &&
      (first.known->text == "a" || first.known->text == "an"))
    return std::nullopt;
  const std::vector<Mention>& mentions = discourse_.mentions();
  for (std::size_t i = mentions.size(), looked = 0; i-- > 0 && looked < 400; ++looked) {
    if (!mentions[i].entity)
      continue;
    const EntityId id = *mentions[i].entity;
    const Entity& entity = cast_[id];
    if (entity.kind != NounKind::person || !compatible(entity.gender, phrase.gender))
      continue;
    for (const Role& role : entity.roles) {
      if (!officeMatches(asked->head, role.head))
        continue;
      if (asked->state != 0 && role.state != asked->state &&
          !(role.state == 0 && last_ && last_->entity == id))
        continue;
      if (!asked->body.empty() && asked->body != role.body)
        continue;
      return id;
    }
  }
  // an office nobody has held so far in the text: whoever holds it anywhere in it
  if (asked->state == 0 && asked->body.empty())
    return std::nullopt;
  for (std::size_t i = 0; i < cast_.size() && i < 400; ++i)
    for (const Role& role : cast_[EntityId{static_cast<std::uint32_t>(i)}].roles)
      if (officeMatches(asked->head, role.head) && asked->state == role.state &&
          (asked->body.empty() || asked->body == role.body))
        return EntityId{static_cast<std::uint32_t>(i)};
  return std::nullopt;
}

Speaker SpeakerFinder::described(std::size_t sentence, const NounPhrase& phrase) {
  Speaker speaker;
  const Sentence& words = sentences_[sentence];
  const Token& head = words.tokens[phrase.head];
  if (phrase.kind == NounKind::document) {
    for (const Occurrence& at : cast_.occurrences(sentence)) // "a post from Unifor", "Trump’s statement"
      if (at.phrase.nameFirst >= phrase.first && at.phrase.nameLast <= phrase.last &&
          at.phrase.kind != NounKind::state) {
        speaker = named(at.entity);
        speaker.how = "document";
        speaker.confidence = Confidence::medium;
        return speaker;
      }
    if (head.known != nullptr && head.known->isOwn && last_ && discourse_.inReach(lastSentence_, sentence)) {
      speaker = *last_;
      speaker.confidence = Confidence::medium;
      speaker.how = "document";
      return speaker;
    }
  }
  if (phrase.kind == NounKind::role) {
    if (const auto entity = byTitle(sentence, phrase)) {
      speaker.entity = entity;
      speaker.words = cast_[*entity].name;
      speaker.how = "title";
      speaker.confidence = Confidence::medium;
      return speaker;
    }
    const std::optional<Role> role = cast_.roleIn(words, phrase);
    if (role && role->speaks)
      speaker.principal = principalOf(*role);
    const Token& first = words.tokens[phrase.first];
    // "the 67-year-old nun": the last speaker
    if (first.known != nullptr && first.known->text == "the" && !phrase.plural && last_ && last_->entity &&
        role && role->body.empty() && discourse_.inReach(lastSentence_, sentence) &&
        isPictured(words, phrase)) {
      const Entity& entity = cast_[*last_->entity];
      if (entity.kind == NounKind::person && compatible(entity.gender, phrase.gender)) {
        speaker.entity = last_->entity;
        speaker.words = entity.name;
        speaker.how = "description";
        speaker.confidence = Confidence::medium;
        return speaker;
      }
    }
    const std::string office =
        head.known != nullptr ? std::string(sameOffice(head.known->text)) : std::string();
    const auto before = descriptions_.find(office);
    if (first.known != nullptr && first.known->text == "the" && phrase.last - phrase.first <= 2 &&
        before != descriptions_.end()) {
      speaker.words = before->second;
      speaker.how = "antecedent";
      speaker.confidence = Confidence::high;
      return speaker;
    }
  }
  if (phrase.kind == NounKind::phrase && !head.capital && head.is(lexical::body)) { // "the ministry"
    const std::vector<Mention>& mentions = discourse_.mentions();
    for (std::size_t i = mentions.size(), looked = 0; i-- > 0 && looked < 100; ++looked) {
      if (!mentions[i].entity)
        continue;
      const Entity& entity = cast_[*mentions[i].entity];
      if (entity.kind == NounKind::body &&
          std::ranges::find(entity.parts, head.known->text) != entity.parts.end()) {
        speaker.entity = mentions[i].entity;
        speaker.words = entity.name;
        speaker.how = "antecedent";
        speaker.confidence = Confidence::medium;
        return speaker;
      }
    }
  }
  if (text_.substr(0, words.tokens[phrase.last - 1].range.end).ends_with("-year-old")) // "the 24-year-old"
    if (const auto person = lastPerson(sentence)) {
      speaker = named(*person);
      speaker.how = "description";
      speaker.confidence = Confidence::medium;
      return speaker;
    }
  speaker.words = rangeOf(sentence, phrase);
  speaker.person = phrase.kind == NounKind::role && !phrase.plural;
  speaker.gender = phrase.gender;
  speaker.how = "description";
  speaker.confidence = phrase.kind == NounKind::role ? Confidence::high : Confidence::medium;
  return speaker;
}

/// Whom the text has named last, within reach.
std::optional<EntityId> SpeakerFinder::lastPerson(std::size_t sentence) const {
  constexpr std::size_t reach = 60; // mentions
  const std::vector<Mention>& mentions = discourse_.mentions();
  for (std::size_t i = mentions.size(), looked = 0; i-- > 0 && looked < reach; ++looked)
    if (mentions[i].entity && cast_[*mentions[i].entity].kind == NounKind::person)
      return discourse_.inReach(mentions[i].sentence, sentence) ? mentions[i].entity : std::nullopt;
  return std::nullopt;
}

Speaker SpeakerFinder::carryOn(const Statement& statement, bool carriedOn) const {
  Speaker speaker;
  speaker.how = "continuation";
  if (last_ && (carriedOn || discourse_.inReach(lastSentence_, statement.sentence))) {
    speaker = *last_;
    speaker.how = "continuation";
    const bool same = sentences_[lastSentence_].paragraph == sentences_[statement.sentence].paragraph;
    speaker.confidence =
        carriedOn || same ? std::min(last_->confidence, Confidence::high) : Confidence::medium;
  }
  return speaker;
}

std::string SpeakerFinder::wordsAt(model::Range range) const {
  return plainMarks(text_.substr(range.begin, range.end - range.begin));
}

std::optional<std::string> SpeakerFinder::principalOf(const Role& role) const {
  if (!role.body.empty()) {
    if (const auto body = cast_.bodyNamed(keyOf(role.body)); body && !isOfStates(role.head))
      return wordsAt(cast_[*body].name);
    return plainMarks(role.body);
  }
  if (role.state != 0)
    return Lexicon::get().state(role.state);
  return std::nullopt;
}

std::optional<std::string> SpeakerFinder::principalOf(EntityId id) const {
  const Entity& entity = cast_[id];
  for (const Role& role : entity.roles)
    if (role.speaks)
      if (auto principal = principalOf(role))
        return principal;
  if (entity.state != 0)
    return Lexicon::get().state(entity.state);
  if (const auto known = principals_.find(id); known != principals_.end())
    return known->second;
  return std::nullopt;
}

std::optional<std::string> SpeakerFinder::addressee(const Statement& statement) const {
  if (!statement.frame || !statement.frame->addressee)
    return std::nullopt;
  const NounPhrase& phrase = *statement.frame->addressee;
  model::Range range = rangeOf(statement.sentence, phrase);
  if (const auto entity = cast_.entityOf(statement.sentence, phrase); entity && phrase.named())
    range = cast_[*entity].name;
  else if (phrase.kind == NounKind::pronoun)
    return std::nullopt;
  return wordsAt(range);
}

} // namespace stasis::evidence
