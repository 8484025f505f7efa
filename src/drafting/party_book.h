#pragma once

// Which party the words of a report mean: states and bodies, with the persons who speak for them, parts of
// their names, and descriptions of them (`the union`, `Serrado's defence minister`, `the operator`). The body
// that a person speaks for comes from the ledger or, if the ledger has none, from the words beside the name:
// `Serrado's defence minister, Anselmo Vierra`, `Sanjeev Bedi, national officer of the Textile Union`.
//
// Built in time linear in the reports for each new name; a question asked before costs a look-up. Tested on
// phrases that are one party, and on words that are none.

#include "evidence/ledger.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stasis::drafting {

class PartyBook {
public:
  /// Read all texts first: a body may be named after the person who speaks for it.
  void readText(std::string_view plain);
  void add(const evidence::LedgerEntry& entry);
  /// Add bodies before calling `add`: the body named before a person decides whom the person speaks for.
  void addBody(const evidence::LedgerEntry& entry, bool capital);

  /// The party that speaks; none if it is nobody in particular (`reporters`, `nobody`).
  std::optional<std::string> speaking(const evidence::LedgerEntry& entry) const;
  /// The party that the words mean, known or new; none if they are not a party: `prices`.
  std::optional<std::string> named(std::string_view words) const;
  /// The party with this name, or with a name that contains it; none otherwise.
  std::optional<std::string> known(std::string_view words) const;
  /// The state that a name, a demonym or a capital city stands for.
  std::optional<std::string> state(const std::string& name) const;
  /// The one business of the report, for `the company`.
  std::optional<std::string> business(std::string_view words) const;
  /// The body that a description in lower case means: `the union`.
  std::optional<std::string> described(std::string_view lower) const;
  /// Whether whoever is called so holds an office over bodies of that kind: a mayor over `city`, a minister
  /// over `government`, a chairman over `company`.
  bool answersFor(const std::string& speaker, const std::string& noun) const;
  /// Whether whoever is called so speaks for a state by his office, or is an organ of one: `trade minister`,
  /// `the foreign ministry`.
  bool speaksForState(const std::string& speaker) const;
  /// Whether the words give whoever is called so an office that leads or speaks for others.
  bool holdsOffice(const std::string& speaker) const;
  /// Whether the report calls a person so: `Kvist` of `Anders Kvist`.
  bool isSurname(const std::string& word) const;
  /// From here on, the speaker counts as that party.
  void adopt(const std::string& speaker, const std::string& party);
  /// True for a person who speaks for nobody.
  bool isPrivate(const std::string& party) const;
  std::vector<std::string> parties() const;

private:
  struct NameWord {
    std::string lemma;
    bool isLong = false; ///< of more than five letters: tells by itself whose name it is part of
  };
  struct Row {
    std::string name;
    std::string party;
    bool person = false;
    std::string padded;          ///< the name in lower case, between blanks
    std::size_t place = 0;       ///< how much of `padded` comes before ` in `: `Villagers in Aldmoor`
    std::vector<NameWord> words; ///< of `padded`
    std::string_view lower() const { return std::string_view(padded).substr(1, padded.size() - 2); }
  };
  std::vector<Row> rows_;
  std::string text_;
  std::vector<std::string> words_; ///< of `text_`
  std::string lower_;              ///< `text_` in lower case
  /// Answers given before; those about rows count until a row changes.
  mutable std::unordered_map<std::string, std::optional<std::string>> knownBefore_;
  mutable std::unordered_map<std::string, std::optional<std::string>> describedBefore_;
  mutable std::unordered_map<std::string, bool> states_;

  void enter(const std::string& name, const std::string& party, bool person);
  void forget() const;
  std::optional<std::string> lookUp(std::string_view words) const;
  std::optional<std::string> lookUpDescribed(std::string_view lower) const;
  bool isState(const std::string& name) const;
  bool hasOfState(const std::string& name) const;
  std::optional<std::string> bodyBefore(std::size_t at) const;
  std::optional<std::string> subjectBefore(std::size_t at) const;
  std::optional<std::string> ofRole(const std::string& role) const;
  std::optional<std::string> besideName(const std::string& name) const;
  std::optional<std::string> ofPronoun(const evidence::LedgerEntry& entry) const;
  std::optional<std::string> subjectAt(std::string_view said) const;
  const Row* unnamedBefore(const std::string& name) const;
  bool isIt(const std::string& name) const;
  bool isTitled(const std::string& name) const;
  std::vector<std::string> officesOf(const std::string& speaker) const;
  bool opensSentence(const std::string& word) const;
  std::optional<std::string> ofGivenName(const std::string& word) const;
  std::optional<std::string> onlyAssembly() const;
  std::optional<std::string> onlyBusiness(const std::string& lower) const;
  std::optional<std::string> ofDemonym(const std::string& word) const;
  std::optional<std::string> ofOrgan(const std::string& body) const;
  std::optional<std::string> ofPortfolio(const std::vector<std::string>& before) const;
  std::optional<std::string> spokenFor(std::string_view behind) const;
  std::optional<std::string> apposed(std::string_view description) const;
};

/// What a body is, by its last word: `city` a town, `ministry` part of a state, `airline` a business.
enum class BodyKind : std::uint8_t { none, state, town, business, association };
BodyKind kindOfBody(const std::string& noun);

/// `Serrado` of `Serrado's defence minister`, `Brightwater` of `a spokeswoman for Brightwater`; none else.
std::optional<std::string> bodyWithin(std::string_view description);

} // namespace stasis::drafting
