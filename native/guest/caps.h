#ifndef ISOSCOPE_CAPS_H
#define ISOSCOPE_CAPS_H

/* Limits this process and its children to the capabilities an ordinary container has. Returns 0 or -1 with errno. */
int caps_limit(void);

#endif
