/* Operators that put tensors together along a dimension, or take one apart. */
#ifndef WASM_SIMD_INTERLEAVE_KERNEL_H
#define WASM_SIMD_INTERLEAVE_KERNEL_H

#include <thimble/kernel.h>

/* Lays out the inputs as parts of the output, at the output's dimension `axis`. */
thimble_status prepare_parts_in(const thimble_host *host, thimble_node *node, int32_t axis);
thimble_status parts_in_invoke(const thimble_host *host, thimble_node *node);

/* Lays out the outputs as parts of the input `whole`, at its dimension `axis`. */
thimble_status prepare_parts_out(const thimble_host *host, thimble_node *node, uint32_t whole, int32_t axis);

/* Takes apart input 0. */
thimble_status parts_out_invoke(const thimble_host *host, thimble_node *node);

/* Takes apart input 1. */
thimble_status parts_out_of_second_invoke(const thimble_host *host, thimble_node *node);

#endif
