#include <thimble/kit/arithmetic.h>

#include "../esp32_kernels.h"
#include "store.h"

/* One of both inputs: what is added to it, and its factor to the common scale. */
typedef struct term {
  const int8_t *input;
  int32_t step;
  int32_t offset;
  channel by;
} term;

/* The next input, shifted to the left and brought to the common scale. */
static int32_t next_term(term *from, int32_t left_shift) {
  const int32_t stored = lx7_sext(lx7_l8ui(from->input), 7);
  from->input += from->step;
  return scale_sum((uint32_t)lx7_slli(lx7_add(stored, from->offset), left_shift), from->by);
}

static void add_row(const void *params, const thimble_binary_row *row) {
  const thimble_sum_quantization *q = params;
  term first = {row->first, row->first_step, q->first_offset, channel_of(q->first)};
  term second = {row->second, row->second_step, q->second_offset, channel_of(q->second)};
  const channel total = channel_of(q->total);
  int8_t *output = row->output;
  for (int32_t i = 0; i < row->length; i++) {
    const int32_t sum = lx7_add(next_term(&first, q->left_shift), next_term(&second, q->left_shift));
    lx7_s8i(store_sum((uint32_t)sum, total, q->output), output + i);
  }
}

THIMBLE_BINARY_KERNEL(esp32_pie_add_s8, "ADD", "int8", int8_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_add,
                      add_row);
