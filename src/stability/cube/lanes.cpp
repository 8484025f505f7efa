#include "stability/cube/lanes.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

namespace stasis::stability::cube {

extern const Kernels plainLanes;
#ifdef STASIS_X86
extern const Kernels avx2Lanes;
extern const Kernels avx512Lanes;
#endif

namespace {

/// Null if neither the processor nor the build has a set of this name.
const Kernels* named(const char* name) {
  if (std::strcmp(name, "plain") == 0)
    return &plainLanes;
#ifdef STASIS_X86
  __builtin_cpu_init();
  const bool popcount = __builtin_cpu_supports("popcnt") != 0 && __builtin_cpu_supports("bmi2") != 0;
  if (std::strcmp(name, "avx2") == 0 && popcount && __builtin_cpu_supports("avx2") != 0)
    return &avx2Lanes;
  if (std::strcmp(name, "avx512") == 0 && popcount && __builtin_cpu_supports("avx512bw") != 0 &&
      __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512dq") != 0)
    return &avx512Lanes;
#endif
  return nullptr;
}

const Kernels* best() {
  if (const char* asked = std::getenv("STASIS_LANES"))
    if (const Kernels* found = named(asked))
      return found;
  for (const char* name : {"avx512", "avx2"})
    if (const Kernels* found = named(name))
      return found;
  return &plainLanes;
}

std::atomic<const Kernels*>& current() {
  static std::atomic<const Kernels*> chosen = best();
  return chosen;
}

} // namespace

const Kernels& kernels() { return *current(); }

bool chooseKernels(const char* name) {
  const Kernels* found = named(name);
  if (found != nullptr)
    current() = found;
  return found != nullptr;
}

} // namespace stasis::stability::cube
