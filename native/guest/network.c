#define _GNU_SOURCE
#include "network.h"

#include <arpa/inet.h>
#include <errno.h>
#include <net/if.h>
#include <net/route.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#define CARD "eth0"

enum { STEP_MS = 5 };

static int set_ipv4(struct sockaddr *to, const char *text) {
  struct sockaddr_in address = {.sin_family = AF_INET};
  if (inet_pton(AF_INET, text, &address.sin_addr) != 1) {
    errno = EINVAL;
    return -1;
  }
  memcpy(to, &address, sizeof address);
  return 0;
}

/* The card appears when its driver has probed it, which may be after the module was loaded. */
static int wait_for_card(int wait_ms) {
  for (int waited = 0; if_nametoindex(CARD) == 0; waited += STEP_MS) {
    if (waited >= wait_ms) return -1;
    usleep(STEP_MS * 1000);
  }
  return 0;
}

static int set_address(int fd, unsigned long what, const char *text) {
  struct ifreq request = {.ifr_name = CARD};
  return set_ipv4(&request.ifr_addr, text) || ioctl(fd, what, &request) ? -1 : 0;
}

static int raise(int fd) {
  struct ifreq request = {.ifr_name = CARD};
  if (ioctl(fd, SIOCGIFFLAGS, &request)) return -1;
  request.ifr_flags |= IFF_UP | IFF_RUNNING;
  return ioctl(fd, SIOCSIFFLAGS, &request);
}

static int add_default_route(int fd, const char *gateway) {
  struct rtentry route = {.rt_flags = RTF_UP | RTF_GATEWAY};
  if (set_ipv4(&route.rt_dst, "0.0.0.0") || set_ipv4(&route.rt_genmask, "0.0.0.0")) return -1;
  if (set_ipv4(&route.rt_gateway, gateway)) return -1;
  return ioctl(fd, SIOCADDRT, &route);
}

static int set_up(int fd, const char *address, const char *netmask, const char *gateway, const char **stage) {
  *stage = "network address";
  if (set_address(fd, SIOCSIFADDR, address) || set_address(fd, SIOCSIFNETMASK, netmask)) return -1;
  *stage = "raise the network card";
  if (raise(fd)) return -1;
  *stage = "network route";
  return add_default_route(fd, gateway);
}

int network_up(const char *address, const char *netmask, const char *gateway, int wait_ms, const char **stage) {
  *stage = "network card";
  if (wait_for_card(wait_ms)) return -1;
  const int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -1;
  const int result = set_up(fd, address, netmask, gateway, stage);
  const int error = errno;
  close(fd);
  errno = error;
  return result;
}
