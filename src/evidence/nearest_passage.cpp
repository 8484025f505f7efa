#include "evidence/passage.h"
#include "language/codes/nearest.h"
#include "model/lower_case.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <unordered_map>

namespace stasis::evidence {

using model::Range;

namespace {

constexpr std::size_t mostWords = 1000;            // of a piece that are compared; more could not be shown
constexpr std::size_t mostComparisons = 1'000'000; // of words letter by letter
constexpr std::uint32_t unknown = 0xFFFFFFFFU;

struct WordAt {
  Range range;
  std::uint32_t id = unknown; ///< of the word of the piece that it matches
};

template <class Visit> void forEachWord(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    if (!isWordByte(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && isWordByte(text[at]))
      ++at;
    visit(Range{begin, at});
  }
}

/// The words of a piece by number. Finds which of them a word of the source is, or was meant to be.
class Vocabulary {
public:
  /// The number of a word of the piece.
  std::uint32_t add(std::string_view word) {
    const auto [place, fresh] =
        ids_.try_emplace(model::lowerCase(word), static_cast<std::uint32_t>(words_.size()));
    if (fresh)
      words_.push_back(place->first);
    return place->second;
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }

  std::uint32_t idOf(std::string_view word) {
    std::string lower = model::lowerCase(word);
    if (const auto known = ids_.find(lower); known != ids_.end())
      return known->second;
    const std::uint32_t id = meant(lower);
    ids_.emplace(std::move(lower), id);
    return id;
  }

private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::string> words_;
  std::size_t comparisons_ = 0;

  /// How many letters may differ. Short words are too similar to tell a slip from another word.
  static std::size_t slips(std::size_t length) { return length < 4 ? 0 : length < 8 ? 1 : 2; }

  std::uint32_t meant(std::string_view word) {
    const std::size_t limit = slips(word.size());
    std::uint32_t best = unknown;
    std::size_t least = limit + 1;
    for (std::uint32_t id = 0; id < words_.size() && limit > 0 && comparisons_ < mostComparisons; ++id) {
      const auto [shorter, longer] = std::minmax({word.size(), words_[id].size()});
      if (longer - shorter > limit)
        continue;
      ++comparisons_;
      if (const std::size_t d = language::distance(word, words_[id], limit); d < least) {
        least = d;
        best = id;
      }
    }
    return best;
  }
};

/// The weight of each word: the rarer it is in the source, the larger.
std::vector<std::uint64_t> weights(const std::vector<WordAt>& source, std::uint32_t words) {
  std::vector<std::uint64_t> counts(words, 0);
  for (const WordAt& word : source)
    if (word.id != unknown)
      ++counts[word.id];
  for (std::uint64_t& count : counts)
    count = 1 + 256 / (1 + static_cast<std::uint64_t>(std::bit_width(count)));
  return counts;
}

/// The first window of `length` words that shares the most of the piece's words, as positions.
Range bestWindow(const std::vector<WordAt>& source, const std::vector<std::uint32_t>& piece,
                 std::uint32_t words, std::size_t length) {
  const auto weight = weights(source, words);
  std::vector<std::int64_t> wanted(words, 0); // less those in the window
  for (const std::uint32_t id : piece)
    ++wanted[id];
  std::uint64_t score = 0;
  std::uint64_t best = 0;
  Range window;
  for (std::size_t end = 0; end < source.size(); ++end) {
    if (const auto id = source[end].id; id != unknown && wanted[id]-- > 0)
      score += weight[id];
    if (end >= length)
      if (const auto id = source[end - length].id; id != unknown && ++wanted[id] > 0)
        score -= weight[id];
    if (score > best) {
      best = score;
      window = {end + 1 > length ? end + 1 - length : 0, end + 1};
    }
  }
  return window;
}

struct Alignment {
  Range words; ///< positions in the source, from the first match to the last
  Range piece; ///< the same in the piece
  std::size_t matches = 0;
  int score = 0;
};

constexpr int match = 2;
constexpr int miss = -1;

/// The alignment continued by another pair of words.
Alignment joined(Alignment before, std::size_t at, std::size_t inPiece, bool same) {
  if (same) {
    before.words = {before.score == 0 ? at : before.words.begin, at + 1};
    before.piece = {before.score == 0 ? inPiece : before.piece.begin, inPiece + 1};
  }
  before.matches += same ? 1 : 0;
  before.score += same ? match : miss;
  return before;
}

/// The alignment continued by a word of one side only.
Alignment skip(Alignment before) {
  before.score += miss;
  return before;
}

/// The best local alignment of the piece with the words of a window.
Alignment align(const std::vector<WordAt>& source, Range window, const std::vector<std::uint32_t>& piece) {
  const auto better = [](const Alignment& a, const Alignment& b) { return a.score < b.score ? b : a; };
  std::vector<Alignment> above(piece.size() + 1);
  std::vector<Alignment> row(piece.size() + 1);
  Alignment best;
  for (std::size_t at = window.begin; at < window.end; ++at) {
    for (std::size_t j = 1; j <= piece.size(); ++j) {
      const bool same = source[at].id == piece[j - 1];
      const Alignment cell = better(above[j].score > row[j - 1].score ? skip(above[j]) : skip(row[j - 1]),
                                    joined(above[j - 1], at, j - 1, same));
      row[j] = cell.score > 0 ? cell : Alignment{};
      best = better(best, row[j]);
    }
    std::swap(row, above);
    row[0] = {};
  }
  return best;
}

/// The words with those at either end that stand where the piece has others, up to the end of the sentence.
Range withOtherWords(const Alignment& found, const std::vector<WordAt>& source, std::string_view text,
                     std::size_t piece) {
  constexpr std::size_t most = 3;
  const auto goesOn = [&](std::size_t before) { // from this word to the next
    const auto between =
        text.substr(source[before].range.end, source[before + 1].range.begin - source[before].range.end);
    const bool quoted = between.size() > 1 && between.find('\'') != std::string_view::npos; // no apostrophe
    return !quoted && between.find_first_of(".!?;:") == std::string_view::npos;
  };
  Range words = found.words;
  for (std::size_t k = std::min(most, found.piece.begin); k > 0 && words.begin > 0 && goesOn(words.begin - 1);
       --k)
    --words.begin;
  for (std::size_t k = std::min(most, piece - found.piece.end);
       k > 0 && words.end < source.size() && goesOn(words.end - 1); --k)
    ++words.end;
  return words;
}

} // namespace

std::optional<Range> nearest(std::string_view piece, const NormalText& source) {
  Vocabulary vocabulary;
  std::vector<std::uint32_t> words;
  forEachWord(piece, [&](Range at) {
    if (words.size() < mostWords)
      words.push_back(vocabulary.add(piece.substr(at.begin, at.end - at.begin)));
  });
  const std::uint32_t distinct = vocabulary.size();
  std::vector<WordAt> all;
  const std::string_view text = source.text();
  forEachWord(text, [&](Range at) {
    all.push_back({at, vocabulary.idOf(text.substr(at.begin, at.end - at.begin))});
  });
  const Range window = bestWindow(all, words, distinct, words.size() + words.size() / 2 + 2);
  const Alignment best = align(all, window, words);
  if (best.matches == 0 || best.matches * 3 < words.size())
    return std::nullopt;
  const Range found = withOtherWords(best, all, text, words.size());
  return source.original({all[found.begin].range.begin, all[found.end - 1].range.end});
}

} // namespace stasis::evidence
