/* Functions of one int8, looked up in a table that prepare made: HARD_SWISH, LOGISTIC and TANH. */
#ifndef XTENSA_LOOK_UP_H
#define XTENSA_LOOK_UP_H

#include <thimble/kit/table.h>

#include "hifi.h"

/** [invoke] Looks every element of input 0 up in the node's `thimble_table_s8`. Output may lie where the input does. */
static inline thimble_status look_up_s8(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_table_s8 *record = node->data;
  const uint8_t *input = thimble_input(node, 0)->data, *values = (const uint8_t *)record->values;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < record->count; i++) hifi_s8(hifi_l8u(values + hifi_l8u(input + i)), output + i);
  return THIMBLE_OK;
}

#endif
