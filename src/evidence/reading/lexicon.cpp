#include "evidence/reading/lexicon.h"

#include "evidence/reading/word_list.h"
#include "model/trimmed.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

std::uint64_t hashOf(std::string_view text) { // FNV-1a
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash ^ (hash >> 29U);
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(at), text.size());
    parts.push_back(model::trimmed(text.substr(0, end), " "));
    if (end == text.size())
      return parts;
    text.remove_prefix(end + 1);
  }
}

Gender genderIn(std::string_view value) {
  for (const std::string_view part : split(value, ' ')) {
    if (part == "m")
      return Gender::male;
    if (part == "f")
      return Gender::female;
  }
  return Gender::unknown;
}

bool has(std::string_view value, std::string_view what) {
  const std::vector<std::string_view> parts = split(value, ' ');
  return std::ranges::find(parts, what) != parts.end();
}

bool isVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

struct VerbForms {
  std::string third, past, ing;
};

/// By Quirk et al. 1985, 3.5 ff.
VerbForms regularForms(std::string_view lemma) {
  const std::string base(lemma);
  const char last = base.back();
  const bool sibilant =
      last == 's' || last == 'x' || last == 'z' || base.ends_with("sh") || base.ends_with("ch");
  if (last == 'y' && base.size() > 1 && !isVowel(base[base.size() - 2])) {
    const std::string stem = base.substr(0, base.size() - 1);
    return {stem + "ies", stem + "ied", base + "ing"};
  }
  if (last == 'e') {
    const std::string stem = base.substr(0, base.size() - 1);
    return {base + "s", base + "d", (base.ends_with("ee") || base.ends_with("ye") ? base : stem) + "ing"};
  }
  const std::string third = base + (sibilant || last == 'o' ? "es" : "s");
  return {third, base + "ed", base + "ing"};
}

/// "admit" doubles its last letter, "comment" does not; reports disagree on "signalled": both are known.
bool mayDouble(std::string_view lemma) {
  const std::size_t n = lemma.size();
  return n > 2 && !isVowel(lemma[n - 1]) && isVowel(lemma[n - 2]) && !isVowel(lemma[n - 3]) &&
         lemma[n - 1] != 'w' && lemma[n - 1] != 'x' && lemma[n - 1] != 'y';
}

CueClass cueClass(std::string_view name) {
  constexpr std::string_view names[] = {"none", "say", "tell",  "ask", "manner",
                                        "call", "act", "think", "read"};
  const auto* const found = std::ranges::find(names, name);
  return found == std::end(names) ? CueClass::none : static_cast<CueClass>(found - names);
}

/// A lemma, followed by its irregular forms if there are any, becomes every form it may have.
std::vector<std::string> allForms(const std::vector<std::string_view>& words) {
  const VerbForms regular = regularForms(words[0]);
  std::vector<std::string> forms{std::string(words[0]), regular.third, regular.past, regular.ing};
  for (std::size_t i = 1; i < words.size(); ++i)
    forms.emplace_back(words[i]);
  if (mayDouble(words[0]))
    for (const std::string_view ending : {"ed", "ing"})
      forms.push_back(std::string(words[0]) + words[0].back() + std::string(ending));
  return forms;
}

std::uint16_t valencyIn(std::string_view value) {
  constexpr std::string_view names[] = {"object", "thing", "of",      "on",  "to",
                                        "with",   "over",  "against", "for", "judges"};
  std::uint16_t valency = 0;
  for (std::size_t i = 0; i < std::size(names); ++i)
    if (has(value, names[i]))
      valency = static_cast<std::uint16_t>(valency | 1U << i);
  return valency;
}

std::uint32_t classesOfValue(std::string_view value) {
  return (has(value, "speaks") ? lexical::speaks : 0U) | (has(value, "leads") ? lexical::leads : 0U) |
         (has(value, "s") ? lexical::plural : 0U) | (has(value, "honorific") ? lexical::honorific : 0U);
}

} // namespace

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto c = static_cast<unsigned char>(lower[i]);
    if (c >= 'A' && c <= 'Z')
      lower[i] = static_cast<char>(c + 32);
    else if (c == 0xC3U && i + 1 < lower.size()) { // U+00C0 … U+00DE
      const auto next = static_cast<unsigned char>(lower[i + 1]);
      if (next >= 0x80U && next <= 0x9EU && next != 0x97U)
        lower[i + 1] = static_cast<char>(next + 0x20U);
    }
  }
  return lower;
}

const Lexicon& Lexicon::get() {
  static const Lexicon lexicon;
  return lexicon;
}

Lexicon::Lexicon() : slots_(std::size_t{1} << 15U), states_(1) {
  words_.reserve(16000);
  addFunctionWords();
  addCueVerbs();
  addUnreal();
  addTelling();
  addActNouns();
  addRoles();
  addStates();
  addBodies();
}

const Word* Lexicon::find(std::string_view lower) const {
  for (std::size_t at = hashOf(lower);; ++at) {
    const std::uint32_t slot = slots_[at & (slots_.size() - 1)];
    if (slot == 0)
      return nullptr;
    if (words_[slot - 1].text.size() == lower.size() && words_[slot - 1].text == lower)
      return &words_[slot - 1];
  }
}

Word& Lexicon::add(std::string_view text) {
  const std::string lower = lowerCase(text);
  if (const Word* known = find(lower))
    return const_cast<Word&>(*known);
  if ((words_.size() + 1) * 2 > slots_.size())
    grow();
  words_.emplace_back().text = lower;
  std::size_t at = hashOf(lower);
  while (slots_[at & (slots_.size() - 1)] != 0)
    ++at;
  slots_[at & (slots_.size() - 1)] = static_cast<std::uint32_t>(words_.size());
  if (const std::size_t space = lower.find(' '); space != std::string::npos) {
    add(lower.substr(0, space)).common |= lexical::phraseStart;
    return const_cast<Word&>(*find(lower));
  }
  return words_.back();
}

void Lexicon::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::size_t at = hashOf(words_[i].text);
    while (slots_[at & (slots_.size() - 1)] != 0)
      ++at;
    slots_[at & (slots_.size() - 1)] = static_cast<std::uint32_t>(i + 1);
  }
}

void Lexicon::addClasses(std::string_view list, std::uint32_t common, std::uint32_t proper) {
  for (const WordEntry& entry : wordList(list)) {
    Word& known = add(entry.words);
    known.common |= common;
    known.proper |= proper;
  }
}

void Lexicon::addFunctionWords() {
  constexpr std::string_view names[] = {"determiner",   "possessive", "preposition", "conjunction",
                                        "subordinator", "relative",   "pronoun",     "auxiliary",
                                        "negation",     "adverb",     "time"};
  for (const WordEntry& entry : wordList("function_words")) {
    Word& known = add(entry.words);
    for (std::size_t i = 0; i < std::size(names); ++i)
      if (has(entry.value, names[i]))
        known.common |= 1U << i;
  }
  for (const std::string_view he : {"he", "him", "his", "himself", "he's", "he'd", "he'll"})
    add(he).gender = Gender::male;
  for (const std::string_view she : {"she", "her", "herself", "she's", "she'd", "she'll"})
    add(she).gender = Gender::female;
  for (const WordEntry& entry : wordList("abbreviations"))
    add(entry.words).common |= lexical::abbreviation | (entry.value == "end" ? lexical::endsToo : 0U);
  addClasses("particles", lexical::particle, 0);
  for (const WordEntry& entry : wordList("document_words")) {
    Word& known = add(entry.words);
    known.common |= lexical::document;
    known.isOwn = entry.value == "own";
  }
  addClasses("common_verbs", lexical::verb, 0);
  addClasses("modifiers", lexical::modifier, 0);
}

void Lexicon::addForm(std::string form, CueClass cue, VerbForm which, bool nounToo) {
  Word& known = add(form);
  if ((known.common & lexical::cue) != 0) {
    if (which == VerbForm::past && known.cue == cue)
      known.form = which; // "put", "read": the past looks like the base
    return;
  }
  known.common |= lexical::cue;
  known.cue = cue;
  known.form = which;
  known.nounToo = nounToo;
}

void Lexicon::addCueVerbs() {
  for (const WordEntry& entry : wordList("cue_verbs")) {
    const CueClass cue = cueClass(split(entry.value, ' ')[0]);
    const bool noun = has(entry.value, "noun");
    const std::vector<std::string_view> words = split(entry.words, ' ');
    const VerbForms forms = regularForms(words[0]);
    addForm(std::string(words[0]), cue, VerbForm::base, noun);
    addForm(forms.third, cue, VerbForm::third, noun);
    addForm(forms.ing, cue, VerbForm::ing, noun);
    if (words.size() == 1)
      addForm(forms.past, cue, VerbForm::past, noun);
    for (std::size_t i = 1; i < words.size(); ++i)
      addForm(std::string(words[i]), cue, VerbForm::past, noun);
    if (mayDouble(words[0])) {
      const std::string doubled = std::string(words[0]) + words[0].back();
      addForm(doubled + "ed", cue, VerbForm::past, noun);
      addForm(doubled + "ing", cue, VerbForm::ing, noun);
    }
    for (const std::string& form : allForms(words)) {
      Word& known = add(form);
      known.lemma = words[0];
      known.valency |= valencyIn(entry.value);
    }
  }
}

void Lexicon::addActNouns() {
  constexpr std::pair<std::string_view, std::uint8_t> names[] = {{"to", actNoun::to},
                                                                 {"that", actNoun::that},
                                                                 {"for", actNoun::forWhat},
                                                                 {"of", actNoun::of},
                                                                 {"against", actNoun::against}};
  for (const WordEntry& entry : wordList("act_nouns"))
    for (const std::string_view form : split(entry.words, ' '))
      for (const std::string_view taken : split(entry.value, ' '))
        add(form).actNoun |=
            std::ranges::find(names, taken, [](const auto& one) { return one.first; })->second;
}

void Lexicon::addTelling() {
  constexpr std::string_view names[] = {"will",  "feeling", "leave", "right", "terms", "ultimatum", "time",
                                        "known", "record",  "blame", "down",  "out",   "forward"};
  const auto classesIn = [&](std::string_view value) {
    std::uint16_t classes = 0;
    for (std::size_t i = 0; i < std::size(names); ++i)
      if (has(value, names[i]))
        classes = static_cast<std::uint16_t>(classes | 1U << i);
    return classes;
  };
  for (const WordEntry& entry : wordList("telling_with"))
    for (const std::string& form : allForms(split(entry.words, ' '))) {
      Word& known = add(form);
      known.isTelling = true;
      known.tellsWith |= classesIn(entry.value);
      if (known.lemma.empty())
        known.lemma = split(entry.words, ' ')[0];
    }
  for (const WordEntry& entry : wordList("telling_words"))
    add(entry.words).toldWith |= classesIn(entry.value);
  for (const WordEntry& entry : wordList("carrying_verbs"))
    for (const std::string& form : allForms(split(entry.words, ' ')))
      add(form).carrying = entry.value == "carries" ? Carrying::carries : Carrying::takesBack;
}

void Lexicon::addUnreal() {
  constexpr std::string_view names[] = {"none", "denied", "negated", "hypothetical", "reported", "goes-on"};
  for (const WordEntry& entry : wordList("unreal_words"))
    for (const std::string& form : allForms(split(entry.words, ' '))) {
      Word& known = add(form);
      if (known.lemma.empty())
        known.lemma = split(entry.words, ' ')[0];
      known.unreal = static_cast<Unreal>(std::ranges::find(names, entry.value) - std::begin(names));
    }
}

void Lexicon::addRoles() {
  for (const std::string_view list : {"roles", "titles"})
    for (const WordEntry& entry : wordList(list)) {
      Word& known = add(entry.words);
      const bool title = list == "titles";
      known.common |= classesOfValue(entry.value) | (title ? lexical::title : lexical::role);
      if (genderIn(entry.value) != Gender::unknown)
        known.gender = genderIn(entry.value);
    }
  for (const WordEntry& entry : wordList("given_names")) {
    Word& known = add(entry.words);
    known.proper |= lexical::given;
    known.givenGender = genderIn(entry.value);
  }
}

std::uint16_t Lexicon::stateNumber(std::string_view name) {
  const auto known = std::ranges::find(states_, name);
  if (known != states_.end())
    return static_cast<std::uint16_t>(known - states_.begin());
  states_.emplace_back(name);
  return static_cast<std::uint16_t>(states_.size() - 1);
}

void Lexicon::addStates() {
  const auto put = [&](std::string_view words, std::uint32_t proper, std::uint16_t state) {
    if (words.empty())
      return;
    if (words.ends_with('.')) // words are looked up without it: "U.S"
      words.remove_suffix(1);
    Word& known = add(words);
    known.proper |= proper;
    known.state = state;
  };
  for (const WordEntry& entry : wordList("countries")) {
    const std::uint16_t state = stateNumber(entry.words);
    put(entry.words, lexical::country, state);
    const std::vector<std::string_view> parts = split(entry.value, '|');
    constexpr std::uint32_t kinds[] = {lexical::demonym, lexical::capital, lexical::country};
    for (std::size_t i = 0; i < parts.size() && i < std::size(kinds); ++i)
      for (const std::string_view name : split(parts[i], ','))
        put(name, kinds[i], state);
  }
  for (const WordEntry& entry : wordList("metonyms"))
    put(entry.words, lexical::metonym, stateNumber(entry.value));
}

void Lexicon::addBodies() {
  addClasses("organisation_words", lexical::body, 0);
  addClasses("organisations", 0, lexical::knownBody);
}

} // namespace stasis::evidence
