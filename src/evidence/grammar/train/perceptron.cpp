#include "evidence/grammar/train/perceptron.h"

#include "evidence/grammar/form_hash.h"

#include <algorithm>

namespace stasis::evidence::grammar::train {

Perceptron::Perceptron(std::size_t classes)
    : classes_(classes), width_((classes + 7) / 8 * 8), slots_(std::size_t{1} << 16) {}

std::size_t Perceptron::slotOf(std::uint32_t feature) const {
  std::size_t at = mixed(feature) & (slots_.size() - 1);
  while (slots_[at].updates != 0 && slots_[at].feature != feature)
    at = (at + 1) & (slots_.size() - 1);
  return at;
}

/// The rows lie far apart, so all are prefetched before the first is used.
std::array<const std::int32_t*, tagFeatureCount> Perceptron::rowsOf(const TagFeatures& features) const {
  for (const std::uint32_t feature : features)
    __builtin_prefetch(&slots_[mixed(feature) & (slots_.size() - 1)]);
  std::array<const std::int32_t*, tagFeatureCount> rows{};
  for (std::size_t f = 0; f < features.size(); ++f)
    if (const Slot& slot = slots_[slotOf(features[f])]; slot.row != 0) {
      rows[f] = weights_.data() + (slot.row - 1) * width_;
      for (std::size_t c = 0; c < width_; c += 16)
        __builtin_prefetch(rows[f] + c);
    }
  return rows;
}

TagClass Perceptron::best(const TagFeatures& features) const {
  std::array<std::int32_t, 256> scores{};
  for (const std::int32_t* row : rowsOf(features))
    for (std::size_t c = 0; row && c < width_; ++c)
      scores[c] += row[c];
  const auto end = scores.begin() + static_cast<std::ptrdiff_t>(classes_);
  return static_cast<TagClass>(std::max_element(scores.begin(), end) - scores.begin());
}

void Perceptron::learn(const TagFeatures& features, TagClass guess, TagClass gold) {
  if (guess != gold)
    for (std::size_t f = 0; f < features.size(); ++f)
      update(features[f], f, guess, gold);
  ++now_;
}

void Perceptron::update(std::uint32_t feature, std::size_t number, TagClass guess, TagClass gold) {
  if (used_ * 2 > slots_.size())
    grow();
  Slot& slot = slots_[slotOf(feature)];
  used_ += slot.updates == 0;
  slot.feature = feature;
  slot.number = static_cast<std::uint8_t>(number);
  if (++slot.updates == 2) {
    weights_.resize(weights_.size() + width_);
    timed_.resize(timed_.size() + width_);
    slot.row = static_cast<std::uint32_t>(weights_.size() / width_);
  }
  if (slot.row == 0)
    return;
  const std::size_t row = (slot.row - 1) * width_;
  ++weights_[row + gold];
  --weights_[row + guess];
  timed_[row + gold] += now_;
  timed_[row + guess] -= now_;
}

void Perceptron::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.updates != 0)
      slots_[slotOf(slot.feature)] = slot;
}

void Perceptron::average() {
  for (std::size_t i = 0; i < weights_.size(); ++i)
    weights_[i] =
        static_cast<std::int32_t>(1000 * (static_cast<double>(weights_[i]) -
                                          static_cast<double>(timed_[i]) / static_cast<double>(now_)));
}

std::vector<Perceptron::Learnt> Perceptron::learnt() const {
  std::vector<Learnt> all;
  for (const Slot& slot : slots_) {
    if (slot.row == 0)
      continue;
    const std::size_t row = (slot.row - 1) * width_;
    Learnt& one =
        all.emplace_back(Learnt{slot.feature, slot.number, slot.updates, std::vector<double>(classes_)});
    for (std::size_t c = 0; c < classes_; ++c)
      one.weights[c] = static_cast<double>(weights_[row + c]) -
                       static_cast<double>(timed_[row + c]) / static_cast<double>(now_);
  }
  std::ranges::sort(all, {}, &Learnt::hash);
  return all;
}

} // namespace stasis::evidence::grammar::train
