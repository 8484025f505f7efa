#define LANES avx512Lanes
#define LANES_NAME "avx512"
#define LANES_FILLED 15
#include "stability/cube/lane_kernels.h"
