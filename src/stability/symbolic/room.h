#pragma once

// Memory for plain values that grows in place if the system allows it (large blocks move without a copy), so
// a growing table does not need its old and new memory at once. If memory runs out, it throws std::bad_alloc
// and stays unchanged. Tested with the tables that use it.

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>

namespace stasis::stability {

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
    return room;
  }

  /// New values are not initialised.
  void resize(std::size_t count) {
    void* moved = std::realloc(static_cast<void*>(values_.get()), count * sizeof(T));
    if (moved == nullptr)
      throw std::bad_alloc();
    static_cast<void>(values_.release());
    values_.reset(static_cast<T*>(moved));
  }

  void clear(std::size_t count) { std::memset(static_cast<void*>(values_.get()), 0, count * sizeof(T)); }

  T& operator[](std::size_t k) { return values_.get()[k]; }
  const T& operator[](std::size_t k) const { return values_.get()[k]; }

private:
  struct Free {
    void operator()(T* values) const { std::free(static_cast<void*>(values)); }
  };
  std::unique_ptr<T, Free> values_;
};

} // namespace stasis::stability
