#ifndef ISOSCOPE_MODULES_H
#define ISOSCOPE_MODULES_H

/* Loads the modules named in `directory`/order, one file name a line, in that order. Failures go to the console. */
void modules_load(const char *directory);

#endif
