#include <thimble/kit/requantize.h>
#include <thimble/params.h>

#include "arithmetic/floor.h"
#include "arithmetic/resize.h"
#include "kernels.h"
#include <thimble/kit/glue.h>

/* The output's rows, then its columns; places of int8 and of float have one size. */
typedef struct {
  int32_t batches;
  int32_t input_height;
  int32_t input_width;
  int32_t depth;
  int32_t rows;
  int32_t columns;
  union {
    place_s8 stored;
    place_f32 real;
  } places[];
} resize_record;

static resize_record *allocate_record(const thimble_host *host, thimble_node *node) {
  const int32_t *input = thimble_input(node, 0)->dims, *output = thimble_output(node, 0)->dims;
  const uint32_t places = (uint32_t)(output[1] + output[2]) * sizeof(place_s8);
  resize_record *record = host->allocate_persistent(host, node, sizeof *record + places);
  if (!record) return NULL;
  record->batches = input[0];
  record->input_height = input[1];
  record->input_width = input[2];
  record->depth = input[3];
  record->rows = output[1];
  record->columns = output[2];
  return record;
}

/* dividend / divisor of integers that are not negative, to the nearest. */
static int32_t divide_rounded(int32_t dividend, int32_t divisor) { return (dividend + divisor / 2) / divisor; }

static void lay_out_s8(const thimble_resize_params *params, int32_t input, int32_t output, place_s8 *place) {
  const int32_t scale = params->align_corners && output > 1 ? divide_rounded(PLACE_UNIT * (input - 1), output - 1)
                                                            : divide_rounded(PLACE_UNIT * input, output);
  const int32_t offset = params->half_pixel_centers ? scale / 2 - PLACE_UNIT / 2 : 0;
  for (int32_t i = 0; i < output; i++, place++) {
    const int32_t position = i * scale + offset;
    place->lower = thimble_clamp(floor_s32((double)position / PLACE_UNIT), 0, input - 1);
    place->upper = thimble_clamp(ceil_s32((double)position / PLACE_UNIT), 0, input - 1);
    place->distance = position - place->lower * PLACE_UNIT;
  }
}

/* Positions in float, as the reference computes them: a rounding may decide between two pixels. */
static void lay_out_f32(const thimble_resize_params *params, int32_t input, int32_t output, place_f32 *place) {
  const float scale = params->align_corners && output > 1 ? (float)((double)(input - 1) / (output - 1))
                                                          : (float)((double)input / output);
  for (int32_t i = 0; i < output; i++, place++) {
    const float center = ((float)i + 0.5f) * scale;
    const float position = params->half_pixel_centers ? center - 0.5f : (float)i * scale;
    place->lower = thimble_clamp(floor_s32(position), 0, input - 1);
    place->upper = thimble_clamp(ceil_s32(position), 0, input - 1);
    place->distance = position - (float)place->lower;
  }
}

static thimble_status prepare_s8(const thimble_host *host, thimble_node *node) {
  resize_record *record = allocate_record(host, node);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  lay_out_s8(node->params, record->input_height, record->rows, &record->places[0].stored);
  lay_out_s8(node->params, record->input_width, record->columns, &record->places[record->rows].stored);
  return THIMBLE_OK;
}

static thimble_status prepare_f32(const thimble_host *host, thimble_node *node) {
  resize_record *record = allocate_record(host, node);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  lay_out_f32(node->params, record->input_height, record->rows, &record->places[0].real);
  lay_out_f32(node->params, record->input_width, record->columns, &record->places[record->rows].real);
  return THIMBLE_OK;
}

/* Invoke for an element type, whose places are the union's `field`. */
#define RESIZE_INVOKE(type, element, field)                                                                  \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                        \
    (void)host;                                                                                              \
    const resize_record *record = node->data;                                                                \
    const element *image = thimble_input(node, 0)->data;                                                     \
    element *output = thimble_output(node, 0)->data;                                                         \
    const int32_t depth = record->depth, line = record->input_width * depth;                                 \
    for (int32_t n = 0; n < record->batches; n++, image += record->input_height * line) {                    \
      for (int32_t y = 0; y < record->rows; y++) {                                                           \
        const place_##type *row = &record->places[y].field;                                                  \
        const element *upper = image + row->lower * line, *lower = image + row->upper * line;                \
        for (int32_t x = 0; x < record->columns; x++, output += depth) {                                     \
          const place_##type *column = &record->places[record->rows + x].field;                              \
          const int32_t left = column->lower * depth, right = column->upper * depth;                         \
          const pixel_corners corners = {upper + left, upper + right, lower + left, lower + right};          \
          blend_##type(&corners, row->distance, column->distance, output, depth);                            \
        }                                                                                                    \
      }                                                                                                      \
    }                                                                                                        \
    return THIMBLE_OK;                                                                                       \
  }

RESIZE_INVOKE(s8, int8_t, stored)
RESIZE_INVOKE(f32, float, real)

const thimble_kernel resize_bilinear_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "resize_bilinear_s8",
    .operator_name = "RESIZE_BILINEAR",
    .types = "int8, int32 -> int8",
    THIMBLE_EXACT_AS_STORED,
    .prepare = prepare_s8,
    .invoke = invoke_s8,
};

const thimble_kernel resize_bilinear_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "resize_bilinear_f32",
    .operator_name = "RESIZE_BILINEAR",
    .types = "float32, int32 -> float32",
    THIMBLE_WITHIN_TOLERANCE,
    .prepare = prepare_f32,
    .invoke = invoke_f32,
};
