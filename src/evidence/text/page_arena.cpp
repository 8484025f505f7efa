#include "evidence/text/page_arena.h"

#include "evidence/text/page_parser.h"

#include <algorithm>
#include <new>

namespace stasis::evidence {

namespace {

constexpr std::size_t blockBytes = std::size_t{1} << 18U;
constexpr std::size_t alignment = alignof(std::max_align_t);

} // namespace

void* PageArena::take(std::size_t size) {
  size = (std::max<std::size_t>(size, 1) + alignment - 1) / alignment * alignment;
  if (size > left_) {
    const std::size_t block = std::max(size, blockBytes);
    used_ += block;
    if (used_ > limit_)
      return nullptr;
    blocks_.push_back(std::unique_ptr<char[]>(new char[block]));
    free_ = blocks_.back().get();
    left_ = block;
  }
  char* const given = free_;
  free_ += size;
  left_ -= size;
  return given;
}

/// The parser cannot handle a refusal, so control jumps out of it at once: its frames own nothing outside the
/// arena.
void* PageArena::allocate(void* arena, std::size_t size) {
  auto& self = *static_cast<PageArena*>(arena);
  void* const given = self.take(size);
  if (given == nullptr)
    std::longjmp(self.giveUp_, 1);
  return given;
}

const GumboOutput* PageArena::parse(std::string_view page) {
  GumboOptions options = *pageParser().defaults;
  options.allocator = allocate;
  options.deallocator = [](void*, void*) {};
  options.userdata = this;
  options.max_errors = 0;
  if (setjmp(giveUp_) != 0)
    return nullptr;
  return pageParser().parse(&options, page.data(), page.size());
}

} // namespace stasis::evidence
