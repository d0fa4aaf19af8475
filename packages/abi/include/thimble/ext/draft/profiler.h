/* Draft extension: a kernel reports its own phases to the host's profiler. May change in any release. */
#ifndef THIMBLE_EXT_DRAFT_PROFILER_H
#define THIMBLE_EXT_DRAFT_PROFILER_H

#include <thimble/host.h>

#define THIMBLE_EXT_DRAFT_PROFILER "thimble.profiler/draft-1"

/** NULL from the host's `extension` when nobody profiles: ask once in invoke and skip the calls then. */
typedef struct thimble_profiler {
  uint32_t struct_size;
  /** [invoke] Begins a phase of the node that runs: a constant string of at most 63 characters. */
  void (*begin)(const thimble_host *host, const char *phase);
  /** [invoke] Ends the phase that began last. */
  void (*end)(const thimble_host *host);
} thimble_profiler;

THIMBLE_FREEZE(thimble_profiler, 12, end, 8);

#endif
