#pragma once

// The memory for parsing one page. It is handed out in order, freed as a whole, and limited, so that tags
// cannot ask for more than a page of its size needs. (The parser would free its tree by recursion, and a
// deeply nested page would crash the program. Nothing here is freed through the parser.)
//
// O(1) for each allocation. Tested with pages of a million open tags.

#include <gumbo.h>

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace stasis::evidence {

class PageArena {
public:
  explicit PageArena(std::size_t limit) : limit_(limit) {}
  PageArena(const PageArena&) = delete;
  PageArena& operator=(const PageArena&) = delete;

  /// The tree of a page, which lives as long as the arena; null if it needs more than the limit.
  const GumboOutput* parse(std::string_view page);

private:
  static void* allocate(void* arena, std::size_t size);
  void* take(std::size_t size);

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
  std::size_t used_ = 0;
  std::size_t limit_;
  std::jmp_buf giveUp_{};
};

} // namespace stasis::evidence
