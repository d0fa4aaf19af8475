#include <thimble/kit/selection.h>

#include "arm_kernels.h"
#include "shared/copy.h"
#include "shared/move.h"

#define TYPES "float32|int8|int16|int32"

/* Elements that are worth the preparations. */
enum { LEAST_ELEMENTS = 16 };

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  if (thimble_input_info(host, node, 0)->element_count >= LEAST_ELEMENTS) return THIMBLE_OK;
  return thimble_decline(host, "less than sixteen elements");
}

static void move_runs(int8_t *to, const int8_t *from, thimble_dimension by, int32_t run_bytes) {
  for (; by.extent > 0; by.extent--, from += by.first_step, to += by.second_step) arm_copy_long(to, from, run_bytes);
}

/* Whether what lies at both places, and at all others, is aligned as an element of so many bytes. */
static int32_t is_aligned(const int8_t *to, const int8_t *from, int32_t bytes) {
  return (((uintptr_t)to | (uintptr_t)from) & ((uintptr_t)bytes - 1)) == 0;
}

/* Short runs are moved as one element; all places are multiples of them apart. */
static void move(int8_t *to, const int8_t *from, thimble_dimension by, int32_t run_bytes) {
  if (run_bytes == 1) arm_move_bytes(to, from, by);
  else if (run_bytes == 2 && is_aligned(to, from, 2)) arm_move_halves(to, from, by);
  else if (run_bytes == 4 && is_aligned(to, from, 4)) arm_move_words(to, from, by);
  else move_runs(to, from, by, run_bytes);
}

/* The longer one of the two innermost dimensions is gone along first. */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_selection *record = node->data;
  const int8_t *from = thimble_input(node, 0)->data;
  int8_t *to = thimble_output(node, 0)->data;
  thimble_dimensions outer = record->copy.outer;
  const thimble_dimension rows = record->copy.rows, around = thimble_take_innermost(&outer);
  const int32_t is_longer = around.extent > rows.extent;
  const thimble_dimension inner = is_longer ? around : rows, others = is_longer ? rows : around;
  thimble_walk at = {0};
  do {
    for (int32_t i = 0; i < others.extent; i++) {
      move(to + at.second + i * others.second_step, from + at.first + i * others.first_step, inner,
           record->copy.run_bytes);
    }
  } while (thimble_walk_on(&at, &outer));
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_transpose_any, "TRANSPOSE", TYPES ", int32 -> " TYPES, THIMBLE_EXACT_AS_STORED,
               .supports = supports, .prepare = thimble_prepare_transpose, .invoke = invoke);
