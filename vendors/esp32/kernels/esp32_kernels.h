/* Every kernel of the pack's own, in order of priority. */
#ifndef ESP32_KERNELS_H
#define ESP32_KERNELS_H

#include <thimble/kernel.h>

#include "pie/pie_kernels.h"
#include "shared/tier.h"

/* Those that only the build's tier has. */
#if ESP32_HAS_PIE
#define TIER_KERNELS(KERNEL) PIE_KERNELS(KERNEL)
#else
#define TIER_KERNELS(KERNEL)
#endif

#define ESP32_KERNELS(KERNEL)         \
  TIER_KERNELS(KERNEL)                \
  KERNEL(esp32_conv_2d_s8)            \
  KERNEL(esp32_depthwise_conv_2d_s8)  \
  KERNEL(esp32_fully_connected_s8)    \
  KERNEL(esp32_svdf_s8)

#define DECLARE_KERNEL(name) extern const thimble_kernel name;
ESP32_KERNELS(DECLARE_KERNEL)
#undef DECLARE_KERNEL

#endif
