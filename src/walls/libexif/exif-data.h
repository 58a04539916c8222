/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before the system's header of this name: only src/photo gets through to it. */
#ifndef YS_PHOTO
#error "libexif/exif-data.h is included in src/photo alone"
#endif
#include_next <libexif/exif-data.h>
