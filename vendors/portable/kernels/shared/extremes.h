/* REDUCE_MAX and REDUCE_MIN: outputs begin as `initial` and become whichever element goes beyond them. */
#ifndef PORTABLE_EXTREMES_H
#define PORTABLE_EXTREMES_H

#include <thimble/kit/reduce.h>

/* [prepare, once] A `thimble_reduction` as record. */
static inline thimble_status prepare_extremes(const thimble_host *host, thimble_node *node) {
  const thimble_reduce_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  const thimble_reduction record = thimble_reduction_of(input->rank, input->dims, params->reduced);
  return thimble_keep_record(host, node, &record, sizeof record);
}

/* A kernel of a type, where `beyond` is the operator that tells whether an element goes beyond. NaN never does. */
#define EXTREMES_KERNEL(kernel_name, operator, type, element, initial, beyond, accuracy)                            \
  static void kernel_name##_rows(const thimble_reduction *shape, const void *from, void *to) {                      \
    const thimble_dimension rows = shape->rows, run = shape->run;                                                   \
    const element *input = from;                                                                                    \
    element *outputs = to;                                                                                          \
    for (int32_t y = 0; y < rows.extent; y++, input += rows.first_step, outputs += rows.second_step) {              \
      element *output = outputs;                                                                                    \
      for (int32_t x = 0; x < run.extent; x++, output += run.second_step) {                                         \
        if (input[x * run.first_step] beyond *output) *output = input[x * run.first_step];                          \
      }                                                                                                             \
    }                                                                                                               \
  }                                                                                                                 \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) {                        \
    (void)host;                                                                                                     \
    const thimble_reduction *shape = node->data;                                                                    \
    element *output = thimble_output(node, 0)->data;                                                                \
    for (int32_t i = 0; i < shape->outputs; i++) output[i] = initial;                                               \
    thimble_reduce(shape, thimble_input(node, 0)->data, sizeof(element), output, sizeof(element),                   \
                   kernel_name##_rows);                                                                             \
    return THIMBLE_OK;                                                                                              \
  }                                                                                                                 \
  THIMBLE_KERNEL(kernel_name, operator, type ", int32 -> " type, accuracy, .prepare = prepare_extremes,             \
                 .invoke = kernel_name##_invoke)

#endif
