#include "reduce.h"

reduction make_reduction(int32_t rank, const int32_t *dims, const uint8_t *reduced) {
  reduction shape = {.outputs = 1, .count = 1};
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

void reduce(const reduction *shape, const void *input, int32_t element_bytes, void *accumulators,
            int32_t accumulator_bytes, reduce_rows f) {
  thimble_walk at = {0};
  if (shape->run.extent == 0) return;
  do {
    f(shape, (const int8_t *)input + at.first * element_bytes, (int8_t *)accumulators + at.second * accumulator_bytes);
  } while (thimble_walk_on(&at, &shape->outer));
}
