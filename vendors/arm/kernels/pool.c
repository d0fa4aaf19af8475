#include "shared/pool.h"

thimble_status arm_supports_pool(const thimble_host *host, const thimble_node *node) {
  if (thimble_input(node, 0)->dims[3] >= ARM_POOL_CHANNELS) return THIMBLE_OK;
  return thimble_decline(host, "less than four channels");
}
