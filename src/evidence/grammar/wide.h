#pragma once

// STASIS_WIDE before a function: the compiler also makes a copy for machines with wide registers, and the
// program chooses at its start. Only for functions whose results do not depend on it.

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__OPTIMIZE__) &&              \
    !defined(STASIS_NARROW)
#define STASIS_WIDE_IS_CHOSEN
#define STASIS_WIDE __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define STASIS_WIDE
#endif
