#pragma once

// The numbers of the tagger and the parser: a file of sections, used in place. That of the program is
// english.model, which the assembler embeds. Its pages are loaded when they are first used, so a verb that
// parses no sentence pays nothing. `make train` writes it (docs/grammar.md). Little-endian, like every
// machine the project runs on.
//
// A file that breaks the rules below is refused when it is read. Tested by truncated files.

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

/// The shape of the parser's network. Trainer, file and parser agree on it.
namespace net {
inline constexpr std::size_t places = 18;      ///< words looked at
inline constexpr std::size_t labelled = 12;    ///< of these the last ones, which have a relation
inline constexpr std::size_t smalls = 8;       ///< distances, marks between, children
inline constexpr std::size_t smallValues = 16; ///< values of each
inline constexpr std::size_t wordWidth = 32;
inline constexpr std::size_t tagWidth = 16;
inline constexpr std::size_t labelWidth = 16;
inline constexpr std::size_t smallWidth = 8;
inline constexpr std::size_t inputs =
    places * (wordWidth + tagWidth) + labelled * labelWidth + smalls * smallWidth;
inline constexpr std::size_t hidden = 160;
inline constexpr std::size_t endings = 512; ///< rows for unknown words, by their ending
} // namespace net

struct Model {
  std::span<const TagPair> tags; ///< by TagClass
  Lexicon lexicon;
  WeightTable weights;
  std::span<const std::uint8_t> shifts; ///< of the weights, by feature
  std::span<const Relation> labels;     ///< of the parser's actions
  std::size_t knownWords = 0;
  // Tables of 8 bits, one row for each value. The last row of each means "no word here".
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
  /// The rows that mean "none".
  std::size_t noWordRow() const { return knownWords + net::endings; }
  std::size_t noTagRow() const { return tags.size(); }
  std::size_t noLabelRow() const { return labels.size() + 1; }

  /// A view of the bytes, which must start at a multiple of 8 and outlive it; none if they are not a model.
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

/// The beginning of the file: the magic, then for each section its start and its length in bytes.
struct ModelHead {
  std::array<char, 16> magic;
  std::array<std::array<std::uint32_t, 2>, sectionCount> sections;
};

} // namespace stasis::evidence::grammar
