#include "interleave_kernel.h"

#include "../arithmetic/interleave.h"
#include <thimble/kit/glue.h>

thimble_status prepare_parts_in(const thimble_host *host, thimble_node *node, int32_t axis) {
  return thimble_prepare_parts_in(host, node, axis);
}

static thimble_status prepare_outputs(const thimble_host *host, thimble_node *node, uint32_t whole, int32_t axis) {
  return thimble_prepare_parts_out(host, node, whole, axis);
}

thimble_status prepare_parts_out(const thimble_host *host, thimble_node *node, int32_t axis) {
  return prepare_outputs(host, node, 0, axis);
}

thimble_status prepare_parts_out_of_second(const thimble_host *host, thimble_node *node, int32_t axis) {
  return prepare_outputs(host, node, 1, axis);
}

thimble_status parts_in_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_parts *layout = node->data;
  int32_t offset = 0;
  for (int32_t i = 0; i < layout->part_count; i++) {
    put_part(layout, i, offset, thimble_output(node, 0)->data, node->inputs[i]->data);
    offset += layout->run_bytes[i];
  }
  return THIMBLE_OK;
}

static thimble_status take_apart(thimble_node *node, const thimble_tensor *whole) {
  const thimble_parts *layout = node->data;
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
