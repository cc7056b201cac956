#ifndef ISOSCOPE_INFO_H
#define ISOSCOPE_INFO_H

#include "buffer.h"

/* Adds what identifies this kernel and this boot, its clocks, and memory in kB. */
void info_members(struct buffer *out);

#endif
