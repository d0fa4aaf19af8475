/* Copies of bytes: RESHAPE and its kin, and runs of a few bytes without a call. */
#ifndef THIMBLE_KIT_COPY_H
#define THIMBLE_KIT_COPY_H

#include "glue.h"

/** Copies bytes between places that do not overlap; a few are copied without a call. */
static inline void thimble_copy_bytes(void *to, const void *from, int32_t count) {
  if (count >= 16) {
    __builtin_memcpy(to, from, (uint32_t)count);
    return;
  }
  int8_t *out = to;
  for (const int8_t *in = from, *end = in + count; in < end;) *out++ = *in++;
}

/** Fills `count` elements with copies of one. */
static inline void thimble_fill_elements(void *to, const void *element, int32_t element_bytes, int32_t count) {
  int8_t *out = to;
  if (element_bytes == 1) {
    __builtin_memset(to, *(const int8_t *)element, (uint32_t)count);
    return;
  }
  for (int32_t i = 0; i < count; i++, out += element_bytes) thimble_copy_bytes(out, element, element_bytes);
}

/** [prepare, once] A record of the output's bytes. */
static inline thimble_status thimble_copy_prepare(const thimble_host *host, thimble_node *node) {
  const int32_t bytes = (int32_t)thimble_output_info(host, node, 0)->byte_length;
  return thimble_keep_record(host, node, &bytes, sizeof bytes);
}

/** [invoke] Copies input 0 to output 0, unless they lie in the same place. */
static inline thimble_status thimble_copy_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int32_t *bytes = node->data;
  const void *from = thimble_input(node, 0)->data;
  void *to = thimble_output(node, 0)->data;
  if (to != from) thimble_copy_bytes(to, from, *bytes);
  return THIMBLE_OK;
}

/** A kernel that gives a tensor another shape. */
#define THIMBLE_COPY_KERNEL(kernel_name, operator, type_list)                               \
  THIMBLE_KERNEL(kernel_name, operator, type_list, THIMBLE_EXACT_AS_STORED, .in_place = 1, \
                 .prepare = thimble_copy_prepare, .invoke = thimble_copy_invoke)

#endif
