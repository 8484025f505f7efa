#pragma once

// What words of a report can refer back to: named persons and bodies and described ones ("the nurse", "the
// hospital trust"), each at its last mention, and the last speaker. A pronoun goes to the candidate that
// agrees with it in sex, number and kind and stands out most: the last speaker, else the subject of a
// sentence before anything else in it, else the nearer one (after Lappin and Leass 1994 and Grosz, Joshi and
// Weinstein 1995). Nobody names himself in his own words, so a person these mention is no candidate (Reinhart
// 1983).
//
// Sentences are entered in the order of the text. A search looks back over at most three paragraphs and sixty
// mentions. Tested on the reports and tables of tests/reading/.

#include "evidence/reading/cast.h"

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace stasis::evidence {

/// Somebody or something at one place of the text.
struct Mention {
  std::size_t sentence = 0;
  std::size_t token = 0;
  std::optional<EntityId> entity;
  std::optional<NounPhrase> described; ///< without a name: "the nurse"
  std::size_t describedIn = 0;         ///< the sentence of these words
  bool subject = false;
};

/// A pronoun, and what it may not stand for.
struct Pronoun {
  std::size_t sentence = 0;
  std::size_t token = 0;
  Gender gender = Gender::unknown; ///< unknown: it, they
  bool plural = false;
  bool behindWords = false;           ///< "…," she said
  std::optional<model::Range> said;   ///< the words that it introduces, outside marks
  std::optional<model::Range> quoted; ///< and those between marks
};

struct Antecedent {
  const Mention* mention = nullptr; ///< null: nobody
  int margin = 0;                   ///< its score less that of the next candidate
};

class Discourse {
public:
  Discourse(std::string_view text, const std::vector<Sentence>& sentences, const Cast& cast)
      : text_(text), sentences_(sentences), cast_(cast) {}

  /// Call once for every sentence, before anything in it is looked up.
  void enter(std::size_t sentence);
  /// Somebody speaks there, and is the last speaker from now on.
  void speaks(Mention who);
  Antecedent antecedentOf(const Pronoun& pronoun) const;
  /// In the order of the text; the search for a title goes through them from the end.
  const std::vector<Mention>& mentions() const { return mentions_; }
  /// The sex that the name shows, or else the pronouns of the report so far.
  Gender genderOf(EntityId id) const;
  void learnGender(EntityId id, Gender gender) { learned_.emplace(id, gender); }
  /// The text has called it `it`.
  void learnThing(EntityId id) { things_.insert(id); }
  bool inReach(std::size_t sentence, std::size_t of) const;

private:
  struct Question; ///< a pronoun, with what is the same for all candidates

  void enterDescribed(std::size_t sentence);
  void enterPronoun(std::size_t sentence);
  int score(const Mention& mention, const Question& question) const;
  std::optional<int> likeness(const Mention& mention, const Pronoun& pronoun) const;
  std::optional<int> likenessToPerson(const Mention& mention, Gender gender) const;
  std::optional<int> likenessToThing(const Mention& mention, bool plural) const;
  bool isOpenTo(const Mention& mention, const Pronoun& pronoun) const;
  bool hasTurned(const Pronoun& pronoun) const;
  bool isSame(const Mention& a, const Mention& b) const;

  std::string_view text_;
  const std::vector<Sentence>& sentences_;
  const Cast& cast_;
  std::vector<Mention> mentions_;
  std::size_t nextOccurrence_ = 0;
  std::optional<std::size_t> last_; ///< the mention of who spoke last
  std::unordered_map<EntityId, Gender> learned_;
  std::unordered_set<EntityId> things_;
};

} // namespace stasis::evidence
