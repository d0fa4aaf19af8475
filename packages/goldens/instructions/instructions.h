/*
 * A pack for testInstructions: ADD of [instructions, n] and [n] as the instructions of a header. Row i of the result is what
 * instruction i makes of the elements of both.
 */
#ifndef INSTRUCTIONS_H
#define INSTRUCTIONS_H

#include <thimble/kit/glue.h>
#include <thimble/thimble.h>

/* Defines the pack, whose kernel is `invoke_function`. */
#define INSTRUCTIONS_PACK(invoke_function)                                                           \
  THIMBLE_KERNEL(add_s32, "ADD", "int32, int32 -> int32", THIMBLE_EXACT_AS_STORED,                   \
                 .invoke = invoke_function);                                                         \
  static const thimble_kernel *const kernels[] = {&add_s32};                                         \
  THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels)

/* Defines the pack of instructions of words: `result_of(instruction, a, b)` is a word. */
#define WORD_INSTRUCTIONS_PACK(result_of)                                                            \
  static thimble_status invoke(const thimble_host *host, thimble_node *node) {                       \
    (void)host;                                                                                      \
    const thimble_tensor *rows = thimble_input(node, 0);                                             \
    const uint32_t *first = rows->data, *second = thimble_input(node, 1)->data;                      \
    uint32_t *output = thimble_output(node, 0)->data;                                                \
    for (int32_t row = 0; row < rows->dims[0]; row++) {                                              \
      for (int32_t i = 0; i < rows->dims[1]; i++) *output++ = result_of((uint32_t)row, *first++, second[i]); \
    }                                                                                                \
    return THIMBLE_OK;                                                                               \
  }                                                                                                  \
  INSTRUCTIONS_PACK(invoke)

#endif
