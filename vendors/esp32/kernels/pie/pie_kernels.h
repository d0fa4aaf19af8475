/* The kernels that only the tier of the ESP32-S3 has. */
#ifndef ESP32_PIE_KERNELS_H
#define ESP32_PIE_KERNELS_H

#define PIE_KERNELS(KERNEL)              \
  KERNEL(esp32_pie_add_s8)               \
  KERNEL(esp32_pie_average_pool_2d_s8)   \
  KERNEL(esp32_pie_depthwise_conv_2d_s8) \
  KERNEL(esp32_pie_max_pool_2d_s8)

#endif
