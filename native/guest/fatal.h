#ifndef ISOSCOPE_FATAL_H
#define ISOSCOPE_FATAL_H

/* Writes a line to the console log with the text of errno; the host shows the log's tail when a boot fails. */
void complain(const char *what);

/* Complains and ends the machine. PID 1 must never return: that would be a kernel panic. */
_Noreturn void fatal(const char *what);

#endif
