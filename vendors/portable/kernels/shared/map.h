/* Kernels of one input whose outputs each depend on one element. */
#ifndef PORTABLE_MAP_H
#define PORTABLE_MAP_H

#include <thimble/kit/glue.h>

/*
 * Invoke of a record with a `count`: an output is made of x, the input's element, with what `by`, the record, says. It
 * may lie where the input does.
 */
#define MAP_INVOKE(name, from, to, record_type, expression)                        \
  static thimble_status name(const thimble_host *host, thimble_node *node) {       \
    (void)host;                                                                    \
    const record_type *by = node->data;                                            \
    const from *input = thimble_input(node, 0)->data;                              \
    to *output = thimble_output(node, 0)->data;                                    \
    for (int32_t i = 0; i < by->count; i++) {                                      \
      const from x = input[i];                                                     \
      output[i] = (to)(expression);                                                \
    }                                                                              \
    return THIMBLE_OK;                                                             \
  }

#endif
