#define LANES plainLanes
#define LANES_NAME "plain"
#include "stability/cube/lane_kernels.h"
