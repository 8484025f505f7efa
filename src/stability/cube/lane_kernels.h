// The functions of lanes.h. One file for each instruction set defines LANES, includes this and is compiled
// for that set. Nothing here may come from the standard library: the linker keeps one copy of an inline
// function, and a copy compiled for AVX-512 could then run on every processor.
//
// Transposition by perfect shuffles: rows i and i + n/2 are interleaved, log2(n) times (Knuth, TAOCP 4A,
// 7.1.3).

#include "stability/cube/lanes.h"

#if defined(__AVX2__)
#include <immintrin.h>
#endif
#if defined(__AVX512BW__) && defined(__AVX512VL__)
#define STASIS_MASKED 1
#else
#define STASIS_MASKED 0
#endif

namespace stasis::stability::cube {
namespace {

#if STASIS_MASKED
constexpr std::size_t vectorBytes = 64;
#elif defined(__AVX2__)
constexpr std::size_t vectorBytes = 32;
#else
constexpr std::size_t vectorBytes = 16;
#endif

template <class U> struct Signed;
template <> struct Signed<std::uint8_t> {
  using type = std::int8_t;
};
template <> struct Signed<std::uint16_t> {
  using type = std::int16_t;
};
template <> struct Signed<std::uint32_t> {
  using type = std::int32_t;
};
template <> struct Signed<std::uint64_t> {
  using type = std::int64_t;
};

/// One vector of lanes.
template <class U> struct Vector {
  typedef U Type __attribute__((vector_size(vectorBytes), may_alias));
  typedef typename Signed<U>::type SignedType __attribute__((vector_size(vectorBytes), may_alias));
  static constexpr std::size_t lanes = vectorBytes / sizeof(U);

  /// The same in memory, at any address that is aligned for one lane.
  typedef U Stored __attribute__((vector_size(vectorBytes), may_alias, aligned(sizeof(U))));
  static Type load(const U* from) { return *reinterpret_cast<const Stored*>(from); }
  static void store(U* to, Type v) { *reinterpret_cast<Stored*>(to) = v; }
  static Type all(U value) { return Type{} + value; }
  static Type greater(Type a, Type b) { return a > b ? a : b; }
  static Type smaller(Type a, Type b) { return a < b ? a : b; }
  /// All ones where equal.
  static Type equal(Type a, Type b) { return reinterpret_cast<Type>(a == b); }
  static bool differ(Type a, Type b) {
#if STASIS_MASKED
    return _mm512_cmpneq_epi64_mask(reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)) != 0;
#elif defined(__AVX2__)
    const auto x = reinterpret_cast<__m256i>(a ^ b);
    return _mm256_testz_si256(x, x) == 0;
#else
    typedef std::uint64_t Words __attribute__((vector_size(vectorBytes), may_alias));
    const Words w = reinterpret_cast<Words>(a ^ b);
    std::uint64_t any = 0;
    for (std::size_t k = 0; k < vectorBytes / 8; ++k)
      any |= w[k];
    return any != 0;
#endif
  }
  /// Ranks as numbers from 0 on; a hole becomes 0.
  static Type plainRank(const U* rank) {
    const Type stored = load(rank);
    const Type plain = stored ^ all(topBit<U>);
    return plain & ~equal(stored, all(hole<U>));
  }
};

/// Where the rank at an address is above a given one.
template <class U> struct Above {
  using V = Vector<U>;
  using Type = typename V::Type;
#if STASIS_MASKED
  Above(Type better, Type worse) {
    const auto a = reinterpret_cast<__m512i>(better);
    const auto b = reinterpret_cast<__m512i>(worse);
    if constexpr (sizeof(U) == 1)
      mask = _mm512_cmpgt_epi8_mask(a, b);
    else if constexpr (sizeof(U) == 2)
      mask = _mm512_cmpgt_epi16_mask(a, b);
    else
      mask = _mm512_cmpgt_epi32_mask(a, b);
  }
  /// The greater of the two values where the rank is above, else the first.
  Type greater(Type a, Type b) const {
    const auto x = reinterpret_cast<__m512i>(a);
    const auto y = reinterpret_cast<__m512i>(b);
    if constexpr (sizeof(U) == 1)
      return reinterpret_cast<Type>(_mm512_mask_max_epu8(x, mask, x, y));
    else if constexpr (sizeof(U) == 2)
      return reinterpret_cast<Type>(_mm512_mask_max_epu16(x, static_cast<__mmask32>(mask), x, y));
    else
      return reinterpret_cast<Type>(_mm512_mask_max_epu32(x, static_cast<__mmask16>(mask), x, y));
  }
  unsigned long long mask = 0;
#else
  Above(Type better, Type worse)
      : mask(reinterpret_cast<Type>(reinterpret_cast<typename V::SignedType>(better) >
                                    reinterpret_cast<typename V::SignedType>(worse))) {}
  Type greater(Type a, Type b) const { return V::greater(a, b & mask); }
  Type mask;
#endif
};

/// One bit for each lane: set where it is not 0.
template <class U> std::uint64_t bitsOf(typename Vector<U>::Type v) {
#if STASIS_MASKED
  const auto x = reinterpret_cast<__m512i>(v);
  if constexpr (sizeof(U) == 1)
    return _mm512_test_epi8_mask(x, x);
  else if constexpr (sizeof(U) == 2)
    return _mm512_test_epi16_mask(x, x);
  else
    return _mm512_test_epi32_mask(x, x);
#else
  std::uint64_t bits = 0;
  for (std::size_t k = 0; k < Vector<U>::lanes; ++k)
    bits |= static_cast<std::uint64_t>(v[k] != 0 ? 1 : 0) << k;
  return bits;
#endif
}

// --- transposition

template <class U> struct Square {
  static constexpr std::size_t side = 16 / sizeof(U);
  typedef U Row __attribute__((vector_size(16), may_alias));
  typedef U StoredRow __attribute__((vector_size(16), may_alias, aligned(sizeof(U))));

  static Row low(Row a, Row b) {
    if constexpr (sizeof(U) == 1)
      return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    else if constexpr (sizeof(U) == 2)
      return __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
    else
      return __builtin_shufflevector(a, b, 0, 4, 1, 5);
  }
  static Row high(Row a, Row b) {
    if constexpr (sizeof(U) == 1)
      return __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    else if constexpr (sizeof(U) == 2)
      return __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
    else
      return __builtin_shufflevector(a, b, 2, 6, 3, 7);
  }
  static void shuffle(const Row* from, Row* to) {
    for (std::size_t i = 0; i < side / 2; ++i) {
      to[2 * i] = low(from[i], from[i + side / 2]);
      to[2 * i + 1] = high(from[i], from[i + side / 2]);
    }
  }
  static void transpose(const U* from, std::size_t fromStride, U* to, std::size_t toStride) {
    Row a[side], b[side];
    for (std::size_t r = 0; r < side; ++r)
      a[r] = *reinterpret_cast<const StoredRow*>(from + r * fromStride);
    for (std::size_t n = side; n > 1; n /= 4) {
      shuffle(a, b);
      if (n > 2)
        shuffle(b, a);
      else
        for (std::size_t r = 0; r < side; ++r)
          a[r] = b[r];
    }
    for (std::size_t r = 0; r < side; ++r)
      *reinterpret_cast<StoredRow*>(to + r * toStride) = a[r];
  }
};

template <class U>
void transpose(const U* from, std::size_t fromStride, std::size_t rows, std::size_t columns, U* to,
               std::size_t toStride) {
  constexpr std::size_t side = Square<U>::side;
  for (std::size_t c = 0; c < columns; c += side)
    for (std::size_t r = 0; r < rows; r += side)
      Square<U>::transpose(from + r * fromStride + c, fromStride, to + c * toStride + r, toStride);
}

// --- improvements

/// One vector of the rank and both values of each source. Rows that lie a power of two apart would push each
/// other out of the processor's nearest cache, so they are copied side by side once for all receivers.
template <class U> struct Sources {
  typedef typename Vector<U>::Type Type;
  Type better[mostChoices];
  Type first[mostChoices];
  Type second[mostChoices];
  std::size_t count;
};

/// Several neighbouring receivers at once, held in registers while every source passes by.
template <class U, std::size_t n>
void improveSome(U* first, U* second, const U* rank, std::size_t stride, const std::uint16_t* receivers,
                 const Sources<U>& sources, Choices& changed) {
  using V = Vector<U>;
  typename V::Type own[n], a[n], b[n];
  for (std::size_t k = 0; k < n; ++k) {
    own[k] = V::load(rank + receivers[k] * stride);
    a[k] = V::load(first + receivers[k] * stride);
    b[k] = V::load(second + receivers[k] * stride);
  }
  for (std::size_t q = 0; q < sources.count; ++q)
    for (std::size_t k = 0; k < n; ++k) {
      const Above<U> above(sources.better[q], own[k]);
      a[k] = above.greater(a[k], sources.first[q]);
      b[k] = above.greater(b[k], sources.second[q]);
    }
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t at = receivers[k] * stride;
    if (V::differ(a[k], V::load(first + at)) || V::differ(b[k], V::load(second + at))) {
      V::store(first + at, a[k]);
      V::store(second + at, b[k]);
      changed.add(receivers[k]);
    }
  }
}

template <class U>
void improveGroup(U* first, U* second, const U* rank, std::size_t stride, const LikeChoices& group,
                  const Sources<U>& sources, Choices& changed) {
#if STASIS_MASKED
  constexpr std::size_t block = 6; // thirty-two registers
#else
  constexpr std::size_t block = 3; // sixteen
#endif
  std::size_t k = 0;
  for (; k + block <= group.memberCount; k += block)
    improveSome<U, block>(first, second, rank, stride, group.members + k, sources, changed);
  for (; k + 2 <= group.memberCount; k += 2)
    improveSome<U, 2>(first, second, rank, stride, group.members + k, sources, changed);
  for (; k < group.memberCount; ++k)
    improveSome<U, 1>(first, second, rank, stride, group.members + k, sources, changed);
}

template <class U>
void improve(U* first, U* second, const U* rank, std::size_t stride, const MovesView& moves,
             const Choices& active, Choices& changed) {
  using V = Vector<U>;
  std::uint16_t choices[mostChoices];
  Sources<U> sources;
  for (std::uint32_t g = 0; g < moves.groupCount; ++g) {
    const LikeChoices& group = moves.groups[g];
    std::size_t count = 0;
    for (std::uint32_t k = 0; k < group.sourceCount; ++k) {
      choices[count] = group.sources[k];
      count += active.has(group.sources[k]) ? 1 : 0;
    }
    sources.count = count;
    for (std::size_t lane = 0; count > 0 && lane < columnLanes<U>; lane += V::lanes) {
      for (std::size_t q = 0; q < count; ++q) {
        const std::size_t at = choices[q] * stride + lane;
        sources.better[q] = V::load(rank + at);
        sources.first[q] = V::load(first + at);
        sources.second[q] = V::load(second + at);
      }
      improveGroup<U>(first + lane, second + lane, rank + lane, stride, group, sources, changed);
    }
  }
}

// --- moves

/// For one vector: the greatest `load` of all that each choice can reach, itself included, goes to `store`.
template <class U, class Load, class Store> void reach(const MovesView& moves, Load load, Store store) {
  using V = Vector<U>;
  typename V::Type best[mostChoices];
  for (std::uint32_t g = 0; g < moves.groupCount; ++g) {
    const LikeChoices& group = moves.groups[g];
    typename V::Type greatest = V::all(0);
    for (std::uint32_t k = 0; k < group.memberCount; ++k)
      greatest = V::greater(greatest, load(group.members[k]));
    for (std::uint32_t k = 0; k < group.furtherCount; ++k)
      greatest = V::greater(greatest, best[group.further[k]]);
    best[g] = greatest;
  }
  for (std::uint32_t g = 0; g < moves.groupCount; ++g)
    for (std::uint32_t k = 0; k < moves.groups[g].memberCount; ++k)
      store(moves.groups[g].members[k], best[g]);
}

template <class U>
void spread(U* values, const U* alive, std::size_t stride, const MovesView& moves, Choices& changed) {
  using V = Vector<U>;
  using Type = typename V::Type;
  for (std::size_t lane = 0; lane < columnLanes<U>; lane += V::lanes)
    reach<U>(
        moves, [&](std::size_t c) { return V::load(values + c * stride + lane); },
        [&](std::size_t c, Type greatest) {
          U* at = values + c * stride + lane;
          if (alive != nullptr)
            greatest = greatest & ~V::equal(V::load(alive + c * stride + lane), V::all(hole<U>));
          if (!V::differ(greatest, V::load(at)))
            return;
          V::store(at, greatest);
          changed.add(c);
        });
}

template <class U>
void begin(U* first, U* second, const U* rank, std::size_t stride, const MovesView& moves) {
  using V = Vector<U>;
  using Type = typename V::Type;
  for (std::size_t lane = 0; lane < columnLanes<U>; lane += V::lanes)
    reach<U>(
        moves, [&](std::size_t c) { return V::plainRank(rank + c * stride + lane); },
        [&](std::size_t c, Type high) {
          const std::size_t at = c * stride + lane;
          const Type stored = V::load(rank + at);
          const Type alive = ~V::equal(stored, V::all(hole<U>));
          V::store(first + at, ~(stored ^ V::all(topBit<U>)) & alive);
          V::store(second + at, ~high & alive);
        });
}

/// For each state the greater of its rank and of the best that the party can be sure of within reach, if
/// `values` has the complement of low. `store` also gets the rank, and all ones where there is a state.
template <class U, class Store>
void sureOf(const U* values, const U* rank, std::size_t stride, const MovesView& moves, Store store) {
  using V = Vector<U>;
  using Type = typename V::Type;
  for (std::size_t lane = 0; lane < columnLanes<U>; lane += V::lanes)
    reach<U>(
        moves,
        [&](std::size_t c) {
          const std::size_t at = c * stride + lane;
          return V::smaller(V::plainRank(rank + at), ~V::load(values + at));
        },
        [&](std::size_t c, Type best) {
          const std::size_t at = c * stride + lane;
          const Type own = V::plainRank(rank + at);
          const Type alive = ~V::equal(V::load(rank + at), V::all(hole<U>));
          store(at, V::greater(best, own), own, alive);
        });
}

template <class U> void judge(U* values, const U* rank, std::size_t stride, const MovesView& moves) {
  using V = Vector<U>;
  sureOf(values, rank, stride, moves, [&](std::size_t at, auto sure, auto own, auto alive) {
    V::store(values + at, V::equal(sure, own) & alive);
  });
}

template <class U> void lookFurther(U* values, const U* rank, std::size_t stride, const MovesView& moves) {
  using V = Vector<U>;
  sureOf(values, rank, stride, moves,
         [&](std::size_t at, auto sure, auto, auto alive) { V::store(values + at, ~sure & alive); });
}

template <class U> void atRank(U* values, const U* rank, std::size_t stride, const MovesView& moves) {
  using V = Vector<U>;
  using Type = typename V::Type;
  for (std::size_t c = 0; c < moves.choices; ++c)
    for (std::size_t lane = 0; lane < columnLanes<U>; lane += V::lanes) {
      const std::size_t at = c * stride + lane;
      const Type alive = ~V::equal(V::load(rank + at), V::all(hole<U>));
      V::store(values + at, V::equal(V::load(values + at), ~V::plainRank(rank + at)) & alive);
    }
}

template <class U> void judgeNash(U* values, const U* rank, std::size_t stride, const MovesView& moves) {
  using V = Vector<U>;
  using Type = typename V::Type;
  for (std::size_t lane = 0; lane < columnLanes<U>; lane += V::lanes)
    reach<U>(
        moves, [&](std::size_t c) { return V::plainRank(rank + c * stride + lane); },
        [&](std::size_t c, Type best) {
          const std::size_t at = c * stride + lane;
          const Type alive = ~V::equal(V::load(rank + at), V::all(hole<U>));
          V::store(values + at, V::equal(best, V::plainRank(rank + at)) & alive);
        });
}

// --- counting

template <class U, class Pair>
std::uint64_t countPairs(const U* rank, std::size_t stride, const MovesView& moves, Pair pair) {
  using V = Vector<U>;
  std::uint64_t sum = 0;
  for (std::uint32_t g = 0; g < moves.groupCount; ++g) {
    const LikeChoices& group = moves.groups[g];
    for (std::size_t lane = 0; lane < columnLanes<U>; lane += V::lanes)
      for (std::uint32_t k = 0; k < group.memberCount; ++k) {
        const auto own = V::load(rank + group.members[k] * stride + lane);
        sum += pair(own, rank + lane, group);
      }
  }
  return sum;
}

/// Counts, over all vectors added, the lanes that are all ones. At most `mostChoices` vectors may be added.
template <class U> class Tally {
public:
  using Type = typename Vector<U>::Type;
  void add(Type ones) {
    inLanes_ -= ones; // all ones is -1
    if (++added_ == 255)
      flush();
  }
  std::uint64_t total() {
    flush();
    return sum_;
  }

private:
  void flush() {
    for (std::size_t k = 0; k < Vector<U>::lanes; ++k)
      sum_ += inLanes_[k];
    inLanes_ = Type{};
    added_ = 0;
  }
  Type inLanes_{};
  unsigned added_ = 0;
  std::uint64_t sum_ = 0;
};

template <class U> std::uint64_t countBetter(const U* rank, std::size_t stride, const MovesView& moves) {
  using V = Vector<U>;
  const auto better = [stride](typename V::Type own, const U* ranks, const LikeChoices& group) {
#if STASIS_MASKED
    std::uint64_t sum = 0;
    for (std::uint32_t q = 0; q < group.sourceCount; ++q) {
      const auto other = V::load(ranks + group.sources[q] * stride);
      const Above<U> notHole(V::all(hole<U>), other);
      sum += static_cast<std::uint64_t>(__builtin_popcountll(Above<U>(other, own).mask & notHole.mask));
    }
    return sum;
#else
    Tally<U> tally;
    for (std::uint32_t q = 0; q < group.sourceCount; ++q) {
      const auto other = V::load(ranks + group.sources[q] * stride);
      tally.add(Above<U>(other, own).mask & Above<U>(V::all(hole<U>), other).mask);
    }
    return tally.total();
#endif
  };
  return countPairs<U>(rank, stride, moves, better);
}

template <class U> std::uint64_t countMoves(const U* rank, std::size_t stride, const MovesView& moves) {
  using V = Vector<U>;
  const auto reached = [stride](typename V::Type own, const U* ranks, const LikeChoices& group) {
    const auto alive = ~V::equal(own, V::all(hole<U>));
    Tally<U> tally;
    for (std::uint32_t q = 0; q < group.sourceCount; ++q)
      tally.add(alive & ~V::equal(V::load(ranks + group.sources[q] * stride), V::all(hole<U>)));
    Tally<U> selves;
    selves.add(alive);
    return tally.total() - selves.total();
  };
  return countPairs<U>(rank, stride, moves, reached);
}

// --- bits

template <class U> void atMost(const U* rank, std::size_t lanes, U bound, U* values) {
  using V = Vector<U>;
  const auto limit = V::all(bound ^ topBit<U>);
  for (std::size_t at = 0; at < lanes; at += V::lanes) {
    const auto stored = V::load(rank + at);
    const auto alive = ~V::equal(stored, V::all(hole<U>));
    V::store(values + at, V::equal(V::greater(stored ^ V::all(topBit<U>), limit), limit) & alive);
  }
}

template <class U> void toBits(const U* values, std::size_t lanes, std::uint8_t* bits) {
  using V = Vector<U>;
  for (std::size_t at = 0; at < lanes; at += V::lanes) {
    const std::uint64_t word = bitsOf<U>(V::load(values + at));
    if constexpr (V::lanes >= 8)
      __builtin_memcpy(bits + at / 8, &word, V::lanes / 8);
    else if (at % 8 == 0)
      bits[at / 8] = static_cast<std::uint8_t>(word);
    else
      bits[at / 8] = static_cast<std::uint8_t>(bits[at / 8] | word << 4);
  }
}

/// The bits of a word as lanes of 0 or all ones.
template <class U> typename Vector<U>::Type lanesFrom(std::uint64_t bits) {
  using V = Vector<U>;
#if STASIS_MASKED
  if constexpr (sizeof(U) == 1)
    return reinterpret_cast<typename V::Type>(_mm512_movm_epi8(bits));
  else if constexpr (sizeof(U) == 2)
    return reinterpret_cast<typename V::Type>(_mm512_movm_epi16(static_cast<__mmask32>(bits)));
  else
    return reinterpret_cast<typename V::Type>(_mm512_movm_epi32(static_cast<__mmask16>(bits)));
#else
  if constexpr (sizeof(U) == 1) { // a byte holds eight bits: each lane takes its byte and tests its own bit
    typename Vector<std::uint64_t>::Type eights{};
    for (std::size_t k = 0; k < vectorBytes / 8; ++k)
      eights[k] = (bits >> 8 * k & 255) * 0x0101010101010101;
    const auto place = reinterpret_cast<typename V::Type>(Vector<std::uint64_t>::all(0x8040201008040201));
    return V::equal(reinterpret_cast<typename V::Type>(eights) & place, place);
  } else {
    typename V::Type place{};
    for (std::size_t k = 0; k < V::lanes; ++k)
      place[k] = static_cast<U>(U{1} << k);
    return V::equal(V::all(static_cast<U>(bits)) & place, place);
  }
#endif
}

/// As many bits as there are lanes, from an address that need not be aligned; the bits above them are
/// arbitrary.
template <class U> std::uint64_t bitsAt(const std::uint8_t* bits, std::size_t lane) {
  constexpr std::size_t lanes = Vector<U>::lanes;
  std::uint64_t word = 0;
  if constexpr (lanes >= 8)
    __builtin_memcpy(&word, bits + lane / 8, lanes / 8);
  else
    word = static_cast<std::uint64_t>(bits[lane / 8] >> lane % 8);
  return word;
}

template <class U> void fromBits(const std::uint8_t* bits, std::size_t lanes, U* values) {
  using V = Vector<U>;
  for (std::size_t at = 0; at < lanes; at += V::lanes)
    V::store(values + at, lanesFrom<U>(bitsAt<U>(bits, at)));
}

template <class U, class Number>
void storeRanks(const Number* numbers, const std::uint8_t* alive, std::size_t lanes, U* ranks) {
  using V = Vector<U>;
  for (std::size_t at = 0; at < lanes; ++at)
    ranks[at] = static_cast<U>(static_cast<U>(numbers[at]) ^ topBit<U>);
  if (alive == nullptr)
    return;
  for (std::size_t at = 0; at < lanes; at += V::lanes) {
    const auto is = lanesFrom<U>(bitsAt<U>(alive, at));
    V::store(ranks + at, (V::load(ranks + at) & is) | (V::all(hole<U>) & ~is));
  }
}

// --- numbers of statements

template <class U> void number(const NumberStep* steps, std::size_t count, std::size_t words, U* numbers) {
  using V = Vector<U>;
  for (std::size_t w = 0; w < words; ++w)
    for (std::size_t lane = 0; lane < 64; lane += V::lanes) {
      typename V::Type sum{};
      for (std::size_t k = 0; k < count; ++k) {
        sum = steps[k].times == 2 ? sum + sum : sum * V::all(static_cast<U>(steps[k].times));
        sum -= lanesFrom<U>(steps[k].holds[w] >> lane);
      }
      V::store(numbers + 64 * w + lane, sum);
    }
}

template <class U> constexpr LaneKernels<U> laneKernels() {
  return {transpose<U>,
          improve<U>,
          spread<U>,
          begin<U>,
          judge<U>,
          lookFurther<U>,
          atRank<U>,
          judgeNash<U>,
          atMost<U>,
          toBits<U>,
          fromBits<U>,
          storeRanks<U, std::uint16_t>,
          storeRanks<U, std::uint32_t>,
          countBetter<U>,
          countMoves<U>};
}

} // namespace

extern const Kernels LANES;
const Kernels LANES{LANES_NAME,
                    LANES_FILLED,
                    laneKernels<std::uint8_t>(),
                    laneKernels<std::uint16_t>(),
                    laneKernels<std::uint32_t>(),
                    {number<std::uint16_t>, number<std::uint32_t>}};

} // namespace stasis::stability::cube
