#include "evidence/grammar/network.h"

#include "evidence/grammar/form_hash.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

/// Words kept for each place. Each place has its own part, so that what belongs to a state stays until it has
/// been added.
constexpr std::size_t cacheBits = 9;

// Where the inputs of each kind begin.
constexpr std::size_t tagInputs = net::places * net::wordWidth;
constexpr std::size_t labelInputs = tagInputs + net::places * net::tagWidth;
constexpr std::size_t smallInputs = labelInputs + net::labelled * net::labelWidth;

} // namespace

WordRow rowOf(const Model& model, const Known& known, const WordForm& form) {
  return static_cast<WordRow>(known.word != 0 ? known.word - 1U
                                              : model.knownWords + form.endings[2] % net::endings);
}

Network::Network(const Model& model)
    : model_(model), second_(model.second, model.secondBias), cache_(net::places << cacheBits),
      tags_(net::places, Table(model.noTagRow() + 1)), labels_(net::labelled, Table(model.noLabelRow() + 1)),
      smalls_(net::smalls, Table(net::smallValues)) {}

void Network::compute(std::span<const std::int8_t> row, std::size_t input, Sums& sums) const {
  std::array<std::int32_t, net::hidden> total;
  weighted(row, model_.first.data() + input * net::hidden, total);
  for (std::size_t j = 0; j < net::hidden; ++j)
    sums[j] = static_cast<std::int16_t>((std::int64_t{total[j]} * model_.firstScale[j] + (1 << 15)) >> 16);
}

const std::int16_t* Network::ofWord(std::size_t place, std::size_t row) {
  const auto key = static_cast<std::uint32_t>(row);
  Cached& cached = cache_[place << cacheBits | mixed(key) >> (32 - cacheBits)];
  if (cached.key != key) {
    compute(model_.wordRows.subspan(row * net::wordWidth, net::wordWidth), place * net::wordWidth,
            cached.sums);
    cached.key = key;
  }
  return cached.sums.data();
}

const std::int16_t* Network::ofTable(Table& table, std::size_t value, std::span<const std::int8_t> rows,
                                     std::size_t width, std::size_t input) {
  if (!table.made_[value]) {
    compute(rows.subspan(value * width, width), input, table.sums_[value]);
    table.made_[value] = true;
  }
  return table.sums_[value].data();
}

std::span<const std::int32_t> Network::score(const ParserView& view, std::span<const WordRow> rows,
                                             std::span<const TagClass> tags) {
  gather(view, rows, tags);
  Sums hidden;
  sumRows(parts_, hidden);
  for (std::int16_t& h : hidden)
    h = std::max<std::int16_t>(h, 0);
  second_.products(hidden, scores_);
  return {scores_.data(), model_.actions()};
}

/// What is added up to the hidden layer.
void Network::gather(const ParserView& view, std::span<const WordRow> rows, std::span<const TagClass> tags) {
  std::size_t next = 0;
  parts_[next++] = model_.firstBias.data();
  for (std::size_t p = 0; p < net::places; ++p) {
    const WordIndex w = view.words[p];
    parts_[next++] = ofWord(p, w == noWord ? model_.noWordRow() : rows[w]);
    parts_[next++] = ofTable(tags_[p], w == noWord ? model_.noTagRow() : tags[w], model_.tagRows,
                             net::tagWidth, tagInputs + p * net::tagWidth);
  }
  for (std::size_t i = 0; i < net::labelled; ++i) {
    const bool none = view.words[net::places - net::labelled + i] == noWord;
    const std::size_t value =
        none ? model_.noLabelRow() : std::min<std::size_t>(view.labels[i], model_.labels.size());
    parts_[next++] =
        ofTable(labels_[i], value, model_.labelRows, net::labelWidth, labelInputs + i * net::labelWidth);
  }
  constexpr std::size_t numbers = net::smallValues * net::smallWidth;
  for (std::size_t i = 0; i < net::smalls; ++i)
    parts_[next++] = ofTable(smalls_[i], view.smalls[i], model_.smallRows.subspan(i * numbers, numbers),
                             net::smallWidth, smallInputs + i * net::smallWidth);
}

} // namespace stasis::evidence::grammar
