#include "shared/copy.h"
#include "shared/pad.h"

/* Bytes of a run that are worth its preparations. */
enum { LEAST_RUN = 8 };

thimble_status arm_supports_pad(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor *input = thimble_input(node, 0);
  const int32_t bytes = thimble_element_bytes(thimble_input_info(host, node, 0));
  if (input->rank > 0 && input->dims[input->rank - 1] * bytes >= LEAST_RUN) return THIMBLE_OK;
  return thimble_decline(host, "an innermost dimension of less than eight bytes");
}

/* Copies of an element of 1, 2 or 4 bytes, as a word. */
static uint32_t repeat(const void *element, int32_t bytes) {
  uint32_t word = 0;
  __builtin_memcpy(&word, element, (uint32_t)bytes);
  for (; bytes < 4; bytes *= 2) word |= word << (8 * bytes);
  return word;
}

/* Fills up to a run's place; returns what is behind the run. */
static int8_t *place_run(int8_t *from, int8_t *to, uint32_t padding, const int8_t *run, int32_t bytes) {
  arm_fill(from, padding, (int32_t)(to - from));
  arm_copy_long(to, run, bytes);
  return to + bytes;
}

/* Runs are in the order of their places. */
thimble_status arm_invoke_pad(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_pad *record = node->data;
  const thimble_strided_copy *copy = &record->copy;
  const thimble_tensor *value = thimble_optional_input(node, 2);
  const uint32_t padding = repeat(value ? value->data : &record->padding, record->element_bytes);
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *const output = thimble_output(node, 0)->data, *const end = output + record->count * record->element_bytes;
  int8_t *done = output;
  thimble_walk at = {0};
  do {
    const int8_t *run = input + at.first;
    int8_t *to = output + record->start_bytes + at.second;
    for (int32_t i = 0; i < copy->rows.extent; i++, run += copy->rows.first_step, to += copy->rows.second_step) {
      done = place_run(done, to, padding, run, copy->run_bytes);
    }
  } while (thimble_walk_on(&at, &copy->outer));
  arm_fill(done, padding, (int32_t)(end - done));
  return THIMBLE_OK;
}
