#include "caps.h"

#include <errno.h>
#include <linux/capability.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/prctl.h>

/* Docker's default set, so that a command may do the same under both isolations. */
static const int kept[] = {CAP_CHOWN,  CAP_DAC_OVERRIDE, CAP_FSETID,  CAP_FOWNER,           CAP_MKNOD,
                           CAP_NET_RAW, CAP_SETGID,      CAP_SETUID,  CAP_SETFCAP,          CAP_SETPCAP,
                           CAP_KILL,   CAP_SYS_CHROOT,   CAP_AUDIT_WRITE, CAP_NET_BIND_SERVICE};

static bool is_kept(int capability) {
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
    if (kept[i] == capability) return true;
  }
  return false;
}

int caps_limit(void) {
  for (int capability = 0; capability < 64; capability++) {
    if (is_kept(capability) || prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0) continue;
    /* The kernel knows no further capability. */
    if (errno == EINVAL) return 0;
    return -1;
  }
  return 0;
}
