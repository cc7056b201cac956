#ifndef ISOSCOPE_UTF8_H
#define ISOSCOPE_UTF8_H

#include <stddef.h>

/* Length in bytes of the well-formed UTF-8 sequence at the start of `text`, 0 when there is none. */
size_t utf8_sequence(const char *text, size_t length);

#endif
