/* Sums that wait in scratch for their requantization, four at a time. */
#ifndef ARM_MVE_SUMS_H
#define ARM_MVE_SUMS_H

#include "../shared/channels.h"

/* Stores the outputs of `count` sums without their biases. */
void arm_store_sums(const int32_t *sums, const arm_channel *channels, int32_t count, const arm_outputs *outputs,
                    int8_t *output);

#endif
