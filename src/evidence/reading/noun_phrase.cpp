#include "evidence/reading/noun_phrase.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

constexpr std::size_t longestPhrase = 24;
constexpr std::uint32_t closed = lexical::preposition | lexical::conjunction | lexical::subordinator |
                                 lexical::relative | lexical::pronoun | lexical::auxiliary |
                                 lexical::negation;
constexpr std::uint32_t functionWord = closed | lexical::determiner | lexical::possessive | lexical::adverb;

bool endsEd(const Token& token) { return token.isWord() && !token.capital && token.endsEd; }

bool isArticle(const Token& token) {
  return token.known->text == "a" || token.known->text == "an" || token.known->text == "the";
}

bool isParticle(const Token& token) {
  return token.isWord() && !token.capital && token.is(lexical::particle);
}

/// "van der", "de la": particles between two names.
bool joinsNames(const Sentence& sentence, std::size_t i) {
  constexpr std::size_t most = 3;
  std::size_t next = i + 1;
  while (next < sentence.tokens.size() && next < i + most && isParticle(sentence.tokens[next]))
    ++next;
  std::size_t before = i;
  while (before > 0 && i - before < most && isParticle(sentence.tokens[before - 1]))
    --before;
  return next < sentence.tokens.size() && before > 0 && sentence.tokens[next].isName() &&
         sentence.tokens[before - 1].isName() && !sentence.tokens[before - 1].possessive;
}

/// A cue that is a noun here: "his claims", "the report", "campaign promises".
bool isNounHere(const Sentence& sentence, std::size_t i) {
  if (i == 0)
    return false;
  const Token& token = sentence.tokens[i];
  if (token.known != nullptr && token.known->form == VerbForm::past)
    return false;
  const Token& before = sentence.tokens[i - 1];
  return before.possessive || before.is(lexical::determiner | lexical::possessive) ||
         (token.is(lexical::document | lexical::role) && before.isWord() && !before.is(closed) &&
          !before.capital);
}

/// Marcia “Cia” Price
bool isNickname(const Sentence& sentence, std::size_t i) {
  const Token& token = sentence.tokens[i];
  return token.kind == TokenKind::quote && i > 0 && i + 1 < sentence.tokens.size() &&
         sentence.tokens[i - 1].isName() && sentence.tokens[i + 1].isName() &&
         token.range.end - token.range.begin <= 14;
}

/// `board` in "Stuart Rose's board": a lower-case word may stand before a name only as a role or a kind.
bool joinsName(const Token& token) {
  return token.is(lexical::role | lexical::title | lexical::body | lexical::determiner | lexical::possessive |
                  lexical::demonym) ||
         token.possessive || token.kind == TokenKind::number;
}

/// "former", or any adjective after an article: "the presumptive Republican nominee", "a senior Hamas
/// official".
bool describesName(const Sentence& sentence, std::size_t at) {
  const Token& token = sentence.tokens[at];
  if (token.is(lexical::modifier))
    return true;
  return at > 0 && sentence.tokens[at - 1].is(lexical::determiner) &&
         !sentence.tokens[at - 1].is(lexical::subordinator) &&
         !token.is(lexical::document | lexical::time | lexical::body);
}

/// Words for the field of a body, and for a body.
bool isTrade(const Token& token) {
  const std::string_view word = token.known->text;
  return word == "transport" || word == "trade" || word == "health" || word == "energy" ||
         word == "education" || word == "labour" || word == "labor" || word == "agriculture" ||
         word == "defence" || word == "finance";
}

/// "the Transport and Power Union": after an article, two capitalised words that together name one body.
bool joinsBodyName(const Sentence& sentence, std::size_t i) {
  const auto& tokens = sentence.tokens;
  if (i < 2 || i + 2 >= tokens.size() || tokens[i].known == nullptr || tokens[i].known->text != "and")
    return false;
  const Token& before = tokens[i - 1];
  constexpr std::uint32_t other =
      lexical::place | lexical::body | lexical::role | lexical::title | lexical::given;
  const bool trade = before.is(lexical::body) && tokens[i + 1].capital && isTrade(before);
  if (!before.isName() || before.possessive || (before.is(other) && !trade) ||
      !tokens[i - 2].is(lexical::determiner))
    return false;
  for (std::size_t k = i + 1; k < tokens.size() && k < i + 4 && tokens[k].isName(); ++k)
    if (tokens[k].is(lexical::body) && k > i + 1)
      return true;
  return false;
}

bool stopsPhrase(const Sentence& sentence, std::size_t i) {
  const Token& token = sentence.tokens[i];
  if (joinsBodyName(sentence, i))
    return false;
  if (token.kind == TokenKind::number)
    return false;
  if (isNickname(sentence, i))
    return false;
  if (token.kind == TokenKind::other)
    return !(i > 0 && i + 1 < sentence.tokens.size() && sentence.tokens[i - 1].isName() &&
             sentence.tokens[i + 1].isName()); // "Marks & Spencer"
  if (!token.isWord())
    return true;
  if (isParticle(token) && joinsNames(sentence, i))
    return false;
  if (token.is(closed) &&
      !(token.is(lexical::possessive | lexical::determiner) && !token.is(lexical::subordinator)))
    return !(token.capital && i > 0 && !token.is(lexical::pronoun) && token.is(lexical::given));
  const bool named = i > 1 && sentence.tokens[i - 1].is(lexical::preposition) &&
                     sentence.tokens[i - 2].is(lexical::body); // "the department for planning"
  if (token.is(lexical::cue) && !token.capital && token.known->form == VerbForm::ing && !named &&
      !(i > 0 && (sentence.tokens[i - 1].is(lexical::determiner | lexical::possessive) ||
                  sentence.tokens[i - 1].possessive)))
    return true; // "saying anybody"
  return looksFinite(sentence, i);
}

/// "spokesman for", "source in", "professor at".
bool hangsOn(const Token& token) {
  return token.is(lexical::preposition) &&
         (token.known->text == "of" || token.known->text == "for" || token.known->text == "at" ||
          token.known->text == "from" || token.known->text == "with" || token.known->text == "in" ||
          token.known->text == "to" || token.known->text == "along" || token.known->text == "near");
}

} // namespace

bool looksFinite(const Sentence& sentence, std::size_t i) {
  const Token& token = sentence.tokens[i];
  if (!token.isWord() || (token.capital && i > 0))
    return false;
  if (token.is(lexical::auxiliary))
    return true;
  if (!token.is(lexical::cue | lexical::verb) || isNounHere(sentence, i))
    return false;
  if (token.is(lexical::cue) && !token.is(lexical::verb)) {
    if (token.known->form == VerbForm::ing)
      return false;
    if (token.known->form == VerbForm::base)
      return i > 0 && sentence.tokens[i - 1].is(lexical::pronoun | lexical::auxiliary | lexical::plural);
  }
  return true;
}

namespace {

/// "Le Van An", "Kim Do": a capitalised word that is no name elsewhere, after two names or a title.
bool isNameByPlace(const Sentence& sentence, std::size_t i) {
  const Token& token = sentence.tokens[i];
  if (!token.is(functionWord) || token.is(lexical::pronoun | lexical::auxiliary) || i < 1 ||
      token.allCapitals)
    return false;
  const Token& before = sentence.tokens[i - 1];
  return before.isName() && !before.possessive && !before.is(functionWord | lexical::place | lexical::body) &&
         (i < 2 ? !before.is(lexical::role | lexical::title) : sentence.tokens[i - 2].isName()) &&
         i + 1 < sentence.tokens.size() && !sentence.tokens[i + 1].isName();
}

} // namespace

bool isNameToken(const Sentence& sentence, std::size_t i) {
  const Token& token = sentence.tokens[i];
  if (isNickname(sentence, i))
    return true;
  if (token.kind == TokenKind::number)
    return i > 0 && sentence.tokens[i - 1].isName() && sentence.tokens[i - 1].is(lexical::body);
  if (!token.isWord())
    return false;
  if (i == 0 && token.endsIng && !token.is(lexical::given | lexical::place))
    return false; // "Reacting, the minister …"
  if (!token.capital)
    return isParticle(token) && joinsNames(sentence, i);
  if (isNameByPlace(sentence, i))
    return true;
  if (token.is(lexical::pronoun | lexical::relative | lexical::auxiliary))
    return token.allCapitals && token.range.end - token.range.begin > 1 &&
           token.is(lexical::given | lexical::place | lexical::knownBody);
  if (token.is(lexical::time) && i > 0 && sentence.tokens[i - 1].is(lexical::given))
    return true; // "Kristen Day"
  if (token.is(lexical::time) && i > 0 && i + 1 < sentence.tokens.size() && sentence.tokens[i + 1].isName() &&
      (sentence.tokens[i - 1].is(lexical::title | lexical::role) || sentence.tokens[i - 1].allCapitals))
    return true; // "Comrade Sunday Okoro"
  if (token.is(functionWord | lexical::time))
    return token.is(lexical::given | lexical::place | lexical::knownBody) ||
           (i > 0 && token.is(lexical::particle));
  return true;
}

namespace {

/// "Department for Transport" + "spokesman": the name of a body before a role.
bool isOfficeOf(const Sentence& sentence, const NounPhrase& outer, const NounPhrase& inner) {
  return outer.kind == NounKind::body && outer.nameLast == outer.last && inner.kind == NounKind::role &&
         !sentence.tokens[inner.last - 1].capital &&
         !sentence.tokens[inner.first].is(lexical::determiner | lexical::possessive) &&
         sentence.tokens[inner.first].capital;
}

/// "member for leisure", "director of nursing": an office that is for something, not for somebody.
bool hasField(const Token& office) {
  constexpr std::string_view offices[] = {
      "member",  "minister", "secretary", "commissioner", "director", "head",        "chief",         "chair",
      "officer", "manager",  "president", "lead",         "adviser",  "coordinator", "superintendent"};
  return office.known != nullptr && std::ranges::find(offices, office.known->text) != std::end(offices);
}

/// "Minister in the Ministry of Trade" + "Edna Moro": the name after an office without a mark holds it.
bool holdsOffice(const Sentence& sentence, const NounPhrase& outer, const NounPhrase& inner) {
  const bool behind = outer.kind == NounKind::role && !outer.named() && inner.kind == NounKind::person &&
                      inner.nameFirst > inner.first && !inner.hasRole;
  if (!behind)
    return false;
  const Token& field = sentence.tokens[inner.nameFirst - 1];
  return field.capital ? !field.is(lexical::demonym | lexical::country)
                       : hasField(sentence.tokens[outer.head]) && inner.nameFirst == inner.first + 1;
}

NounPhrase holderOf(const NounPhrase& office, const NounPhrase& name) {
  NounPhrase whole = name;
  whole.first = office.first;
  whole.head = office.head;
  whole.hasRole = true;
  if (whole.gender == Gender::unknown)
    whole.gender = office.gender;
  return whole;
}

NounPhrase roleOf(std::size_t first, const NounPhrase& role) {
  NounPhrase whole = role;
  whole.first = first;
  return whole;
}

} // namespace

std::optional<NounPhrase> nounPhraseBefore(const Sentence& sentence, std::size_t end, bool chain) {
  if (end == 0 || end > sentence.tokens.size())
    return std::nullopt;
  const auto& tokens = sentence.tokens;
  if (tokens[end - 1].is(lexical::pronoun) && !tokens[end - 1].is(lexical::possessive))
    return analyse(sentence, end - 1, end);
  std::size_t first = end;
  while (first > 0 && end - first < longestPhrase) {
    const std::size_t at = first - 1;
    const Token& token = tokens[at];
    if (token.kind == TokenKind::close && first == end)
      break;
    if (stopsPhrase(sentence, at))
      break;
    if (first < end && !token.capital && tokens[first].capital && !joinsName(token) &&
        !tokens[first].is(lexical::demonym) && !isParticle(token) && !describesName(sentence, at) &&
        !joinsBodyName(sentence, at))
      break;
    if (token.is(lexical::time) && !token.possessive && first == end)
      break;
    if (token.is(lexical::adverb) && !token.capital)
      break;
    first = at;
    if (token.is(lexical::determiner | lexical::possessive) && !token.is(lexical::time) &&
        !isNameToken(sentence, at))
      break;
  }
  // a determiner before numbers: "the three officials" is taken; "all the officials" loses nothing
  if (first == end)
    return std::nullopt;
  NounPhrase phrase = analyse(sentence, first, end);
  if (!chain || first < 2)
    return phrase;
  const Token& link = tokens[first - 1];
  if (!link.is(lexical::preposition) || link.capital || link.is(lexical::subordinator))
    return phrase;
  if (!tokens[first - 2].isWord() && tokens[first - 2].kind != TokenKind::number)
    return phrase;
  if (tokens[first - 2].is(closed) && !tokens[first - 2].is(lexical::possessive))
    return phrase;
  const std::optional<NounPhrase> outer = nounPhraseBefore(sentence, first - 1, true);
  if (!outer || outer->kind == NounKind::pronoun)
    return phrase;
  // "In Paris officials": a fronted phrase is no head
  if (outer->first > 0 && tokens[outer->first - 1].is(lexical::preposition) &&
      tokens[outer->first - 1].capital)
    return phrase;
  NounPhrase whole = *outer;
  if (end - whole.first > longestPhrase)
    return phrase;
  if (isOfficeOf(sentence, whole, phrase))
    return roleOf(whole.first, phrase);
  if (holdsOffice(sentence, whole, phrase))
    return holderOf(whole, phrase);
  whole.last = end;
  return whole;
}

std::optional<NounPhrase> nounPhraseAt(const Sentence& sentence, std::size_t first, bool chain) {
  const auto& tokens = sentence.tokens;
  if (first >= tokens.size())
    return std::nullopt;
  const Token& begin = tokens[first];
  if (begin.is(lexical::pronoun) && !(begin.is(lexical::possessive) && first + 1 < tokens.size() &&
                                      tokens[first + 1].isWord() && !looksFinite(sentence, first + 1)))
    return analyse(sentence, first, first + 1);
  std::size_t last = first;
  while (last < tokens.size() && last - first < longestPhrase) {
    if (stopsPhrase(sentence, last))
      break;
    const Token& token = tokens[last];
    if (last > first && token.is(lexical::determiner | lexical::possessive) && !token.capital &&
        !token.is(lexical::time))
      break;
    if (token.is(lexical::adverb) && !token.capital && last > first)
      break;
    if (token.is(lexical::time) && last > first && !token.possessive && !isNameToken(sentence, last))
      break;
    if (last > first + 1 && endsEd(token) && tokens[last - 1].capital && tokens[last - 2].capital &&
        !tokens[last - 1].possessive)
      break; // "Therese Coffey stunned nurses"
    // a name that is over: "Joshua Lamont" + lower case, unless the name is before a noun
    ++last;
  }
  while (last > first && tokens[last - 1].is(lexical::determiner) && last - first > 1 &&
         !tokens[last - 1].capital)
    --last;
  if (last == first || (last == first + 1 &&
                        (begin.is(lexical::adverb) || (begin.is(lexical::determiner) && isArticle(begin)))))
    return std::nullopt;
  NounPhrase phrase = analyse(sentence, first, last);
  if (!chain || phrase.kind == NounKind::person || phrase.kind == NounKind::state ||
      phrase.kind == NounKind::document)
    return phrase;
  while (phrase.last + 1 < tokens.size() && phrase.last - first < longestPhrase &&
         hangsOn(tokens[phrase.last])) {
    const std::optional<NounPhrase> more = nounPhraseAt(sentence, phrase.last + 1, false);
    if (more && more->kind == NounKind::pronoun && phrase.kind == NounKind::phrase)
      phrase.last = more->last; // "one of them"
    if (!more || more->kind == NounKind::pronoun || more->kind == NounKind::document)
      break;
    if (isOfficeOf(sentence, phrase, *more)) {
      phrase = roleOf(phrase.first, *more);
      continue;
    }
    if (holdsOffice(sentence, phrase, *more))
      return holderOf(phrase, *more);
    phrase.last = more->last;
  }
  return phrase;
}

namespace {

struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The last stretch of names in [first, last).
Run lastRun(const Sentence& sentence, std::size_t first, std::size_t last) {
  const auto& tokens = sentence.tokens;
  std::size_t end = last;
  while (end > first && !(isNameToken(sentence, end - 1) && tokens[end - 1].kind != TokenKind::number) &&
         !(tokens[end - 1].kind == TokenKind::number && isNameToken(sentence, end - 1)))
    --end;
  std::size_t begin = end;
  while (begin > first) {
    const std::size_t at = begin - 1;
    if (begin < end && tokens[at].possessive &&
        !(tokens[at].collective && (tokens[end - 1].is(lexical::body) || begin + 1 == end)))
      break;
    const bool ampersand =
        (tokens[at].kind == TokenKind::other || joinsBodyName(sentence, at)) && begin < end && at > first;
    if (!ampersand && !isNameToken(sentence, at))
      break;
    begin = at;
  }
  return {begin, end};
}

/// "Secretary of Energy Jeffrey Kupper": the field of an office stands right before a name.
std::size_t behindOffice(const Sentence& sentence, const Run& run, std::size_t name) {
  if (run.first < 2 || name != run.first || sentence.tokens[run.first].is(lexical::given))
    return name;
  const Token& link = sentence.tokens[run.first - 1];
  if (!link.is(lexical::preposition) || link.capital)
    return name;
  for (std::size_t i = run.first + 1; i + 1 < run.last; ++i)
    if (sentence.tokens[i].is(lexical::given) && !sentence.tokens[i - 1].possessive)
      return i;
  return name;
}

bool isBody(const Sentence& sentence, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = sentence.tokens[i];
    if (token.kind == TokenKind::other || token.kind == TokenKind::number)
      return true;
    if (token.kind == TokenKind::quote)
      continue;
    if (token.is(lexical::body) && !(i == first && last - first == 2 && token.is(lexical::given)))
      return true;
    if (token.is(lexical::knownBody) && last - first == 1)
      return true;
    if (token.allCapitals && last - first == 1 && token.range.end - token.range.begin < 9 &&
        !token.is(lexical::place))
      return true;
  }
  return false;
}

} // namespace

NounPhrase analyse(const Sentence& sentence, std::size_t first, std::size_t last) {
  const auto& tokens = sentence.tokens;
  NounPhrase phrase;
  phrase.first = first;
  phrase.last = last;
  phrase.nameFirst = phrase.nameLast = phrase.head = last - 1;
  const Token& end = tokens[last - 1];
  if (last == first + 1 && end.is(lexical::pronoun) && !end.is(lexical::given | lexical::place)) {
    phrase.kind = NounKind::pronoun;
    phrase.gender = end.known->gender;
    phrase.plural = end.known->text == "they" || end.known->text == "we" || end.known->text == "they're";
    return phrase;
  }
  const auto takeRole = [&](std::size_t at) {
    phrase.head = at;
    phrase.hasRole = true;
    if (tokens[at].known != nullptr && tokens[at].known->gender != Gender::unknown)
      phrase.gender = tokens[at].known->gender;
    phrase.plural |= tokens[at].is(lexical::plural);
  };
  const Run run = lastRun(sentence, first, last);
  if (run.first == run.last || run.last != last || end.possessive) {
    // its head is a lower-case noun
    std::size_t head = last - 1;
    phrase.head = head;
    if (end.is(lexical::role | lexical::title)) {
      takeRole(head);
      phrase.kind = NounKind::role;
    } else if (end.is(lexical::document)) {
      phrase.kind = NounKind::document;
    } else if (end.possessive && run.last == last) {
      phrase.nameFirst = run.first;
      phrase.nameLast = run.last;
      phrase.kind = run.last - run.first == 1 && end.is(lexical::place) && !end.is(lexical::given)
                        ? NounKind::state
                    : isBody(sentence, run.first, run.last) ? NounKind::body
                                                            : NounKind::person;
    }
    return phrase;
  }
  std::size_t name = run.first;
  for (std::size_t i = run.first; i < run.last; ++i)
    if (tokens[i].is(lexical::role | lexical::title) && (i + 1 < run.last || i == run.first) &&
        !(tokens[i].collective && tokens[run.last - 1].is(lexical::body)) && // "the Teachers’ Federation"
        !(tokens[i].is(lexical::given) && i + 1 < run.last && !tokens[i].is(lexical::honorific) &&
          i > run.first && !tokens[i].is(lexical::speaks))) {
      takeRole(i);
      name = i + 1;
    }
  if (name > run.first && name + 1 == run.last && tokens[name].is(lexical::role | lexical::title) &&
      !tokens[name].is(lexical::given)) {
    takeRole(name); // "US Deputy Secretary"
    name = run.last;
  }
  if (name == run.last && run.last - run.first > 1 && !tokens[run.first].is(lexical::given))
    name = run.last; // "the Foreign Minister"
  else if (name == run.last && tokens[run.first].is(lexical::given) && run.last - run.first > 1) {
    name = run.first; // "Stephen King"
    phrase.hasRole = false;
  }
  if (name == run.first && run.last - run.first > 1 &&
      tokens[run.last - 1].is(lexical::role | lexical::title) && !tokens[run.first].is(lexical::given)) {
    takeRole(run.last - 1); // "Kremlin Spokesman", "House Speaker"
    phrase.kind = NounKind::role;
    return phrase;
  }
  if (name == run.last) {
    phrase.kind = NounKind::role;
    return phrase;
  }
  if (!phrase.hasRole)
    for (std::size_t i = run.first; i > first; --i)
      if (tokens[i - 1].is(lexical::role)) {
        takeRole(i - 1);
        break;
      }
  name = behindOffice(sentence, run, name);
  // demonyms before a given name are no part of it
  while (name + 1 < run.last && tokens[name].is(lexical::demonym | lexical::country) &&
         tokens[name + 1].is(lexical::given))
    ++name;
  while (name + 1 < run.last && tokens[name].is(lexical::honorific))
    ++name;
  phrase.nameFirst = name;
  phrase.nameLast = run.last;
  if (run.last - name == 1 && tokens[name].is(lexical::place) && !tokens[name].is(lexical::given) &&
      !phrase.hasRole)
    phrase.kind = tokens[name].is(lexical::demonym) &&
                          !tokens[name].is(lexical::country | lexical::capital | lexical::metonym)
                      ? NounKind::phrase
                      : NounKind::state;
  else if (isBody(sentence, name, run.last) && !(phrase.hasRole && phrase.gender != Gender::unknown))
    phrase.kind = NounKind::body;
  else
    phrase.kind = NounKind::person;
  if (phrase.kind == NounKind::phrase)
    phrase.nameFirst = phrase.nameLast;
  const bool honorific = phrase.hasRole && tokens[phrase.head].is(lexical::honorific);
  if (phrase.kind == NounKind::person && tokens[name].is(lexical::given) && !honorific &&
      tokens[name].known->givenGender != Gender::unknown)
    phrase.gender = tokens[name].known->givenGender; // "chairman Philippa Crowe"
  return phrase;
}

} // namespace stasis::evidence
