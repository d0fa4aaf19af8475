#include "interleave_kernel.h"

#include <thimble/kit/shape.h>

#include "../arithmetic/interleave.h"
#include <thimble/kit/glue.h>

static thimble_status prepare_parts(const thimble_host *host, thimble_node *node, const thimble_tensor *whole,
                                    const thimble_tensor *const *parts, int32_t count, int32_t axis) {
  const uint32_t bytes = sizeof(interleaving) + sizeof(int32_t) * (uint32_t)count;
  interleaving *layout = host->allocate_persistent(host, node, bytes);
  if (!layout) return THIMBLE_OUT_OF_MEMORY;
  const int32_t whole_bytes = (int32_t)host->tensor_info(host, whole)->byte_length;
  /* A tensor without elements has no positions to copy. */
  layout->positions = whole_bytes == 0 ? 0 : thimble_extent_product(whole->dims, 0, axis);
  if (layout->positions == 0) return THIMBLE_OK;
  layout->part_count = count;
  layout->row_bytes = whole_bytes / layout->positions;
  for (int32_t i = 0; i < count; i++) {
    layout->run_bytes[i] = (int32_t)host->tensor_info(host, parts[i])->byte_length / layout->positions;
  }
  return THIMBLE_OK;
}

thimble_status prepare_parts_in(const thimble_host *host, thimble_node *node, int32_t axis) {
  return prepare_parts(host, node, thimble_output(node, 0), node->inputs, node->input_count, axis);
}

static thimble_status prepare_outputs(const thimble_host *host, thimble_node *node, uint32_t whole, int32_t axis) {
  const thimble_tensor *const *parts = (const thimble_tensor *const *)node->outputs;
  return prepare_parts(host, node, thimble_input(node, whole), parts, node->output_count, axis);
}

thimble_status prepare_parts_out(const thimble_host *host, thimble_node *node, int32_t axis) {
  return prepare_outputs(host, node, 0, axis);
}

thimble_status prepare_parts_out_of_second(const thimble_host *host, thimble_node *node, int32_t axis) {
  return prepare_outputs(host, node, 1, axis);
}

thimble_status parts_in_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const interleaving *layout = node->data;
  int32_t offset = 0;
  for (int32_t i = 0; i < layout->part_count; i++) {
    put_part(layout, i, offset, thimble_output(node, 0)->data, node->inputs[i]->data);
    offset += layout->run_bytes[i];
  }
  return THIMBLE_OK;
}

static thimble_status take_apart(thimble_node *node, const thimble_tensor *whole) {
  const interleaving *layout = node->data;
  int32_t offset = 0;
  for (int32_t i = 0; i < layout->part_count; i++) {
    take_part(layout, i, offset, whole->data, node->outputs[i]->data);
    offset += layout->run_bytes[i];
  }
  return THIMBLE_OK;
}

thimble_status parts_out_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  return take_apart(node, thimble_input(node, 0));
}

thimble_status parts_out_of_second_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  return take_apart(node, thimble_input(node, 1));
}
