/* The tier's way to compute up to four channels of a depthwise layer at a window of any taps. */
#ifndef ARM_WINDOW_CHANNELS_H
#define ARM_WINDOW_CHANNELS_H

#include "channels.h"
#include "window.h"

#if ARM_HAS_MVE
#include "../mve/window_channels.h"
#else
#include "scalar_window_channels.h"
#endif

#endif
