#define LANES avx512Lanes
#define LANES_NAME "avx512"
#include "stability/cube/lane_kernels.h"
