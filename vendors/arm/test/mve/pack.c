/* The instructions of mve.h, of four words or sixteen bytes of both inputs. */
#include "instructions.h"
#include "shared/mve.h"

/* Four words of each input, and where the result goes. */
typedef struct operands {
  const int32_t *a;
  const int32_t *b;
  int32_t *result;
} operands;

static const int8_t *bytes(const int32_t *words) { return (const int8_t *)words; }

static void store_bytes(const operands *of, int8x16_t x) { vstrbq_p_s8((int8_t *)of->result, x, vctp8q(16)); }
static void store_scalar(const operands *of, int32_t x) { vstrwq_s32(of->result, vdupq_n_s32(x)); }

/* Bytes that only some lanes are stored over. */
static int8_t *fill(const operands *of) {
  store_scalar(of, 0x5a5a5a5a);
  return (int8_t *)of->result;
}

/* Whether a part of a vector takes part depends on an operand. */
static mve_pred16_t some_bytes(const operands *of) { return vctp8q((uint32_t)of->b[1] & 31); }
static mve_pred16_t some_halves(const operands *of) { return vctp16q((uint32_t)of->b[1] & 15); }
static mve_pred16_t some_words(const operands *of) { return vctp32q((uint32_t)of->b[1] & 7); }

/* Vectors of halves. */
static int16x8_t halves(const int32_t *words) { return vldrhq_z_s16((const int16_t *)(const void *)words, vctp16q(8)); }

static void store_halves(const operands *of, int16x8_t x) { __builtin_memcpy(of->result, &x, sizeof x); }

static uint32x4_t offsets_of(const operands *of, uint32_t mask) {
  const uint32_t b = (uint32_t)of->b[0];
  return (uint32x4_t){b & mask, b >> 8 & mask, b >> 16 & mask, b >> 24 & mask};
}

static void store_sums_of_four(const operands *of) {
  const int32x4x4_t x = vld4q_s32(of->a);
  vstrwq_s32(of->result, vaddq_s32(vaddq_s32(x.val[0], vshlq_n_s32(x.val[1], 1)),
                                   vaddq_s32(vshlq_n_s32(x.val[2], 2), vshlq_n_s32(x.val[3], 3))));
}

static void store_four(const operands *of) {
  const int8x16_t a = vldrbq_s8(bytes(of->a)), b = vldrbq_s8(bytes(of->b));
  const int8x16x4_t columns = {{a, b, vdupq_n_s8((int8_t)of->a[0]), a}};
  int32_t stored[16];
  vst4q_s8((int8_t *)stored, columns);
  const int32x4_t first = vldrwq_z_s32(stored, vctp32q(4)), second = vldrwq_z_s32(stored + 4, vctp32q(4));
  const int32x4_t third = vldrwq_z_s32(stored + 8, vctp32q(4)), last = vldrwq_z_s32(stored + 12, vctp32q(4));
  vstrwq_s32(of->result, vaddq_s32(vaddq_s32(first, vshlq_n_s32(second, 1)),
                                   vaddq_s32(vshlq_n_s32(third, 2), vshlq_n_s32(last, 3))));
}

static void store_pairs(const operands *of) {
  const int8x16x2_t columns = {{vldrbq_s8(bytes(of->a)), vldrbq_s8(bytes(of->b))}};
  int32_t stored[8];
  vst2q_s8((int8_t *)stored, columns);
  const int32x4_t first = vldrwq_z_s32(stored, vctp32q(4)), second = vldrwq_z_s32(stored + 4, vctp32q(4));
  vstrwq_s32(of->result, vaddq_s32(first, vshlq_n_s32(second, 1)));
}

static void store_result(int32_t instruction, const operands *of) {
  const int8x16_t first = vldrbq_s8(bytes(of->a)), second = vldrbq_s8(bytes(of->b));
  const int32x4_t a = vldrwq_z_s32(of->a, vctp32q(4)), b = vldrwq_z_s32(of->b, vctp32q(4));
  int32_t *const to = of->result;
  switch (instruction) {
    case 0: return store_scalar(of, vmladavaq_p_s8(of->a[0], first, second, some_bytes(of)));
    case 1: return store_scalar(of, vmladavq_s8(first, second));
    case 2: return vstrwq_s32(to, vaddq_s32(a, b));
    case 3: return vstrwq_s32(to, vaddq_n_s32(a, of->b[0]));
    case 4: return vstrwq_s32(to, vandq_s32(a, b));
    case 5: return vstrwq_s32(to, vqrdmulhq_s32(a, b));
    case 6: return vstrwq_s32(to, vqrdmulhq_n_s32(a, of->b[0]));
    case 7: return vstrwq_s32(to, vrshlq_s32(a, b));
    case 8: return vstrwq_s32(to, vrshlq_n_s32(a, of->b[0]));
    case 9: return vstrwq_s32(to, vshlq_s32(a, b));
    case 10: return vstrwq_s32(to, vshlq_r_s32(a, of->b[0]));
    case 11: return vstrwq_s32(to, vshlq_n_s32(a, 20));
    case 12: return vstrwq_s32(to, vshrq_n_s32(a, 31));
    case 13: return vstrwq_s32(to, vmaxq_s32(a, b));
    case 14: return vstrwq_s32(to, vminq_s32(a, b));
    case 15: return store_bytes(of, vdupq_n_s8((int8_t)of->a[0]));
    case 16: return store_scalar(of, of->a[0]);
    case 17: return store_scalar(of, some_bytes(of));
    case 18: return store_scalar(of, some_words(of));
    case 19: return store_bytes(of, vldrbq_s8(bytes(of->a)));
    case 20: return store_bytes(of, vldrbq_z_s8(bytes(of->a), some_bytes(of)));
    case 21: return vstrwq_s32(to, vldrbq_z_s32(bytes(of->a) + (of->b[0] & 7), some_words(of)));
    case 22: return vstrwq_s32(to, vldrwq_z_s32(of->a, some_words(of)));
    case 23: return vstrwq_s32(to, vldrwq_gather_offset_s32(of->a, offsets_of(of, 12)));
    case 24: return store_sums_of_four(of);
    case 25: return store_four(of);
    case 26: return vstrbq_p_s8(fill(of), first, some_bytes(of));
    case 27: return vstrbq_p_s32(fill(of), a, some_words(of));
    case 28: return vstrwq_s32(to, vmulq_s32(a, b));
    case 29: return store_bytes(of, vmaxq_s8(first, second));
    case 30: return store_bytes(of, vminq_s8(first, second));
    case 31: return store_bytes(of, vshlq_n_s8(first, 4));
    case 32: return store_bytes(of, vshrq_n_s8(first, 4));
    case 33: return store_pairs(of);
    case 34: return vstrwq_s32(to, vmulhq_s32(a, b));
    case 35: return vstrwq_s32(to, vreinterpretq_s32_u32(vrshlq_u32(vreinterpretq_u32_s32(a), b)));
    case 36: return vstrwq_s32(to, vreinterpretq_s32_u32(vrshlq_n_u32(vreinterpretq_u32_s32(a), of->b[0])));
    case 37: return store_scalar(of, some_halves(of));
    case 38: return store_halves(of, vldrhq_z_s16((const int16_t *)(const void *)of->a, some_halves(of)));
    case 39: return store_halves(of, vldrbq_z_s16(bytes(of->a) + (of->b[0] & 7), some_halves(of)));
    case 40: return store_scalar(of, vmladavaq_p_s16(of->b[0], halves(of->a), halves(of->b), some_halves(of)));
    case 41: return vstrbq_scatter_offset_p_s32(fill(of), offsets_of(of, 15), a, some_words(of));
    case 42: return store_scalar(of, vmaxvq_p_s8((int8_t)of->b[0], first, some_bytes(of)));
    case 43: return vstrwq_s32(to, vsubq_s32(a, b));
    case 44: return vstrwq_s32(to, vldrwq_gather_shifted_offset_z_s32(of->a, offsets_of(of, 3), some_words(of)));
    case 45: return vstrhq_p_s32((int16_t *)(void *)fill(of), a, some_words(of));
    case 46: return vstrwq_s32(to, vldrbq_gather_offset_z_s32(bytes(of->a), offsets_of(of, 15), some_words(of)));
    case 47: return vstrwq_s32(to, vldrhq_gather_offset_z_s32((const int16_t *)(const void *)of->a,
                                                              offsets_of(of, 14), some_words(of)));
    case 48: return vstrwq_s32(to, vldrhq_z_s32((const int16_t *)(const void *)of->a, some_words(of)));
    default: return vstrhq_scatter_offset_p_s32((int16_t *)(void *)fill(of), offsets_of(of, 14), a, some_words(of));
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_tensor *rows = thimble_input(node, 0);
  const int32_t *first = rows->data, *second = thimble_input(node, 1)->data;
  int32_t *output = thimble_output(node, 0)->data;
  const int32_t columns = rows->dims[1];
  for (int32_t row = 0; row < rows->dims[0]; row++) {
    /* What reads sixteen words ends before the others. */
    for (int32_t i = 0; i + 16 <= columns; i += 4) {
      const operands of = {first + row * columns + i, second + i, output + row * columns + i};
      store_result(row, &of);
    }
    for (int32_t i = columns - 12; i < columns; i++) output[row * columns + i] = 0;
  }
  return THIMBLE_OK;
}

INSTRUCTIONS_PACK(invoke);
