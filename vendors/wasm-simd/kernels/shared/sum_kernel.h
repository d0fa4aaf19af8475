/* What ADD and SUB of quantized tensors have in common, and those without a scale. */
#ifndef WASM_SIMD_SUM_KERNEL_H
#define WASM_SIMD_SUM_KERNEL_H

#include <thimble/kernel.h>

/* The reference computes the factors of ADD in double, and rounds those of SUB to float. */
thimble_status add_prepare(const thimble_host *host, thimble_node *node);
thimble_status sub_prepare(const thimble_host *host, thimble_node *node);

/* Rows that take the range of the node's activation. */
thimble_status arithmetic_prepare_f32(const thimble_host *host, thimble_node *node);
thimble_status arithmetic_prepare_s32(const thimble_host *host, thimble_node *node);

#endif
