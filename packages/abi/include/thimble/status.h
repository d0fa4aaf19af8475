/* What a function of a kernel reports. */
#ifndef THIMBLE_STATUS_H
#define THIMBLE_STATUS_H

#include <stdint.h>

typedef int32_t thimble_status;

enum thimble_status_values {
  /** Done. */
  THIMBLE_OK = 0,
  /**
   * [invoke] There is no output yet (a kernel that gathers several invokes into one output): the rest of the graph is
   * not run.
   */
  THIMBLE_ABORTED = 1,
  /** [supports] The kernel does not take this node; the next kernel is asked. */
  THIMBLE_DECLINED = 2,
  /** [prepare] The kernel cannot run the node. Say why through the host's report. */
  THIMBLE_ERROR = 3,
  /** [prepare] The host had no memory to give. */
  THIMBLE_OUT_OF_MEMORY = 4,
};

#endif
