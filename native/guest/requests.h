#ifndef ISOSCOPE_REQUESTS_H
#define ISOSCOPE_REQUESTS_H

#include "guest.h"

/* Does what one line from the host asks and queues the answer. Bytes before the first "{" are skipped. */
void request_handle(struct guest *guest, char *line, size_t length);

#endif
