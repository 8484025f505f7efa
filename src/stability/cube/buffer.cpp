#include "stability/cube/buffer.h"

#include <sys/mman.h>

#include <new>

namespace stasis::stability::cube {

void* allocateLanes(std::size_t bytes) {
  constexpr std::size_t largePage = std::size_t{1} << 21;
  const std::size_t alignment = bytes >= largePage ? largePage : 64;
  const std::size_t rounded = (bytes + 64 + alignment - 1) / alignment * alignment;
  void* memory = std::aligned_alloc(alignment, rounded);
  if (memory == nullptr)
    throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  if (alignment == largePage)
    madvise(memory, rounded, MADV_HUGEPAGE); // only a hint: everything works without it
#endif
  return memory;
}

} // namespace stasis::stability::cube
