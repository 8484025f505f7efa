#pragma once

// The people and bodies in a report, by their names. Each has the fullest name in the report, the roles it is
// given ("Kremlin spokesman", "Ukraine's foreign minister") and its sex, if known. A surname, a given name,
// an acronym and a first word stand for the name they are part of.
//
// Names of several words are collected before any shorter one is resolved, so that a headline's "Putin" finds
// the "Vladimir Putin" of the text. Linear, except for people who share a name.

#include "evidence/reading/noun_phrase.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace stasis::evidence {

enum class EntityId : std::uint32_t {};

struct Role {
  std::string head;        ///< lower case: `president`, `foreign minister`
  std::uint16_t state = 0; ///< of the lexicon; 0 for none
  std::string body;        ///< as in the text: `Hamas`, `RCN`
  bool speaks = false;
};

struct Entity {
  NounKind kind = NounKind::person;
  std::vector<std::string> parts; ///< keys of the words of the fullest name
  model::Range name;              ///< where the fullest name stands
  Gender gender = Gender::unknown;
  std::vector<Role> roles;
  bool place = false;      ///< "in Gaza": things happen in it
  std::uint16_t state = 0; ///< of a state, and of what stands for one
};

/// A name where it stands.
struct Occurrence {
  std::size_t sentence = 0;
  NounPhrase phrase;
  EntityId entity{};
  bool subject = false;
};

/// `nobody`, `everyone`: a word for people that names nobody.
bool isIndefinite(std::string_view lower);

/// Whether a phrase stands as the subject of a clause, as far as the words beside it show.
bool standsAsSubject(const Sentence& sentence, const NounPhrase& phrase);

class Cast {
public:
  Cast(std::string_view text, const std::vector<Sentence>& sentences);

  const Entity& operator[](EntityId id) const { return entities_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return entities_.size(); }
  /// In the order of the text.
  const std::vector<Occurrence>& occurrences() const { return occurrences_; }
  std::span<const Occurrence> occurrences(std::size_t sentence) const;
  /// The person or body whose name stands in the phrase, if there is one.
  std::optional<EntityId> entityOf(std::size_t sentence, const NounPhrase& phrase) const;
  /// How many persons have this surname.
  std::size_t bearers(const std::string& surname) const;
  /// The role that a phrase gives: its head with the state and body beside it.
  std::optional<Role> roleIn(const Sentence& sentence, const NounPhrase& phrase) const;
  /// Words of the text in the notation of keys.
  std::string key(model::Range range) const;
  std::optional<EntityId> bodyNamed(const std::string& words) const;

private:
  struct Name {
    std::vector<std::string> parts;
    model::Range range;
  };

  Name nameOf(const Sentence& sentence, const NounPhrase& phrase) const;
  void collect(std::size_t number);
  bool isCommonWord(const Sentence& sentence, const NounPhrase& phrase) const;
  void enter(std::size_t occurrence);
  EntityId add(const NounPhrase& phrase, Name name, bool honorific);
  std::optional<EntityId> findFull(const Name& name, const NounPhrase& phrase) const;
  std::optional<EntityId> findPart(const Name& name, const NounPhrase& phrase) const;
  void learn(Entity& entity, const Occurrence& occurrence);
  void learnGender(Entity& entity, const Sentence& sentence, const NounPhrase& phrase) const;
  void learnRole(Entity& entity, const Sentence& sentence, const NounPhrase& phrase);

  std::string_view text_;
  const std::vector<Sentence>& sentences_;
  std::vector<Entity> entities_;
  std::vector<std::size_t> lastSeen_; ///< by entity: the occurrence
  std::vector<Occurrence> occurrences_;
  std::vector<std::size_t> firstOf_; ///< by sentence: its first occurrence
  std::unordered_map<std::string, std::vector<EntityId>> byPart_;
  std::unordered_map<std::string, EntityId>
      calledBy_; ///< who a part of a name stands for, from its first use
  std::unordered_map<std::string_view, bool> lowerWords_;
  std::unordered_set<std::string> capitalsInside_; ///< keys of words with a capital within a sentence
};

/// The name with "of …" that belongs to it: "Royal College of Nursing".
std::size_t endOfName(const Sentence& sentence, const NounPhrase& phrase);

} // namespace stasis::evidence
