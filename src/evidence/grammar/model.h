#pragma once

// The numbers of the tagger and the parser: a file of sections, read where it lies. The one of the program is
// english.model, put in by the assembler; its pages are fetched when they are first looked at, so that verbs
// that read nothing pay nothing. `make train` writes it (docs/grammar.md). Little-endian, as every machine
// the project runs on.
//
// A file that does not keep the rules below is refused when it is read. Tested by files cut short.

#include "evidence/grammar/lexicon.h"
#include "evidence/grammar/relation.h"
#include "evidence/grammar/tag_features.h"
#include "evidence/grammar/weight_table.h"
#include "evidence/grammar/word_class.h"

#include <array>
#include <bit>
#include <optional>
#include <span>
#include <string_view>

namespace stasis::evidence::grammar {

static_assert(std::endian::native == std::endian::little, "the model is written for little-endian machines");

struct TagPair {
  Upos upos;
  Xpos xpos;
  friend bool operator==(const TagPair&, const TagPair&) = default;
};

/// Shape of the parser's network; the trainer, the file and the parser agree on it.
namespace net {
inline constexpr std::size_t places = 18;      ///< words looked at
inline constexpr std::size_t labelled = 12;    ///< the last of them, which have a relation
inline constexpr std::size_t smalls = 8;       ///< distances, marks between, children
inline constexpr std::size_t smallValues = 16; ///< values of each
inline constexpr std::size_t wordWidth = 32;
inline constexpr std::size_t tagWidth = 16;
inline constexpr std::size_t labelWidth = 16;
inline constexpr std::size_t smallWidth = 8;
inline constexpr std::size_t inputs =
    places * (wordWidth + tagWidth) + labelled * labelWidth + smalls * smallWidth;
inline constexpr std::size_t hidden = 160;
inline constexpr std::size_t endings = 512; ///< rows for words that are not known, by their ending
} // namespace net

struct Model {
  std::span<const TagPair> tags; ///< by TagClass
  Lexicon lexicon;
  WeightTable weights;
  std::span<const std::uint8_t> shifts; ///< of the weights, by feature
  std::span<const Relation> labels;     ///< of the parser's actions
  std::size_t knownWords = 0;
  // Tables of 8 bits: a row a value. After the last value of each stands the row of "no word here".
  std::span<const std::int8_t> wordRows;    ///< known words, endings, none
  std::span<const std::int8_t> tagRows;     ///< tags, none
  std::span<const std::int8_t> labelRows;   ///< labels, no relation yet, none
  std::span<const std::int8_t> smallRows;   ///< smalls × smallValues
  std::span<const std::int8_t> first;       ///< inputs × hidden
  std::span<const std::int32_t> firstScale; ///< a hidden unit; sums × scale / 2¹⁶ are its sixteen bits
  std::span<const std::int16_t> firstBias;
  std::span<const std::int16_t> second; ///< actions × hidden
  std::span<const std::int32_t> secondBias;

  std::size_t actions() const { return 1 + 2 * labels.size(); }
  /// Rows of a table that mean "none".
  std::size_t noWordRow() const { return knownWords + net::endings; }
  std::size_t noTagRow() const { return tags.size(); }
  std::size_t noLabelRow() const { return labels.size() + 1; }

  /// A view of the bytes, which must begin at an address that 8 divides and outlive it; none if they are no
  /// model.
  static std::optional<Model> read(std::string_view bytes);
  /// The model of the program.
  static const Model& ofProgram();
};

/// The sections of a file in their order, and its beginning.
enum class Section : std::uint8_t {
  tags,
  lexiconDirectory,
  lexiconHashes,
  lexiconWords,
  lexiconAmbiguity,
  weightDirectory,
  weights,
  shifts,
  labels,
  wordRows,
  tagRows,
  labelRows,
  smallRows,
  first,
  firstScale,
  firstBias,
  second,
  secondBias
};
inline constexpr std::size_t sectionCount = 18;
inline constexpr std::string_view modelMagic = "stasis grammar 1";

/// What stands at the beginning: the magic, then of each section where it begins and its bytes.
struct ModelHead {
  std::array<char, 16> magic;
  std::array<std::array<std::uint32_t, 2>, sectionCount> sections;
};

} // namespace stasis::evidence::grammar
