#include "interleave.h"

#include "strided_copy.h"

void put_part(const thimble_parts *layout, int32_t i, int32_t offset, int8_t *whole, const int8_t *part) {
  const int32_t run = layout->run_bytes[i];
  copy_runs(whole + offset, layout->row_bytes, part, run, layout->positions, run);
}

void take_part(const thimble_parts *layout, int32_t i, int32_t offset, const int8_t *whole, int8_t *part) {
  const int32_t run = layout->run_bytes[i];
  copy_runs(part, run, whole + offset, layout->row_bytes, layout->positions, run);
}
