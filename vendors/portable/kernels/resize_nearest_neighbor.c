#include <thimble/kit/copy.h>
#include <thimble/params.h>

#include "portable_kernels.h"

/* The input's row for each of the output's, behind them the columns. */
typedef struct {
  int32_t batches;
  int32_t input_height;
  int32_t input_width;
  int32_t height;
  int32_t width;
  int32_t pixel_bytes;
  int32_t positions[];
} nearest_record;

/* Extents of one dimension. */
typedef struct {
  int32_t input;
  int32_t output;
} resized;

/* Positions are floats in the reference, rounded after each operation: that may decide between two pixels. */
static int32_t nearest(int32_t position, resized extent, const thimble_resize_params *params) {
  const int32_t aligns = params->align_corners && extent.output > 1;
  const double ratio = (double)(extent.input - aligns) / (double)(extent.output - aligns);
  const float scale = (float)ratio;
  const float from = (float)((double)position + (params->half_pixel_centers ? 0.5 : 0));
  const float exact = from * scale;
  const int32_t last = extent.input - 1;
  if (exact >= (float)last) return last;
  return (int32_t)(params->align_corners ? exact + 0.5 : exact);
}

static void place(int32_t *positions, resized extent, const thimble_resize_params *params) {
  for (int32_t i = 0; i < extent.output; i++) positions[i] = nearest(i, extent, params);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const int32_t *from = thimble_input(node, 0)->dims, *to = thimble_output(node, 0)->dims;
  const thimble_tensor_info *output = thimble_output_info(host, node, 0);
  const resized rows = {from[1], output->element_count == 0 ? 0 : to[1]};
  const resized columns = {from[2], output->element_count == 0 ? 0 : to[2]};
  const int64_t bytes = (int64_t)sizeof(nearest_record) + 4 * ((int64_t)rows.output + columns.output);
  nearest_record *record = bytes > INT32_MAX ? NULL : host->allocate_persistent(host, node, (uint32_t)bytes);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->batches = rows.output == 0 ? 0 : from[0];
  record->input_height = rows.input;
  record->input_width = columns.input;
  record->height = rows.output;
  record->width = columns.output;
  record->pixel_bytes = from[3] * thimble_element_bytes(output);
  place(record->positions, rows, node->params);
  place(record->positions + rows.output, columns, node->params);
  return THIMBLE_OK;
}

/* Copies a row of pixels; returns where the next one goes. */
static int8_t *copy_row(const nearest_record *record, const int8_t *row, int8_t *output) {
  const int32_t *columns = record->positions + record->height;
  for (int32_t x = 0; x < record->width; x++, output += record->pixel_bytes)
    thimble_copy_bytes(output, row + columns[x] * record->pixel_bytes, record->pixel_bytes);
  return output;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const nearest_record *record = node->data;
  const int32_t row_bytes = record->input_width * record->pixel_bytes;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t n = 0; n < record->batches; n++, input += record->input_height * row_bytes) {
    for (int32_t y = 0; y < record->height; y++)
      output = copy_row(record, input + record->positions[y] * row_bytes, output);
  }
  return THIMBLE_OK;
}

#define TYPES "float32|int8|int16"

THIMBLE_KERNEL(resize_nearest_neighbor_any, "RESIZE_NEAREST_NEIGHBOR", TYPES ", int32 -> " TYPES,
               THIMBLE_EXACT_AS_STORED, .prepare = prepare, .invoke = invoke);
