#pragma once

// The results of operations on diagrams, in a table that forgets: each question has one place, which keeps
// the last answer. 16 bytes an answer. A question is an operation and up to three numbers below 2^29. Answers
// about functions that no longer exist must be forgotten before their nodes are used again. Finding and
// keeping an answer is O(1). Tested with the operations in tests/stability/symbolic/.

#include "stability/symbolic/edge.h"
#include "stability/symbolic/room.h"

#include <bit>
#include <cstddef>

namespace stasis::stability {

class OperationCache {
public:
  struct Question {
    std::uint32_t operation; ///< below 64, not divisible by 8
    std::uint32_t a, b, c;
  };

  static constexpr std::size_t bytesPerAnswer = 16;

  /// `size`: a power of two, at least 2.
  explicit OperationCache(std::size_t size) : entries_(Room<Entry>::zeroed(size)) { setSize(size); }

  bool find(const Question& q, Edge& answer) const {
    const Entry& entry = entries_[place(q)];
    if (entry.a != first(q) || entry.b != second(q) || entry.c != q.c)
      return false;
    answer = entry.answer;
    return true;
  }
  void keep(const Question& q, Edge answer) { entries_[place(q)] = {first(q), second(q), q.c, answer}; }

  /// Twice the size, with its answers kept: what was at k belongs at 2k or 2k + 1 now. If it throws
  /// std::bad_alloc, it is unchanged.
  void grow() {
    entries_.resize(2 * size_);
    setSize(2 * size_);
    for (std::size_t k = size_ / 2; k-- > 0;) {
      const Entry entry = entries_[k];
      entries_[2 * k] = entries_[2 * k + 1] = Entry{};
      if (entry.a != 0)
        entries_[place(entry.question())] = entry;
    }
  }

  /// Forgets every answer for which `isGone(question, answer)` is true.
  template <class IsGone> void forget(IsGone isGone) {
    for (std::size_t k = 0; k < size_; ++k) {
      Entry& entry = entries_[k];
      if (entry.a != 0 && isGone(entry.question(), entry.answer))
        entry.a = 0;
    }
  }

  std::size_t size() const { return size_; }

private:
  struct Entry {
    std::uint32_t a; ///< with the last three bits of the operation in front; 0: no answer here
    std::uint32_t b; ///< with the three bits before them
    std::uint32_t c;
    Edge answer;

    Question question() const { return {a >> 29U | b >> 29U << 3U, a & mask, b & mask, c}; }
  };
  static constexpr std::uint32_t mask = (1U << 29U) - 1;

  static std::uint32_t first(const Question& q) { return q.operation << 29U | q.a; }
  static std::uint32_t second(const Question& q) { return q.operation >> 3U << 29U | q.b; }
  std::size_t place(const Question& q) const {
    const std::uint64_t mixed = (std::uint64_t{first(q)} * 0x9E3779B97F4A7C15U) ^
                                (std::uint64_t{second(q)} * 0xC2B2AE3D27D4EB4FU) ^
                                (std::uint64_t{q.c} * 0x165667B19E3779F9U);
    return static_cast<std::size_t>((mixed * 0xD6E8FEB86659FD93U) >> shift_);
  }
  void setSize(std::size_t size) {
    size_ = size;
    shift_ = 64U - static_cast<unsigned>(std::countr_zero(size));
  }

  Room<Entry> entries_;
  std::size_t size_ = 0;
  unsigned shift_ = 0;
};

} // namespace stasis::stability
