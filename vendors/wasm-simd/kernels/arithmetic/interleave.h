#ifndef THIMBLE_ARITHMETIC_INTERLEAVE_H
#define THIMBLE_ARITHMETIC_INTERLEAVE_H

#include <stdint.h>

/*
 * How parts make up a whole along one dimension: at each of `positions` in front of it, the whole holds a run of each
 * part, one behind the other.
 */
typedef struct {
  int32_t positions;
  /* Bytes of one position of the whole. */
  int32_t row_bytes;
  int32_t part_count;
  /* Bytes of one position of each part. */
  int32_t run_bytes[];
} interleaving;

/* Copies part `i` to, or from, the whole whose place for the part begins at `offset` of each position. */
void put_part(const interleaving *layout, int32_t i, int32_t offset, int8_t *whole, const int8_t *part);
void take_part(const interleaving *layout, int32_t i, int32_t offset, const int8_t *whole, int8_t *part);

#endif
