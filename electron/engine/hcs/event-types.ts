/** HCS_EVENT_TYPE, those that are acted on. Source: Microsoft's computecore reference. */
export const EVENT = {
  systemExited: 1,
  processExited: 0x0001_0000,
  serviceDisconnected: 0x0200_0000,
} as const;
