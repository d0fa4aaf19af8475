#include <stddef.h>

#include "conv_s8.h"
#include "depthwise_cells.h"
#include "depthwise_conv_s8.h"
#include "requantize_pack.h"
#include "weights.h"

/* Whether windows begin in a phase at all: their rows lie a stride apart. */
static bool has_windows(const conv_params *params, int32_t phase) {
  for (int32_t row = 0; row < PHASES; row++) {
    if (row * params->shape.stride_height % DOT_LENGTH == phase) return true;
  }
  return false;
}

/* Whether a window of a phase has taps in row `cell` of its cells. */
static bool has_taps(const conv_params *params, int32_t phase, int32_t cell) {
  for (int32_t row = 0; has_windows(params, phase) && row < params->shape.filter_height; row++) {
    if ((row * params->shape.dilation_height + phase) / DOT_LENGTH == cell) return true;
  }
  return false;
}

/* Rows of cells that a window of any phase lies in. */
static int32_t window_cells(const conv_params *params) {
  return cell_rows(window_height(&params->shape) + DOT_LENGTH - 1);
}

static int32_t count_taps(const conv_params *params, int32_t phase) {
  int32_t rows = 0;
  for (int32_t cell = 0; cell < window_cells(params); cell++) rows += has_taps(params, phase, cell);
  return rows * params->shape.filter_width;
}

static int32_t all_taps(const conv_params *params) {
  int32_t taps = 0;
  for (int32_t phase = 0; phase < PHASES; phase++) taps += count_taps(params, phase);
  return taps;
}

void depthwise_conv_s8_plan(conv_params *params) {
  const conv_shape *const shape = &params->shape;
  conv_plan *const plan = &params->plan;
  if (is_conv(params)) {
    conv_s8_plan(params);
    return;
  }
  const int32_t taps = all_taps(params);
  plan->row = padded_columns(shape) * CELL;
  /* A row of cells is DOT_LENGTH of the input. */
  plan->strip = strip_rows(shape, plan->row * (int32_t)sizeof(dot_value) / DOT_LENGTH);
  plan->packed_table_bytes = round_up((int32_t)sizeof(tap_table) + taps * (int32_t)sizeof(int32_t), 16);
  plan->group_bytes = (int32_t)sizeof(depthwise_block) + taps * CELL * (int32_t)sizeof(dot_weight);
  const int32_t blocks = round_up(shape->output_channels, CHANNELS) / CHANNELS;
  plan->packed_bytes = plan->packed_table_bytes + blocks * plan->group_bytes;
  plan->scratch_bytes =
      cell_rows(input_rows_under(shape, plan->strip)) * plan->row * (int32_t)sizeof(dot_value);
}

static void pack_table(const conv_params *params, tap_table *table) {
  int32_t *offset = table->offsets;
  for (int32_t phase = 0; phase < PHASES; phase++) {
    table->taps[phase] = count_taps(params, phase);
    table->first[phase] = (int32_t)(offset - table->offsets);
    for (int32_t cell = 0; cell < window_cells(params); cell++) {
      if (!has_taps(params, phase, cell)) continue;
      for (int32_t column = 0; column < params->shape.filter_width; column++) {
        *offset++ = cell * params->plan.row + column * params->shape.dilation_width * CELL;
      }
    }
  }
}

/* The weights of one channel, to lane `lane` of each cell. */
static void pack_channel(const conv_params *params, const weights_view *weights, int32_t channel,
                         int32_t lane, dot_weight *cells) {
  for (int32_t phase = 0; phase < PHASES; phase++) {
    for (int32_t cell = 0; cell < window_cells(params); cell++) {
      if (!has_taps(params, phase, cell)) continue;
      for (int32_t row = 0; row < params->shape.filter_height; row++) {
        const int32_t at = row * params->shape.dilation_height + phase;
        if (at / DOT_LENGTH != cell) continue;
        for (int32_t column = 0; column < params->shape.filter_width; column++) {
          const int32_t weight = weight_at(weights, channel, row * params->shape.filter_width + column);
          cells[column * CELL + DOT_LENGTH * lane + at % DOT_LENGTH] = (dot_weight)weight;
        }
      }
      cells += params->shape.filter_width * CELL;
    }
  }
}

static void pack_block(const conv_params *params, const weights_view *weights, const int32_t *bias,
                       const int32_t *multipliers, const int32_t *shifts, int32_t first, depthwise_block *block) {
  const int32_t channels = min_of(CHANNELS, params->shape.output_channels - first);
  const int32_t taps = params->shape.filter_height * params->shape.filter_width;
  channel_sums sums[CHANNELS];
  __builtin_memset(block, 0, (size_t)params->plan.group_bytes);
  for (int32_t lane = 0; lane < channels; lane++) {
    sums[lane] = sum_channel(weights, first + lane, taps, params->input_offset, DOT_VALUE_OF_ZERO,
                             bias ? bias[first + lane] : 0);
  }
  pack_requantize_block(&block->requantization, channels, multipliers + first, shifts + first, sums, &params->range);
  for (int32_t lane = 0; lane < channels; lane++) {
    /* Taps in the padding hold the zero point, so the folded offset is right for them too. */
    block->bias[lane] = (int32_t)sums[lane].folded_bias;
    pack_channel(params, weights, first + lane, lane, block->weights);
  }
}

void depthwise_conv_s8_pack(const conv_params *params, const void *weights, const void *bias,
                            const int32_t *multipliers, const int32_t *shifts, void *packed) {
  if (is_conv(params)) {
    conv_s8_pack(params, weights, bias, multipliers, shifts, packed);
    return;
  }
  const weights_view view = group_weights(params, weights, 0);
  pack_table(params, packed);
  char *block = (char *)packed + params->plan.packed_table_bytes;
  for (int32_t first = 0; first < params->shape.output_channels; first += CHANNELS) {
    pack_block(params, &view, bias, multipliers, shifts, first, (depthwise_block *)block);
    block += params->plan.group_bytes;
  }
}
