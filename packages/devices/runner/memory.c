/* What compilers call without being asked: memory functions of a freestanding program, a word at a time where they can. */
#include <stddef.h>
#include <stdint.h>

/* These loops are the functions that compilers would make of them. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("no-tree-loop-distribute-patterns")
#endif

typedef uint32_t __attribute__((may_alias)) word;

static int are_aligned(const void *a, const void *b) { return (((uintptr_t)a | (uintptr_t)b) & 3) == 0; }

/* From front to back: what lies behind may be overwritten by what lies before. */
static void *copy_forward(void *to, const void *from, size_t length) {
  uint8_t *out = to;
  const uint8_t *in = from;
  if (are_aligned(out, in))
    for (; length >= 4; length -= 4, out += 4, in += 4) *(word *)out = *(const word *)in;
  while (length--) *out++ = *in++;
  return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t length) { return copy_forward(to, from, length); }

void *memmove(void *to, const void *from, size_t length) {
  uint8_t *out = to;
  const uint8_t *in = from;
  if (out <= in || out >= in + length) return copy_forward(to, from, length);
  while (length--) out[length] = in[length];
  return to;
}

void *memset(void *to, int value, size_t length) {
  uint8_t *out = to;
  const word pattern = (uint8_t)value * 0x01010101u;
  while (length > 0 && !are_aligned(out, out)) *out++ = (uint8_t)value, length--;
  for (; length >= 4; length -= 4, out += 4) *(word *)out = pattern;
  while (length--) *out++ = (uint8_t)value;
  return to;
}

int memcmp(const void *a, const void *b, size_t length) {
  const uint8_t *left = a, *right = b;
  for (; length--; left++, right++)
    if (*left != *right) return *left - *right;
  return 0;
}
