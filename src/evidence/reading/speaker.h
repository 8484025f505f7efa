#pragma once

// Who speaks: the words for the speaker, resolved to the fullest name in the report. Tried in this order: the
// name itself; a title by role and country ("the Russian leader"); what the same words meant before ("the
// spokesperson"); a pronoun by sex and number, within two paragraphs; the last speaker, for a quote that
// stands alone. Sentences must be visited in the order of the text.
//
// Tested on `tests/reading/`; a wrong speaker is worse than none.

#include "evidence/ledger.h"
#include "evidence/reading/discourse.h"
#include "evidence/reading/statement.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace stasis::evidence {

struct Speaker {
  std::optional<EntityId> entity;
  std::optional<model::Range> words; ///< of the name or the fullest description
  std::optional<model::Range> mention;
  std::string how;
  Confidence confidence = Confidence::low;
  std::optional<std::string> principal; ///< if the words themselves say it
  bool person = false;                  ///< a single person without a name: "a spokesman for …"
  Gender gender = Gender::unknown;
  std::optional<Mention> as; ///< the mention that a pronoun stands for
};

class SpeakerFinder {
public:
  /// `issuer`: the body that `we` means outside quotations (issuer.h).
  SpeakerFinder(std::string_view text, const std::vector<Sentence>& sentences,
                const std::vector<QuoteSpan>& quotes, const Cast& cast, std::optional<EntityId> issuer)
      : text_(text), sentences_(sentences), quotes_(quotes), cast_(cast), issuer_(issuer),
        discourse_(text, sentences, cast) {}

  /// Call once for every sentence, before its statements are resolved.
  void enter(std::size_t sentence);
  Speaker speakerOf(const Statement& statement, bool carriedOn);
  /// The others who make this statement together with its speaker.
  std::vector<Speaker> othersOf(const Statement& statement);
  std::optional<std::string> addressee(const Statement& statement) const;
  std::optional<std::string> principalOf(EntityId id) const;

private:
  void learnPrincipals(std::size_t sentence);
  bool isNobody(std::size_t sentence, const NounPhrase& phrase) const;
  Speaker resolve(const Statement& statement, const NounPhrase& phrase,
                  const std::optional<NounPhrase>& apposed);
  Speaker named(EntityId entity) const;
  Speaker pronoun(const Statement& statement, const NounPhrase& phrase);
  Speaker speakerAt(const Mention& mention);
  void learnGender(const Statement& statement, const Speaker& speaker);
  bool isPictured(const Sentence& sentence, const NounPhrase& phrase) const;
  Speaker described(std::size_t sentence, const NounPhrase& phrase);
  std::optional<EntityId> lastPerson(std::size_t sentence) const;
  std::optional<EntityId> byTitle(std::size_t sentence, const NounPhrase& phrase) const;
  Speaker carryOn(const Statement& statement, bool carriedOn) const;
  std::optional<std::string> principalOf(const Role& role) const;
  model::Range rangeOf(std::size_t sentence, const NounPhrase& phrase) const;
  std::size_t genitiveLength(const Token& token) const;
  std::string wordsAt(model::Range range) const;
  void expectAnswer(const Statement& statement);
  void remember(const Statement& statement, const Speaker& speaker);

  std::string_view text_;
  const std::vector<Sentence>& sentences_;
  const std::vector<QuoteSpan>& quotes_;
  const Cast& cast_;
  std::optional<EntityId> issuer_;
  Discourse discourse_;
  std::unordered_map<EntityId, std::string> principals_; ///< "Its director, Ana Bell": whose director
  std::optional<Speaker> last_;                          ///< the last speaker, and where
  std::size_t lastSentence_ = 0;
  std::unordered_map<std::string, model::Range> descriptions_; ///< by head: "a spokesperson of …"
};

} // namespace stasis::evidence
