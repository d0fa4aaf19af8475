/* Bytes and halves, four at a time. */
#ifndef ARM_MVE_MOVE_H
#define ARM_MVE_MOVE_H

#include "lanes.h"

#define ARM_MOVE_FOUR(name, type, load, store)                                                                     \
  static inline void name(int8_t *to, const int8_t *from, thimble_dimension by) {                                  \
    const uint32x4_t sources = arm_lane_offsets(by.first_step), places = arm_lane_offsets(by.second_step);         \
    const int32_t from_step = ARM_LANES * by.first_step, to_step = ARM_LANES * by.second_step;                     \
    for (int32_t left = by.extent; left > 0; left -= ARM_LANES, from += from_step, to += to_step) {                \
      const mve_pred16_t some = vctp32q((uint32_t)left);                                                           \
      store((type *)(void *)to, places, load((const type *)(const void *)from, sources, some), some);              \
    }                                                                                                              \
  }

ARM_MOVE_FOUR(arm_move_bytes, int8_t, vldrbq_gather_offset_z_s32, vstrbq_scatter_offset_p_s32)
ARM_MOVE_FOUR(arm_move_halves, int16_t, vldrhq_gather_offset_z_s32, vstrhq_scatter_offset_p_s32)

#endif
