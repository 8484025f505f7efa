#pragma once

// The parser's network on integers: one hidden layer of rectified units (Chen & Manning 2014), inputs and
// first layer of 8 bits with sums of 16 bits that cannot overflow (the trainer makes sure), a second layer of
// 16 bits with sums of 32. What a value at a place contributes to the hidden layer is computed once and kept:
// all tags, relations and small numbers in tables, words in a cache of fixed size (an idea of Devlin and
// others 2014). About 56 additions of a hidden layer for each state. The scores are the same on every
// machine, whether a value was in the cache or not. 3.5 MB.

#include "evidence/grammar/parser_view.h"
#include "evidence/grammar/whole_sums.h"

#include <vector>

namespace stasis::evidence::grammar {

/// A word's row in the model's table of words.
using WordRow = std::uint16_t;
WordRow rowOf(const Model& model, const Known& known, const WordForm& form);

class Network {
public:
  explicit Network(const Model& model);

  /// The score of every action: shift, left by label, right by label. `rows` and `tags` are by word.
  std::span<const std::int32_t> score(const ParserView& view, std::span<const WordRow> rows,
                                      std::span<const TagClass> tags);

private:
  using Sums = HiddenSums;
  struct Cached {
    std::uint32_t key = ~0U;
    Sums sums{};
  };
  /// The sums of all values of one place, made when first asked for.
  class Table {
  public:
    Table(std::size_t values) : made_(values), sums_(values) {}
    std::vector<bool> made_;
    std::vector<Sums> sums_;
  };

  void gather(const ParserView& view, std::span<const WordRow> rows, std::span<const TagClass> tags);
  void compute(std::span<const std::int8_t> row, std::size_t input, Sums& sums) const;
  const std::int16_t* ofWord(std::size_t place, std::size_t row);
  const std::int16_t* ofTable(Table& table, std::size_t value, std::span<const std::int8_t> rows,
                              std::size_t width, std::size_t input);

  const Model& model_;
  PairedWeights second_;
  std::vector<Cached> cache_;
  std::vector<Table> tags_;
  std::vector<Table> labels_;
  std::vector<Table> smalls_;
  std::array<const std::int16_t*, 1 + 2 * net::places + net::labelled + net::smalls> parts_;
  std::vector<std::int32_t> scores_;
};

} // namespace stasis::evidence::grammar
