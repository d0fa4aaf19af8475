#include <thimble/kit/requantize.h>
#include <thimble/params.h>

#include "arithmetic/copy.h"
#include "arithmetic/floor.h"
#include "kernels.h"
#include <thimble/kit/glue.h>

/* Byte offsets in the input: of the row for each of the output's, then of the column. */
typedef struct {
  int32_t batches;
  int32_t batch_bytes;
  int32_t pixel_bytes;
  int32_t rows;
  int32_t columns;
  int32_t offsets[];
} nearest_record;

/* The position in the input for one in the output, in float as the reference computes it. */
static int32_t nearest(int32_t position, int32_t input, int32_t output, const thimble_resize_params *params) {
  const float scale = params->align_corners && output > 1 ? (float)((double)(input - 1) / (output - 1))
                                                          : (float)((double)input / output);
  const float exact = ((float)position + (params->half_pixel_centers ? 0.5f : 0.0f)) * scale;
  const int32_t floor = floor_s32(exact);
  const int32_t rounded = exact - (float)floor >= 0.5f ? floor + 1 : floor;
  return thimble_clamp(params->align_corners ? rounded : floor, 0, input - 1);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const int32_t *input = thimble_input(node, 0)->dims, *output = thimble_output(node, 0)->dims;
  const int32_t pixel = input[3] * thimble_element_bytes(thimble_input_info(host, node, 0)), row = input[2] * pixel;
  const uint32_t offsets = (uint32_t)(output[1] + output[2]) * sizeof(int32_t);
  nearest_record *record = host->allocate_persistent(host, node, sizeof *record + offsets);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = (nearest_record){input[0], input[1] * row, pixel, output[1], output[2]};
  for (int32_t i = 0; i < output[1]; i++) record->offsets[i] = nearest(i, input[1], output[1], node->params) * row;
  int32_t *const columns = record->offsets + output[1];
  for (int32_t i = 0; i < output[2]; i++) columns[i] = nearest(i, input[2], output[2], node->params) * pixel;
  return THIMBLE_OK;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const nearest_record *record = node->data;
  const int32_t *columns = record->offsets + record->rows;
  const int8_t *image = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t pixel = record->pixel_bytes;
  for (int32_t n = 0; n < record->batches; n++, image += record->batch_bytes) {
    for (int32_t y = 0; y < record->rows; y++) {
      const int8_t *row = image + record->offsets[y];
      for (int32_t x = 0; x < record->columns; x++, output += pixel) copy_bytes(output, row + columns[x], pixel);
    }
  }
  return THIMBLE_OK;
}

#define TYPES "float32|int8|int16"

const thimble_kernel resize_nearest_neighbor_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "resize_nearest_neighbor_any",
    .operator_name = "RESIZE_NEAREST_NEIGHBOR",
    .types = TYPES ", int32 -> " TYPES,
    THIMBLE_EXACT_AS_STORED,
    .prepare = prepare,
    .invoke = invoke,
};
