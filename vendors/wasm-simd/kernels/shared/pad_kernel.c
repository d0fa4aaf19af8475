#include "pad_kernel.h"

#include <thimble/kit/shape.h>
#include <thimble/params.h>

#include "../arithmetic/fill.h"
#include "../arithmetic/strided_copy.h"

typedef struct {
  strided_copy copy;
  /* Byte of the output where the input's first element goes. */
  int32_t start_bytes;
  int32_t output_bytes;
  int32_t element_bytes;
  /* What stands around the input, where no input says it: int8 pads with the zero point, other types with 0. */
  int32_t padding;
} pad_record;

thimble_status pad_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_pad_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0), *output = thimble_output(node, 0);
  const thimble_tensor_info *info = thimble_output_info(host, node, 0);
  int32_t from_steps[THIMBLE_MAX_RANK], to_steps[THIMBLE_MAX_RANK];
  pad_record values = {
      .output_bytes = (int32_t)info->byte_length,
      .element_bytes = thimble_element_bytes(info),
      .padding = input->type == THIMBLE_TYPE_INT8 ? info->zero_point : 0,
  };
  thimble_strides(input->dims, input->rank, from_steps);
  thimble_strides(output->dims, output->rank, to_steps);
  for (int32_t i = 0; i < input->rank; i++) {
    values.start_bytes += params->before[i] * to_steps[i] * values.element_bytes;
  }
  values.copy = make_strided_copy(input->rank, input->dims, from_steps, to_steps, values.element_bytes);
  pad_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = values;
  return THIMBLE_OK;
}

thimble_status pad_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const pad_record *record = node->data;
  const thimble_tensor *value = thimble_optional_input(node, 2);
  int8_t *output = thimble_output(node, 0)->data;
  fill_elements(output, value ? value->data : &record->padding, record->element_bytes, record->output_bytes);
  copy_strided(&record->copy, output + record->start_bytes, thimble_input(node, 0)->data);
  return THIMBLE_OK;
}
