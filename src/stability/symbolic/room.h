#pragma once

// Memory for plain values that grows in place if the system allows it (large blocks move without a copy), so
// a growing table does not need its old and new memory at once. Tables are read at random, so from some
// megabytes on they ask for large pages: with small ones most reads wait for the page table, too. If memory
// runs out, it throws std::bad_alloc and stays unchanged. Tested with the tables that use it.

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>

namespace stasis::stability {

/// Asks for large pages; `inUse` bytes from the beginning on have pages already. Only a hint: everything
/// works without it.
inline void askForLargePages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes,
                             [[maybe_unused]] std::size_t inUse) {
#ifdef MADV_HUGEPAGE
  constexpr std::size_t page = std::size_t{1} << 21U;
  if (bytes < 4 * page)
    return;
  const std::size_t skipped = (page - reinterpret_cast<std::uintptr_t>(memory) % page) % page;
  char* const first = static_cast<char*>(memory) + skipped;
  madvise(first, (bytes - skipped) / page * page, MADV_HUGEPAGE);
#ifdef MADV_COLLAPSE
  if (inUse >= 4 * page) // what has moved stands in small pages
    madvise(first, (inUse - skipped) / page * page, MADV_COLLAPSE);
#endif
#endif
}

template <class T> class Room {
  static_assert(std::is_trivially_copyable_v<T>);

public:
  Room() = default;
  /// This many values, all bits 0.
  static Room zeroed(std::size_t count) {
    Room room;
    room.values_.reset(static_cast<T*>(std::calloc(count, sizeof(T))));
    if (!room.values_)
      throw std::bad_alloc();
    room.count_ = count;
    askForLargePages(room.values_.get(), count * sizeof(T), 0);
    return room;
  }

  /// New values are not initialised.
  void resize(std::size_t count) {
    void* moved = std::realloc(static_cast<void*>(values_.get()), count * sizeof(T));
    if (moved == nullptr)
      throw std::bad_alloc();
    static_cast<void>(values_.release());
    values_.reset(static_cast<T*>(moved));
    askForLargePages(moved, count * sizeof(T), std::min(count, count_) * sizeof(T));
    count_ = count;
  }

  void clear() { std::memset(static_cast<void*>(values_.get()), 0, count_ * sizeof(T)); }

  T& operator[](std::size_t k) { return values_.get()[k]; }
  const T& operator[](std::size_t k) const { return values_.get()[k]; }

private:
  struct Free {
    void operator()(T* values) const { std::free(static_cast<void*>(values)); }
  };
  std::unique_ptr<T, Free> values_;
  std::size_t count_ = 0;
};

} // namespace stasis::stability
