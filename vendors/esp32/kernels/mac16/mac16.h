/*
 * The option MAC16 of Xtensa cores, as the ESP32's LX6 has it: products of signed halves of words are added to one
 * accumulator. On Xtensa, where only a build with ESP32_LX6 includes this, the functions are the instructions themselves;
 * elsewhere plain C of the same meaning. A word's low half is its first one in memory.
 */
#ifndef ESP32_MAC16_H
#define ESP32_MAC16_H

#include <stdint.h>

/** Which half of each operand is multiplied: of the first one, then of the second. */
enum mac16_halves { MAC16_LL = 0, MAC16_HL = 1, MAC16_LH = 2, MAC16_HH = 3 };

#if defined(__xtensa__)
#include "mac16_instructions.h"
#else
#include "mac16_meaning.h"
#endif

#endif
