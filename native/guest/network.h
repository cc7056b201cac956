#ifndef ISOSCOPE_NETWORK_H
#define ISOSCOPE_NETWORK_H

/*
 * Gives the machine's one network card its address and way out (dotted IPv4), waiting for the card to appear. The
 * container sees it: there is no network namespace of its own. Returns 0, or -1 with errno and the stage that failed.
 */
int network_up(const char *address, const char *netmask, const char *gateway, int wait_ms, const char **stage);

#endif
