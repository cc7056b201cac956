#ifndef ISOSCOPE_REPLY_H
#define ISOSCOPE_REPLY_H

#include "buffer.h"
#include "failure.h"

/* {"id":N,"ok":true … and the end of that line; what comes between adds members. */
void reply_begin(struct buffer *out, long long id);
void reply_end(struct buffer *out);
void reply_ok(struct buffer *out, long long id);
/* {"id":N,"ok":false,"code":…,"message":…} */
void reply_error(struct buffer *out, long long id, const char *code, const char *message);
/* The same with the step that failed and errno. */
void reply_failure(struct buffer *out, long long id, const char *code, const struct failure *failure);

#endif
