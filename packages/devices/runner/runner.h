/* What the parts of the runner have of each other. */
#ifndef THIMBLE_RUNNER_H
#define THIMBLE_RUNNER_H

#include <stdint.h>
#include <thimble/thimble.h>

/** Opens the two ends of the channel: the files `requests` and `replies` of the emulator's folder. */
void channel_open(void);

/** Reads just so many bytes; where the channel has ended, ends the program. */
void channel_read(void *bytes, uint32_t length);

/** Writes all of the bytes. */
void channel_write(const void *bytes, uint32_t length);

/** Ends the emulator. */
_Noreturn void machine_exit(void);

/** Calls a kernel's function; instructions are counted from `begin_count` to `end_count`, which lie around the call. */
thimble_status counted_call(const thimble_host *host, thimble_node *node,
                            thimble_status (*function)(const thimble_host *host, thimble_node *node));

/** Serves requests until the channel ends. */
_Noreturn void serve(void);

/** Tells what instruction trapped and why (a number of the architecture), and ends the emulator. */
_Noreturn void report_trap(uint32_t address, uint32_t cause);

/** Memory for images. */
extern uint8_t image_start[];

#endif
