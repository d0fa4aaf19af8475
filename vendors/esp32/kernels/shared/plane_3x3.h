/* The tier's way along a channel with 3 x 3 taps. */
#ifndef ESP32_PLANE_3X3_H
#define ESP32_PLANE_3X3_H

#include "tier.h"

#if ESP32_HAS_MAC16
#include "../mac16/plane_3x3.h"
#else
#include "../plain/plane_3x3.h"
#endif

#endif
