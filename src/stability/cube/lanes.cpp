#include "stability/cube/lanes.h"

#include <cstdlib>
#include <cstring>
#include <initializer_list>

namespace stasis::stability::cube {

extern const Kernels plainLanes;
#ifdef STASIS_X86
extern const Kernels avx2Lanes;
extern const Kernels avx512Lanes;
#endif

const Kernels* kernelsNamed(const char* name) {
  if (std::strcmp(name, "plain") == 0)
    return &plainLanes;
#ifdef STASIS_X86
  __builtin_cpu_init();
  if (std::strcmp(name, "avx2") == 0 && __builtin_cpu_supports("avx2") != 0 &&
      __builtin_cpu_supports("popcnt") != 0 && __builtin_cpu_supports("bmi2") != 0)
    return &avx2Lanes;
  if (std::strcmp(name, "avx512") == 0 && __builtin_cpu_supports("avx512bw") != 0 &&
      __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
      __builtin_cpu_supports("popcnt") != 0 && __builtin_cpu_supports("bmi2") != 0)
    return &avx512Lanes;
#endif
  return nullptr;
}

namespace {

const Kernels& chosen() {
  if (const char* asked = std::getenv("STASIS_LANES"))
    if (const Kernels* named = kernelsNamed(asked))
      return *named;
  for (const char* name : {"avx512", "avx2"})
    if (const Kernels* named = kernelsNamed(name))
      return *named;
  return plainLanes;
}

} // namespace

const Kernels& kernels() {
  static const Kernels& best = chosen();
  return best;
}

} // namespace stasis::stability::cube
