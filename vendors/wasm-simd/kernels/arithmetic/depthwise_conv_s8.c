#include "depthwise_conv_s8.h"

#include <stddef.h>

#include "conv_s8.h"
#include "depthwise_cells.h"
#include "depthwise_rows_of_three.h"
#include "inlined.h"

typedef struct {
  const int8_t *data;
  const int8_t *end;
  /* First output channel of the block, and how many it has. */
  int32_t first;
  int32_t channels;
} channel_slice;

INLINED void store_cell(int16_t *cell, v128_t upper, v128_t lower) {
  wasm_v128_store(cell, wasm_i16x8_shuffle(upper, lower, 0, 8, 1, 9, 2, 10, 3, 11));
  wasm_v128_store(cell + CHANNELS, wasm_i16x8_shuffle(upper, lower, 4, 12, 5, 13, 6, 14, 7, 15));
}

/* Eight channels of a pixel one by one: at the tensor's end, and for several outputs an input channel. */
static v128_t gather_channels(const conv_params *params, const channel_slice *slice, const int8_t *pixel) {
  int16_t values[CHANNELS] = {0};
  for (int32_t lane = 0; lane < slice->channels; lane++) {
    values[lane] = pixel[(slice->first + lane) / depth_multiplier(&params->shape)];
  }
  return wasm_v128_load(values);
}

static void fill_cells(int16_t *cells, int32_t columns, v128_t value) {
  for (int32_t column = 0; column < columns; column++) {
    wasm_v128_store(cells + column * CELL, value);
    wasm_v128_store(cells + column * CELL + CHANNELS, value);
  }
}

static const int8_t *input_row(const conv_params *params, const channel_slice *slice, int32_t y) {
  if (y < 0 || y >= params->shape.input_height) return NULL;
  return slice->data + y * params->shape.input_width * params->shape.input_channels;
}

/* Cells of `columns` pixels of two rows from column `x` on; a row in the padding is NULL. */
static void widen_pixels(const conv_params *params, const channel_slice *slice, const int8_t *upper,
                         const int8_t *lower, int32_t x, int32_t columns, int16_t *cells) {
  const int32_t channels = params->shape.input_channels;
  const v128_t padding = wasm_i16x8_splat((int16_t)-params->input_offset);
  const int8_t *const last = lower ? lower : upper;
  if (!last) {
    fill_cells(cells, columns, padding);
    return;
  }
  const bool is_plain = depth_multiplier(&params->shape) == 1;
  if (is_plain && slice->end - last >= (x + columns - 1) * channels + slice->first + CHANNELS) {
    int8_t outside[CHANNELS];
    for (int32_t lane = 0; lane < CHANNELS; lane++) outside[lane] = (int8_t)-params->input_offset;
    const int32_t upper_step = upper ? channels : 0;
    const int32_t lower_step = lower ? channels : 0;
    const int8_t *a = upper ? upper + x * channels + slice->first : outside;
    const int8_t *b = lower ? lower + x * channels + slice->first : outside;
    for (int32_t column = 0; column < columns; column++) {
      store_cell(cells, wasm_i16x8_load8x8(a), wasm_i16x8_load8x8(b));
      a += upper_step;
      b += lower_step;
      cells += CELL;
    }
    return;
  }
  for (int32_t column = x; column < x + columns; column++) {
    store_cell(cells, upper ? gather_channels(params, slice, upper + column * channels) : padding,
               lower ? gather_channels(params, slice, lower + column * channels) : padding);
    cells += CELL;
  }
}

/* One row of cells, from the padded input rows y and y + 1. */
static void widen_rows(const conv_params *params, const channel_slice *slice, int32_t y, int16_t *cells) {
  const int32_t columns = padded_columns(&params->shape);
  const int32_t begin = min_of(params->shape.padding_left, columns);
  const int32_t end = max_of(min_of(columns, params->shape.padding_left + params->shape.input_width), begin);
  const v128_t padding = wasm_i16x8_splat((int16_t)-params->input_offset);
  fill_cells(cells, begin, padding);
  if (end > begin) {
    widen_pixels(params, slice, input_row(params, slice, y), input_row(params, slice, y + 1),
                 begin - params->shape.padding_left, end - begin, cells + begin * CELL);
  }
  fill_cells(cells + end * CELL, columns - end, padding);
}

INLINED void start_sums(output_sums sum, int columns, const depthwise_block *block) {
#pragma clang loop unroll(full)
  for (int column = 0; column < columns; column++) {
    sum[column][0] = wasm_v128_load(block->bias);
    sum[column][1] = wasm_v128_load(block->bias + 4);
  }
}

/*
 * One tap an iteration, two vectors of weights against the cells of all columns. Not unrolled, for the compiler would
 * gather the loads of several taps in front and spill.
 */
INLINED void accumulate_taps(output_sums sum, int columns, const output_row *row, const int16_t *cells) {
  const int16_t *weights = row->weights;
#pragma clang loop unroll(disable)
  for (int32_t tap = 0; tap < row->taps; tap++) {
    const int16_t *at = cells + row->offsets[tap];
    const v128_t weights0 = wasm_v128_load(weights);
    const v128_t weights1 = wasm_v128_load(weights + CHANNELS);
#pragma clang loop unroll(full)
    for (int column = 0; column < columns; column++) {
      const int16_t *cell = at + column * row->column_step;
      sum[column][0] = wasm_i32x4_add(sum[column][0], wasm_i32x4_dot_i16x8(wasm_v128_load(cell), weights0));
      sum[column][1] = wasm_i32x4_add(sum[column][1], wasm_i32x4_dot_i16x8(wasm_v128_load(cell + CHANNELS), weights1));
    }
    weights += CELL;
  }
}

INLINED void compute_tile(int columns, const output_row *row, const int16_t *cells, const output_tile *output) {
  output_sums sum;
  start_sums(sum, columns, row->block);
  accumulate_taps(sum, columns, row, cells);
  finish_tile(sum, columns, &row->block->requantization, row->range, output);
}

static void compute_row(const output_row *row) {
  const int16_t *cells = row->cells;
  output_tile output = row->output;
  int32_t columns = row->columns;
  for (; columns >= OUTPUT_TILE_ROWS; columns -= OUTPUT_TILE_ROWS) {
    compute_tile(4, row, cells, &output);
    cells += OUTPUT_TILE_ROWS * row->column_step;
    output.data += OUTPUT_TILE_ROWS * output.row_stride;
  }
  if (columns == 3) compute_tile(3, row, cells, &output);
  if (columns == 2) compute_tile(2, row, cells, &output);
  if (columns == 1) compute_tile(1, row, cells, &output);
}

/* All rows of eight channels of one image. */
static void compute_block(const conv_params *params, const tap_table *table, const depthwise_block *block,
                          const channel_slice *slice, int8_t *output, int16_t *scratch) {
  const int32_t strip = params->plan.strip;
  const bool is_three = has_rows_of_three(&params->shape);
  const int32_t row_elements = params->plan.row;
  output_row row = {.column_step = params->shape.stride_width * CELL,
                    .block = block,
                    .output = {output + slice->first, params->shape.output_channels, slice->channels},
                    .columns = params->shape.output_width,
                    .range = &params->range};
  for (int32_t first = 0; first < params->shape.output_height; first += strip) {
    const int32_t rows = min_of(strip, params->shape.output_height - first);
    const int32_t top = first * params->shape.stride_height - params->shape.padding_top;
    for (int32_t pair = 0; pair < pairs_under(&params->shape, rows); pair++) {
      widen_rows(params, slice, top + 2 * pair, scratch + pair * row_elements);
    }
    for (int32_t y = 0; y < rows; y++) {
      const int32_t parity = y * params->shape.stride_height % 2;
      row.cells = scratch + y * params->shape.stride_height / 2 * row_elements;
      row.weights = block->weights + (parity ? table->taps[0] * CELL : 0);
      row.offsets = table->offsets + (parity ? table->taps[0] : 0);
      row.taps = table->taps[parity];
      if (is_three && takes_row_of_three(&row)) {
        compute_row_of_three(&row);
      } else {
        compute_row(&row);
      }
      row.output.data += params->shape.output_width * params->shape.output_channels;
    }
  }
}

void depthwise_conv_s8_run(const conv_params *params, const void *packed, const void *input, void *output,
                           void *scratch) {
  if (is_conv(params)) {
    conv_s8_run(params, packed, input, output, scratch);
    return;
  }
  const conv_shape *const shape = &params->shape;
  const int32_t input_image = shape->input_height * shape->input_width * shape->input_channels;
  const int32_t output_image = shape->output_height * shape->output_width * shape->output_channels;
  const int8_t *from = input;
  int8_t *to = output;
  for (int32_t batch = 0; batch < shape->batches; batch++) {
    const char *block = (const char *)packed + params->plan.packed_table_bytes;
    for (int32_t first = 0; first < shape->output_channels; first += CHANNELS) {
      const int32_t channels = min_of(CHANNELS, shape->output_channels - first);
      const channel_slice slice = {from, from + input_image, first, channels};
      compute_block(params, packed, (const depthwise_block *)block, &slice, to, scratch);
      block += params->plan.group_bytes;
    }
    from += input_image;
    to += output_image;
  }
}
