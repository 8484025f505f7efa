#include "evidence/grammar/model.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace stasis::evidence::grammar {

namespace {

/// Reads sections. At the end it says whether all had the required length.
class Reader {
public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {
    ok_ = reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 == 0 && bytes.size() >= sizeof head_;
    if (ok_)
      std::memcpy(&head_, bytes.data(), sizeof head_);
    ok_ = ok_ && std::string_view(head_.magic.data(), head_.magic.size()) == modelMagic;
  }
  bool ok() const { return ok_; }
  void require(bool condition) { ok_ = ok_ && condition; }

  template <class T> std::span<const T> all(Section section) {
    if (!ok_)
      return {};
    const auto [begin, size] = head_.sections[static_cast<std::size_t>(section)];
    require(begin % 8 == 0 && begin <= bytes_.size() && size <= bytes_.size() - begin &&
            size % sizeof(T) == 0);
    if (!ok_)
      return {};
    return {reinterpret_cast<const T*>(bytes_.data() + begin), size / sizeof(T)};
  }
  template <class T> std::span<const T> exactly(Section section, std::size_t count) {
    const std::span<const T> values = all<T>(section);
    require(values.size() == count);
    return ok_ ? values : std::span<const T>();
  }

private:
  std::string_view bytes_;
  ModelHead head_{};
  bool ok_ = false;
};

void readLexicon(Reader& reader, Model& model) {
  const auto hashes = reader.all<std::uint32_t>(Section::lexiconHashes);
  const auto directory = reader.exactly<std::uint16_t>(Section::lexiconDirectory, Lexicon::buckets + 1);
  const auto words = reader.exactly<std::uint16_t>(Section::lexiconWords, hashes.size());
  const auto ambiguity = reader.exactly<std::uint8_t>(Section::lexiconAmbiguity, hashes.size());
  reader.require(reader.ok() && std::ranges::is_sorted(directory) && directory.back() == hashes.size());
  model.knownWords = words.empty() ? 0 : *std::ranges::max_element(words);
  model.lexicon = Lexicon(directory, hashes, words, ambiguity);
}

void readTagger(Reader& reader, Model& model) {
  model.tags = reader.all<TagPair>(Section::tags);
  reader.require(!model.tags.empty() && model.tags.size() < noTag &&
                 std::ranges::all_of(model.tags, [](TagPair t) {
                   return static_cast<std::size_t>(t.upos) < uposNames.size() &&
                          static_cast<std::size_t>(t.xpos) < xposNames.size();
                 }));
  const auto directory = reader.all<std::uint32_t>(Section::weightDirectory);
  const auto bytes = reader.all<std::uint8_t>(Section::weights);
  model.weights = WeightTable(directory, bytes);
  reader.require(reader.ok() && model.weights.isSound());
  model.shifts = reader.exactly<std::uint8_t>(Section::shifts, tagFeatureCount);
  reader.require(std::ranges::all_of(model.shifts, [](std::uint8_t s) { return s < 16; }));
}

void readTables(Reader& reader, Model& model) {
  model.labels = reader.all<Relation>(Section::labels);
  reader.require(!model.labels.empty() && std::ranges::all_of(model.labels, [](Relation r) {
    return static_cast<std::size_t>(r) < relationNames.size();
  }));
  const auto rows = [&](Section section, std::size_t count, std::size_t width) {
    return reader.exactly<std::int8_t>(section, count * width);
  };
  model.wordRows = rows(Section::wordRows, model.knownWords + net::endings + 1, net::wordWidth);
  model.tagRows = rows(Section::tagRows, model.tags.size() + 1, net::tagWidth);
  model.labelRows = rows(Section::labelRows, model.labels.size() + 2, net::labelWidth);
  model.smallRows = rows(Section::smallRows, net::smalls * net::smallValues, net::smallWidth);
}

void readLayers(Reader& reader, Model& model) {
  model.first = reader.exactly<std::int8_t>(Section::first, net::inputs * net::hidden);
  model.firstScale = reader.exactly<std::int32_t>(Section::firstScale, net::hidden);
  model.firstBias = reader.exactly<std::int16_t>(Section::firstBias, net::hidden);
  model.second = reader.exactly<std::int16_t>(Section::second, model.actions() * net::hidden);
  model.secondBias = reader.exactly<std::int32_t>(Section::secondBias, model.actions());
}

} // namespace

std::optional<Model> Model::read(std::string_view bytes) {
  Reader reader(bytes);
  Model model;
  readLexicon(reader, model);
  readTagger(reader, model);
  readTables(reader, model);
  readLayers(reader, model);
  if (!reader.ok())
    return std::nullopt;
  return model;
}

} // namespace stasis::evidence::grammar
