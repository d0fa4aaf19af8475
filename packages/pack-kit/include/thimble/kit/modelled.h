/*
 * Counting what stands for instructions: where no emulator has a core, a header gives its instructions their meaning in
 * plain C, and a build with THIMBLE_COUNT_MODELLED counts them.
 */
#ifndef THIMBLE_KIT_MODELLED_H
#define THIMBLE_KIT_MODELLED_H

#include <thimble/platform.h>

#ifdef THIMBLE_COUNT_MODELLED

/** Stands in a function of such a header once for each instruction that it is. */
#define THIMBLE_MODELLED() ((void)thimble_modelled_count++)

extern uint32_t thimble_modelled_count;

/** Stands in the pack's one source that makes it a pack: what reads the count, which wraps. */
#define THIMBLE_DEFINE_MODELLED_COUNT()      \
  uint32_t thimble_modelled_count;           \
  THIMBLE_EXPORT uint32_t thimble_modelled_instructions(void) { return thimble_modelled_count; }

#else
#define THIMBLE_MODELLED() ((void)0)
#define THIMBLE_DEFINE_MODELLED_COUNT()
#endif

#endif
