/*
 * The parameters of every operator: what the host makes of a node's options once it has checked them. Defaults are
 * resolved, negative axes counted from the front, padding laid out: kernels rely on them and parse nothing.
 *
 * Operator X_Y has `thimble_x_y_params`; operators that share a struct share it by name. Those without parameters,
 * and VAR_HANDLE (see ext/variables.h) and TFLM_DECODE (whose parameters stand in its ancillary tensors), have a NULL
 * pointer.
 *
 * The structs of values at the top are part of others and never change; parameter structs grow at their end.
 */
#ifndef THIMBLE_PARAMS_H
#define THIMBLE_PARAMS_H

#include "platform.h"
#include "types.h"

/** How a window (a filter or a pool) moves over one spatial dimension. */
typedef struct thimble_window {
  /** Taps of the window. */
  int32_t extent;
  int32_t stride;
  /** Distance of neighbouring taps in the input. */
  int32_t dilation;
  /** Input positions before the first that the first window covers. */
  int32_t pad_before;
  /** Number of window positions: the output's extent. */
  int32_t positions;
} thimble_window;

/** How a filter spreads each input position over one spatial dimension of the output. */
typedef struct thimble_spread_window {
  /** Taps of the filter. */
  int32_t extent;
  /** Output positions between the taps of neighbouring inputs. */
  int32_t stride;
  /** Output positions before the first that the first input's taps reach. */
  int32_t pad_before;
} thimble_spread_window;

/** What is taken of one dimension: `count` elements, every `stride`-th from `begin` on. */
typedef struct thimble_slice {
  int32_t begin;
  int32_t count;
  int32_t stride;
} thimble_slice;

/** Weights of a new value and of the estimate before it, in units of 2^-`bits`. */
typedef struct thimble_smoothing {
  uint32_t fresh;
  uint32_t kept;
} thimble_smoothing;

/** Divisors of a box's encoded center and size. */
typedef struct thimble_box_scale {
  float y;
  float x;
  float height;
  float width;
} thimble_box_scale;

/** Element-wise arithmetic. */
typedef struct thimble_arithmetic_params {
  uint32_t struct_size;
  thimble_activation activation;
} thimble_arithmetic_params;
typedef thimble_arithmetic_params thimble_add_params;
typedef thimble_arithmetic_params thimble_sub_params;
typedef thimble_arithmetic_params thimble_mul_params;
typedef thimble_arithmetic_params thimble_div_params;

typedef struct thimble_batch_matmul_params {
  uint32_t struct_size;
  /** The last two dimensions of the input are swapped. */
  thimble_bool adjoint_x;
  thimble_bool adjoint_y;
} thimble_batch_matmul_params;

typedef struct thimble_block_params {
  uint32_t struct_size;
  /** Rows, and columns, of a square block of pixels. */
  int32_t block_size;
} thimble_block_params;
typedef thimble_block_params thimble_depth_to_space_params;
typedef thimble_block_params thimble_space_to_depth_params;

typedef struct thimble_call_once_params {
  uint32_t struct_size;
  int32_t subgraph;
} thimble_call_once_params;

typedef struct thimble_circular_buffer_params {
  uint32_t struct_size;
  int32_t slots;
  /** Elements of one slot. */
  int32_t depth;
  /** The rest of the graph runs at every so many invokes. */
  int32_t cycles;
} thimble_circular_buffer_params;

typedef struct thimble_concatenation_params {
  uint32_t struct_size;
  /** The dimension along which the inputs follow each other. */
  int32_t axis;
  /** int8 inputs have another scale or zero point than the output. */
  thimble_bool requantizes;
} thimble_concatenation_params;

/** Input [N, H, W, I], filter [O, KH, KW, I / groups], bias [O], output [N, H', W', O]. */
typedef struct thimble_conv_2d_params {
  uint32_t struct_size;
  thimble_window height;
  thimble_window width;
  thimble_activation activation;
  /** Input channels that one filter sees. */
  int32_t group_channels;
  /** The type that the bias would have, where there is none. */
  thimble_type quantized_bias_type;
} thimble_conv_2d_params;

typedef struct thimble_cumsum_params {
  uint32_t struct_size;
  /** An output is the sum before its element, not up to it. */
  thimble_bool exclusive;
  /** Sums start at the end. */
  thimble_bool reverse;
} thimble_cumsum_params;

/** Input [N, H, W, C], filter [1, KH, KW, C * multiplier], bias [C * multiplier]. */
typedef struct thimble_depthwise_conv_2d_params {
  uint32_t struct_size;
  thimble_window height;
  thimble_window width;
  thimble_activation activation;
  /** Output channels for each input channel. */
  int32_t depth_multiplier;
} thimble_depthwise_conv_2d_params;

typedef struct thimble_tflite_detection_postprocess_params {
  uint32_t struct_size;
  int32_t boxes;
  /** Numbers of one box in the input, of which the first four count: y, x, height, width. */
  int32_t box_depth;
  int32_t classes;
  /** Scores of one box: the classes', and the background's before them if there is one. */
  int32_t score_depth;
  int32_t max_detections;
  /** Suppresses overlaps class by class instead of once, by each box's best score. */
  thimble_bool is_regular;
  /** Only regular suppression: boxes that one class keeps. */
  int32_t detections_per_class;
  /** Only fast suppression: classes that are given for one box. */
  int32_t classes_per_detection;
  float score_threshold;
  /** Boxes that overlap more than this (intersection / union) count as one. */
  float overlap_threshold;
  thimble_box_scale scale;
} thimble_tflite_detection_postprocess_params;

typedef struct thimble_fft_params {
  uint32_t struct_size;
  int32_t signals;
  /** Real samples of one transform: an even number. */
  int32_t fft_length;
  /** Elements of the input from one signal to the next. */
  int32_t input_step;
  /** Elements of the output from one signal to the next. */
  int32_t output_step;
} thimble_fft_params;
typedef thimble_fft_params thimble_signal_rfft_params;
typedef thimble_fft_params thimble_signal_irfft_params;

/** Input of batches * I elements, filter [..., O, I], bias [O], output [..., O]. */
typedef struct thimble_fully_connected_params {
  uint32_t struct_size;
  thimble_activation activation;
  /** Rows of the input, however its leading dimensions divide them. */
  int32_t batches;
  /** Elements of one row of the input, and of one row of the filter. */
  int32_t input_depth;
  int32_t output_depth;
  /** The type that the bias would have, where there is none. */
  thimble_type quantized_bias_type;
} thimble_fully_connected_params;

typedef struct thimble_gather_params {
  uint32_t struct_size;
  /** The dimension of the input that positions count along. */
  int32_t axis;
  /** Leading dimensions that input and positions have in common. */
  int32_t batch_dims;
} thimble_gather_params;

typedef struct thimble_gather_nd_params {
  uint32_t struct_size;
  /** Positions of one index: the leading dimensions that it fixes. */
  int32_t index_length;
} thimble_gather_nd_params;

typedef struct thimble_if_params {
  uint32_t struct_size;
  int32_t then_subgraph;
  int32_t else_subgraph;
} thimble_if_params;

typedef struct thimble_l2_normalization_params {
  uint32_t struct_size;
  /** Elements of one vector: the last dimension. */
  int32_t depth;
} thimble_l2_normalization_params;

typedef struct thimble_leaky_relu_params {
  uint32_t struct_size;
  /** Slope for inputs under 0. */
  float alpha;
} thimble_leaky_relu_params;

typedef struct thimble_log_softmax_params {
  uint32_t struct_size;
  /** Elements of one distribution: the last dimension. */
  int32_t depth;
} thimble_log_softmax_params;

typedef struct thimble_mirror_pad_params {
  uint32_t struct_size;
  /** The edge itself is mirrored too (SYMMETRIC). */
  thimble_bool repeats_edge;
} thimble_mirror_pad_params;

typedef struct thimble_pack_params {
  uint32_t struct_size;
  /** The output's dimension that counts the inputs. */
  int32_t axis;
} thimble_pack_params;

typedef struct thimble_pad_params {
  uint32_t struct_size;
  /** Elements in front of the input's, for each dimension. */
  int32_t before[THIMBLE_MAX_RANK];
} thimble_pad_params;
typedef thimble_pad_params thimble_padv2_params;

/** Input [N, H, W, C], output [N, H', W', C]. */
typedef struct thimble_pool_2d_params {
  uint32_t struct_size;
  thimble_window height;
  thimble_window width;
  thimble_activation activation;
} thimble_pool_2d_params;
typedef thimble_pool_2d_params thimble_average_pool_2d_params;
typedef thimble_pool_2d_params thimble_l2_pool_2d_params;
typedef thimble_pool_2d_params thimble_max_pool_2d_params;

typedef struct thimble_reduce_params {
  uint32_t struct_size;
  /** For each dimension of the input, whether the operator reduces it. */
  thimble_bool reduced[THIMBLE_MAX_RANK];
} thimble_reduce_params;
typedef thimble_reduce_params thimble_mean_params;
typedef thimble_reduce_params thimble_reduce_all_params;
typedef thimble_reduce_params thimble_reduce_max_params;
typedef thimble_reduce_params thimble_reduce_min_params;
typedef thimble_reduce_params thimble_sum_params;

typedef struct thimble_resize_params {
  uint32_t struct_size;
  /** The corner pixels' centers coincide. */
  thimble_bool align_corners;
  /** Pixels have their centers at half positions. */
  thimble_bool half_pixel_centers;
} thimble_resize_params;
typedef thimble_resize_params thimble_resize_bilinear_params;
typedef thimble_resize_params thimble_resize_nearest_neighbor_params;

typedef struct thimble_signal_delay_params {
  uint32_t struct_size;
  int32_t signals;
  int32_t frame_size;
  /** Samples by which the output lags behind the input. */
  int32_t delay;
} thimble_signal_delay_params;

typedef struct thimble_signal_energy_params {
  uint32_t struct_size;
  /** The first bin whose energy is computed. */
  int32_t start;
  /** The bin behind the last. */
  int32_t end;
} thimble_signal_energy_params;

typedef struct thimble_signal_filter_bank_params {
  uint32_t struct_size;
  int32_t channels;
} thimble_signal_filter_bank_params;

typedef struct thimble_signal_filter_bank_log_params {
  uint32_t struct_size;
  float output_scale;
  /** Bits by which the input is shifted left first. */
  int32_t correction_bits;
} thimble_signal_filter_bank_log_params;

typedef struct thimble_signal_filter_bank_spectral_subtraction_params {
  uint32_t struct_size;
  int32_t channels;
  /** For channels 0, 2, 4, ... */
  thimble_smoothing even;
  /** For channels 1, 3, 5, ... */
  thimble_smoothing odd;
  /** The part of the signal that always remains, in units of 2^-`bits`. */
  uint32_t min_signal_remaining;
  /** The estimate follows a signal that is smaller. */
  thimble_bool is_clamping;
  /** Fractional bits of the estimate. */
  int32_t smoothing_bits;
  int32_t bits;
} thimble_signal_filter_bank_spectral_subtraction_params;

typedef struct thimble_signal_framer_params {
  uint32_t struct_size;
  int32_t signals;
  /** Frames of each signal that one invoke completes. */
  int32_t frames;
  int32_t frame_size;
  /** Samples from one frame's start to the next one's. */
  int32_t frame_step;
  /** Zeros stand before the first sample, so that the first step completes a frame. */
  thimble_bool is_prefilled;
} thimble_signal_framer_params;

typedef struct thimble_signal_overlap_add_params {
  uint32_t struct_size;
  int32_t signals;
  int32_t frames;
  int32_t frame_size;
  /** Samples from one frame's start to the next one's. */
  int32_t frame_step;
} thimble_signal_overlap_add_params;

typedef struct thimble_signal_pcan_params {
  uint32_t struct_size;
  /** Bits by which the product of signal and gain is shifted right. */
  int32_t snr_shift;
} thimble_signal_pcan_params;

typedef struct thimble_signal_stacker_params {
  uint32_t struct_size;
  int32_t channels;
  /** Times that the first frame is repeated before itself. */
  int32_t left_context;
  /** Frames of one stack. */
  int32_t frames;
  /** Frames from one stack's start to the next one's. */
  int32_t step;
} thimble_signal_stacker_params;

typedef struct thimble_signal_window_params {
  uint32_t struct_size;
  int32_t shift;
} thimble_signal_window_params;

typedef struct thimble_softmax_params {
  uint32_t struct_size;
  /** Factor of the input before the exponential. */
  float beta;
  /** Elements of one distribution: the last dimension. */
  int32_t depth;
} thimble_softmax_params;

typedef struct thimble_split_params {
  uint32_t struct_size;
  /** The dimension along which the outputs follow each other in the input. */
  int32_t axis;
} thimble_split_params;
typedef thimble_split_params thimble_split_v_params;

typedef struct thimble_strided_slice_params {
  uint32_t struct_size;
  /** For each dimension of the input, what is taken of it. */
  thimble_slice slices[THIMBLE_MAX_RANK];
} thimble_strided_slice_params;

typedef struct thimble_svdf_params {
  uint32_t struct_size;
  thimble_activation activation;
  /** Filters that sum up to one unit. */
  int32_t rank;
  int32_t batches;
  int32_t input_depth;
  int32_t filters;
  int32_t units;
  /** Invokes that the state remembers. */
  int32_t memory;
} thimble_svdf_params;

typedef struct thimble_transpose_params {
  uint32_t struct_size;
  /** For each dimension of the output, the input's that it is. */
  int32_t permutation[THIMBLE_MAX_RANK];
} thimble_transpose_params;

/** Input [N, H, W, I], filter [O, KH, KW, I], bias [O], output [N, H', W', O]. */
typedef struct thimble_transpose_conv_params {
  uint32_t struct_size;
  thimble_spread_window height;
  thimble_spread_window width;
  thimble_activation activation;
} thimble_transpose_conv_params;

typedef struct thimble_unidirectional_sequence_lstm_params {
  uint32_t struct_size;
  int32_t batches;
  int32_t steps;
  int32_t input_depth;
  int32_t units;
  /** Input and output are [T, N, ...] instead of [N, T, ...]. */
  thimble_bool is_time_major;
  /** The cell state is clamped to +- this; 0 for no clamp. */
  float cell_clip;
} thimble_unidirectional_sequence_lstm_params;

typedef struct thimble_unpack_params {
  uint32_t struct_size;
  /** The input's dimension that counts the outputs. */
  int32_t axis;
} thimble_unpack_params;

typedef struct thimble_while_params {
  uint32_t struct_size;
  int32_t condition_subgraph;
  int32_t body_subgraph;
} thimble_while_params;

THIMBLE_FREEZE(thimble_window, 20, positions, 16);
THIMBLE_FREEZE(thimble_spread_window, 12, pad_before, 8);
THIMBLE_FREEZE(thimble_slice, 12, stride, 8);
THIMBLE_FREEZE(thimble_smoothing, 8, kept, 4);
THIMBLE_FREEZE(thimble_box_scale, 16, width, 12);
THIMBLE_FREEZE(thimble_arithmetic_params, 8, activation, 4);
THIMBLE_FREEZE(thimble_batch_matmul_params, 8, adjoint_y, 5);
THIMBLE_FREEZE(thimble_block_params, 8, block_size, 4);
THIMBLE_FREEZE(thimble_call_once_params, 8, subgraph, 4);
THIMBLE_FREEZE(thimble_circular_buffer_params, 16, cycles, 12);
THIMBLE_FREEZE(thimble_concatenation_params, 12, requantizes, 8);
THIMBLE_FREEZE(thimble_conv_2d_params, 56, quantized_bias_type, 52);
THIMBLE_FREEZE(thimble_cumsum_params, 8, reverse, 5);
THIMBLE_FREEZE(thimble_depthwise_conv_2d_params, 52, depth_multiplier, 48);
THIMBLE_FREEZE(thimble_tflite_detection_postprocess_params, 60, scale, 44);
THIMBLE_FREEZE(thimble_fft_params, 20, output_step, 16);
THIMBLE_FREEZE(thimble_fully_connected_params, 24, quantized_bias_type, 20);
THIMBLE_FREEZE(thimble_gather_params, 12, batch_dims, 8);
THIMBLE_FREEZE(thimble_gather_nd_params, 8, index_length, 4);
THIMBLE_FREEZE(thimble_if_params, 12, else_subgraph, 8);
THIMBLE_FREEZE(thimble_l2_normalization_params, 8, depth, 4);
THIMBLE_FREEZE(thimble_leaky_relu_params, 8, alpha, 4);
THIMBLE_FREEZE(thimble_log_softmax_params, 8, depth, 4);
THIMBLE_FREEZE(thimble_mirror_pad_params, 8, repeats_edge, 4);
THIMBLE_FREEZE(thimble_pack_params, 8, axis, 4);
THIMBLE_FREEZE(thimble_pad_params, 36, before, 4);
THIMBLE_FREEZE(thimble_pool_2d_params, 48, activation, 44);
THIMBLE_FREEZE(thimble_reduce_params, 12, reduced, 4);
THIMBLE_FREEZE(thimble_resize_params, 8, half_pixel_centers, 5);
THIMBLE_FREEZE(thimble_signal_delay_params, 16, delay, 12);
THIMBLE_FREEZE(thimble_signal_energy_params, 12, end, 8);
THIMBLE_FREEZE(thimble_signal_filter_bank_params, 8, channels, 4);
THIMBLE_FREEZE(thimble_signal_filter_bank_log_params, 12, correction_bits, 8);
THIMBLE_FREEZE(thimble_signal_filter_bank_spectral_subtraction_params, 40, bits, 36);
THIMBLE_FREEZE(thimble_signal_framer_params, 24, is_prefilled, 20);
THIMBLE_FREEZE(thimble_signal_overlap_add_params, 20, frame_step, 16);
THIMBLE_FREEZE(thimble_signal_pcan_params, 8, snr_shift, 4);
THIMBLE_FREEZE(thimble_signal_stacker_params, 20, step, 16);
THIMBLE_FREEZE(thimble_signal_window_params, 8, shift, 4);
THIMBLE_FREEZE(thimble_softmax_params, 12, depth, 8);
THIMBLE_FREEZE(thimble_split_params, 8, axis, 4);
THIMBLE_FREEZE(thimble_strided_slice_params, 100, slices, 4);
THIMBLE_FREEZE(thimble_svdf_params, 32, memory, 28);
THIMBLE_FREEZE(thimble_transpose_params, 36, permutation, 4);
THIMBLE_FREEZE(thimble_transpose_conv_params, 32, activation, 28);
THIMBLE_FREEZE(thimble_unidirectional_sequence_lstm_params, 28, cell_clip, 24);
THIMBLE_FREEZE(thimble_unpack_params, 8, axis, 4);
THIMBLE_FREEZE(thimble_while_params, 12, body_subgraph, 8);

#endif
