#include "evidence/grammar/tag_features.h"

#include "evidence/grammar/form_hash.h"

namespace stasis::evidence::grammar {

namespace {

/// Numbers the features in the order in which they are added.
class Adder {
public:
  explicit Adder(TagFeatures& out) : out_(out) {}
  void operator()(std::uint32_t a) {
    out_[next_] = paired(a, static_cast<std::uint32_t>(next_));
    ++next_;
  }
  void operator()(std::uint32_t a, std::uint32_t b) { (*this)(paired(a, b)); }
  void operator()(std::uint32_t a, std::uint32_t b, std::uint32_t c) { (*this)(paired(paired(a, b), c)); }

private:
  TagFeatures& out_;
  std::size_t next_ = 0;
};

const WordForm& formAt(const TagContext& context, std::size_t i) {
  static const WordForm outside{.word = 1, .cased = 1, .shape = 1};
  return i < context.forms.size() ? context.forms[i] : outside;
}

/// The ambiguity class of a word; for an unknown word, what its capital and its ending suggest.
std::uint32_t ambiguityAt(const TagContext& context, std::size_t i) {
  if (i >= context.ambiguity.size())
    return 256;
  if (context.ambiguity[i] != 0)
    return context.ambiguity[i];
  const WordForm& form = context.forms[i];
  return paired(form.capital / 6U, form.endings[1]);
}

} // namespace

void tagFeatures(const TagContext& context, std::size_t i, TagClass previous, TagClass second,
                 TagFeatures& out) {
  const WordForm& w = formAt(context, i);
  const WordForm& before = formAt(context, i - 1); // beyond the end where i is 0
  const WordForm& before2 = formAt(context, i - 2);
  const WordForm& after = formAt(context, i + 1);
  const WordForm& after2 = formAt(context, i + 2);
  const std::uint32_t a = ambiguityAt(context, i);
  const std::uint32_t aBefore = ambiguityAt(context, i - 1);
  const std::uint32_t aAfter = ambiguityAt(context, i + 1);
  const std::uint32_t aAfter2 = ambiguityAt(context, i + 2);
  Adder add(out);
  add(0);
  add(w.word);
  add(w.cased);
  for (const std::uint32_t ending : w.endings)
    add(ending);
  for (const std::uint32_t beginning : w.beginnings)
    add(beginning);
  add(w.shape);
  add(w.capital);
  add(a);
  add(before.word);
  add(before2.word);
  add(after.word);
  add(after2.word);
  add(before.endings[2]);
  add(after.endings[2]);
  add(after.shape, w.capital);
  add(aBefore, a);
  add(a, aAfter);
  add(aAfter, aAfter2);
  add(aAfter);
  add(previous);
  add(previous, second);
  add(previous, w.word);
  add(previous, a);
  add(previous, second, a);
  add(previous, aAfter);
  add(previous, a, aAfter);
  add(previous, w.endings[2]);
  add(second, w.word);
  add(before.word, w.word);
  add(w.word, after.word);
  add(w.endings[1], w.capital);
  add(previous, after.word);
  add(before.word, a);
  add(a, after.word);
  add(w.shape, w.capital, previous);
}

} // namespace stasis::evidence::grammar
