#define LANES plainLanes
#define LANES_NAME "plain"
#define LANES_FILLED 40
#include "stability/cube/lane_kernels.h"
