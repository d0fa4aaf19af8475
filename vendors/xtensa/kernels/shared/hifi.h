/*
 * The HiFi 5 instructions that the kernels use, as plain C with their exact meaning: no open compiler speaks them. Each
 * is named after Cadence's intrinsic, hifi_add16 for AE_ADD16. Numbers wrap. Lane 0 is the one at the lowest address.
 *
 * Meanings are those that Cadence's own sources for the core count on, "nnlib-hifi5" (github.com/foss-xtensa/nnlib-hifi5,
 * xa_nnlib/algo: common/include/xa_nnlib_common_macros_hifi5.h, xa_nnlib_hifi_isa_compat.h, xa_nnlib_quant_macros_hifi5.h,
 * the folders hifi5 of kernels/activations, kernels/basic and kernels/pool), and of the core's own instructions those of
 * the "Xtensa Instruction Set Architecture Reference Manual".
 */
#ifndef XTENSA_HIFI_H
#define XTENSA_HIFI_H

#include "hifi_bytes.h"
#include "hifi_halves.h"
#include "hifi_words.h"

#endif
