#ifndef ISOSCOPE_BOOT_H
#define ISOSCOPE_BOOT_H

/*
 * Makes the initial RAM disk a working system: kernel modules, then a RAM file system moved over "/" (the kernel
 * refuses pivot_root from the initial one), then /dev, /proc, /sys and the loopback interface. Ends the machine when
 * one of the vital steps fails.
 */
void boot(void);

#endif
