/* Row functions of operators of two inputs, of the expression that makes an output of a and b. */
#ifndef PORTABLE_ROWS_H
#define PORTABLE_ROWS_H

#include <thimble/kit/binary.h>

#define ROW_FUNCTION(name, element, params_type, expression)                       \
  static void name(const void *params, const thimble_binary_row *row) {            \
    const params_type *by = params;                                                \
    const element *first = row->first, *second = row->second;                      \
    element *output = row->output;                                                 \
    (void)by;                                                                      \
    for (int32_t i = 0; i < row->length; i++) {                                    \
      const element a = *first, b = *second;                                       \
      output[i] = (element)(expression);                                           \
      first += row->first_step;                                                    \
      second += row->second_step;                                                  \
    }                                                                              \
  }

#endif
