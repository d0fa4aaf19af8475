/* int16 rectifiers: a factor for numbers from 0 on, and one for those under 0. */
#ifndef WASM_SIMD_PIECEWISE_KERNEL_H
#define WASM_SIMD_PIECEWISE_KERNEL_H

#include "../arithmetic/unary_quantized.h"
#include <thimble/kit/glue.h>

thimble_status prepare_piecewise(const thimble_host *host, thimble_node *node,
                                 const piecewise_quantization *quantization);
thimble_status piecewise_invoke(const thimble_host *host, thimble_node *node);

#endif
