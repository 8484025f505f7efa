#include "evidence/grammar/tagger.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

TagClass best(const Model& model, const TagFeatures& features) {
  std::array<std::int32_t, 256> scores{};
  for (std::size_t f = 0; f < features.size(); ++f)
    model.weights.add(features[f], model.shifts[f], scores.data());
  const auto end = scores.begin() + static_cast<std::ptrdiff_t>(model.tags.size());
  return static_cast<TagClass>(std::max_element(scores.begin(), end) - scores.begin());
}

} // namespace

void tag(const Model& model, const TagContext& context, std::vector<TagClass>& tags) {
  tags.clear();
  TagFeatures features;
  TagClass previous = noTag;
  TagClass second = noTag;
  for (std::size_t i = 0; i < context.forms.size(); ++i) {
    tagFeatures(context, i, previous, second, features);
    tags.push_back(best(model, features));
    second = previous;
    previous = tags.back();
  }
}

} // namespace stasis::evidence::grammar
