#define LANES avx2Lanes
#define LANES_NAME "avx2"
#include "stability/cube/lane_kernels.h"
