#include "binary_kernel.h"

#include <thimble/kit/binary.h>

#include "../arithmetic/copy.h"
#include "../arithmetic/integers.h"

/* Rows of as many elements are long. */
enum { LONG_ROW = 256 };

/* Takes off the dimension around short rows along which one of the inputs repeats. */
static void find_repeated(broadcast *all) {
  const int32_t n = all->row.extent;
  if (all->outer.count == 0 || n >= LONG_ROW || all->row.first_step == 0 || all->row.second_step == 0) return;
  const thimble_dimension *around = &all->outer.list[all->outer.count - 1];
  const int first_repeats = around->first_step == 0 && around->second_step == n;
  const int second_repeats = around->second_step == 0 && around->first_step == n;
  if (!first_repeats && !second_repeats) return;
  all->repeated = thimble_take_innermost(&all->outer);
  all->repeats = min_of(round_up(LONG_ROW, n) / n, all->repeated.extent);
}

broadcast make_broadcast(const thimble_node *node, int32_t element_bytes, int32_t is_swapped) {
  const thimble_tensor *first = thimble_input(node, is_swapped ? 1 : 0);
  const thimble_tensor *second = thimble_input(node, is_swapped ? 0 : 1);
  broadcast result = {.element_bytes = element_bytes, .is_swapped = is_swapped};
  result.outer = thimble_broadcast_dimensions(first, second, THIMBLE_MAX_RANK);
  result.row = thimble_take_innermost(&result.outer);
  /* A single element goes forward in both inputs: it repeats neither. */
  if (result.row.extent == 1) result.row = (thimble_dimension){1, 1, 1};
  find_repeated(&result);
  return result;
}

broadcast *allocate_broadcast(const thimble_host *host, thimble_node *node, int32_t is_swapped, const void *params,
                              uint32_t params_bytes) {
  /* Of an empty output there is no element to ask for its size, and no row to walk. */
  const int32_t bytes = thimble_element_bytes(thimble_output_info(host, node, 0));
  broadcast *record = host->allocate_persistent(host, node, sizeof(broadcast) + params_bytes);
  if (!record) return NULL;
  *record = make_broadcast(node, bytes, is_swapped);
  if (params_bytes > 0) __builtin_memcpy(record + 1, params, params_bytes);
  if (record->repeats == 0) return record;
  const uint32_t scratch_bytes = (uint32_t)(record->repeats * record->row.extent * bytes);
  return host->request_scratch(host, node, scratch_bytes) == THIMBLE_OK ? record : NULL;
}

/* The rows at one position of the outer dimensions, as few long ones. */
static void long_rows(const broadcast *record, const int8_t *first, const int8_t *second, int8_t *output,
                      int8_t *scratch, row_function f) {
  const int32_t n = record->row.extent, bytes = n * record->element_bytes, extent = record->repeated.extent;
  const int first_repeats = record->repeated.first_step == 0;
  for (int32_t i = 0; i < record->repeats; i++) copy_bytes(scratch + i * bytes, first_repeats ? first : second, bytes);
  for (int32_t i = 0; i < extent; i += record->repeats) {
    const int32_t length = min_of(record->repeats, extent - i) * n;
    const binary_row row = {length, 1, 1, first_repeats ? scratch : first + i * bytes,
                            first_repeats ? second + i * bytes : scratch, output + i * bytes};
    f(record + 1, &row);
  }
}

thimble_status for_each_row(const thimble_node *node, row_function f) {
  const broadcast *record = node->data;
  const int32_t bytes = record->element_bytes;
  const int8_t *const firsts = thimble_input(node, record->is_swapped ? 1 : 0)->data;
  const int8_t *const seconds = thimble_input(node, record->is_swapped ? 0 : 1)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t length = record->row.extent;
  const int32_t step = bytes * length * (record->repeats > 0 ? record->repeated.extent : 1);
  if (length == 0) return THIMBLE_OK;
  thimble_walk at = {0};
  do {
    const int8_t *first = firsts + at.first * bytes, *second = seconds + at.second * bytes;
    const binary_row row = {length, record->row.first_step, record->row.second_step, first, second, output};
    if (record->repeats > 0) {
      long_rows(record, first, second, output, node->scratch, f);
    } else {
      f(record + 1, &row);
    }
    output += step;
  } while (thimble_walk_on(&at, &record->outer));
  return THIMBLE_OK;
}

thimble_status plain_binary_prepare(const thimble_host *host, thimble_node *node) {
  return allocate_broadcast(host, node, 0, NULL, 0) ? THIMBLE_OK : THIMBLE_OUT_OF_MEMORY;
}
