#include <thimble/kit/batch_matmul.h>

#include "portable_kernels.h"

/* A row of x times a column of y: `product` of their elements a and b. */
#define ROW_TIMES_COLUMN(type, element, sum_type, product)                                                         \
  static inline sum_type row_times_column_##type(const thimble_batch_matmul *by, const element *x,                \
                                                 const element *y) {                                              \
    const int32_t across = by->matrices.x_across, down = by->matrices.y_down;                                      \
    const int32_t x_offset = by->x_offset, y_offset = by->y_offset;                                                \
    (void)x_offset, (void)y_offset;                                                                                \
    sum_type sum = 0;                                                                                              \
    for (int32_t k = by->matrices.depth; k > 0; k--, x += across, y += down) {                                     \
      const element a = *x, b = *y;                                                                                \
      sum += (product);                                                                                            \
    }                                                                                                              \
    return sum;                                                                                                    \
  }

/* One pair of matrices: `store` makes an output of `sum`. Returns where the next pair's outputs go. */
#define MULTIPLY_MATRICES(type, element, sum_type, store)                                                          \
  static element *multiply_matrices_##type(const thimble_batch_matmul *by, const element *x, const element *y,    \
                                           element *output) {                                                      \
    const thimble_matrices *matrices = &by->matrices;                                                              \
    for (int32_t row = 0; row < matrices->rows; row++, x += matrices->x_down) {                                    \
      const element *column = y;                                                                                   \
      for (int32_t i = 0; i < matrices->columns; i++, column += matrices->y_across) {                              \
        const sum_type sum = row_times_column_##type(by, x, column);                                               \
        *output++ = (element)(store);                                                                              \
      }                                                                                                            \
    }                                                                                                              \
    return output;                                                                                                 \
  }

#define BATCH_MATMUL_INVOKE(type, element, sum_type, product, store)                                               \
  ROW_TIMES_COLUMN(type, element, sum_type, product)                                                               \
  MULTIPLY_MATRICES(type, element, sum_type, store)                                                                \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                              \
    (void)host;                                                                                                    \
    const thimble_batch_matmul *by = node->data;                                                                   \
    const element *x = thimble_input(node, 0)->data, *y = thimble_input(node, 1)->data;                            \
    element *output = thimble_output(node, 0)->data;                                                               \
    thimble_walk at = {0};                                                                                         \
    if (by->matrices.pairs.is_empty) return THIMBLE_OK;                                                            \
    do {                                                                                                           \
      output = multiply_matrices_##type(by, x + at.first, y + at.second, output);                                  \
    } while (thimble_walk_on(&at, &by->matrices.pairs));                                                           \
    return THIMBLE_OK;                                                                                             \
  }

/* Sums of int8 wrap at 32 bits; int16 has no zero points, and sums of 64 bits. */
BATCH_MATMUL_INVOKE(s8, int8_t, uint32_t, (uint32_t)((a + x_offset) * (b + y_offset)),
                    thimble_store(thimble_requantize((int32_t)sum, by->factor), &by->output))
BATCH_MATMUL_INVOKE(s16, int16_t, int64_t, a * b,
                    thimble_store(thimble_requantize_64(sum, by->factor), &by->output))
BATCH_MATMUL_INVOKE(f32, float, float, a * b, sum)

#define BATCH_MATMUL_KERNEL(type, name, accuracy, prepare_function)                                                \
  THIMBLE_KERNEL(batch_matmul_##type, "BATCH_MATMUL", name ", " name " -> " name, accuracy,                        \
                 .prepare = prepare_function, .invoke = invoke_##type)

BATCH_MATMUL_KERNEL(s8, "int8", THIMBLE_EXACT_REQUANTIZED, thimble_prepare_batch_matmul);
BATCH_MATMUL_KERNEL(s16, "int16", THIMBLE_EXACT_REQUANTIZED, thimble_prepare_batch_matmul);
BATCH_MATMUL_KERNEL(f32, "float32", THIMBLE_WITHIN_TOLERANCE, thimble_prepare_batch_matmul_f32);
