// S07: other formats, read and written.
#include "language/codes.h"

namespace stasis::language {

std::span<const Code> exchangeCodes() { return {}; }

} // namespace stasis::language
