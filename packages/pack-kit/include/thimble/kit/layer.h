/*
 * What CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV and FULLY_CONNECTED have in common: how sums of products become
 * outputs, the factors of their channels, and where their data lies.
 */
#ifndef THIMBLE_KIT_LAYER_H
#define THIMBLE_KIT_LAYER_H

#include "glue.h"
#include "weights.h"

/** What is the same for all channels. A quantized layer has `output`, a float layer `clamp`. */
typedef struct thimble_layer {
  /** Added to each input: its zero point, negated. */
  int32_t input_offset;
  /** Added to each weight. 0 but in FULLY_CONNECTED. */
  int32_t filter_offset;
  thimble_output_quantization output;
  thimble_range_f32 clamp;
  /** From one channel's factor to the next one's: 0 where all have the same. */
  int32_t factor_step;
  /** Elements of a filter of int4, which is unpacked into scratch; 0 of others. */
  int32_t packed_weights;
  /** int16 activations: sums count with their lower 32 bits, rounded twice, instead of 64 bits, rounded once. */
  thimble_bool is_narrow;
} thimble_layer;

/** [invoke] The data of a node with a layer. */
typedef struct thimble_layer_data {
  const void *input;
  const void *filter;
  /** NULL where the node has none. */
  const void *bias;
  thimble_type bias_type;
  void *output;
  const thimble_multiplier *factors;
} thimble_layer_data;

/**
 * [prepare] The layer of a node's weights. `bias_type` is the type that a bias would have, where there is none. The
 * reference's layers of int16 take zero points for 0, but for FULLY_CONNECTED.
 */
static inline thimble_layer thimble_layer_of(const thimble_host *host, const thimble_node *node,
                                             const thimble_weights *weights, thimble_activation activation,
                                             thimble_type bias_type) {
  const int32_t is_packed = weights->filter->type == THIMBLE_TYPE_INT4;
  thimble_layer layer = {
      .clamp = thimble_activation_range_f32(activation),
      .factor_step = weights->filter_info->scale_count > 1,
      .packed_weights = is_packed ? (int32_t)weights->filter_info->element_count : 0,
      .is_narrow = (weights->bias ? weights->bias->type : bias_type) == THIMBLE_TYPE_INT32,
  };
  if (weights->input->type == THIMBLE_TYPE_FLOAT32) return layer;
  layer.output = thimble_output_quantization_of(host, node, activation);
  if (weights->input->type == THIMBLE_TYPE_INT16) layer.output.zero_point = 0;
  if (weights->input->type == THIMBLE_TYPE_INT8) layer.input_offset = thimble_offset_of(weights->input_info);
  return layer;
}

/**
 * [prepare, once] Stores the factors of the layer's channels as the node's constants, and asks for the scratch that a
 * filter of int4 is unpacked into. Float layers need neither.
 */
static inline thimble_status thimble_prepare_layer(const thimble_host *host, thimble_node *node,
                                                   const thimble_weights *weights, const thimble_layer *layer) {
  const uint32_t scales = weights->filter_info->scale_count;
  if (weights->input->type == THIMBLE_TYPE_FLOAT32 || scales == 0) return THIMBLE_OK;
  thimble_multiplier *factors = host->allocate_constants(host, node, scales * (uint32_t)sizeof *factors);
  if (!factors) return THIMBLE_OUT_OF_MEMORY;
  for (uint32_t i = 0; i < scales; i++) {
    factors[i] = thimble_quantize_multiplier(thimble_weights_factor(weights, (int32_t)i));
  }
  if (layer->packed_weights == 0) return THIMBLE_OK;
  return host->request_scratch(host, node, (uint32_t)layer->packed_weights);
}

/** Two int4 a byte, the first one in the low bits, to int8. */
static inline void thimble_unpack_s4(const int8_t *packed, int8_t *unpacked, int32_t count) {
  for (int32_t i = 0; i < count; i++) {
    const int32_t byte = packed[i >> 1];
    unpacked[i] = (int8_t)(i & 1 ? byte >> 4 : (int8_t)((uint32_t)byte << 4) >> 4);
  }
}

/** [invoke] A node's data; a filter of int4 is unpacked. */
static inline thimble_layer_data thimble_layer_data_of(const thimble_node *node, const thimble_layer *layer,
                                                       thimble_weights_inputs inputs) {
  const thimble_tensor *bias = thimble_optional_input(node, inputs.bias);
  thimble_layer_data data = {
      .input = thimble_input(node, inputs.input)->data,
      .filter = thimble_input(node, inputs.filter)->data,
      .bias = bias ? bias->data : NULL,
      .bias_type = bias ? bias->type : THIMBLE_TYPE_INT32,
      .output = thimble_output(node, 0)->data,
      .factors = node->constants,
  };
  if (layer->packed_weights == 0) return data;
  thimble_unpack_s4(data.filter, node->scratch, layer->packed_weights);
  data.filter = node->scratch;
  return data;
}

/** A channel's bias of int32; 0 where there is none. */
static inline uint32_t thimble_bias_s32(const thimble_layer_data *data, int32_t channel) {
  return data->bias ? ((const uint32_t *)data->bias)[channel] : 0;
}

/** A channel's bias of float32; 0 where there is none. */
static inline float thimble_bias_f32(const thimble_layer_data *data, int32_t channel) {
  return data->bias ? ((const float *)data->bias)[channel] : 0;
}

/** A channel's bias of int16, int32 or int64; 0 where there is none. */
static inline int64_t thimble_wide_bias(const thimble_layer_data *data, int32_t channel) {
  return data->bias ? thimble_integer_at(data->bias, data->bias_type, channel) : 0;
}

/** A sum of floats, clamped. */
static inline float thimble_store_f32(float sum, const thimble_layer *layer) {
  const float at_least = sum < layer->clamp.min ? layer->clamp.min : sum;
  return at_least > layer->clamp.max ? layer->clamp.max : at_least;
}

/** The stored output for a channel's sum. */
static inline int32_t thimble_store_sum(int32_t sum, int32_t channel, const thimble_layer *layer,
                                        const thimble_multiplier *factors) {
  return thimble_store(thimble_requantize(sum, factors[channel * layer->factor_step]), &layer->output);
}

/** The stored output for a channel's sum of products of int16 activations; its bias is added. */
static inline int32_t thimble_store_wide_sum(int64_t sum, int32_t channel, const thimble_layer *layer,
                                             const thimble_layer_data *data) {
  const int64_t total = sum + thimble_wide_bias(data, channel);
  const thimble_multiplier factor = data->factors[channel * layer->factor_step];
  const int32_t scaled = layer->is_narrow ? thimble_requantize((int32_t)total, factor)
                                          : thimble_requantize_64(total, factor);
  return thimble_store(scaled, &layer->output);
}

#endif
