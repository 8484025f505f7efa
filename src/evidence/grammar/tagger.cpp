#include "evidence/grammar/tagger.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace stasis::evidence::grammar {

namespace {

/// Words that no text makes up: an unknown word is none of them.
bool isClosed(Upos upos) {
  return upos == Upos::adp || upos == Upos::det || upos == Upos::pron || upos == Upos::aux ||
         upos == Upos::cconj || upos == Upos::sconj || upos == Upos::part;
}

TagClass best(const Model& model, const TagFeatures& features, bool unknown) {
  std::array<std::int32_t, 256> scores{};
  std::array<const std::uint8_t*, std::tuple_size_v<TagFeatures>> buckets;
  for (std::size_t f = 0; f < features.size(); ++f)
    buckets[f] = model.weights.bucketOf(features[f]);
  for (std::size_t f = 0; f < features.size(); ++f)
    WeightTable::add(buckets[f], features[f], model.shifts[f], scores.data());
  for (std::size_t t = 0; unknown && t < model.tags.size(); ++t)
    if (isClosed(model.tags[t].upos))
      scores[t] = std::numeric_limits<std::int32_t>::min();
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
    tags.push_back(best(model, features, context.ambiguity[i] == 0 && context.forms[i].isLong));
    second = previous;
    previous = tags.back();
  }
}

} // namespace stasis::evidence::grammar
