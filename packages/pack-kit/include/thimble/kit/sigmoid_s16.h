/* The logistic function and tanh of int16, interpolated in a table as TFLite does. */
#ifndef THIMBLE_KIT_SIGMOID_S16_H
#define THIMBLE_KIT_SIGMOID_S16_H

#include <stdint.h>

enum { THIMBLE_SIGMOID_TABLE_LENGTH = 256, THIMBLE_SIGMOID_TABLE_END = THIMBLE_SIGMOID_TABLE_LENGTH - 1 };

/*
 * The logistic function at 0, 1/24, ... 255/24, Q0.16, each entry raised by half the error that interpolation would
 * have in the middle of the interval behind it.
 */
static const uint16_t thimble_sigmoid_table[THIMBLE_SIGMOID_TABLE_LENGTH] = {
    32768, 33451, 34133, 34813, 35493, 36169, 36843, 37513, 38180, 38841, 39498, 40149, 40794, 41432, 42064, 42688,
    43304, 43912, 44511, 45102, 45683, 46255, 46817, 47369, 47911, 48443, 48964, 49475, 49975, 50464, 50942, 51409,
    51865, 52311, 52745, 53169, 53581, 53983, 54374, 54755, 55125, 55485, 55834, 56174, 56503, 56823, 57133, 57433,
    57724, 58007, 58280, 58544, 58800, 59048, 59288, 59519, 59743, 59959, 60168, 60370, 60565, 60753, 60935, 61110,
    61279, 61441, 61599, 61750, 61896, 62036, 62172, 62302, 62428, 62549, 62666, 62778, 62886, 62990, 63090, 63186,
    63279, 63368, 63454, 63536, 63615, 63691, 63765, 63835, 63903, 63968, 64030, 64090, 64148, 64204, 64257, 64308,
    64357, 64405, 64450, 64494, 64536, 64576, 64614, 64652, 64687, 64721, 64754, 64786, 64816, 64845, 64873, 64900,
    64926, 64950, 64974, 64997, 65019, 65039, 65060, 65079, 65097, 65115, 65132, 65149, 65164, 65179, 65194, 65208,
    65221, 65234, 65246, 65258, 65269, 65280, 65291, 65301, 65310, 65319, 65328, 65337, 65345, 65352, 65360, 65367,
    65374, 65381, 65387, 65393, 65399, 65404, 65410, 65415, 65420, 65425, 65429, 65433, 65438, 65442, 65445, 65449,
    65453, 65456, 65459, 65462, 65465, 65468, 65471, 65474, 65476, 65479, 65481, 65483, 65485, 65488, 65489, 65491,
    65493, 65495, 65497, 65498, 65500, 65501, 65503, 65504, 65505, 65507, 65508, 65509, 65510, 65511, 65512, 65513,
    65514, 65515, 65516, 65517, 65517, 65518, 65519, 65520, 65520, 65521, 65522, 65522, 65523, 65523, 65524, 65524,
    65525, 65525, 65526, 65526, 65526, 65527, 65527, 65528, 65528, 65528, 65529, 65529, 65529, 65529, 65530, 65530,
    65530, 65530, 65531, 65531, 65531, 65531, 65531, 65532, 65532, 65532, 65532, 65532, 65532, 65533, 65533, 65533,
    65533, 65533, 65533, 65533, 65533, 65534, 65534, 65534, 65534, 65534, 65534, 65534, 65534, 65534, 65534, 65535,
};

/** What brings a stored number to the table's argument: stored * multiplier / 2^shift, half up; 2^12 * 3 is 1. */
typedef struct thimble_sigmoid_argument {
  int32_t multiplier;
  int32_t shift;
} thimble_sigmoid_argument;

static inline int32_t thimble_table_argument(int32_t stored, thimble_sigmoid_argument by) {
  const uint32_t half = by.shift > 0 ? UINT32_C(1) << (by.shift - 1) : 0;
  return (int32_t)((uint32_t)stored * (uint32_t)by.multiplier + half) >> by.shift;
}

/** The logistic function in units of 2^-15: interpolated at steps of 2^9, mirrored for negatives. */
static inline int32_t thimble_sigmoid_at(int32_t argument) {
  const uint32_t magnitude = argument < 0 ? 0u - (uint32_t)argument : (uint32_t)argument;
  const uint32_t index = magnitude >> 9;
  int32_t result = 0x7fff << 10;
  if (index < THIMBLE_SIGMOID_TABLE_END) {
    const int32_t start = thimble_sigmoid_table[index];
    result = (start << 9) + (int32_t)(magnitude & 0x1ff) * (thimble_sigmoid_table[index + 1] - start);
  }
  return (argument >= 0 ? result + (1 << 9) : (1 << 25) - result + (1 << 9) - 1) >> 10;
}

/** tanh x = 2 logistic(2x) - 1 in units of 2^-15: interpolated at steps of 2^8, mirrored for negatives. */
static inline int32_t thimble_tanh_at(int32_t argument) {
  const uint32_t magnitude = argument < 0 ? 0u - (uint32_t)argument : (uint32_t)argument;
  const uint32_t index = magnitude >> 8;
  int32_t sigmoid = 0xffff << 8;
  if (index < THIMBLE_SIGMOID_TABLE_END) {
    const int32_t start = thimble_sigmoid_table[index];
    sigmoid = (start << 8) + (int32_t)(magnitude & 0xff) * (thimble_sigmoid_table[index + 1] - start);
  }
  const int32_t centered = sigmoid - (1 << 23);
  return (argument >= 0 ? centered + (1 << 7) : -centered + (1 << 7) - 1) >> 8;
}

#endif
