/* MEAN and SUM: sums in scratch, which become the outputs. */
#ifndef PORTABLE_SUMS_H
#define PORTABLE_SUMS_H

#include <thimble/kit/reduce.h>

/* Adds rows to sums: a run to one sum, or rows of runs to as many sums. */
#define SUM_ROWS(name, element, sum_type)                                                           \
  static inline void name(const thimble_reduction *shape, const void *from, void *to) {             \
    const thimble_dimension rows = shape->rows, run = shape->run;                                   \
    const element *input = from;                                                                    \
    sum_type *sums = to;                                                                            \
    for (int32_t y = 0; y < rows.extent; y++, input += rows.first_step, sums += rows.second_step) { \
      sum_type *sum = sums;                                                                         \
      for (int32_t x = 0; x < run.extent; x++, sum += run.second_step) {                            \
        *sum = (sum_type)(*sum + (sum_type)input[x * run.first_step]);                              \
      }                                                                                             \
    }                                                                                               \
  }

SUM_ROWS(sum_rows_s8, int8_t, uint32_t)
SUM_ROWS(sum_rows_s16, int16_t, uint32_t)
SUM_ROWS(sum_rows_f32, float, float)

/* Invoke of a type; the sum of nothing is stored as 0. */
#define SUMS_INVOKE(type, element, sum_type, store)                                                              \
  static inline thimble_status sums_invoke_##type(const thimble_host *host, thimble_node *node) {                \
    (void)host;                                                                                                  \
    const thimble_reduced_sums *record = node->data;                                                             \
    const int32_t outputs = record->shape.outputs;                                                               \
    element *output = thimble_output(node, 0)->data;                                                             \
    sum_type *sums = node->scratch;                                                                              \
    for (int32_t i = 0; i < outputs; i++) sums[i] = 0;                                                           \
    thimble_reduce(&record->shape, thimble_input(node, 0)->data, sizeof(element), sums, sizeof(sum_type),        \
                   sum_rows_##type);                                                                             \
    for (int32_t i = 0; i < outputs; i++) output[i] = (element)(record->shape.count == 0 ? 0 : (store));         \
    return THIMBLE_OK;                                                                                           \
  }

SUMS_INVOKE(s8, int8_t, uint32_t, thimble_store_reduced((int32_t)sums[i], &record->storage))
SUMS_INVOKE(s16, int16_t, uint32_t, thimble_store_reduced((int32_t)sums[i], &record->storage))
SUMS_INVOKE(f32, float, float, sums[i] / record->divisor)

#define SUMS_KERNEL(kernel_name, operator, type, accuracy, prepare_function, invoke_function)                       \
  THIMBLE_KERNEL(kernel_name, operator, type ", int32 -> " type, accuracy, .prepare = prepare_function,             \
                 .invoke = invoke_function);

#define SUMS_KERNELS(word, operator, is_mean)                                                                       \
  static thimble_status prepare(const thimble_host *host, thimble_node *node) {                                     \
    return thimble_prepare_sums(host, node, is_mean);                                                               \
  }                                                                                                                 \
  SUMS_KERNEL(word##_s8, operator, "int8", THIMBLE_EXACT_REQUANTIZED, prepare, sums_invoke_s8)                      \
  SUMS_KERNEL(word##_s16, operator, "int16", THIMBLE_EXACT_REQUANTIZED, prepare, sums_invoke_s16)                   \
  SUMS_KERNEL(word##_f32, operator, "float32", THIMBLE_WITHIN_TOLERANCE, prepare, sums_invoke_f32)

#endif
