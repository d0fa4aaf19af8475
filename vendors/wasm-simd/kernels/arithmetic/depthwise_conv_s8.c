#include "depthwise_conv_s8.h"

#include <stddef.h>

#include "conv_s8.h"
#include "depthwise_cells.h"
#include "depthwise_rows_of_three.h"
#include "inlined.h"

enum { TILE_COLUMNS = 4 };

typedef struct {
  const int8_t *data;
  const int8_t *end;
  /* First output channel of the block, and how many it has. */
  int32_t first;
  int32_t channels;
} channel_slice;

/* Eight channels of a pixel one by one: at the tensor's end, and for several outputs an input channel. */
static v128_t gather_channels(const conv_params *params, const channel_slice *slice, const int8_t *pixel) {
  int8_t inputs[CHANNELS] = {0};
  for (int32_t lane = 0; lane < slice->channels; lane++) {
    inputs[lane] = pixel[(slice->first + lane) / depth_multiplier(&params->shape)];
  }
  return dot_load_eight(inputs);
}

/* NULL: the row lies in the padding. */
static const int8_t *input_row(const conv_params *params, const channel_slice *slice, int32_t y) {
  if (y < 0 || y >= params->shape.input_height) return NULL;
  return slice->data + y * params->shape.input_width * params->shape.input_channels;
}

/* Whether eight inputs may be read of every pixel up to a row's column: there is something behind them. */
static bool is_plain(const conv_params *params, const channel_slice *slice, int32_t y, int32_t column) {
  const conv_shape *const shape = &params->shape;
  const int32_t last = (y * shape->input_width + column) * shape->input_channels + slice->first;
  return depth_multiplier(shape) == 1 && slice->end - slice->data >= last + CHANNELS;
}

/* Cells of pixels, row `i` of which are from `at[i]` on and `step[i]` apart; eight inputs may be read of each. */
INLINED void load_plain(const int8_t **at, const int32_t *step, int32_t columns, dot_value *cells) {
  for (int32_t column = 0; column < columns; column++) {
    v128_t values[DOT_LENGTH];
#pragma clang loop unroll(full)
    for (int32_t i = 0; i < DOT_LENGTH; i++) {
      values[i] = dot_load_eight(at[i]);
      at[i] += step[i];
    }
    dot_interleave(values, cells);
    cells += CELL;
  }
}

/* Cells of pixels from column `x` on of the padded input rows from `y` on, input by input. */
static void load_gathered(const conv_params *params, const channel_slice *slice, int32_t y, int32_t x, int32_t columns,
                          dot_value *cells) {
  for (int32_t column = x; column < x + columns; column++) {
    v128_t values[DOT_LENGTH];
    for (int32_t i = 0; i < DOT_LENGTH; i++) {
      const int8_t *const row = input_row(params, slice, y + i);
      values[i] = row ? gather_channels(params, slice, row + column * params->shape.input_channels)
                      : dot_splat(-params->input_offset);
    }
    dot_interleave(values, cells);
    cells += CELL;
  }
}

/* Cells of `columns` pixels from column `x` on of the padded input rows from `y` on. */
static void load_pixels(const conv_params *params, const channel_slice *slice, int32_t y, int32_t x, int32_t columns,
                        dot_value *cells) {
  const int32_t channels = params->shape.input_channels, first = x * channels + slice->first;
  const int32_t last_row = min_of(y + DOT_LENGTH, params->shape.input_height) - 1;
  int8_t outside[CHANNELS];
  const int8_t *at[DOT_LENGTH];
  int32_t step[DOT_LENGTH];
  if (last_row >= 0 && !is_plain(params, slice, last_row, x + columns - 1)) {
    load_gathered(params, slice, y, x, columns, cells);
    return;
  }
  wasm_v128_store64_lane(outside, wasm_i8x16_splat((int8_t)-params->input_offset), 0);
#pragma clang loop unroll(full)
  for (int32_t i = 0; i < DOT_LENGTH; i++) {
    const int8_t *const row = input_row(params, slice, y + i);
    at[i] = row ? row + first : outside;
    step[i] = row ? channels : 0;
  }
  load_plain(at, step, columns, cells);
}

/* One row of cells, of the padded input rows from `y` on. */
static void load_rows(const conv_params *params, const channel_slice *slice, int32_t y, dot_value *cells) {
  const int32_t columns = padded_columns(&params->shape), zero_point = -params->input_offset;
  const int32_t begin = min_of(params->shape.padding_left, columns);
  const int32_t end = max_of(min_of(columns, params->shape.padding_left + params->shape.input_width), begin);
  dot_fill(cells, begin * CELL, zero_point);
  if (end > begin) load_pixels(params, slice, y, begin - params->shape.padding_left, end - begin, cells + begin * CELL);
  dot_fill(cells + end * CELL, (columns - end) * CELL, zero_point);
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
INLINED void accumulate_taps(output_sums sum, int columns, const output_row *row, const dot_value *cells) {
  const dot_weight *weights = row->weights;
#pragma clang loop unroll(disable)
  for (int32_t tap = 0; tap < row->taps; tap++) {
    const dot_value *at = cells + row->offsets[tap];
    const v128_t weights0 = wasm_v128_load(weights);
    const v128_t weights1 = wasm_v128_load(weights + HALF_CELL);
#pragma clang loop unroll(full)
    for (int column = 0; column < columns; column++) {
      const dot_value *cell = at + column * row->column_step;
      sum[column][0] = dot_add(sum[column][0], wasm_v128_load(cell), weights0);
      sum[column][1] = dot_add(sum[column][1], wasm_v128_load(cell + HALF_CELL), weights1);
    }
    weights += CELL;
  }
}

INLINED void compute_tile(int columns, const output_row *row, const dot_value *cells, const output_tile *output) {
  output_sums sum;
  start_sums(sum, columns, row->block);
  accumulate_taps(sum, columns, row, cells);
  finish_tile(sum, columns, &row->block->requantization, row->range, output);
}

static void compute_row(const output_row *row) {
  const dot_value *cells = row->cells;
  output_tile output = row->output;
  int32_t columns = row->columns;
  for (; columns >= TILE_COLUMNS; columns -= TILE_COLUMNS) {
    compute_tile(TILE_COLUMNS, row, cells, &output);
    cells += TILE_COLUMNS * row->column_step;
    output.data += TILE_COLUMNS * output.row_stride;
  }
  if (columns == 3) compute_tile(3, row, cells, &output);
  if (columns == 2) compute_tile(2, row, cells, &output);
  if (columns == 1) compute_tile(1, row, cells, &output);
}

/* All rows of eight channels of one image. */
static void compute_block(const conv_params *params, const tap_table *table, const depthwise_block *block,
                          const channel_slice *slice, int8_t *output, dot_value *scratch) {
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
    for (int32_t i = 0; i < cell_rows(input_rows_under(&params->shape, rows)); i++) {
      load_rows(params, slice, top + DOT_LENGTH * i, scratch + i * row_elements);
    }
    for (int32_t y = 0; y < rows; y++) {
      const int32_t origin = y * params->shape.stride_height, phase = origin % DOT_LENGTH;
      row.cells = scratch + origin / DOT_LENGTH * row_elements;
      row.weights = block->weights + table->first[phase] * CELL;
      row.offsets = table->offsets + table->first[phase];
      row.taps = table->taps[phase];
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
