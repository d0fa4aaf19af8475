/* Keeps loads where they are written. */
#ifndef ESP32_KEEP_ORDER_H
#define ESP32_KEEP_ORDER_H

/** Loads behind it stay behind it: compilers move those of a whole loop to its start, and run out of registers. */
#define KEEP_ORDER() __asm__ volatile("" ::: "memory")

#endif
