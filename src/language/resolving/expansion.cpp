#include "language/resolving/expansion.h"

namespace stasis::language {

bool Expansion::spend(std::size_t& used, std::size_t more, std::size_t most, const char* what,
                      syntax::Words words) {
  if (more <= most - used) {
    used += more;
    return true;
  }
  used = most;
  if (!reported_)
    names_.error("S0601", words, "this is too large: more than " + std::to_string(most) + ' ' + what).help =
        "the limit is on what families and lists stand for, all written out; name fewer members or "
        "statements";
  reported_ = true;
  return false;
}

} // namespace stasis::language
