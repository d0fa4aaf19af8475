/*
 * Which instructions the loops count on: those of a tier have the same names. ESP32_S3 is for builds whose loops are in
 * the vector instructions of the ESP32-S3, ESP32_LX6 for those with the ESP32's option MAC16.
 */
#ifndef ESP32_TIER_H
#define ESP32_TIER_H

#if defined(ESP32_S3)
#define ESP32_HAS_PIE 1
#else
#define ESP32_HAS_PIE 0
#endif

#if defined(ESP32_LX6)
#define ESP32_HAS_MAC16 1
#else
#define ESP32_HAS_MAC16 0
#endif

#endif
