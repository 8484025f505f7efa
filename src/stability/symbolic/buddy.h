#pragma once

// BuDDy's functions in C. For C++ its header puts others in their places, with a handle type of their own
// that ends the process where the table is full.

#include <bdd.h>

#undef bdd_init
#undef bdd_done
#undef bdd_ithvar
#undef bdd_error_hook
