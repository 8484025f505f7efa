#include "cli/third_parties.h"

#include <string_view>

// The assembler includes the bytes of the file.
asm(".section .rodata\nstasis_notice: .incbin \"" STASIS_NOTICE "\"\nstasis_notice_end: .byte 0\n.text");

extern const char noticeBegin[] asm("stasis_notice");
extern const char noticeEnd[] asm("stasis_notice_end");

namespace stasis::cli {

std::string thirdParties() {
  const std::string_view notice(noticeBegin, static_cast<std::size_t>(noticeEnd - noticeBegin));
  const auto begin = notice.find("The program contains");
  const auto end = notice.find("The MIT licence, of all");
  return std::string(notice.substr(begin, end - begin - 1));
}

} // namespace stasis::cli
