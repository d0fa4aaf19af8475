#ifndef WASM_SIMD_SUPPORTS_WEIGHTS_H
#define WASM_SIMD_SUPPORTS_WEIGHTS_H

#include <thimble/kit/weights.h>

/*
 * Whether the node can be computed exactly: filter and bias are constant, zero points lie in the range of their type,
 * nothing is empty, and sums and factors leave room in the integers that hold them. If not, THIMBLE_DECLINED, reported.
 */
thimble_status supports_weights(const thimble_host *host, const thimble_weights *tensors);

#endif
