#include "evidence/grammar/network.h"

#include "evidence/grammar/form_hash.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

constexpr std::size_t cacheBits = 12;

// Where the inputs of each kind begin.
constexpr std::size_t tagInputs = net::places * net::wordWidth;
constexpr std::size_t labelInputs = tagInputs + net::places * net::tagWidth;
constexpr std::size_t smallInputs = labelInputs + net::labelled * net::labelWidth;

template <class Sums> void add(Sums& to, const Sums& sums) {
  for (std::size_t j = 0; j < net::hidden; ++j)
    to[j] = static_cast<std::int16_t>(to[j] + sums[j]);
}

} // namespace

WordRow rowOf(const Model& model, const Known& known, const WordForm& form) {
  return static_cast<WordRow>(known.word != 0 ? known.word - 1U
                                              : model.knownWords + form.endings[2] % net::endings);
}

Network::Network(const Model& model)
    : model_(model), cache_(std::size_t{1} << cacheBits), tags_(net::places, Table(model.noTagRow() + 1)),
      labels_(net::labelled, Table(model.noLabelRow() + 1)), smalls_(net::smalls, Table(net::smallValues)),
      scores_(model.actions()) {}

void Network::compute(std::span<const std::int8_t> row, std::size_t input, Sums& sums) const {
  std::array<std::int32_t, net::hidden> total{};
  const std::int8_t* weights = model_.first.data() + input * net::hidden;
  for (std::size_t i = 0; i < row.size(); ++i, weights += net::hidden)
    for (std::size_t j = 0; j < net::hidden; ++j)
      total[j] += row[i] * weights[j];
  for (std::size_t j = 0; j < net::hidden; ++j)
    sums[j] = static_cast<std::int16_t>((std::int64_t{total[j]} * model_.firstScale[j] + (1 << 15)) >> 16);
}

const Network::Sums& Network::ofWord(std::size_t place, std::size_t row) {
  const auto key = static_cast<std::uint32_t>(place << 16 | row);
  Cached& cached = cache_[mixed(key) >> (32 - cacheBits)];
  if (cached.key != key) {
    compute(model_.wordRows.subspan(row * net::wordWidth, net::wordWidth), place * net::wordWidth,
            cached.sums);
    cached.key = key;
  }
  return cached.sums;
}

const Network::Sums& Network::ofTable(Table& table, std::size_t value, std::span<const std::int8_t> rows,
                                      std::size_t width, std::size_t input) {
  if (!table.made_[value]) {
    compute(rows.subspan(value * width, width), input, table.sums_[value]);
    table.made_[value] = true;
  }
  return table.sums_[value];
}

std::span<const std::int32_t> Network::score(const ParserView& view, std::span<const WordRow> rows,
                                             std::span<const TagClass> tags) {
  Sums hidden;
  std::ranges::copy(model_.firstBias, hidden.begin());
  for (std::size_t p = 0; p < net::places; ++p) {
    const WordIndex w = view.words[p];
    add(hidden, ofWord(p, w == noWord ? model_.noWordRow() : rows[w]));
    add(hidden, ofTable(tags_[p], w == noWord ? model_.noTagRow() : tags[w], model_.tagRows, net::tagWidth,
                        tagInputs + p * net::tagWidth));
  }
  for (std::size_t i = 0; i < net::labelled; ++i) {
    const bool none = view.words[net::places - net::labelled + i] == noWord;
    const std::size_t value =
        none ? model_.noLabelRow() : std::min<std::size_t>(view.labels[i], model_.labels.size());
    add(hidden,
        ofTable(labels_[i], value, model_.labelRows, net::labelWidth, labelInputs + i * net::labelWidth));
  }
  for (std::size_t i = 0; i < net::smalls; ++i)
    add(hidden, ofTable(smalls_[i], view.smalls[i],
                        model_.smallRows.subspan(i * net::smallValues * net::smallWidth,
                                                 net::smallValues * net::smallWidth),
                        net::smallWidth, smallInputs + i * net::smallWidth));
  for (std::int16_t& h : hidden)
    h = std::max<std::int16_t>(h, 0);
  for (std::size_t a = 0; a < scores_.size(); ++a) {
    const std::int16_t* weights = model_.second.data() + a * net::hidden;
    std::int32_t sum = model_.secondBias[a];
    for (std::size_t j = 0; j < net::hidden; ++j)
      sum += hidden[j] * weights[j];
    scores_[a] = sum;
  }
  return scores_;
}

} // namespace stasis::evidence::grammar
