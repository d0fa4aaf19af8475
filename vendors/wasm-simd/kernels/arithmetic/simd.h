#ifndef WASM_SIMD_SIMD_H
#define WASM_SIMD_SIMD_H

/* The engine's vectors, or the same in plain WebAssembly where a build may not use them. */
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#else
#include "plain_simd.h"
#endif

#endif
