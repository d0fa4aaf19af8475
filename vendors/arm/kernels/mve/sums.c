#include "../shared/tier.h"

#if ARM_HAS_MVE
#include "sums.h"

void arm_store_sums(const int32_t *sums, const arm_channel *channels, int32_t count, const arm_outputs *outputs,
                    int8_t *output) {
  const arm_lane_outputs all = arm_lane_outputs_of(outputs);
  for (; count > 0; count -= ARM_LANES, sums += ARM_LANES, channels += ARM_LANES, output += ARM_LANES) {
    const mve_pred16_t some = vctp32q((uint32_t)count);
    vstrbq_p_s32(output, arm_store_channels(vldrwq_z_s32(sums, some), channels, &all), some);
  }
}

#endif
