#pragma once

// Every name of a text and what it stands for: where each thing is declared, and where it is called by its
// name. Made from the text alone, so it is available while the text has mistakes. One declaration may stand
// for several things of the model: an option of a family is one line.
//
// O(names log names). Tested by tests/lsp/names_test.cpp: on the gallery, every name that the language
// resolves is an occurrence of the thing it means.

#include "language/words/outline.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stasis::lsp {

namespace syntax = language::syntax;

enum class Thing : std::uint8_t { party, family, option, define, state, source, solutionConcept };

inline constexpr std::size_t nothing = SIZE_MAX;

struct Declaration {
  Thing thing = Thing::party;
  std::string_view name;
  std::string label;
  model::Range range;          ///< of the name
  std::size_t owner = nothing; ///< for an option: its party or family; for a member: its family
};

struct Occurrence {
  model::Range range;    ///< where it is written
  std::string_view name; ///< as the language spells it, accents composed
  Thing thing = Thing::party;
  std::size_t declaration = nothing; ///< none for a concept, and unless the name has one meaning
  bool declares = false;
};

/// `because SOURCE "words"`.
struct CitationPlace {
  model::Range range;
  model::Range words;
  std::size_t source = nothing;
};

class Names {
public:
  Names() = default;
  /// Keeps views of the outline and its text.
  Names(const language::Outline& outline, std::string_view text);

  const std::vector<Declaration>& declarations() const { return declarations_; }
  /// Sorted by place.
  const std::vector<Occurrence>& occurrences() const { return occurrences_; }
  const std::vector<CitationPlace>& citations() const { return citations_; }
  /// Words of the language that are names in other places, such as `strongly`, sorted by place.
  const std::vector<model::Range>& placedWords() const { return placedWords_; }

  /// The occurrence that a place touches.
  const Occurrence* at(std::size_t offset) const;
  /// The declarations that the occurrence may mean.
  std::vector<std::size_t> meanings(const Occurrence& occurrence) const;
  std::vector<model::Range> placesOf(std::size_t declaration) const;
  const CitationPlace* citationAt(std::size_t offset) const;

  /// How a condition calls an option: by its name, or with its owner if others have the same name.
  std::string callOf(std::size_t option) const;
  /// The path that the declaration of a source gives.
  std::string_view pathOf(std::size_t source) const;
  std::string_view words(model::Range range) const {
    return text_.substr(range.begin, range.end - range.begin);
  }

private:
  using Words = syntax::Words;
  using Table = std::unordered_map<std::string_view, std::size_t>;

  std::size_t declare(Thing thing, Words name, std::string label, std::size_t owner = nothing);
  void declareAll(const syntax::File& file);
  void declareParty(const syntax::Party& party);
  void call(Words words, Thing thing, std::size_t declaration);
  void callParty(Words words);
  void callState(Words words);
  void callConcepts(const std::vector<Words>& concepts);
  void callReference(const syntax::Reference& reference, std::size_t self);
  void callBare(Words words);
  void callAll(const syntax::File& file);
  void callExpression(const syntax::Expression& expression, std::size_t self = nothing);
  void callPreference(const syntax::Preference& preference);
  void callExpectation(const syntax::Expectation& expectation);
  void callUnsure(const syntax::Unsure& unsure);
  void callView(const syntax::View& view);
  void callAttitudes(const syntax::Attitudes& attitudes);
  void placeFirstWord(Words words);
  void cite(const syntax::Citations& citations);
  std::size_t optionOf(std::size_t owner, std::string_view name) const;
  std::size_t holderOf(std::string_view name) const;
  model::Range rangeOf(Words words) const;

  std::string_view text_;
  std::unordered_map<const char*, model::Range> spelled_; ///< names that are not views of the text
  std::vector<Declaration> declarations_;
  std::vector<Occurrence> occurrences_;
  std::vector<CitationPlace> citations_;
  std::vector<model::Range> placedWords_;
  Table holders_; ///< parties, members and families
  Table defines_;
  Table states_;
  Table sources_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> options_;
  std::unordered_map<std::string, std::size_t> owned_;      ///< by owner and name
  std::unordered_map<std::size_t, std::string_view> paths_; ///< by source
};

} // namespace stasis::lsp
