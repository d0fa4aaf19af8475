#include <thimble/kit/batch_matmul.h>

#include "arm_kernels.h"
#include "shared/offset_sum.h"
#include "shared/row_series.h"
#include "shared/transpose.h"

/* Columns, and products of a sum: from what on they are worth their preparations, and what bounds scratch. */
enum { LEAST_COLUMNS = 4, LEAST_DEPTH = 8, MOST_EXTENT = 1 << 24 };

/* What is in scratch: a column's share of zero points for each, what series need, and matrices as rows. */
typedef struct arm_places {
  int32_t *biases;
  void *series;
  int8_t *y;
  int8_t *x;
} arm_places;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_matrices matrices = thimble_matrices_of(host, node);
  if (matrices.rows < ARM_LEAST_ROWS || matrices.columns < LEAST_COLUMNS || matrices.depth < LEAST_DEPTH)
    return thimble_decline(host, "matrices of few rows, less than four columns, or sums of less than eight products");
  if (matrices.columns > MOST_EXTENT || matrices.depth > MOST_EXTENT)
    return thimble_decline(host, "matrices of more than 16,777,216 columns, or products of a sum");
  return THIMBLE_OK;
}

/* Bytes that a matrix takes as rows of `length`; none where it has them. */
static uint32_t bytes_as_rows(int32_t rows, int32_t length, int32_t step) {
  return step == 1 ? 0 : (uint32_t)rows * (uint32_t)length;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_status status = thimble_prepare_batch_matmul(host, node);
  const thimble_batch_matmul *by = node->data;
  if (status != THIMBLE_OK || by->matrices.pairs.is_empty) return status;
  const thimble_matrices *all = &by->matrices;
  const uint32_t bytes = (uint32_t)all->columns * (uint32_t)sizeof(int32_t) +
                         arm_series_bytes(all->depth, all->columns) +
                         bytes_as_rows(all->columns, all->depth, all->y_down) +
                         bytes_as_rows(all->rows, all->depth, all->x_across);
  return host->request_scratch(host, node, bytes);
}

static arm_places places_of(const thimble_matrices *all, void *scratch) {
  int32_t *const biases = scratch, *const series = biases + all->columns;
  int8_t *const y = (int8_t *)series + arm_series_bytes(all->depth, all->columns);
  return (arm_places){biases, series, y, y + bytes_as_rows(all->columns, all->depth, all->y_down)};
}

/* A matrix as rows of `length`, whose elements are `step` apart. */
static const int8_t *as_rows(int8_t *to, const int8_t *from, int32_t rows, int32_t length, int32_t step) {
  if (step == 1) return from;
  arm_transpose(to, from, length, rows);
  return to;
}

/* A column's sum of (x + x_offset) * (y + y_offset) is that of x * y, its bias, and the row's sum of x * y_offset. */
static void fill_biases(const thimble_batch_matmul *by, const int8_t *columns, int32_t *biases) {
  const int32_t depth = by->matrices.depth;
  const uint32_t both = (uint32_t)depth * (uint32_t)by->x_offset * (uint32_t)by->y_offset;
  for (int32_t i = 0; i < by->matrices.columns; i++, columns += depth) {
    biases[i] = (int32_t)(arm_offset_sum(by->x_offset, columns, depth) + both);
  }
}

/* The outputs of a row of x; apart from the loops around it, whose registers its own loop needs. */
static __attribute__((noinline)) void multiply_row(const arm_series *series, const thimble_matrices *all,
                                                   const arm_places *at, const int8_t *row, const int8_t *weights,
                                                   uint32_t more, int8_t *output) {
  arm_multiply_series(series, at->biases, more, all->columns, row, weights, all->depth, output, 1, at->series);
}

/* One pair of matrices. */
static void multiply_matrices(const thimble_batch_matmul *by, const arm_series *series, const arm_places *at,
                              const int8_t *x, const int8_t *y, int8_t *output) {
  const thimble_matrices *all = &by->matrices;
  const int32_t depth = all->depth, columns = all->columns;
  const int8_t *weights = as_rows(at->y, y, columns, depth, all->y_down);
  const int8_t *row = as_rows(at->x, x, all->rows, depth, all->x_across);
  fill_biases(by, weights, at->biases);
  for (int32_t i = 0; i < all->rows; i++, row += depth, output += columns) {
    multiply_row(series, all, at, row, weights, arm_offset_sum(by->y_offset, row, depth), output);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_batch_matmul *by = node->data;
  const thimble_matrices *all = &by->matrices;
  const int8_t *x = thimble_input(node, 0)->data, *y = thimble_input(node, 1)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const arm_series series = {.scaling = arm_scaling_of(by->factor, (int64_t)all->depth * 255 * 255),
                             .before = by->output.zero_point};
  const arm_places places = places_of(all, node->scratch);
  thimble_walk at = {0};
  if (all->pairs.is_empty) return THIMBLE_OK;
  do {
    multiply_matrices(by, &series, &places, x + at.first, y + at.second, output);
    output += all->rows * all->columns;
  } while (thimble_walk_on(&at, &all->pairs));
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_batch_matmul_s8, "BATCH_MATMUL", "int8, int8 -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);
