#include <thimble/kit/shape.h>

#include <thimble/kit/glue.h>
#include "kernels.h"
#include "shared/strided_copy_kernel.h"

static int64_t index_at(const thimble_tensor *tensor, int32_t i) {
  return tensor->type == THIMBLE_TYPE_INT64 ? ((const int64_t *)tensor->data)[i] : ((const int32_t *)tensor->data)[i];
}

/* A slice that leaves the input, or does not fill the output, is the reference's to refuse. */
static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor *input = thimble_input(node, 0), *output = thimble_output(node, 0);
  const thimble_tensor *begin = thimble_input(node, 1), *size = thimble_input(node, 2);
  if (!begin->data || !size->data) return thimble_decline(host, "begin or size is computed at run time");
  if (output->rank != input->rank) return thimble_decline(host, "the output has another number of dimensions");
  for (int32_t i = 0; i < input->rank; i++) {
    const int64_t from = index_at(begin, i), count = output->dims[i], asked = index_at(size, i);
    if (from < 0 || from + count > input->dims[i]) return thimble_decline(host, "the slice leaves the input");
    if ((asked == -1 ? input->dims[i] - from : asked) != count)
      return thimble_decline(host, "size is not the output's shape");
  }
  return THIMBLE_OK;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor *input = thimble_input(node, 0);
  int32_t strides[THIMBLE_MAX_RANK];
  int32_t start = 0;
  thimble_strides(input->dims, input->rank, strides);
  for (int32_t i = 0; i < input->rank; i++) start += (int32_t)index_at(thimble_input(node, 1), i) * strides[i];
  return prepare_selection(host, node, input->rank, thimble_output(node, 0)->dims, strides, start);
}

#define TYPES "float32|int32|int8|int16|bool"

const thimble_kernel slice_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "slice_any",
    .operator_name = "SLICE",
    .types = TYPES ", int32|int64, int32|int64 -> " TYPES,
    .supports = supports,
    .prepare = prepare,
    .invoke = selection_invoke,
};
