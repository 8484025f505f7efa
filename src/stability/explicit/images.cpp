#include "stability/explicit/images.h"

#include "stability/cube/in_parallel.h"

#include <algorithm>

namespace stasis::stability {

namespace {

/// For reversible options: a cell with a member of the source is reached as a whole.
class Together {
public:
  explicit Together(const Cells&) {}
  void begin(std::uint32_t) { any_ = false; }
  bool isReached(std::uint32_t) const { return any_; }
  void add(std::uint32_t) { any_ = true; }

private:
  bool any_ = false;
};

/// The advances that include one of the source's, in a table of every possible advance.
class Table {
public:
  explicit Table(const Cells& cells)
      : all_((std::uint32_t{1} << cells.directedOptions()) - 1), reached_(std::size_t{all_} + 1) {}

  void begin(std::uint32_t) { std::ranges::fill(reached_, 0); }
  bool isReached(std::uint32_t advance) const { return reached_[advance] != 0; }
  /// If an advance is reached, all that include it are.
  void add(std::uint32_t advance) {
    if (reached_[advance] != 0)
      return;
    reached_[advance] = 1;
    for (std::uint32_t left = all_ & ~advance; left != 0; left &= left - 1)
      add(advance | (left & -left));
  }

private:
  std::uint32_t all_;
  std::vector<std::uint8_t> reached_;
};

/// The same over the advances that occur in the cell.
class List {
public:
  explicit List(const Cells& cells) : cells_(cells) {}

  void begin(std::uint32_t cell) {
    advances_ = cells_.advancesIn(cell);
    reached_.assign(advances_.size(), 0);
  }
  bool isReached(std::uint32_t advance) const { return reached_[advance] != 0; }
  void add(std::uint32_t advance) {
    if (reached_[advance] != 0)
      return;
    for (std::size_t b = 0; b < reached_.size(); ++b)
      if ((advances_[advance] & ~advances_[b]) == 0)
        reached_[b] = 1;
  }

private:
  const Cells& cells_;
  std::span<const std::uint64_t> advances_;
  std::vector<std::uint8_t> reached_;
};

template <class Reach> class Image {
public:
  Image(const Cells& cells, const Bits& source, std::vector<std::uint8_t>& reached)
      : cells_(cells), source_(source), reached_(reached), reach_(cells) {}

  void moves(const Cells::Tile& tile, std::uint32_t cell) {
    open(tile, cell);
    for (std::size_t k = 0; k < members_.size(); ++k)
      if (source_.test(state(k)))
        reach_.add(advance(k));
    for (std::size_t k = 0; k < members_.size(); ++k)
      mark(k);
  }

  /// From worst to best; a tie is no improvement, so a whole class is marked before any of it is added.
  void improvements(const Cells::Tile& tile, std::uint32_t cell) {
    open(tile, cell);
    for (std::size_t end = members_.size(), begin = end; end > 0; end = begin) {
      for (begin = end - 1; begin > 0 && !members_[begin].worse();)
        --begin;
      for (std::size_t k = begin; k < end; ++k)
        mark(k);
      for (std::size_t k = begin; k < end; ++k)
        if (source_.test(state(k)))
          reach_.add(advance(k));
    }
  }

private:
  void open(const Cells::Tile& tile, std::uint32_t cell) {
    states_ = cells_.statesOf(tile);
    members_ = cells_.membersOf(cell);
    advances_ = cells_.advancesOf(cell);
    reach_.begin(cell);
  }
  std::uint32_t state(std::size_t k) const { return states_[members_[k].place()]; }
  std::uint32_t advance(std::size_t k) const { return advances_.empty() ? 0 : advances_[k]; }
  void mark(std::size_t k) {
    if (reach_.isReached(advance(k)))
      reached_[state(k)] = 1;
  }

  const Cells& cells_;
  const Bits& source_;
  std::vector<std::uint8_t>& reached_; ///< by state: one byte each, so that threads do not share one
  Reach reach_;
  std::span<const std::uint32_t> states_;
  std::span<const Cells::Member> members_;
  std::span<const std::uint32_t> advances_;
};

bool meets(const Bits& source, std::span<const std::uint32_t> states) {
  return std::ranges::any_of(states, [&](std::uint32_t s) { return source.test(s); });
}

template <class Reach>
void fill(const Cells& cells, const Bits& source, model::Relation kind, std::vector<std::uint8_t>& reached,
          const Errand& errand) {
  inParallel(cells.tiles().size(), 32, errand, [&](std::size_t begin, std::size_t end) {
    Image<Reach> image(cells, source, reached);
    for (std::size_t t = begin; t < end; ++t) {
      const Cells::Tile& tile = cells.tiles()[t];
      if (!meets(source, cells.statesOf(tile)))
        continue;
      for (std::uint32_t cell = tile.firstCell; cell < tile.endCell; ++cell)
        if (kind == model::Relation::always)
          image.moves(tile, cell);
        else
          image.improvements(tile, cell);
    }
  });
}

} // namespace

Bits imageOf(const Cells& cells, const Bits& source, model::Relation kind, const Errand& errand) {
  std::vector<std::uint8_t> reached(source.size());
  if (cells.reversible())
    fill<Together>(cells, source, kind, reached, errand);
  else if (cells.tabled())
    fill<Table>(cells, source, kind, reached, errand);
  else
    fill<List>(cells, source, kind, reached, errand);
  Bits image(source.size());
  for (std::size_t w = 0; w < image.words(); ++w) {
    std::uint64_t word = 0;
    for (std::size_t s = 64 * w; s < std::min(64 * w + 64, image.size()); ++s)
      word |= std::uint64_t{reached[s]} << s % 64;
    image.setWord(w, word);
  }
  return image;
}

} // namespace stasis::stability
