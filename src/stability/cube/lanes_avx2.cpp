#define LANES avx2Lanes
#define LANES_NAME "avx2"
#define LANES_FILLED 25
#include "stability/cube/lane_kernels.h"
