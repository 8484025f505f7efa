#pragma once

// Memory for lanes: aligned to columns, not cleared, in large pages where the system has them.

#include <cstddef>
#include <cstdlib>
#include <memory>

namespace stasis::stability::cube {

/// At least `bytes`, aligned to 64 bytes, or to a large page if it fills one. Throws std::bad_alloc.
void* allocateLanes(std::size_t bytes);

template <class U> class Buffer {
public:
  Buffer() = default;
  explicit Buffer(std::size_t size) : data_(static_cast<U*>(allocateLanes(size * sizeof(U)))), size_(size) {}

  U* data() { return data_.get(); }
  const U* data() const { return data_.get(); }
  std::size_t size() const { return size_; }
  U& operator[](std::size_t k) { return data_.get()[k]; }
  const U& operator[](std::size_t k) const { return data_.get()[k]; }

private:
  struct Free {
    void operator()(U* data) const { std::free(data); }
  };
  std::unique_ptr<U, Free> data_;
  std::size_t size_ = 0;
};

} // namespace stasis::stability::cube
