/* Operators whose output is a strided selection of the input, laid out in prepare. */
#ifndef WASM_SIMD_STRIDED_COPY_KERNEL_H
#define WASM_SIMD_STRIDED_COPY_KERNEL_H

#include <thimble/kernel.h>

/*
 * Stores the copy of a selection of input 0 to a dense output in the node's record: extents, and the elements by which
 * the input goes on along each, from element `start` on.
 */
thimble_status prepare_selection(const thimble_host *host, thimble_node *node, int32_t rank, const int32_t *extents,
                                 const int32_t *steps, int32_t start);

thimble_status selection_invoke(const thimble_host *host, thimble_node *node);

#endif
