#ifndef THIMBLE_ARITHMETIC_INLINED_H
#define THIMBLE_ARITHMETIC_INLINED_H

/* For templates: functions that take constants and other functions as arguments, and vanish in their callers. */
#define INLINED static inline __attribute__((always_inline))

#endif
