/* The tier's way from sums to stored outputs, in double rounding. */
#ifndef ESP32_STORE_H
#define ESP32_STORE_H

#include "tier.h"

#if ESP32_HAS_PIE
#include "../pie/store.h"
#else
#include "../plain/store.h"
#endif

#endif
