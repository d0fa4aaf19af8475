/*
 * RELU in int8: max(x, 0), from one quantization to another.
 *
 * A kernel has two moments. prepare, once: it may look at everything and ask for memory, and says what is wrong.
 * invoke, each time: a loop over numbers. It allocates nothing and cannot fail: what can fail failed in prepare.
 */
#include <thimble/kit/rescale.h>

/*
 * What invoke needs, worked out once: `thimble_rescaling` of the kit has zero points, the factor between the scales as a
 * fixed-point number, and the ends of the output's range. The record lies in the arena and holds no address: a prepared
 * model can be moved, or copied to a microcontroller.
 */
static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_rescaling record = thimble_relu_of(host, node);
  return thimble_keep_record(host, node, &record, sizeof record);
}

/*
 * The loop that is yours to make fast. `thimble_rescale` rounds as TensorFlow Lite Micro does, bit for bit: whatever you
 * put in its place has to, and `npm test` sees it if not. Buffers are aligned to their elements and no more, and
 * their lengths are any: 0, 1, 7, 17.
 */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_rescaling *by = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < by->count; i++) output[i] = (int8_t)thimble_rescale(input[i], by);
  return THIMBLE_OK;
}

/*
 * How the kernel describes itself: operator and types (nodes of other types go to the next pack), how it rounds and how
 * exact it is (the suite holds it to that), and that its output may lie on its input. A kernel that takes only some
 * nodes also has `.supports`, which declines the others with a reason.
 */
THIMBLE_KERNEL(relu_s8, "RELU", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, .prepare = prepare,
               .invoke = invoke);
