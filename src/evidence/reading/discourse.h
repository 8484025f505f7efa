#pragma once

// What words of a report can refer back to: names and described persons and bodies ("the nurse", "the
// hospital trust"), each where it was mentioned last, and whoever spoke last. A pronoun is given to the
// candidate that agrees with it in sex, number and kind and stands out most: whoever spoke last, else the
// subject of a sentence before anything else in it, else what is nearer (after Lappin and Leass 1994 and
// Grosz, Joshi and Weinstein 1995). Nobody names himself in his own words: what these mention is no candidate
// (Reinhart 1983).
//
// Sentences are entered in the order of the text; a question looks back over at most three paragraphs and
// sixty mentions. Tested on the reports and tables of tests/reading/.

#include "evidence/reading/cast.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace stasis::evidence {

/// Somebody or something where it stands.
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
  std::optional<model::Range> said;   ///< the words that it tells, outside marks
  std::optional<model::Range> quoted; ///< and those between marks
};

struct Antecedent {
  const Mention* mention = nullptr; ///< null: nobody
  int margin = 0;                   ///< of its score to that of the next one
};

class Discourse {
public:
  Discourse(std::string_view text, const std::vector<Sentence>& sentences, const Cast& cast)
      : text_(text), sentences_(sentences), cast_(cast) {}

  /// Called once for every sentence, before anything in it is looked for.
  void enter(std::size_t sentence);
  /// Somebody speaks there, and is who spoke last from now on.
  void speaks(Mention who);
  Antecedent antecedentOf(const Pronoun& pronoun) const;
  /// In the order of the text; what is asked of a title looks at them from the end.
  const std::vector<Mention>& mentions() const { return mentions_; }
  /// What the name shows, or else the report's own pronouns so far.
  Gender genderOf(EntityId id) const;
  void learnGender(EntityId id, Gender gender) { learned_.emplace(id, gender); }
  /// It was `it`.
  void learnThing(EntityId id) { things_.insert(id); }
  bool inReach(std::size_t sentence, std::size_t of) const;

private:
  struct Question; ///< a pronoun with what is the same for all candidates

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
