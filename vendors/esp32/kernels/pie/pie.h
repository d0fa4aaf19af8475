/*
 * The vector instructions of the ESP32-S3 that the kernels use, as plain C with their exact meaning: no open compiler or
 * emulator that is packaged speaks them. Names are the instructions': pie_vmulas_s8_accx for EE.VMULAS.S8.ACCX. The
 * meanings are those of "Operation" in Espressif's "ESP32-S3 Technical Reference Manual", version 1.7, chapter 1
 * "Processor Instruction Extensions (PIE)", section 1.8.
 *
 * A load or store of 16 bytes takes no notice of the address's low 4 bits. Lane 0 is the one at the lowest address.
 */
#ifndef ESP32_PIE_H
#define ESP32_PIE_H

#include <stdint.h>
#include <thimble/kit/modelled.h>

enum { PIE_LANES = 16 };

/** A register Q of 128 bits, as 16 numbers of 8 bits. */
typedef struct pie_q {
  int8_t lane[PIE_LANES];
} pie_q;

/** QACC: 16 sums of 20 bits, those of lanes 0 to 7 in QACC_L, of the others in QACC_H. */
typedef struct pie_qacc {
  int32_t lane[PIE_LANES];
} pie_qacc;

/** ACCX: one sum of 40 bits. */
typedef int64_t pie_accx;

static inline int64_t pie_saturate(int64_t x, int32_t bits) {
  const int64_t most = (INT64_C(1) << (bits - 1)) - 1;
  return x > most ? most : x < -most - 1 ? -most - 1 : x;
}

static inline pie_q pie_load(const int8_t *from) {
  pie_q q;
  __builtin_memcpy(&q, (const void *)((uintptr_t)from & ~(uintptr_t)15), sizeof q);
  return q;
}

/** EE.VLD.128.IP and .XP: 16 bytes; then the address goes on by `step`. */
static inline pie_q pie_vld_128(const int8_t **as, int32_t step) {
  THIMBLE_MODELLED();
  const pie_q q = pie_load(*as);
  *as += step;
  return q;
}

/** EE.VST.128.IP and .XP. */
static inline void pie_vst_128(pie_q q, int8_t **as, int32_t step) {
  THIMBLE_MODELLED();
  __builtin_memcpy((void *)((uintptr_t)*as & ~(uintptr_t)15), &q, sizeof q);
  *as += step;
}

/** EE.VLDBC.8: one byte in all lanes. */
static inline pie_q pie_vldbc_8(const int8_t *from) {
  THIMBLE_MODELLED();
  pie_q q;
  for (int32_t i = 0; i < PIE_LANES; i++) q.lane[i] = *from;
  return q;
}

/** EE.VMAX.S8. */
static inline pie_q pie_vmax_s8(pie_q x, pie_q y) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < PIE_LANES; i++) x.lane[i] = x.lane[i] > y.lane[i] ? x.lane[i] : y.lane[i];
  return x;
}

/** EE.VMIN.S8. */
static inline pie_q pie_vmin_s8(pie_q x, pie_q y) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < PIE_LANES; i++) x.lane[i] = x.lane[i] < y.lane[i] ? x.lane[i] : y.lane[i];
  return x;
}

/** EE.ZERO.ACCX. */
static inline pie_accx pie_zero_accx(void) {
  THIMBLE_MODELLED();
  return 0;
}

/** EE.VMULAS.S8.ACCX: the 16 products are added to ACCX; the sum is saturated to 40 bits. */
static inline pie_accx pie_vmulas_s8_accx(pie_accx accx, pie_q x, pie_q y) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < PIE_LANES; i++) accx += x.lane[i] * y.lane[i];
  return pie_saturate(accx, 40);
}

/** EE.VMULAS.S8.ACCX.LD.IP: the same, of what x and y were before 16 bytes are loaded into u, which may be one of them. */
static inline pie_accx pie_vmulas_s8_accx_ld(pie_accx accx, pie_q *u, const int8_t **as, int32_t step, pie_q x,
                                             pie_q y) {
  *u = pie_load(*as);
  *as += step;
  return pie_vmulas_s8_accx(accx, x, y);
}

/** RUR.ACCX_0: the lower 32 bits of ACCX. */
static inline int32_t pie_rur_accx_0(pie_accx accx) {
  THIMBLE_MODELLED();
  return (int32_t)accx;
}

/** EE.ZERO.QACC. */
static inline pie_qacc pie_zero_qacc(void) {
  THIMBLE_MODELLED();
  return (pie_qacc){{0}};
}

/** EE.VMULAS.S8.QACC: each lane's product is added to its own sum, which is saturated to 20 bits. */
static inline pie_qacc pie_vmulas_s8_qacc(pie_qacc qacc, pie_q x, pie_q y) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < PIE_LANES; i++)
    qacc.lane[i] = (int32_t)pie_saturate(qacc.lane[i] + x.lane[i] * y.lane[i], 20);
  return qacc;
}

/** EE.VMULAS.S8.QACC.LD.IP and .XP: the same, with a load as pie_vmulas_s8_accx_ld. */
static inline pie_qacc pie_vmulas_s8_qacc_ld(pie_qacc qacc, pie_q *u, const int8_t **as, int32_t step, pie_q x,
                                             pie_q y) {
  *u = pie_load(*as);
  *as += step;
  return pie_vmulas_s8_qacc(qacc, x, y);
}

/** RUR.QACC_L_0 to _4 (`lanes` at lane 0) and RUR.QACC_H_0 to _4 (at lane 8): 32 of 8 sums' 160 bits. */
static inline int32_t pie_rur_qacc(const int32_t *lanes, int32_t word) {
  THIMBLE_MODELLED();
  const int32_t first = word * 32 / 20;
  uint64_t bits = 0;
  for (int32_t i = first; i < first + 3 && i < 8; i++)
    bits |= (uint64_t)((uint32_t)lanes[i] & 0xfffff) << (20 * (i - first));
  return (int32_t)(bits >> (word * 32 - 20 * first));
}

#endif
