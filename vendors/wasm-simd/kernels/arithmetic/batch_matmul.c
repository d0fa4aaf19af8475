#include "batch_matmul.h"

#include <thimble/kit/requantize.h>

#include "matrix_vector.h"
#include "strided_copy.h"

/* Scratch: sums of a row, y with its columns as rows, and a row of x. */
typedef struct {
  void *sums;
  void *y;
  void *x;
} matmul_scratch;

enum { SCRATCH_ALIGNMENT = 16, MOST_SUM_BYTES = 8, MOST_X_BYTES = 4 };

static int32_t aligned(int32_t bytes) { return (bytes + SCRATCH_ALIGNMENT - 1) & -SCRATCH_ALIGNMENT; }

static int32_t y_bytes(const matrix_pairs *m, int32_t element_bytes) {
  return m->is_y_transposed ? 0 : aligned(m->columns * m->depth * element_bytes);
}

static matmul_scratch scratch_of(const matrix_pairs *m, void *block, int32_t element_bytes) {
  matmul_scratch scratch = {.sums = block};
  scratch.y = (int8_t *)scratch.sums + aligned(m->columns * MOST_SUM_BYTES);
  scratch.x = (int8_t *)scratch.y + y_bytes(m, element_bytes);
  return scratch;
}

int32_t matmul_scratch_bytes(const matrix_pairs *m, int32_t element_bytes) {
  return aligned(m->columns * MOST_SUM_BYTES) + y_bytes(m, element_bytes) +
         aligned(m->depth * MOST_X_BYTES);
}

/* y with its columns as rows. */
static const void *rows_of_columns(const matrix_pairs *m, const void *y, void *scratch, int32_t element_bytes) {
  const int32_t row = m->columns * element_bytes, column = m->depth * element_bytes;
  if (m->is_y_transposed) return y;
  for (int32_t k = 0; k < m->depth; k++) {
    copy_runs((int8_t *)scratch + k * element_bytes, column, (const int8_t *)y + k * row, element_bytes,
              m->columns, element_bytes);
  }
  return scratch;
}

/* A row of x, gathered where x is stored transposed. */
static const void *row_of_x(const matrix_pairs *m, const int8_t *x, int32_t row, void *scratch,
                            int32_t element_bytes) {
  if (!m->is_x_transposed) return x + row * m->depth * element_bytes;
  copy_runs(scratch, element_bytes, x + row * element_bytes, m->rows * element_bytes, m->depth,
            element_bytes);
  return scratch;
}

static void multiply_row_s8(const matrix_pairs *m, const int8_t *x, int32_t row, const void *y,
                            const matmul_scratch *scratch, void *output) {
  int16_t *const wide = scratch->x;
  thimble_sum_storage storage = m->storage;
  const int32_t start = m->is_x_transposed ? row : row * m->depth;
  const int32_t step = m->is_x_transposed ? m->rows : 1;
  uint32_t sum = 0;
  widen_vector(wide, x + start, step, m->depth, -m->x_zero_point);
  for (int32_t k = 0; m->y_zero_point != 0 && k < m->depth; k++) sum += (uint32_t)wide[k];
  storage.sum_offset = (int32_t)((uint32_t)m->y_zero_point * sum);
  matrix_vector_s8(y, m->columns, m->depth, wide, scratch->sums);
  store_sums_s8(&storage, scratch->sums, output, m->columns);
}

static void multiply_row_s16(const matrix_pairs *m, const int8_t *x, int32_t row, const void *y,
                             const matmul_scratch *scratch, void *output) {
  const int16_t *const vector = row_of_x(m, x, row, scratch->x, sizeof(int16_t));
  int16_t *const out = output;
  for (int32_t i = 0; i < m->columns; i++) {
    const int64_t sum = dot_s16_s64(vector, (const int16_t *)y + i * m->depth, m->depth);
    out[i] = (int16_t)thimble_clamp(thimble_requantize_64(sum, m->storage.factor), INT16_MIN, INT16_MAX);
  }
}

static void multiply_row_f32(const matrix_pairs *m, const int8_t *x, int32_t row, const void *y,
                             const matmul_scratch *scratch, void *output) {
  const float *const vector = row_of_x(m, x, row, scratch->x, sizeof(float));
  matrix_vector_f32(y, m->columns, m->depth, vector, output);
}

typedef void (*multiply_row)(const matrix_pairs *m, const int8_t *x, int32_t row, const void *y,
                             const matmul_scratch *scratch, void *output);

static void multiply_pairs(const matrix_pairs *m, const int8_t *xs, const int8_t *ys, int8_t *output, void *block,
                           int32_t element_bytes, multiply_row f) {
  const matmul_scratch scratch = scratch_of(m, block, element_bytes);
  thimble_walk at = {0};
  if (m->pairs.is_empty || m->rows == 0 || m->columns == 0) return;
  do {
    const void *y = rows_of_columns(m, ys + at.second * element_bytes, scratch.y, element_bytes);
    for (int32_t row = 0; row < m->rows; row++, output += m->columns * element_bytes) {
      f(m, xs + at.first * element_bytes, row, y, &scratch, output);
    }
  } while (thimble_walk_on(&at, &m->pairs));
}

void batch_matmul_products_s8(const matrix_pairs *m, const void *x, const void *y, void *output, void *scratch) {
  multiply_pairs(m, x, y, output, scratch, sizeof(int8_t), multiply_row_s8);
}

void batch_matmul_products_s16(const matrix_pairs *m, const void *x, const void *y, void *output,
                               void *scratch) {
  multiply_pairs(m, x, y, output, scratch, sizeof(int16_t), multiply_row_s16);
}

void batch_matmul_products_f32(const matrix_pairs *m, const void *x, const void *y, void *output,
                               void *scratch) {
  multiply_pairs(m, x, y, output, scratch, sizeof(float), multiply_row_f32);
}
