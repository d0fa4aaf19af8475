/* Reductions: the way over the input, and what turns sums into stored outputs. */
#ifndef THIMBLE_KIT_REDUCTION_H
#define THIMBLE_KIT_REDUCTION_H

#include "dimensions.h"
#include "output_quantization.h"

/**
 * The way of a reduction over its input, in the input's order: runs of neighbours, rows of runs, and what is around
 * them. First steps go through the input, second steps through the accumulators, one an output: 0 where a dimension is
 * reduced. A run is reduced to one accumulator, or its rows are to a run of accumulators.
 */
typedef struct thimble_reduction {
  thimble_dimensions outer;
  thimble_dimension rows;
  thimble_dimension run;
  /** Number of accumulators. */
  int32_t outputs;
  /** Elements that make up one output. */
  int32_t count;
} thimble_reduction;

/** Adds the rows at `input` to the accumulators. */
typedef void (*thimble_reduce_rows)(const thimble_reduction *shape, const void *input, void *accumulators);

/** `reduced` tells for each dimension whether it is reduced. */
static inline thimble_reduction thimble_reduction_of(int32_t rank, const int32_t *dims, const thimble_bool *reduced) {
  thimble_reduction shape = {.outputs = 1, .count = 1};
  int32_t input_steps[THIMBLE_MAX_RANK], output_steps[THIMBLE_MAX_RANK];
  int32_t input_step = 1;
  for (int32_t i = rank - 1; i >= 0; i--) {
    input_steps[i] = input_step;
    output_steps[i] = reduced[i] ? 0 : shape.outputs;
    input_step *= dims[i];
    *(reduced[i] ? &shape.count : &shape.outputs) *= dims[i];
  }
  for (int32_t i = 0; i < rank; i++) thimble_add_dimension(&shape.outer, dims[i], input_steps[i], output_steps[i]);
  shape.run = thimble_take_innermost(&shape.outer);
  /* What is around a run that is kept is reduced: otherwise it would have been joined with it. */
  shape.rows = shape.run.second_step == 0 ? (thimble_dimension){1, 0, 0} : thimble_take_innermost(&shape.outer);
  return shape;
}

/** Hands all rows of the input to the function. */
static inline void thimble_reduce(const thimble_reduction *shape, const void *input, int32_t element_bytes,
                                  void *accumulators, int32_t accumulator_bytes, thimble_reduce_rows f) {
  thimble_walk at = {0};
  if (shape->run.extent == 0) return;
  do {
    f(shape, (const int8_t *)input + at.first * element_bytes, (int8_t *)accumulators + at.second * accumulator_bytes);
  } while (thimble_walk_on(&at, &shape->outer));
}

/** What turns a sum of stored numbers into a stored sum, or mean. */
typedef struct thimble_sum_storage {
  /** Zero point of the input times the number of elements. */
  int32_t sum_offset;
  thimble_multiplier factor;
  thimble_output_quantization output;
} thimble_sum_storage;

/** factor / count: the multiplier is shifted up by the bits of the count first, as far as the shift allows. */
static inline thimble_multiplier thimble_divide_factor(thimble_multiplier factor, int32_t count) {
  const int32_t of_count = 31 - __builtin_clz((uint32_t)count);
  const int32_t bits = of_count < 31 + factor.shift ? of_count : 31 + factor.shift;
  const int64_t shifted = (int64_t)factor.multiplier << bits;
  return (thimble_multiplier){(int32_t)(shifted / count), factor.shift - bits};
}

/** The stored output for a sum. */
static inline int32_t thimble_store_reduced(int32_t sum, const thimble_sum_storage *storage) {
  const uint32_t centered = (uint32_t)sum - (uint32_t)storage->sum_offset;
  return thimble_store(thimble_requantize((int32_t)centered, storage->factor), &storage->output);
}

#endif
