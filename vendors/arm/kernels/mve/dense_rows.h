/* Operators of two inputs whose rows are read as vectors. */
#ifndef ARM_MVE_DENSE_ROWS_H
#define ARM_MVE_DENSE_ROWS_H

#include <thimble/kit/binary.h>

/* [supports] Declines inputs that repeat along a row. */
static inline thimble_status arm_supports_dense_rows(const thimble_host *host, const thimble_node *node) {
  thimble_dimensions all =
      thimble_broadcast_dimensions(thimble_input(node, 0), thimble_input(node, 1), THIMBLE_MAX_RANK);
  const thimble_dimension row = thimble_take_innermost(&all);
  if (row.first_step == 1 && row.second_step == 1) return THIMBLE_OK;
  return thimble_decline(host, "an input repeats along the innermost dimension");
}

#endif
