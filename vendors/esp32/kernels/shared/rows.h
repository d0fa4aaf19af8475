/* The tier's way to multiply rows of inputs by filters that are rows too: CONV_2D and FULLY_CONNECTED. */
#ifndef ESP32_ROWS_H
#define ESP32_ROWS_H

#include "tier.h"

#if ESP32_HAS_PIE
#include "../pie/rows.h"
#elif ESP32_HAS_MAC16
#include "../mac16/rows.h"
#else
#include "../plain/rows.h"
#endif

/** [prepare, once] Asks for the scratch of `count` rows. */
static inline thimble_status request_rows(const thimble_host *host, thimble_node *node, int32_t count,
                                          int64_t bytes) {
  if (count == 0 || bytes == 0) return THIMBLE_OK;
  if (bytes > INT32_MAX / count) return THIMBLE_OUT_OF_MEMORY;
  return host->request_scratch(host, node, (uint32_t)count * (uint32_t)bytes);
}

#endif
