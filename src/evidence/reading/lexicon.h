#pragma once

// What is known about words before a report is read, from the lists in words/: the closed classes, verbs that
// introduce speech in all their forms, roles, titles, given names, states with demonyms and capitals, bodies.
// Words are looked up in lower case, without a final full stop. Classes that need a capital are kept apart.
//
// Built once; a look-up is one hash and one comparison. Tested on the forms of verbs and on every list.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

/// Classes of words, as bits: most words have several.
namespace lexical {
inline constexpr std::uint32_t determiner = 1U << 0U;
inline constexpr std::uint32_t possessive = 1U << 1U;
inline constexpr std::uint32_t preposition = 1U << 2U;
inline constexpr std::uint32_t conjunction = 1U << 3U;
inline constexpr std::uint32_t subordinator = 1U << 4U;
inline constexpr std::uint32_t relative = 1U << 5U;
inline constexpr std::uint32_t pronoun = 1U << 6U;
inline constexpr std::uint32_t auxiliary = 1U << 7U;
inline constexpr std::uint32_t negation = 1U << 8U;
inline constexpr std::uint32_t adverb = 1U << 9U;
inline constexpr std::uint32_t time = 1U << 10U;
inline constexpr std::uint32_t role = 1U << 11U;
inline constexpr std::uint32_t title = 1U << 12U;
inline constexpr std::uint32_t honorific = 1U << 13U;
inline constexpr std::uint32_t speaks = 1U << 14U; ///< a role that speaks for a state or body
inline constexpr std::uint32_t leads = 1U << 15U;
inline constexpr std::uint32_t plural = 1U << 16U;
inline constexpr std::uint32_t document = 1U << 17U;
inline constexpr std::uint32_t particle = 1U << 18U;
inline constexpr std::uint32_t body = 1U << 19U; ///< "ministry", "union": a name with it is that of a body
inline constexpr std::uint32_t cue = 1U << 20U;
inline constexpr std::uint32_t verb = 1U << 21U; ///< a finite form of some other common verb
inline constexpr std::uint32_t abbreviation = 1U << 22U;
inline constexpr std::uint32_t endsToo = 1U << 23U; ///< an abbreviation that may end a sentence
// with a capital only:
inline constexpr std::uint32_t given = 1U << 24U;
inline constexpr std::uint32_t country = 1U << 25U;
inline constexpr std::uint32_t demonym = 1U << 26U;
inline constexpr std::uint32_t capital = 1U << 27U;
inline constexpr std::uint32_t metonym = 1U << 28U;
inline constexpr std::uint32_t knownBody = 1U << 29U;
inline constexpr std::uint32_t phraseStart = 1U << 30U; ///< begins an entry of several words
inline constexpr std::uint32_t modifier = 1U << 31U;    ///< "former", "senior": before a title or a name
inline constexpr std::uint32_t place = country | demonym | capital | metonym;
} // namespace lexical

/// What a verb of speech takes (words/cue_verbs.txt).
enum class CueClass : std::uint8_t { none, say, tell, ask, manner, call, act, think, read };

enum class VerbForm : std::uint8_t { base, third, past, ing };

enum class Gender : std::uint8_t { unknown, male, female };

/// What a verb of speech goes with (words/cue_verbs.txt), as bits.
namespace valency {
inline constexpr std::uint16_t object = 1U << 0U; ///< the addressee: without one it is a participle
inline constexpr std::uint16_t thing = 1U << 1U;  ///< a thing can be reported: "demanded a vote"
inline constexpr std::uint16_t of = 1U << 2U;     ///< the preposition before what is reported
inline constexpr std::uint16_t on = 1U << 3U;
inline constexpr std::uint16_t to = 1U << 4U;
inline constexpr std::uint16_t with = 1U << 5U;
inline constexpr std::uint16_t over = 1U << 6U;
inline constexpr std::uint16_t against = 1U << 7U;
inline constexpr std::uint16_t forWhat = 1U << 8U;
inline constexpr std::uint16_t judges = 1U << 9U; ///< "called the statement regrettable"
} // namespace valency

/// What a noun that names an act of speech takes (words/act_nouns.txt), as bits.
namespace actNoun {
inline constexpr std::uint8_t to = 1U << 0U;
inline constexpr std::uint8_t that = 1U << 1U;
inline constexpr std::uint8_t forWhat = 1U << 2U;
inline constexpr std::uint8_t of = 1U << 3U;
inline constexpr std::uint8_t against = 1U << 4U;
} // namespace actNoun

/// Classes of words that certain verbs need to report speech (words/telling_with.txt,
/// words/telling_words.txt), as bits.
namespace telling {
inline constexpr std::uint16_t will = 1U << 0U;    ///< "readiness to …"
inline constexpr std::uint16_t feeling = 1U << 1U; ///< "concern over …"
inline constexpr std::uint16_t leave = 1U << 2U;   ///< "permission to …"
inline constexpr std::uint16_t right = 1U << 3U;   ///< "the right to …"
inline constexpr std::uint16_t terms = 1U << 4U;   ///< "three conditions for …"
inline constexpr std::uint16_t ultimatum = 1U << 5U;
inline constexpr std::uint16_t time = 1U << 6U;   ///< "them ten days to …"
inline constexpr std::uint16_t known = 1U << 7U;  ///< "it known that …"
inline constexpr std::uint16_t record = 1U << 8U; ///< "it to be minuted that …"
inline constexpr std::uint16_t blame = 1U << 9U;  ///< "them responsible for …"
inline constexpr std::uint16_t down = 1U << 10U;  ///< particles: "turned the offer down"
inline constexpr std::uint16_t out = 1U << 11U;
inline constexpr std::uint16_t forward = 1U << 12U;
} // namespace telling

/// What a verb does to the act that its object names (words/carrying_verbs.txt).
enum class Carrying : std::uint8_t { none, carries, takesBack };

/// What a word does to a clause below it (words/unreal_words.txt).
enum class Unreal : std::uint8_t { none, denied, negated, hypothetical, reported, goesOn };

struct Word {
  std::string text;
  std::string_view lemma; ///< of a verb of speech, and of a word that makes clauses unreal
  std::uint16_t valency = 0;
  Unreal unreal = Unreal::none;
  std::uint32_t common = 0; ///< classes in any case
  std::uint32_t proper = 0; ///< classes with a capital
  CueClass cue = CueClass::none;
  VerbForm form = VerbForm::base;
  Gender gender = Gender::unknown;      ///< of a role, a title or a pronoun
  Gender givenGender = Gender::unknown; ///< of a given name
  std::uint16_t state = 0;              ///< into states(), from 1
  bool isOwn = false;                   ///< for a document: "the statement" is somebody's
  bool isTelling = false;      ///< for other verbs: reports speech with certain words ("set conditions")
  std::uint16_t tellsWith = 0; ///< for such a verb: the classes of these words
  std::uint16_t toldWith = 0;  ///< for a word: its classes
  Carrying carrying = Carrying::none;
  std::uint8_t actNoun = 0; ///< for a noun that names an act of speech; else 0
  bool nounToo = false;     ///< for a cue: "claims", "report"
};

class Lexicon {
public:
  static const Lexicon& get();

  /// `lower` is in lower case. Null if the word is unknown.
  const Word* find(std::string_view lower) const;
  /// The state or body that a demonym, a capital, a metonym or a name stands for.
  const std::string& state(std::uint16_t number) const { return states_[number]; }

private:
  Lexicon();
  Word& add(std::string_view text);
  void addClasses(std::string_view list, std::uint32_t common, std::uint32_t proper);
  void addFunctionWords();
  void addCueVerbs();
  void addForm(std::string form, CueClass cue, VerbForm which, bool nounToo);
  void addUnreal();
  void addTelling();
  void addActNouns();
  void addRoles();
  void addStates();
  void addBodies();
  std::uint16_t stateNumber(std::string_view name);
  void grow();

  std::vector<Word> words_;
  std::vector<std::uint32_t> slots_; ///< into words_, from 1; open addressing
  std::vector<std::string> states_;
};

/// Upper-case ASCII and Latin-1 letters in UTF-8 to lower case.
std::string lowerCase(std::string_view text);

} // namespace stasis::evidence
